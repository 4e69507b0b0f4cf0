// @vitest-environment happy-dom
import * as api from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { keepNotesWithLinks } from './note-links'

it('a note with a link in it is shown, and the link leads nowhere', () => {
  keepNotesWithLinks(api)
  const note = document.createElement('div')
  const link = { name: 'a', attributes: { href: 'https://example.org/' }, value: 'the register' }
  const paragraph = { name: 'p', attributes: {}, children: [{ name: '#text', value: 'See ' }, link] }
  const html = { name: 'div', attributes: {}, children: [paragraph] }
  api.renderRichText({ html, dir: 'ltr', className: 'popupContent' } as never, note)
  expect(note.textContent).toBe('See the register')
  expect(note.querySelector('a')?.hasAttribute('href')).toBe(false)
  expect(note.querySelector('a')?.title).toBe('Disabled: https://example.org/')
})
