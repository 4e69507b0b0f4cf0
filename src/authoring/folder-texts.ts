import { FlawError } from '../bundle'
import { cleanText } from './clean-text'
import type { FlawList, Tell } from './flaw-list'
import type { AuthoringFolder } from './folder'
import { splitFrontMatter } from './front-matter'
import { YamlText } from './yaml-text'

/** A Markdown file with front matter. */
export interface AuthoredPage {
  readonly head: YamlText
  readonly body: string
  /** The line of the file on which the body begins. */
  readonly bodyLine: number
  readonly tell: Tell
}

/** Reads the files of a folder; one that cannot be read is told as a flaw and is null. */
export class FolderTexts {
  constructor(
    private readonly folder: AuthoringFolder,
    private readonly flaws: FlawList,
  ) {}

  has(path: string): boolean {
    return this.folder.paths.has(path)
  }

  /** The clean text of a file. */
  async text(path: string): Promise<string | null> {
    try {
      return cleanText(await this.folder.read(path))
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
      this.flaws.add(error.flaw.code, error.flaw.at, error.flaw.detail)
      return null
    }
  }

  /** The bytes of a file that is no text. */
  async bytes(path: string): Promise<Uint8Array | null> {
    try {
      return await this.folder.readBytes(path)
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
      this.flaws.add(error.flaw.code, error.flaw.at, error.flaw.detail)
      return null
    }
  }

  /** A YAML file. */
  async yaml(path: string): Promise<YamlText | null> {
    const text = await this.text(path)
    return text === null ? null : new YamlText(text, this.flaws.about(path))
  }

  /** A Markdown file taken apart; its front matter must give it the id that is its name. */
  async page(path: string, id: string): Promise<AuthoredPage | null> {
    const text = await this.text(path)
    if (text === null) return null
    const tell = this.flaws.about(path)
    const parts = splitFrontMatter(text)
    if (parts === null) {
      tell('NO_FRONT_MATTER', 1)
      return null
    }
    const head = new YamlText(parts.yaml, tell, parts.yamlLine)
    const named = (head.value as { id?: unknown } | null)?.id
    if (typeof named === 'string' && named !== id) tell('ID_IS_NOT_NAME', head.lineOf(['id']), named)
    return { head, body: parts.body, bodyLine: parts.bodyLine, tell }
  }

  /** The text of a Markdown file below its front matter; null without telling where that was told before. */
  async body(path: string): Promise<Pick<AuthoredPage, 'body' | 'bodyLine'> | null> {
    const text = await this.text(path)
    return text === null ? null : splitFrontMatter(text)
  }
}
