import { useI18n } from 'vue-i18n'

/** Kinds of study in the words of the desk; what it has no words for stands as the bundle names it. */
export function useDesignName() {
  const { t, te } = useI18n()
  return {
    designName: (design: string): string => {
      const key = `overview.designs.${design}`
      return te(key) ? t(key) : design
    },
  }
}
