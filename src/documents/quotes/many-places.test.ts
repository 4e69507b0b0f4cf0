import { expect, test } from 'vitest'
import { findQuote } from './find-quote'
import { plainForm } from './plain-form'

test('a quote that stands everywhere is found a hundred times, and not by a walk through the text for each', () => {
  expect(findQuote({ quote: 'é' }, [plainForm('é '.repeat(20_000))])).toHaveLength(100)
})

test('a quote is told apart by what stands before it, after any number of others', () => {
  const text = `${'so é. '.repeat(500)}but é.`
  expect(findQuote({ quote: 'é', prefix: 'but' }, [plainForm(text)])).toEqual([
    { block: 0, start: text.length - 2, end: text.length - 1 },
  ])
})
