/**
 * Kinds of study, the first that fits. Authors describe a design in their own words; a reader who filters by design
 * wants a handful to choose from. Words of languages other than English fall under `other`.
 */
const designs: readonly (readonly [design: string, words: RegExp])[] = [
  ['registration', /\bregistration\b|\bprotocol\b/i],
  ['systematic review', /\bsystematic|\bmeta-?analys|\bscoping\b/i],
  ['guideline', /\bguideline|\brecommendation|\bconsensus\b/i],
  ['review', /\breview\b(?! of (?:records|charts|medical))/i],
  ['laboratory or animal', /\blaboratory\b|\bcells?\b|\banimals?\b|\bmice\b|\bmouse\b|\brats?\b/i],
  ['randomised trial', /\brandomi[sz]ed\b|\bcross-?over\b/i],
  ['case report', /\bcases?\b/i],
  [
    'cohort or register',
    /\bregister\b|\bregistry\b|\bcohort|\bcharts?\b|\brecords\b|\bsurvey|\bcase-control\b/i,
  ],
  ['other trial', /\btrial\b|\bopen-label\b|\bbefore and after\b|\bpilot\b|\bcomparison\b/i],
  ['reference', /\blabel\b|\bprescribing\b|\breference\b|\bweb ?page\b|\bbook\b/i],
]

/** The kind of study that a design is, as search filters by it: `randomised trial`. */
export const designOf = (design: string): string =>
  designs.find(([, words]) => words.test(design))?.[0] ?? 'other'
