import fc from 'fast-check'

// Every run of the unit tests tries the same values, so that a change is what makes a test fail, and a failure comes
// back when the test is run again. LECTERN_SEED tries others: a whole number, or `random`.
const asked = process.env.LECTERN_SEED
const seed = asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked ?? 20261129)
if (!Number.isSafeInteger(seed))
  throw new Error(`LECTERN_SEED is neither a whole number nor random: ${asked}`)
fc.configureGlobal({ seed })
