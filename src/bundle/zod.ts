import { config, z } from 'zod'

/*
 * Schemas are made with this `z`, which never turns them into code: the window's Content-Security-Policy allows no code
 * made of strings, and zod would try when a schema is made, before any importer could tell it not to.
 */
config({ jitless: true })

export { z }
