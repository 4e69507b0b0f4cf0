import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { findingYamlSchema } from '../authoring/authored/evidence-yaml'

/*
 * Every finding of the default bundle that says that studies disagree, with the sources that stand side by side under it. Each
 * line was checked by hand against what the finding and its sources say; one that is not here has not been.
 */
const checked: Readonly<Record<string, readonly string[]>> = {
  'auto-trials': ['parker2018', 'cree2010', 'sharafaddinzadeh2010', 'lajevardi2020'],
  'auto-medicines': ['raknes2018', 'raknes2019', 'raknes2017ms', 'raknes2020'],
  'cp-pain-review': ['rassimariani2024', 'vatvani2024', 'annmedsurg2025'],
  'crohns-response-12w': ['parker2018', 'smith2011'],
  'crohns-response-trial': ['smith2011', 'parker2018'],
  'crohns-endoscopy-12w': ['parker2018', 'smith2011'],
  'crohns-endoscopy-trial': ['smith2011', 'parker2018'],
  'crohns-cytokines': ['lie2018', 'parkitny2017'],
  'crohns-fatigue': ['smith2011', 'parker2018'],
  'dep-hamd': ['mischoulon2017'], // two scales of one trial
  'dep-medicines': ['raknes2019psych'], // two counts of one study
  'fm-pain-12w': ['bruun2024', 'younger2013', 'younger2009'],
  'fm-pain-crossover': ['younger2013', 'bruun2024'],
  'fm-pain-pooled': ['vatvani2024', 'annmedsurg2025', 'ologunowa2025'],
  'fm-threshold': ['vatvani2024', 'annmedsurg2025'],
  'fm-cytokines': ['parkitny2017', 'lie2018'],
  'fm-headache': ['annmedsurg2025', 'younger2013', 'vatvani2024'],
  'hhd-lasting': ['jdd2024'], // two series told of in one paper
  'lpp-score': ['lajevardi2020', 'hamel2023', 'ekelem2019'],
  'longcovid-guideline': ['canpcc', 'byambasuren2025'],
  'longcovid-fatigue': ['byambasuren2025', 'canpcc'],
  'ms-mental': ['cree2010', 'sharafaddinzadeh2010'],
  'ms-inventory': ['cree2010', 'sharafaddinzadeh2010'],
  'ms-pain': ['cree2010', 'sharafaddinzadeh2010'],
  'ms-quality-second': ['sharafaddinzadeh2010', 'cree2010'],
  'uldn-analgesia': ['chindalore2005', 'webster2006'],
  'uldn-side-effects': ['webster2006', 'chindalore2005'],
  'pharm-cytokines': ['parkitny2017', 'lie2018'],
}

const ldn = new URL('../../resources/ldn/', import.meta.url)
const read = async (path: string): Promise<string> => readFile(new URL(path, ldn), 'utf8')

/** The source of each passage, from the front matter of the sources. */
const sourceOf = new Map(
  (
    await Promise.all(
      (await readdir(new URL('sources', ldn)))
        .filter((name) => name.endsWith('.md'))
        .map(async (name) => {
          const [, head = ''] = /^---\n([^]*?)\n---/.exec(await read(`sources/${name}`)) ?? []
          const { id, passages = {} } = parse(head) as { id: string; passages?: Record<string, unknown> }
          return Object.keys(passages).map((passage) => [passage, id] as const)
        }),
    )
  ).flat(),
)

const findings = (
  await Promise.all(
    (await readdir(new URL('evidence', ldn))).map(async (name) => {
      const { summaries } = parse(await read(`evidence/${name}`)) as { summaries: { findings: unknown[] }[] }
      return summaries.flatMap((summary) => summary.findings.map((one) => findingYamlSchema.parse(one)))
    }),
  )
).flat()

test('of the default bundle only studies that disagree stand side by side, each checked by hand', () => {
  const found = findings
    .filter(({ conflict }) => conflict !== undefined)
    .map(({ id, passages, estimates, against = [] }) => {
      const own = [
        ...passages.map((passage) => sourceOf.get(passage) ?? passage),
        ...estimates.flatMap(({ source }) => source ?? []),
      ]
      return [id, [...new Set([...own, ...against])].toSorted()]
    })
  const expected = Object.entries(checked).map(([id, sources]) => [id, sources.toSorted()])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})
