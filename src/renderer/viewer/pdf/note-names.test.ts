// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { nameNotes } from './note-names'

it('the signs of all notes on a page have a name, and no other picture gets one', () => {
  const page = document.createElement('div')
  const note = '<section class="textAnnotation"><img></section>'
  page.innerHTML = `${note}<section class="stampAnnotation"><img></section>${note}`
  nameNotes(page, 'Note')
  expect([...page.querySelectorAll('img')].map((one) => one.getAttribute('alt'))).toEqual([
    'Note',
    null,
    'Note',
  ])
})
