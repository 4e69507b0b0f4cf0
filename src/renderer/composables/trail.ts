import { onBeforeUnmount, shallowRef, watchEffect, type ShallowRef } from 'vue'

const trail = shallowRef<readonly string[]>([])

/** The chain of what is selected, for the status bar: page, finding, passage. */
export const useTrail = (): Readonly<ShallowRef<readonly string[]>> => trail

/** Says what the trail is while the screen lives. */
export function provideTrail(parts: () => readonly (string | undefined)[]): void {
  watchEffect(() => {
    trail.value = parts().filter((part): part is string => part !== undefined)
  })
  onBeforeUnmount(() => {
    trail.value = []
  })
}
