import type { z } from 'zod'
import {
  FlawError,
  claimsFileSchema,
  conditionSchema,
  evidenceFileSchema,
  failed,
  glossarySchema,
  handoutSchema,
  payload,
  readJson,
  referencesSchema,
  resourcesSchema,
  sourceSchema,
  success,
  type BundleId,
  type ClaimsFile,
  type Condition,
  type ConditionId,
  type CslRecord,
  type EvidenceSummary,
  type Glossary,
  type Handout,
  type HandoutId,
  type Outcome,
  type Resources,
  type Source,
  type SourceId,
  type StudyRow,
} from '../../bundle'
import { failureTexts, type Failure, type FailureCode } from '../../shared/failure'

/** What a load comes to. */
export type Loaded<Value> = Promise<Outcome<Value, Failure>>

/** A page with the evidence behind it. */
export interface ConditionWithEvidence {
  readonly condition: Condition
  readonly summaries: readonly EvidenceSummary[]
  /** The studies behind the findings. */
  readonly studies: readonly StudyRow[]
}

/** Files kept after they were read. A page and its sources are asked for again with every step back. */
const mostKept = 120

/**
 * Reads the content of one bundle; each file is asked for once, checked against its schema, and kept for a while. What
 * failed is asked for again the next time: the drive may be back.
 */
export class Content {
  private readonly kept = new Map<string, Loaded<unknown>>()

  constructor(
    readonly bundle: BundleId,
    private readonly get: (address: string) => Promise<Response> = (address) => fetch(address),
  ) {}

  /** A condition page with its evidence summaries. */
  async condition(id: ConditionId): Loaded<ConditionWithEvidence> {
    const [condition, evidence] = await Promise.all([
      this.read(payload.condition(id), conditionSchema),
      this.read(payload.evidence(id), evidenceFileSchema),
    ])
    if (!condition.ok) return condition
    if (!evidence.ok) return evidence
    return success({ condition: condition.value, ...evidence.value })
  }

  /** A source with its passages and what rests on them. */
  source(id: SourceId): Loaded<Source> {
    return this.read(payload.source(id), sourceSchema)
  }

  /** A handout. */
  handout(id: HandoutId): Loaded<Handout> {
    return this.read(payload.handout(id), handoutSchema)
  }

  /** What others say, and our answers. */
  claims(): Loaded<ClaimsFile> {
    return this.read(payload.claims, claimsFileSchema)
  }

  /** The terms of the bundle. */
  glossary(): Loaded<Glossary> {
    return this.read(payload.glossary, glossarySchema)
  }

  /** Organisations, books, films and sites that readers may want. */
  resources(): Loaded<Resources> {
    return this.read(payload.resources, resourcesSchema)
  }

  /** The record of every source, to choose from. */
  references(): Loaded<readonly CslRecord[]> {
    return this.read(payload.references, referencesSchema)
  }

  private read<Schema extends z.ZodType>(path: string, schema: Schema): Loaded<z.infer<Schema>> {
    const known = this.kept.get(path)
    if (known !== undefined) return known as Loaded<z.infer<Schema>>
    const loading = this.load(path, schema)
    this.kept.set(path, loading)
    void loading.then(({ ok }) => {
      if (!ok && this.kept.get(path) === loading) this.kept.delete(path)
    })
    const [oldest] = this.kept.keys()
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest)
    return loading
  }

  private async load<Schema extends z.ZodType>(path: string, schema: Schema): Loaded<z.infer<Schema>> {
    try {
      const response = await this.get(`lectern-bundle://${this.bundle}/${path}`)
      if (!response.ok) return failed(await failureIn(response, path))
      return success(readJson(new Uint8Array(await response.arrayBuffer()), schema, path))
    } catch (error) {
      if (error instanceof FlawError) return failed(error.flaw)
      return failed({
        code: 'UNEXPECTED',
        at: path,
        detail: error instanceof Error ? error.message : String(error),
      })
    }
  }
}

/** What a failed request of main's protocols says: it answers with the failure as JSON. */
export async function failureIn(response: Response, path: string): Promise<Failure> {
  const said: unknown = await response.json().catch(() => null)
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : null
  return typeof code === 'string' && Object.hasOwn(failureTexts, code)
    ? { code: code as FailureCode, at: path }
    : { code: 'UNEXPECTED', at: path, detail: `status ${response.status}` }
}
