import type { Row, RowKind } from './row'
import type { LoadedShard } from './shard/loaded-shard'
import { buildShard } from './shard/shard-builder'
import { loadShard } from './shard/shard-reader'

/* For the tests of this folder. */

/** A row with a text; title and kind as one likes. */
export const row = (id: string, text: string, more: Partial<Row> = {}): Row => ({
  kind: 'source',
  id,
  title: id,
  where: 'Sources',
  path: `/sources/${id}`,
  ...more,
  text,
})

/** Rows as they come out of a bundle: written and read again. */
export function loaded(rows: readonly Row[]): LoadedShard {
  const outcome = loadShard(buildShard(rows))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

/** A small library with something of each kind. */
export const library: readonly Row[] = [
  row('fibromyalgia', 'Low-dose naltrexone has been studied in small trials.', {
    kind: 'condition',
    title: 'Fibromyalgia',
    also: 'FMS M79.7',
  }),
  row('crohns', 'One trial in adults and one in children.', {
    kind: 'condition',
    title: 'Crohn’s disease',
    also: 'regional enteritis K50.9',
  }),
  row('fm-pain', 'LDN may make little or no difference to pain in fibromyalgia at 12 weeks.', {
    kind: 'statement',
  }),
  row('fm-dreams', 'Vivid dreams were more common with naltrexone 4.5 mg than with placebo.', {
    kind: 'finding',
  }),
  row('c07', 'The article says that LDN works like an anti-TNF drug.', { kind: 'claim' }),
  row('younger2013', 'Thirty-one women took 4.5 mg of naltrexone or placebo. Pain fell by 28.8%.'),
  row('parker2018', 'A Cochrane review of antiTNF treatment and of naltrexone for induction of remission.'),
  row('mouse1994', 'Mice were given 4.5 micrograms, not milligrams, of naltrexone.'),
  row('naloxone', 'Naloxone is another drug, given by injection.'),
  row('easy', 'Tell us if you take any opioid medicine, such as codeine.', {
    kind: 'handout',
    title: 'LDN and you',
  }),
]

/** The ids of hits. */
export const idsOf = (hits: readonly { readonly row: { readonly id: string } }[]): string[] =>
  hits.map((hit) => hit.row.id)

/** A row of any kind. */
export const ofKind = (kind: RowKind, id: string, text: string): Row => row(id, text, { kind })
