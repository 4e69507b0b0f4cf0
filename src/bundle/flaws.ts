/** What each flaw means and what to do about it. A code is never renamed and never reused. */
export const flaws = {
  // The container
  CANNOT_READ: {
    severity: 'error',
    says: 'The file cannot be read.',
    next: 'Check that it still exists and that you may read it.',
  },
  EMPTY_FILE: {
    severity: 'error',
    says: 'The file is empty.',
    next: 'Copy or download the bundle again: nothing of it arrived.',
  },
  NOT_A_BUNDLE: {
    severity: 'error',
    says: 'This file is not a Lectern bundle.',
    next: 'Choose a file that ends in .lectern.',
  },
  DAMAGED: {
    severity: 'error',
    says: 'The bundle is damaged or incomplete.',
    next: 'Copy or download it again from where it came.',
  },
  NO_BAG: {
    severity: 'error',
    says: 'The archive holds no BagIt bag, so nothing in it can be checked.',
    next: 'Ask the publisher for a bundle packed with "lectern pack".',
  },
  UNSAFE_NAME: {
    severity: 'error',
    says: 'The archive holds a file name that is not allowed.',
    next: 'Do not use this file. Ask the publisher for a clean copy.',
  },
  TOO_LARGE: {
    severity: 'error',
    says: 'A part of the bundle is larger than Lectern accepts.',
    next: 'Ask the publisher for a smaller bundle, or split it.',
  },
  MISSING_ENTRY: {
    severity: 'error',
    says: 'A part that the bundle promises is missing.',
    next: 'The rest can be used. Ask the publisher for a complete copy.',
  },
  WRONG_HASH: {
    severity: 'error',
    says: 'A part of the bundle was changed after it was packed.',
    next: 'Do not rely on this copy. Get the bundle again from its publisher.',
  },
  NEWER_FORMAT: {
    severity: 'error',
    says: 'The bundle is of a newer format than this Lectern can read.',
    next: 'Install a newer Lectern, or ask for the bundle in format 1.',
  },
  BAD_JSON: {
    severity: 'error',
    says: 'A part of the bundle does not have the form that the format asks for.',
    next: 'Ask the publisher to pack it again with a current "lectern pack".',
  },
  // The authoring folder
  NO_FOLDER: {
    severity: 'error',
    says: 'There is no authoring folder here.',
    next: 'Name a folder that holds bundle.yaml.',
  },
  BAD_YAML: {
    severity: 'error',
    says: 'The YAML cannot be read.',
    next: 'Mend the line named; indentation and colons are the usual causes.',
  },
  BAD_FIELD: {
    severity: 'error',
    says: 'A field is missing, unknown or of the wrong form.',
    next: 'Compare the field with docs/authoring.md.',
  },
  NO_FRONT_MATTER: {
    severity: 'error',
    says: 'The Markdown file does not start with front matter.',
    next: 'Begin the file with a YAML block between two lines of three hyphens, with at least id and title.',
  },
  ID_IS_NOT_NAME: {
    severity: 'error',
    says: 'The id is not the name of the file.',
    next: 'Give the file the name of its id.',
  },
  DUPLICATE_ID: {
    severity: 'error',
    says: 'An id is used twice.',
    next: 'Give one of the two another id; ids that differ only in case count as the same.',
  },
  NOT_IN_SUBSET: {
    severity: 'error',
    says: 'The Markdown holds something that a page cannot show.',
    next: 'Use headings, paragraphs, lists, tables, emphasis, citations, statements, notes and warnings only.',
  },
  UNKNOWN_DIRECTIVE: {
    severity: 'error',
    says: 'The directive is not one that Lectern knows.',
    next: 'Use :statement[…]{#id finding=…}, :::note or :::warning.',
  },
  UNKNOWN_SECTION: {
    severity: 'error',
    says: 'A condition page has a section that is not in the fixed list.',
    next: 'Use one of the section headings in docs/authoring.md.',
  },
  SECTION_ORDER: {
    severity: 'error',
    says: 'The sections of a condition page are out of order, or one stands twice.',
    next: 'Put the sections in the order given in docs/authoring.md.',
  },
  NO_BOTTOM_LINE: {
    severity: 'error',
    says: 'A condition page has no bottom line.',
    next: 'Begin the page with the section "Bottom line".',
  },
  // The chain
  NO_FINDING: {
    severity: 'error',
    says: 'A statement rests on no finding.',
    next: 'Name at least one finding, or make it plain text without a clinical assertion.',
  },
  UNKNOWN_FINDING: {
    severity: 'error',
    says: 'A finding is named that does not exist.',
    next: 'Correct the id, or write the finding in the evidence folder.',
  },
  MIXED_STATEMENT: {
    severity: 'error',
    says: 'A statement rests both on findings and on "no evidence found".',
    next: 'Split it into two statements, one for what was found and one for what was not.',
  },
  NO_PASSAGE: {
    severity: 'error',
    says: 'A finding rests on no passage and does not say that no evidence was found.',
    next: 'Name at least one passage, or add noEvidence with the day and how it was looked for.',
  },
  EVIDENCE_AND_NONE: {
    severity: 'error',
    says: 'A finding says that no evidence was found, and shows evidence.',
    next: 'Remove noEvidence, or remove the passages and figures and set the certainty to none.',
  },
  UNKNOWN_PASSAGE: {
    severity: 'error',
    says: 'A passage is named that does not exist.',
    next: 'Correct the id, or add the passage to its source.',
  },
  UNKNOWN_SOURCE: {
    severity: 'error',
    says: 'A source is named that does not exist.',
    next: 'Correct the id, or add the source to the sources folder.',
  },
  UNKNOWN_STATEMENT: {
    severity: 'error',
    says: 'A statement is named that does not exist.',
    next: 'Correct the id, or mark the statement on its condition page.',
  },
  UNKNOWN_CONDITION: {
    severity: 'error',
    says: 'A condition is named that does not exist.',
    next: 'Correct the id, or write the condition page.',
  },
  BROKEN_LINK: {
    severity: 'error',
    says: 'A link leads nowhere in this bundle.',
    next: 'Link to /conditions/…, /handouts/… or /sources/… with an id that exists.',
  },
  QUOTE_NOT_FOUND: {
    severity: 'error',
    says: 'The quote of a passage does not occur in its source.',
    next: 'Copy the words from the source again; they must stand in one paragraph, heading or cell.',
  },
  QUOTE_NOT_UNIQUE: {
    severity: 'error',
    says: 'The quote of a passage occurs more than once in its source.',
    next: 'Quote more words, or add a prefix or suffix that only the right place has.',
  },
  PASSAGES_OVERLAP: {
    severity: 'error',
    says: 'Two passages of a source overlap.',
    next: 'Quote separate places, or let both findings rest on one passage.',
  },
  INTERVAL_WITHOUT_ESTIMATE: {
    severity: 'error',
    says: 'An interval does not contain its estimate.',
    next: 'Check both figures against the source.',
  },
  HANDOUT_NO_SUMMARY: {
    severity: 'error',
    says: 'A handout does not begin with its summary.',
    next: 'Begin the handout with the section "In short".',
  },
  UNUSED_SOURCE: {
    severity: 'warning',
    says: 'No finding, page, claim or handout uses this source.',
    next: 'Use it, or remove it from the bundle.',
  },
} as const

/** A code from the table of flaws. */
export type FlawCode = keyof typeof flaws

/** One thing that is wrong with a bundle or an authoring folder, and where. */
export interface Flaw {
  readonly code: FlawCode
  /** File, and for authored text the line: `conditions/fibromyalgia.md:12`. Empty when the whole is meant. */
  readonly at: string
  /** What was found there: the id, the words, the field. */
  readonly detail?: string
}

/** Whether a flaw stops packing (`error`) or is only told (`warning`). */
export const severityOf = (flaw: Flaw): 'error' | 'warning' => flaws[flaw.code].severity

/** Thrown inside a process when reading cannot go on; made a value at the process boundary. */
export class FlawError extends Error {
  constructor(readonly flaw: Flaw) {
    super(`${flaw.code} ${flaw.at}: ${flaws[flaw.code].says} ${flaw.detail ?? ''}`.trim())
    this.name = 'FlawError'
  }
}
