import { createI18n } from 'vue-i18n'
import { en } from './en'

/** The message catalogues. English first; another language is another file of the same shape. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en-GB', // for dates: 22 Nov 2026
  fallbackLocale: 'en',
  fallbackWarn: false,
  missingWarn: false,
  messages: { en, 'en-GB': en }, // under both: falling back takes twice as long, for each text on screen
  datetimeFormats: {
    // A day in a bundle has no zone; today is the reader's own.
    'en-GB': {
      today: { day: 'numeric', month: 'short', year: 'numeric' },
      clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
      day: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    },
  },
})

/** The shape of a catalogue. */
export type Messages = typeof en
