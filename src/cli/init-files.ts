/** What the files of a new folder are made with. */
export interface InitLabels {
  /** The bundle's id, from the name of the folder. */
  readonly id: string
  /** The days of the review and of the next one. */
  readonly reviewed: string
  readonly expires: string
}

/**
 * The files of a small authoring folder, one of each kind. All of its content is invented and says so: nobody should
 * take a teaching example for medicine. The comments are what a new author needs to know at that place.
 */
export const initFiles = ({ id, reviewed, expires }: InitLabels): Readonly<Record<string, string>> => ({
  'README.md': `# How this folder works

Everything in it is an invented example. Replace it file by file, and check after each save:

    lectern check .
    lectern pack . --out ${id}.lectern

Three links hold everything together:

1. a **statement** on a condition page (\`conditions/example-condition.md\`) rests on
2. a **finding** in its evidence (\`evidence/example-condition.yaml\`), which rests on
3. a **passage**: words that stand in a source, quoted exactly (\`sources/example2024.md\`).

A statement without a finding, a finding without a passage, a quote that is not in its source, and a sentence that is
stronger than its evidence are each told with file and line. This file is for people and is not packed.

The first line of each YAML file names its schema in the folder \`.schema\`: an editor that knows JSON Schema (VS Code
with the YAML extension, for one) then completes and checks the fields, with no network. A newer Lectern brings newer
schemas: \`lectern schema --out .schema\`. That folder is not packed either.
`,
  'bundle.yaml': `# yaml-language-server: $schema=.schema/bundle-yaml.schema.json
# Who the bundle is. Every field but groups and columns is required.
id: ${id} # lower-case letters, digits and single hyphens; never changes once published
version: 0.1.0 # three numbers; raise it with every release (https://semver.org)
title: An example bundle
publisher: Your name or group
licence: CC-BY-4.0 # of your own text, as an SPDX expression
languages: [en] # the first is the language of pages that name none
reviewed: ${reviewed} # the day on which somebody last looked at all of it
expires: ${expires} # after this day readers are warned
summary: An invented example that shows how a bundle is written. It is not about any real treatment.
groups: [Examples] # the order of the groups in the contents
columns: # the columns of the overview; a finding stands in one through its field "column"
  - { id: symptom, title: Main symptom }
`,
  'about.md': `This bundle is an invented example. None of it is medical advice, and none of its studies took place.

## Who wrote it

Say here who you are, how you chose the sources, and what you did not look for.
`,
  'references.json': `${JSON.stringify(
    [
      {
        id: 'example2024',
        type: 'article-journal',
        title: 'An invented trial of example drops in people with an example condition',
        author: [{ family: 'Example', given: 'A' }],
        issued: { 'date-parts': [[2024]] },
        'container-title': 'Journal of Invented Examples',
      },
    ],
    null,
    2,
  )}
`,
  'conditions/example-condition.md': `---
# The id is the name of the file, and never changes: links and handouts lead to it.
id: example-condition
title: Example condition
group: Examples # one of the groups in bundle.yaml
codes: { icd10: [], mesh: [] } # codes by which readers may search
aliases: [EC] # other names by which readers may search
reviewed: ${reviewed}
# Every sentence that asserts a clinical result is a statement, with an id and the finding it rests on. Its certainty
# is not typed: it follows from the finding. Low certainty asks for "may", moderate for "probably".
# [@example2024] cites a source. The headings come from a fixed list, in a fixed order: see docs/authoring.md.
---

## Bottom line

:statement[Example drops may make little or no difference to symptoms at 12 weeks.]{#ec-symptoms finding=ec-symptoms-12w}

## What was studied

One invented trial compared example drops with placebo in 80 adults [@example2024].

## Harms seen

:statement[No trial that reported harms was found.]{#ec-harms finding=ec-harms-any}
`,
  'evidence/example-condition.yaml': `# yaml-language-server: $schema=../.schema/evidence-yaml.schema.json
# The evidence behind conditions/example-condition.md; the two files have the same name.
# Write sentences in quotes or after >-, because a comma or a colon can end plain text.
summaries:
  - id: ec-drops-placebo
    question: Do example drops reduce the symptoms of an example condition?
    pico: # whom, what, against what, and what was looked at
      population: Adults with an example condition
      intervention: Example drops, once daily
      comparison: placebo
      outcomes: symptoms, harms
    findings:
      - id: ec-symptoms-12w
        outcome: Symptom score
        time: 12 weeks
        words: Example drops may make little or no difference to the symptom score. # no stronger than the certainty
        short: no difference # two or three words for the overview
        column: symptom
        direction: no difference # better | worse | no difference | mixed | unclear
        studies: 1
        participants: 80
        estimates: # exactly as the source prints them
          - measure: MD
            source: example2024
            value: -0.2
            unit: points of 10
            interval: { level: 95, low: -0.9, high: 0.5 }
        groups: # the arms; they add up to the participants
          - { label: example drops, participants: 40 }
          - { label: placebo, participants: 40 }
        favours: lower # which side of no effect is good for the patient
        certainty: low # high | moderate | low | very low | none
        reasons: # why it is not higher, one per GRADE domain
          - { domain: imprecision, levels: 2, why: One small trial; the interval is wide. }
        passages: [example2024-symptoms] # where a reader can see it
      - id: ec-harms-any # what was looked for and not found is a finding too
        outcome: Any harm
        words: No trial that reported harms was found.
        direction: unclear
        certainty: none
        noEvidence:
          searched: ${reviewed}
          how: An invented search of one invented database; not systematic.
`,
  'sources/example2024.md': `---
# A digest in your own words of a document that references.json lists under the same id. A document without a record
# there needs only id and title, so a folder of plain documents can be packed and searched as it is.
id: example2024
seen: abstract # what you had before you: full text | abstract | title only | from knowledge
licence: invented
retraction: { status: none known, checked: ${reviewed} }
study:
  design: Randomised trial
  population: Adults with an example condition
  participants: '80'
  dose: One drop a day
  duration: 12 weeks
  comparator: placebo
passages: # quotes from the text below; each must stand there exactly once
  example2024-symptoms: The difference between the groups was −0.2 points (95% CI −0.9 to 0.5).
---

## Result

This trial never took place. The difference between the groups was −0.2 points (95% CI −0.9 to 0.5).
`,
  'claims.yaml': `# yaml-language-server: $schema=.schema/claims-yaml.schema.json
# What others say about the subject, in your own words, with your answer. Remove the file if there is none.
claims:
  - id: c01
    says: Example drops clear up an example condition.
    heading: What example drops do # where it stands in the article
    who: the article # never a person's name
    verdict: unsupported # supported | partly | unsupported | contradicted | opinion
    why: [The only trial showed little or no difference in symptoms.]
    conditions: [example-condition]
    statements: [ec-symptoms]
    sources: [example2024]
`,
  'handouts/example-condition-easy.md': `---
# A page for patients. Short words and short sentences: the level "easy" is measured.
id: example-condition-easy
title: Example drops
language: en
level: easy # easy | standard
condition: example-condition
reviewed: ${reviewed}
findings: [ec-symptoms-12w] # what it rests on
# It begins with "In short", and it tells the reader something to do.
---

## In short

Example drops may not help much. This page is made up to show you how a page looks.

## What you can do

- Ask your doctor what else you can try.
- Tell your doctor about all the drugs you take.
`,
})
