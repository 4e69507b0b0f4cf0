import { describe, expect, it } from 'vitest'
import { appOrigin, isTrusted } from './trusted-sender'

const fromTop = (url: string): boolean => isTrusted({ url, isTopFrame: true })

describe('who may talk to main', () => {
  it.each([`${appOrigin}/`, appOrigin, 'lectern-app://desk/ldn/claims?q=x#top', 'LECTERN-APP://desk/'])(
    'the top frame of %s may',
    (url) => expect(fromTop(url)).toBe(true),
  )

  it.each([`${appOrigin}/`, 'lectern-app://desk/ldn/claims'])('a frame inside %s may not', (url) => {
    expect(isTrusted({ url, isTopFrame: false })).toBe(false)
  })

  it.each([
    'lectern-app://desk.evil/',
    'lectern-app://evil.desk/',
    'lectern-app://evil/desk/',
    'lectern-app://desk@evil/',
    'lectern-app://desk:80/',
    'lectern-app://DESK/',
    'lectern-app://Desk/',
    'lectern-app://d%65sk/',
    'lectern-app://desk./',
    'lectern-app:///desk/',
    'lectern-app:desk',
    'lectern-app:',
    'lectern-app2://desk/',
    'lectern-bundle://desk/',
    'lectern://desk/',
    'https://desk/',
    'http://localhost:5173/',
    'file:///desk/index.html',
    'blob:lectern-app://desk/0-0',
    'data:text/html,lectern-app://desk/',
    'about:blank',
    'about:srcdoc',
    'chrome-error://chromewebdata/',
    'desk',
    'null',
    '',
  ])('%s may not', (url) => expect(fromTop(url)).toBe(false))
})
