// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { defaultSettings, textSizes } from '../../shared/settings'
import { useSettings } from './settings'

const lectern = vi.hoisted(() => {
  const app = { saveSettings: vi.fn(() => Promise.resolve({ ok: true })) }
  vi.stubGlobal('lectern', app)
  return app
})
const scale = (): string => document.documentElement.style.getPropertyValue('--text-scale')

beforeEach(() => {
  setActivePinia(createPinia())
  lectern.saveSettings.mockClear()
})

describe('the settings', () => {
  it('are the defaults until main says what it kept, which is not saved again', () => {
    const settings = useSettings()
    expect(settings.current).toEqual(defaultSettings)
    settings.take({ ...defaultSettings, findingsAs: 'words' })
    expect(settings.current.findingsAs).toBe('words')
    expect(lectern.saveSettings).not.toHaveBeenCalled()
  })

  it('that change are seen at once, and main is told only of the change', () => {
    const settings = useSettings()
    settings.change({ theme: 'dark' })
    expect(settings.current).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(lectern.saveSettings.mock.calls).toEqual([[{ theme: 'dark' }]])
  })

  it('open and close one pane and leave the others', () => {
    const settings = useSettings()
    settings.togglePane('source')
    expect(settings.current.panes).toEqual({ contents: true, evidence: true, source: false })
    settings.togglePane('source')
    expect(settings.current.panes).toEqual(defaultSettings.panes)
  })
})

describe('the text size', () => {
  it('goes up and down its steps, and no further than the last', () => {
    const settings = useSettings()
    const sizes = new Set<number>()
    for (let n = 0; n < 20; n++) settings.stepTextSize(-1)
    for (let n = 0; n < 20; n++) {
      sizes.add(settings.current.textSize)
      settings.stepTextSize(1)
    }
    expect([...sizes]).toEqual([...textSizes])
    expect(lectern.saveSettings).toHaveBeenCalledTimes(textSizes.length - 1 + textSizes.indexOf(100))
  })

  it('between two steps goes to the next one', () => {
    const settings = useSettings()
    settings.take({ ...defaultSettings, textSize: 117 })
    settings.stepTextSize(1)
    expect(settings.current.textSize).toBe(125)
    settings.take({ ...defaultSettings, textSize: 117 })
    settings.stepTextSize(-1)
    expect(settings.current.textSize).toBe(110)
  })

  it('is the scale of the whole page', async () => {
    const settings = useSettings()
    expect(scale()).toBe('1')
    settings.change({ textSize: 150 })
    await nextTick()
    expect(scale()).toBe('1.5')
  })
})
