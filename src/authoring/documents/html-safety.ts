import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Tell } from '../flaw-list'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Elements that run, load or send something by being there. */
const active = new Set(
  'script iframe frame frameset object embed applet portal base form input button'.split(' '),
)

/** Attributes whose address is loaded without the reader's doing. `href` is one only where it does not make a link. */
const loading = new Set(
  'src srcset data poster background action formaction ping manifest xlink:href'.split(' '),
)

/** Elements on which `href` makes a link that waits for a reader. */
const links = new Set(['a', 'area'])

/**
 * Tells everything in an HTML document that would run or be loaded. The window shows it without scripts and without a
 * network; packing refuses it all the same, so that a reader elsewhere, and one who unpacks the bundle, is as safe, and
 * so that no document looks other than its author saw it.
 */
export function tellUnsafe(document: Node, tell: Tell): void {
  const nodes: Node[] = [document]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('tagName' in node) tellElement(node, tell)
    if ('content' in node) nodes.push(node.content)
    if ('childNodes' in node) nodes.push(...[...node.childNodes].reverse())
  }
}

function tellElement(element: Element, tell: Tell): void {
  const { tagName, attrs } = element
  const line = element.sourceCodeLocation?.startLine ?? 1
  if (active.has(tagName)) tell('HTML_ACTIVE_CONTENT', line, `<${tagName}>`)
  if (
    tagName === 'meta' &&
    attrs.some(({ name, value }) => name === 'http-equiv' && /^\s*refresh\s*$/i.test(value))
  )
    tell('HTML_ACTIVE_CONTENT', line, '<meta http-equiv="refresh">')
  if (tagName === 'style' && loadsInStyle(textOf(element)))
    tell('HTML_OUTSIDE_RESOURCE', line, 'a url() or @import in <style>')
  for (const { name, value, prefix } of attrs)
    tellAttribute(tagName, prefix ? `${prefix}:${name}` : name, value, line, tell)
}

function tellAttribute(tag: string, name: string, value: string, line: number, tell: Tell): void {
  const said = `<${tag} ${name}="${value.length > 60 ? `${value.slice(0, 60)}…` : value}">`
  // Browsers ignore control characters and white space within the name of a scheme.
  // eslint-disable-next-line no-control-regex -- exactly these
  const scheme = /^[^:/?#]*(?=:)/.exec(value.replace(/[\u0000-\u0020]/g, ''))?.[0].toLowerCase() ?? ''
  if (/^on/.test(name) || name === 'srcdoc' || ['javascript', 'vbscript'].includes(scheme))
    tell('HTML_ACTIVE_CONTENT', line, said)
  else if (name === 'style' ? loadsInStyle(value) : isLoaded(tag, name, value))
    tell('HTML_OUTSIDE_RESOURCE', line, said)
}

function isLoaded(tag: string, name: string, value: string): boolean {
  if (value.trim() === '' || value.startsWith('#')) return false
  if (name === 'href') return !links.has(tag)
  return loading.has(name)
}

/** A backslash can spell any letter of CSS another way, so a style that holds one is not looked at further. */
const loadsInStyle = (css: string): boolean => {
  const read = css.replace(/\/\*[\s\S]*?\*\//g, '')
  return /url\s*\(|image(?:-set)?\s*\(|@import/i.test(read) || read.includes('\\')
}

const textOf = ({ childNodes }: Element): string =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('')
