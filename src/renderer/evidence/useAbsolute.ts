import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Estimate, Finding } from '../../bundle'
import {
  absoluteEffect,
  baselineOf,
  numberNeeded,
  type AbsoluteEffect,
  type Baseline,
  type NumberNeeded,
} from '../../evidence'

/** Out of how many people absolute figures are told. One choice for the whole desk, for as long as it is open. */
export const per = ref<100 | 1000>(100)

/** What a finding means for people, at a baseline risk that the reader can change. */
export interface Absolute {
  /** The estimate that the figures come from; null when none tells how many people. */
  readonly estimate: ComputedRef<Estimate | null>
  /** What the bundle gives; null when nothing says how often the outcome happens without the treatment. */
  readonly given: ComputedRef<Baseline | null>
  /** The baseline risk in use, as a fraction; null when neither the bundle nor the reader gave one. */
  readonly baseline: Readonly<Ref<number | null>>
  readonly effect: ComputedRef<AbsoluteEffect | null>
  readonly needed: ComputedRef<NumberNeeded | null>
  readonly isChanged: ComputedRef<boolean>
  /** Takes the reader's own baseline risk. */
  readonly change: (risk: number) => void
  readonly reset: () => void
}

/** The absolute figures of a finding; a change of the baseline lasts until the finding changes. */
export function useAbsolute(finding: () => Finding): Absolute {
  const estimate = computed(
    () => finding().estimates.find((one) => absoluteEffect(one, 0.5) !== null) ?? null,
  )
  const given = computed(() => baselineOf(finding()))
  const baseline = ref<number | null>(null)
  const reset = (): void => {
    baseline.value = given.value?.risk ?? null
  }
  watch(finding, reset, { immediate: true })
  const effect = computed(() =>
    estimate.value === null || baseline.value === null
      ? null
      : absoluteEffect(estimate.value, baseline.value),
  )
  return {
    estimate,
    given,
    baseline,
    effect,
    needed: computed(() =>
      estimate.value === null || effect.value === null
        ? null
        : numberNeeded(estimate.value, effect.value, finding().favours),
    ),
    isChanged: computed(() => baseline.value !== (given.value?.risk ?? null)),
    change: (risk) => (baseline.value = risk),
    reset,
  }
}
