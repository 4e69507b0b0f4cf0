import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { find, type RowKind } from '../search'
import { lectern } from './check-fixtures'
import { openIndex, type OpenIndex } from './search-bundle'

/*
 * What clinicians and patients type, over the bundle as it is packed: what must stand among the three of its group that
 * are shown first, and which group stands first.
 */

const packing = 120_000
let folder = ''
let index: OpenIndex

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-everyday-'))
  const bundle = join(folder, 'ldn.lectern')
  const { code, err } = await lectern('pack', resolve('resources/ldn'), '--out', bundle)
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  const opened = await openIndex(bundle)
  if (!opened.ok) throw new Error(opened.failure.code)
  index = opened.value
}, packing)

afterAll(() => rm(folder, { recursive: true, force: true }))

function firstThree(query: string, kind: RowKind): string[] {
  const { hits } = find(index.shards, query, { synonyms: index.synonyms, limit: 60 })
  const ids = hits.filter(({ row }) => row.kind === kind).map(({ row }) => row.id)
  return ids.slice(0, 3)
}

describe('what does harm beside the drug leads to the safety page, on the first line', () => {
  test.each([
    'tramadol',
    'tramadol ',
    'codeine',
    'methadone',
    'morphine',
    'fentanyl',
    'buprenorphine patch',
    'Suboxone',
    'loperamide',
    'opioid',
    'opioids',
    'opiates',
    'painkillers',
    'can I take LDN with codeine',
    'cough syrup',
    'interactions',
    'contraindications',
    'withdrawal',
    'LDN and surgery',
    'anaesthetic',
    'is it safe in pregnancy',
    'liver disease',
    'kidney disease',
  ])('%s', (query) => {
    expect(firstThree(query, 'condition')[0]).toBe('safety')
  })
})

describe('the page that was meant stands first among the pages', () => {
  test.each([
    ['LDN fibro', 'fibromyalgia'],
    ['fibro pain', 'fibromyalgia'],
    ['fibromyalga', 'fibromyalgia'],
    ['FMS', 'fibromyalgia'],
    ['M79.7', 'fibromyalgia'],
    ['pain all over', 'fibromyalgia'],
    ['stomach cramps', 'crohns-disease'],
    ['tummy ache', 'crohns-disease'],
    ['crohns', 'crohns-disease'],
    ['chrons', 'crohns-disease'],
    ['chrons disease', 'crohns-disease'],
    ['chron’s disease', 'crohns-disease'],
    ['Crohn’s disease in children', 'crohns-disease'],
    ['bloody diarrhoea', 'ulcerative-colitis'],
    ['MS', 'multiple-sclerosis'],
    ['me/cfs', 'me-cfs'],
    ['mecfs', 'me-cfs'],
    ['me-cfs', 'me-cfs'],
    ['vivid AND dreams', 'pharmacology'],
    ['chronic fatigue', 'me-cfs'],
    ['always tired', 'me-cfs'],
    ['long covid', 'long-covid'],
    ['underactive thyroid', 'hashimoto-hypothyroidism'],
    ['nerve pain diabetes', 'diabetic-neuropathy'],
    ['burning feet', 'diabetic-neuropathy'],
    ['restless legs', 'restless-legs'],
    ['hair loss', 'lichen-planopilaris'],
    ['itching', 'pruritus-psoriasis'],
    ['low mood', 'depression'],
    ['does LDN work for cancer', 'cancer'],
    ['RA', 'rheumatoid-arthritis'],
    ['how does LDN work', 'pharmacology'],
    ['side effects', 'pharmacology'],
    ['habit forming', 'pharmacology'],
    ['itchy skin', 'pruritus-psoriasis'],
    ['low dose naltrexone fibro', 'fibromyalgia'],
    ['IBS', 'sibo-ibs'],
    ['fibromyalga pain', 'fibromyalgia'],
    ['multiple sclerosus', 'multiple-sclerosis'],
    ['ldn cured my crohns', 'crohns-disease'],
    ['does ldn help fibromyalgia', 'fibromyalgia'],
    ['does ldn cure ms', 'multiple-sclerosis'],
    ['hashimotos', 'hashimoto-hypothyroidism'],
    ['it is safe isnt it', 'safety'],
    ['tramodol', 'safety'],
    ['mechanism of action', 'pharmacology'],
  ])('%s: %s', (query, page) => {
    expect(firstThree(query, 'condition')[0]).toBe(page)
  })
})

describe('what was meant stands among the first three of its kind', () => {
  test.each<[string, RowKind, string]>([
    ['opioid withdrawal', 'statement', 'safety-says-withdrawal'],
    ['stop before surgery', 'statement', 'safety-says-surgery'],
    ['breast milk', 'finding', 'safety-milk'],
    ['vivid dreams', 'statement', 'pharm-says-dreams'],
    ['levothyroxine', 'statement', 'hashimoto-says-cutting'],
    ['TLR4', 'term', 'tlr4'],
    ['how to start LDN', 'handout', 'starting-safely-standard'],
    ['fibromyalgia pain', 'statement', 'fm-says-pain'],
    ['crohn remission', 'statement', 'crohns-says-remission'],
    ['four to six hours apart', 'finding', 'uldn-gap-none'],
    ['crohns remission children', 'finding', 'crohns-children-remission'],
    ['ldn is very safe', 'claim', 'c09'],
    ['is ldn safe', 'claim', 'c09'],
    ['does ldn help fibromyalgia', 'claim', 'c36'],
    ['does ldn help fibromyalgia', 'statement', 'fm-says-pain'],
    ['does ldn cure ms', 'claim', 'c08'],
    ['does ldn cure ms', 'statement', 'ms-says-second'],
    ['it has no side effects', 'claim', 'c09'],
    ['ldn boosts endorphins', 'claim', 'c14'],
    ['TNFα', 'statement', 'pharm-says-cells'],
    ['il-6', 'source', 'parkitny2017'],
    ['4.5mg at night', 'regimen', 'ms-regimen-cree'],
    ['1.5mg', 'claim', 'c41'],
    ['cant sleep', 'finding', 'fm-fatigue-sleep'],
    ['quality of life ms', 'finding', 'ms-quality-second'],
    ['serious adverse events', 'finding', 'fm-serious-events'],
    ['younger 2013', 'source', 'younger2013'],
    ['toll like receptor', 'term', 'tlr4'],
    ['compounding pharmacy', 'term', 'compounding'],
    ['hashimotos', 'claim', 'c46'],
  ])('%s: %s %s', (query, kind, id) => {
    expect(firstThree(query, kind)).toContain(id)
  })

  test('the whole of a claim, typed as it was said, finds the claim first', async () => {
    const claims = find(index.shards, 'in:claims', { limit: 4_000 }).hits
    expect(claims.length).toBeGreaterThan(20)
    const missed = claims.filter(({ row }) => firstThree(`${row.title} `, 'claim')[0] !== row.id)
    expect(missed.map(({ row }) => row.id)).toEqual([])
  })
})

describe('a claim is among the first three claims, as a patient says it', () => {
  test.each([
    ['does ldn work for all autoimmune diseases', 'c01'],
    ['ldn puts cancer into remission', 'c02'],
    ['tiny doses of naltrexone help you cut down your painkillers', 'c04'],
    ['it only blocks for a few hours and then your body rebounds', 'c05'],
    ['ldn protects against covid', 'c06'],
    ['doctors do not know about ldn', 'c07'],
    ['my friend with ms got better on ldn after three weeks', 'c08'],
    ['ldn is very safe', 'c09'],
    ['ldn has no side effects', 'c09'],
    ['when was naltrexone invented', 'c10'],
    ['naltrexone is fda approved', 'c11'],
    ['who discovered low dose naltrexone', 'c12'],
    ['opioid growth factor', 'c13'],
    ['ldn boosts the immune system', 'c14'],
    ['ldn raises endorphins', 'c14'],
    ['people came off fentanyl with ldn', 'c15'],
    ['naltrexone and naloxone are different', 'c16'],
    ['vitamin d and omega 3 help autoimmune disease', 'c17'],
    ['food antigens cause autoimmune disease', 'c18'],
    ['lectins cause autoimmunity', 'c19'],
    ['carnivore diet', 'c20'],
    ['paleo diet helps autoimmune disease', 'c20'],
    ['low fodmap diet', 'c21'],
    ['nobody with autoimmune disease should eat wheat', 'c22'],
    ['gluten', 'c22'],
    ['glyphosate on wheat', 'c23'],
    ['modern wheat is different', 'c24'],
    ['leaky gut', 'c25'],
    ['candida', 'c26'],
    ['ldn makes you worse at first', 'c26'],
    ['cows have two stomachs', 'c27'],
    ['grass fed beef', 'c28'],
    ['seed oils are bad', 'c29'],
    ['linoleic acid', 'c29'],
    ['ldn with cbd', 'c30'],
    ['reduce opioids by 60 percent', 'c32'],
    ['microdosing avoids withdrawal', 'c33'],
    ['take ldn and painkiller four hours apart', 'c34'],
    ['ldn cures lyme disease', 'c35'],
    ['ldn cures fibromyalgia', 'c36'],
    ['ldn for sibo', 'c37'],
    ['ldn for restless legs', 'c38'],
    ['ldn for skin problems', 'c39'],
    ['ldn helps you get pregnant', 'c40'],
    ['how much ldn for pain', 'c41'],
    ['i can take less thyroid medicine on ldn', 'c42'],
    ['ldn works for depression', 'c43'],
    ['ptsd needs a higher dose', 'c44'],
    ['do i need a prescription', 'c45'],
    ['starting dose hashimoto', 'c46'],
    ['thyroid has receptors', 'c47'],
    ['naloxone is the antidote to an overdose', 'c48'],
    ['corn fed chicken is bad', 'c49'],
    ['glyphosate poisoning', 'c50'],
  ])('%s: %s', (query, id) => {
    expect(firstThree(query, 'claim')).toContain(id)
  })
})

describe('the group that answers stands first', () => {
  test.each<[string, RowKind]>([
    ['fibromyalgia pain', 'condition'],
    ['does ldn help fibromyalgia', 'condition'],
    ['ldn is very safe', 'condition'],
    ['tramadol', 'condition'],
    ['4.5mg at night', 'regimen'],
    ['1.5mg', 'claim'],
    ['TNFα', 'statement'],
    ['vivid dreams', 'statement'],
    ['titration', 'term'],
    ['GRADE', 'term'],
    ['endorphins', 'statement'],
    ['younger 2013', 'source'],
    ['cant sleep', 'statement'],
    ['serious adverse events', 'statement'],
  ])('%s: %s', (query, kind) => {
    const [best] = find(index.shards, query, { synonyms: index.synonyms, limit: 60 }).hits
    expect(best?.row.kind).toBe(kind)
  })
})

test.each(['endometriosis', 'parkinson ', 'lupus', 'NICE', 'zzzz'])(
  'what the bundle has nothing on finds nothing: %s',
  (query) => {
    expect(find(index.shards, query, { synonyms: index.synonyms }).total).toBe(0)
  },
)
