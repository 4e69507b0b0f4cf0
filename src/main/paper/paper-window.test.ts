import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleIdSchema, conditionIdSchema } from '../../bundle'
import { withPaper } from './paper-window'

/* A window whose page is painted and has the attributes that a test gives it. */
const { page, destroy } = vi.hoisted(() => ({
  page: { dataset: {} as Record<string, string> },
  destroy: vi.fn(),
}))
vi.mock('electron', () => ({
  BrowserWindow: class {
    readonly webContents = {
      executeJavaScript: (script: string): Promise<unknown> => {
        const document = { documentElement: page, fonts: { status: 'loaded' } }
        return Promise.resolve(runInNewContext(script, { document }) as unknown)
      },
    }
    loadURL = (): Promise<void> => Promise.resolve()
    destroy = destroy
  },
}))

const use = vi.fn(() => Promise.resolve('printed'))
const paper = (failed?: string): Promise<string> => {
  page.dataset = { ready: 'true', ...(failed === undefined ? {} : { failed }) }
  const fibromyalgia = { kind: 'condition', id: conditionIdSchema.parse('fibromyalgia') } as const
  return withPaper(bundleIdSchema.parse('ldn'), fibromyalgia, use)
}
beforeEach(() => vi.clearAllMocks())

describe('a page for paper', () => {
  it('is handed over once it is painted, and closed', async () => {
    expect(await paper()).toBe('printed')
    expect(destroy).toHaveBeenCalledOnce()
  })

  it.each([
    ['WRONG_HASH', 'WRONG_HASH'],
    ['NO_SUCH_PAGE', 'NO_SUCH_PAGE'],
    ['', 'CANNOT_PRINT'],
    ['true', 'CANNOT_PRINT'],
    ['constructor', 'CANNOT_PRINT'],
  ])('that says that it failed with "%s" is never handed over', async (said, code) => {
    await expect(paper(said)).rejects.toMatchObject({ failure: { code, at: 'fibromyalgia' } })
    expect(use).not.toHaveBeenCalled()
    expect(destroy).toHaveBeenCalledOnce()
  })
})
