import { defineStore } from 'pinia'
import { computed, shallowRef, watchEffect } from 'vue'
import { defaultSettings, textSizes, type Settings } from '../../shared/settings'
import type { Failure } from '../../shared/failure'
import { app } from '../bridge'

/** How the desk looks for this reader; changes are shown at once and kept by main. */
export const useSettings = defineStore('settings', () => {
  const settings = shallowRef<Settings>(defaultSettings)
  const refused = shallowRef<Failure | null>(null)

  watchEffect(() => {
    document.documentElement.style.setProperty('--text-scale', String(settings.value.textSize / 100))
  })

  function change(changes: Partial<Settings>): void {
    settings.value = { ...settings.value, ...changes }
    void app.saveSettings(changes).then((outcome) => {
      if (!outcome.ok) refused.value = outcome.failure
    })
  }

  /** The next step of the text size, up (1) or down (-1). */
  function stepTextSize(by: 1 | -1): void {
    const { textSize } = settings.value
    const next =
      by === 1 ? textSizes.find((size) => size > textSize) : textSizes.findLast((size) => size < textSize)
    if (next !== undefined) change({ textSize: next })
  }

  return {
    current: computed(() => settings.value),
    /** Why main did not take the last change; the desk tells it. */
    refused: computed(() => refused.value),
    take: (from: Settings) => (settings.value = from),
    change,
    stepTextSize,
    togglePane: (pane: keyof Settings['panes']) =>
      change({ panes: { ...settings.value.panes, [pane]: !settings.value.panes[pane] } }),
  }
})
