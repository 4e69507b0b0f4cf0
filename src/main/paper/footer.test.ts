import { describe, expect, it } from 'vitest'
import { info } from '../../bundle/test-content'
import { escapeHtml, footerTemplate, footerText } from './footer'

describe('the footer of a sheet', () => {
  it('says which bundle, which version, and when it was reviewed', () => {
    expect(footerText(info())).toBe('LDN evidence · ldn 1.0.0 · 2026-11-22')
  })

  it('of a PDF counts the pages', () => {
    const template = footerTemplate(info(), 'Page', 'of')
    expect(template).toContain('LDN evidence · ldn 1.0.0 · 2026-11-22')
    expect(template).toContain('Page <span class="pageNumber"></span> of <span class="totalPages"></span>')
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '</span><script>alert(1)</script>',
    '"><b>',
    "' onmouseover='alert(1)",
    'R&D &lt;b&gt;',
  ])('of a PDF shows the title %s as text', (title) => {
    const template = footerTemplate(info({ title }), 'Page', 'of')
    const bare = footerTemplate(info({ title: 'x' }), 'Page', 'of')
    expect(template.match(/<[^>]*>/g)).toEqual(bare.match(/<[^>]*>/g))
    expect(template).toContain(escapeHtml(title))
    expect(template).not.toContain(title)
  })

  it('escapes what HTML would read, and nothing else', () => {
    expect(escapeHtml(`<>&"'`)).toBe('&#60;&#62;&#38;&#34;&#39;')
    expect(escapeHtml('Crohn · naïve −0.5 ≥ 12 µg')).toBe('Crohn · naïve −0.5 ≥ 12 µg')
    expect(escapeHtml('')).toBe('')
  })
})
