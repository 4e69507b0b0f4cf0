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
  WRONG_CONTENT_HASH: {
    severity: 'error',
    says: 'The contents give a page another hash than the page has.',
    next: 'Pack the bundle again; do not edit its files.',
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
  BAD_SIGNATURE: {
    severity: 'error',
    says: 'The signature of the bundle does not hold, so somebody or something changed it.',
    next: 'Do not rely on this copy. Get the bundle again from its publisher.',
  },
  BAD_KEY: {
    severity: 'error',
    says: 'The key cannot be used.',
    next: 'Name the file that "lectern keygen" or "minisign -G" wrote, with its password.',
  },
  // The authoring folder
  NO_FOLDER: {
    severity: 'error',
    says: 'There is no authoring folder here.',
    next: 'Name a folder that holds bundle.yaml.',
  },
  UNPACKABLE_FILE: {
    severity: 'error',
    says: 'The folder holds a file that cannot be packed.',
    next: 'Give it a plain name; put a copy in the place of a link that leaves the folder.',
  },
  NOT_TEXT: {
    severity: 'error',
    says: 'The file is not UTF-8 text.',
    next: 'Save it as UTF-8.',
  },
  STRAY_FILE: {
    severity: 'warning',
    says: 'The file is not part of the bundle: nothing reads it.',
    next: 'Give it the name and folder that docs/authoring.md lists, or remove it.',
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
  TOO_COMPLEX: {
    severity: 'error',
    says: 'The text is nested too deeply, or has too many marks in one place, to be read in good time.',
    next: 'Split the paragraph, list or box that is named; no page that people read needs as much.',
  },
  UNKNOWN_DIRECTIVE: {
    severity: 'error',
    says: 'The directive is not one that Lectern knows.',
    next: 'Use :statement[…]{#id finding=…}, :::note or :::warning.',
  },
  UNCLOSED_BOX: {
    severity: 'error',
    says: 'A box is not closed, so it would take in the rest of the page.',
    next: 'End the box with a line of three colons.',
  },
  BAD_CITATION: {
    severity: 'error',
    says: 'A citation cannot be read.',
    next: 'Write [@id], [@id, p. 3] or [@one; @two].',
  },
  BAD_REFERENCES: {
    severity: 'error',
    says: 'The references are not CSL-JSON.',
    next: 'Export them again as CSL JSON, from Zotero for one.',
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
  FINDING_ELSEWHERE: {
    severity: 'error',
    says: 'A statement rests on a finding of another condition, which its desk cannot show.',
    next: "Link to the other page, or write the finding in this condition's evidence.",
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
    next: 'Copy the words from the source again; they must stand in one paragraph, heading, cell or page of a PDF.',
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
  PASSAGE_ACROSS_LINK: {
    severity: 'error',
    says: 'The quote of a passage runs over a citation or a link.',
    next: 'Quote the words before it or after it.',
  },
  DOCUMENT_ALONE: {
    severity: 'error',
    says: 'A PDF or HTML file stands there without the Markdown file of its source.',
    next: 'Write sources/<id>.md with at least id and title, or remove the document.',
  },
  TWO_DOCUMENTS: {
    severity: 'error',
    says: 'A source has both a PDF and an HTML file.',
    next: 'Keep the one that readers are to see, or make two sources.',
  },
  DOCUMENT_TOO_LARGE: {
    severity: 'error',
    says: 'A document is larger than Lectern accepts.',
    next: 'Split it into several sources, or make its pictures smaller.',
  },
  DOCUMENT_WITHOUT_TEXT: {
    severity: 'warning',
    says: 'A document holds no text, so it can be neither quoted nor searched.',
    next: 'Run text recognition over the scanned pages and save the file with its text.',
  },
  PDF_ENCRYPTED: {
    severity: 'error',
    says: 'A PDF asks for a password before it can be read.',
    next: 'Save a copy without a password, if its licence allows that.',
  },
  PDF_BROKEN: {
    severity: 'error',
    says: 'A PDF cannot be read.',
    next: 'Get the file again, or save it anew with another program.',
  },
  HTML_ACTIVE_CONTENT: {
    severity: 'error',
    says: 'An HTML document holds something that runs or asks for input.',
    next: 'Remove scripts, event attributes, frames and forms; the text stays.',
  },
  HTML_OUTSIDE_RESOURCE: {
    severity: 'error',
    says: 'An HTML document loads something from outside itself.',
    next: 'Remove pictures, fonts and style sheets that have an address; plain links may stay.',
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
  // The gates
  WORDING_TOO_STRONG: {
    severity: 'error',
    says: 'A sentence says more than its evidence allows.',
    next: 'Use the words of its certainty: high "reduces", moderate "probably", low "may", very low "the evidence is very uncertain", none "no … found".',
  },
  WORDING_TOO_WEAK: {
    severity: 'warning',
    says: 'A sentence says less than its evidence allows.',
    next: 'Use the words of its certainty, so that readers can tell strong evidence from weak.',
  },
  WORDING_DENIES_EVIDENCE: {
    severity: 'error',
    says: 'A sentence says that nothing was found, and rests on evidence.',
    next: 'Say what was found and how sure it is, or rest it on a finding with noEvidence.',
  },
  WORDING_PROMOTIONAL: {
    severity: 'error',
    says: 'A sentence of ours praises or proves, which no certainty allows.',
    next: 'Say what was seen and how sure it is; words of others stand in quotation marks.',
  },
  WORDING_NOT_CHECKED: {
    severity: 'warning',
    says: 'The wording is not checked: there is no table of words for this language.',
    next: 'Have a second person compare each sentence with its certainty.',
  },
  RETRACTED_NOT_SAID: {
    severity: 'error',
    says: 'A finding rests on a retracted source and does not say so.',
    next: 'Say in its doubt that the source was retracted, or take the source out of the finding.',
  },
  RETRACTED_RATED_TOO_HIGH: {
    severity: 'error',
    says: 'A finding rests on retracted sources alone and is rated above very low.',
    next: 'Set its certainty to very low, or rest it on other sources too.',
  },
  HANDOUT_ON_RETRACTED: {
    severity: 'error',
    says: 'A handout rests on a retracted source.',
    next: 'Take out what rests on it: a page for patients cannot carry the warning.',
  },
  RATIO_NOT_POSITIVE: {
    severity: 'error',
    says: 'A ratio is zero or below.',
    next: 'Check the measure and the figures against the source.',
  },
  PERCENT_AGAINST_COUNTS: {
    severity: 'error',
    says: 'A percentage is not that of its events and participants.',
    next: 'Check the three figures against the source, and leave out those it does not print.',
  },
  PARTICIPANTS_DO_NOT_ADD_UP: {
    severity: 'error',
    says: 'The groups of a study do not add up to its participants.',
    next: 'Check the figures against the source, or explain the difference in countsNote.',
  },
  P_AGAINST_INTERVAL: {
    severity: 'error',
    says: 'A p value and an interval contradict each other.',
    next: 'Check both against the source; if it prints both, leave one out and say why in doubt.',
  },
  EFFECT_AGAINST_GROUPS: {
    severity: 'error',
    says: 'A relative effect does not fit the rates of its two groups.',
    next: 'Check the order of the groups and the figures; give the reason in doubt if the source adjusted it.',
  },
  DIRECTION_AGAINST_INTERVAL: {
    severity: 'error',
    says: 'The direction of a finding is not that of its interval.',
    next: 'Set the direction to what the interval and favours say; unclear is a direction too.',
  },
  CERTAINTY_AGAINST_REASONS: {
    severity: 'error',
    says: 'The certainty is not high less the levels that its reasons take.',
    next: 'Correct the certainty or the levels, or name in ratedBy who rated.',
  },
  DOSE_WITHOUT_UNIT: {
    severity: 'error',
    says: 'A number in a dose has no unit.',
    next: 'Write the unit after the number, such as mg or micrograms.',
  },
  ERROR_PRONE_ABBREVIATION: {
    severity: 'error',
    says: 'A dose is written in a way that has led to errors.',
    next: 'Write it out as the flaw says.',
  },
  EXPIRES_SOON: {
    severity: 'warning',
    says: 'The bundle soon passes the day until which it may be relied on.',
    next: 'Review the content and move reviewed and expires on.',
  },
  EXPIRED: {
    severity: 'error',
    says: 'The bundle is past the day until which it may be relied on.',
    next: 'Review the content and move reviewed and expires on, or pack it with --allow-expired.',
  },
  REVIEW_DUE_SOON: {
    severity: 'warning',
    says: 'The review of a page is soon due.',
    next: 'Review the page and move its reviewed day on.',
  },
  REVIEW_OVERDUE: {
    severity: 'error',
    says: 'The review of a page is overdue.',
    next: 'Review the page and move its reviewed day on, or pack it with --allow-expired.',
  },
  STALE_BUT_ALLOWED: {
    severity: 'warning',
    says: 'Content is past its date and was packed all the same.',
    next: 'Review it before it is published.',
  },
  HANDOUT_TOO_HARD: {
    severity: 'error',
    says: 'A handout is harder to read than its level promises.',
    next: 'Use shorter sentences and words, or promise the level standard.',
  },
  HANDOUT_NOTHING_TO_DO: {
    severity: 'error',
    says: 'A handout names nothing to do.',
    next: 'Add a list whose items begin with what to do, such as "Tell us if …".',
  },
  PERCENT_ALONE: {
    severity: 'warning',
    says: 'A handout gives a chance in percent only.',
    next: 'Give it as a count of people too, such as 45 of 100.',
  },
  HANDOUT_NOT_MEASURED: {
    severity: 'warning',
    says: 'The reading level and the things to do were not measured: this is done for English only.',
    next: 'Have readers of the language try the page.',
  },
  UNKNOWN_HANDOUT: {
    severity: 'error',
    says: 'A handout is named that does not exist.',
    next: 'Correct the id, or write the handout.',
  },
  TRANSLATION_DIFFERS: {
    severity: 'error',
    says: 'A handout and its translation differ in numbers, doses or units.',
    next: 'Give both the same figures; write in digits in both what one of them writes in digits.',
  },
  BAD_WEB_ADDRESS: {
    severity: 'error',
    says: 'The address of a reference cannot be used.',
    next: 'Write a whole https: address, or leave URL out.',
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
