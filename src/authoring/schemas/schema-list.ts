import { z } from 'zod'
import {
  bundleInfoSchema,
  claimsFileSchema,
  conditionSchema,
  cslSchema,
  evidenceFileSchema,
  glossarySchema,
  handoutSchema,
  passageIdSchema,
  resourcesSchema,
  sourceSchema,
} from '../../bundle'
import { bundleYamlSchema } from '../authored/bundle-yaml'
import { claimsYamlSchema, claimYamlSchema } from '../authored/claims-yaml'
import { conditionHeadSchema } from '../authored/condition-head'
import { evidenceYamlSchema, findingYamlSchema, summaryYamlSchema } from '../authored/evidence-yaml'
import { glossaryYamlSchema, termYamlSchema } from '../authored/glossary-yaml'
import { handoutHeadSchema } from '../authored/handout-head'
import { regimensYamlSchema, regimenYamlSchema } from '../authored/regimens-yaml'
import { resourcesYamlSchema, resourceYamlSchema } from '../authored/resources-yaml'
import { passageYamlSchema, sourceHeadSchema } from '../authored/source-head'
import { searchHeaderSchema, searchRowSchema } from './search-shard'

/** A schema that is published, and what it is of. */
export interface PublishedSchema {
  readonly schema: z.ZodType
  /** The files that it describes: `conditions/<id>.json`. */
  readonly title: string
  /** Which side it is of: what authors write, or what readers read. */
  readonly side: 'authoring' | 'payload'
}

const of = (side: PublishedSchema['side'], title: string, schema: z.ZodType): PublishedSchema => ({
  side,
  title,
  schema,
})

/**
 * Every schema of the format under the name of its file. An authoring file is read in steps, so that a flaw in one
 * item does not hide the next; here the steps are put together again, for editors that complete and check a whole file.
 */
export const publishedSchemas: Readonly<Record<string, PublishedSchema>> = {
  bundle: of('payload', 'bundle.json', bundleInfoSchema),
  condition: of('payload', 'conditions/<id>.json', conditionSchema),
  evidence: of('payload', 'evidence/<condition>.json', evidenceFileSchema),
  source: of('payload', 'sources/<id>.json', sourceSchema),
  handout: of('payload', 'handouts/<id>.json', handoutSchema),
  claims: of('payload', 'claims.json', claimsFileSchema),
  glossary: of('payload', 'glossary.json', glossarySchema),
  resources: of('payload', 'resources.json', resourcesSchema),
  references: of('payload', 'references.json', z.array(cslSchema)),
  'search-header': of('payload', 'header of a search shard', searchHeaderSchema),
  'search-row': of('payload', 'row of a search shard', searchRowSchema),
  'bundle-yaml': of('authoring', 'bundle.yaml', bundleYamlSchema),
  'evidence-yaml': of(
    'authoring',
    'evidence/<condition>.yaml',
    evidenceYamlSchema.extend({
      summaries: z.array(summaryYamlSchema.extend({ findings: z.array(findingYamlSchema) })),
    }),
  ),
  'claims-yaml': of(
    'authoring',
    'claims.yaml',
    claimsYamlSchema.extend({ claims: z.array(claimYamlSchema) }),
  ),
  'regimens-yaml': of(
    'authoring',
    'regimens/<condition>.yaml',
    regimensYamlSchema.extend({ regimens: z.array(regimenYamlSchema) }),
  ),
  'glossary-yaml': of(
    'authoring',
    'glossary.yaml',
    glossaryYamlSchema.extend({ terms: z.array(termYamlSchema) }),
  ),
  'resources-yaml': of(
    'authoring',
    'resources.yaml',
    resourcesYamlSchema.extend({ resources: z.array(resourceYamlSchema) }),
  ),
  'condition-head': of('authoring', 'front matter of conditions/<id>.md', conditionHeadSchema),
  'source-head': of(
    'authoring',
    'front matter of sources/<id>.md',
    sourceHeadSchema.extend({ passages: z.record(passageIdSchema, passageYamlSchema).default({}) }),
  ),
  'handout-head': of('authoring', 'front matter of handouts/<id>.md', handoutHeadSchema),
}
