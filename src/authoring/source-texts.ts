import type { SourceId } from '../bundle'
import { compileSource, type SourceContext, type SourceText } from './source-text'

/**
 * How much compiled text is kept between checking and writing. A usual bundle fits and is compiled once; what does not
 * fit is compiled again, so that memory stays bounded for any number of sources.
 */
const keptCharacters = 8 * 1024 * 1024

/** The compiled sources of a folder, one at a time and as often as asked. */
export class SourceTexts {
  private readonly kept = new Map<SourceId, SourceText>()

  constructor(
    private readonly context: SourceContext,
    private room = keptCharacters,
  ) {}

  /** Every source, in the order of the ids. */
  async *all(): AsyncGenerator<SourceText> {
    for (const shelved of this.context.shelf.all()) {
      const compiled = this.kept.get(shelved.id) ?? (await compileSource(shelved, this.context))
      if (compiled === null) continue
      this.keep(compiled)
      yield compiled
    }
  }

  private keep(compiled: SourceText): void {
    if (this.room <= 0 || this.kept.has(compiled.source.id)) return
    this.room -= compiled.length
    this.kept.set(compiled.source.id, compiled)
  }
}
