import { z } from 'zod'

/** A language tag (BCP 47) in its usual forms: `en`, `pt-BR`, `zh-Hant`. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'not a language tag, such as en or pt-BR')
