import { describe, expect, it, vi } from 'vitest'
import { bundleIdSchema, conditionIdSchema, flaws, handoutIdSchema, sourceIdSchema } from '../../bundle'
import { conditionData, findingData, sourceData, statementData, summaryData } from '../../bundle/test-content'
import { failures } from '../../shared/failure'
import { Content } from './content'

const ldn = bundleIdSchema.parse('ldn')
const younger = sourceIdSchema.parse('younger2013')
const fibromyalgia = conditionIdSchema.parse('fibromyalgia')
const page = 'lectern-bundle://ldn/conditions/fibromyalgia.json'
const evidence = 'lectern-bundle://ldn/evidence/fibromyalgia.json'
const source = 'lectern-bundle://ldn/sources/younger2013.json'

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status })

/** Content over the given answers, by address; what is not named is missing, as main says it. */
function contentOf(answers: Readonly<Record<string, () => Response | Promise<Response>>>) {
  const get = vi.fn(async (address: string) => {
    const answer = answers[address]
    return answer === undefined ? json({ code: 'MISSING_ENTRY', at: 'x' }, 404) : answer()
  })
  return { content: new Content(ldn, get), get }
}

describe('what is read from a bundle', () => {
  it('is a page with its evidence, each from its own file', async () => {
    const { content, get } = contentOf({
      [page]: () => json(conditionData(statementData('s1', 'f1'))),
      [evidence]: () => json({ summaries: [summaryData(findingData('f1', 'p1'))] }),
    })
    expect(await content.condition(fibromyalgia)).toMatchObject({
      ok: true,
      value: { condition: { title: 'Fibromyalgia' }, summaries: [{ findings: [{ id: 'f1' }] }] },
    })
    expect(get.mock.calls.flat().sort()).toEqual([page, evidence])
  })

  it('is asked for once, even by two at the same time', async () => {
    const { content, get } = contentOf({ [source]: () => json(sourceData) })
    const [one, two] = await Promise.all([content.source(younger), content.source(younger)])
    expect(one).toMatchObject({ ok: true, value: { label: 'Younger 2013' } })
    expect(two).toBe(one)
    expect(await content.source(younger)).toBe(one)
    expect(get).toHaveBeenCalledOnce()
  })

  it('is let go of after a while, the oldest first', async () => {
    const { content, get } = contentOf({})
    get.mockImplementation((address) =>
      Promise.resolve(json({ ...sourceData, id: /(\w+)\.json$/.exec(address)?.[1] })),
    )
    const ids = Array.from({ length: 121 }, (_, n) => sourceIdSchema.parse(`s${n}`))
    for (const id of ids) await content.source(id)
    for (const id of ids.slice(1)) await content.source(id)
    expect(get).toHaveBeenCalledTimes(121)
    for (const id of ids.slice(0, 1)) await content.source(id)
    expect(get).toHaveBeenCalledTimes(122)
  })

  it('is asked for again after it failed: the drive may be back', async () => {
    const answer = vi.fn(() => json({ code: 'CANNOT_READ', at: 'x' }, 500))
    const { content } = contentOf({ [source]: answer })
    expect(await content.source(younger)).toMatchObject({ ok: false, failure: { code: 'CANNOT_READ' } })
    answer.mockImplementation(() => json(sourceData))
    expect(await content.source(younger)).toMatchObject({ ok: true })
  })
})

describe('what cannot be read', () => {
  const failureOf = async (answer: () => Response | Promise<Response>): Promise<unknown> => {
    const outcome = await contentOf({ [source]: answer }).content.source(younger)
    return outcome.ok ? null : outcome.failure
  }
  const at = 'sources/younger2013.json'

  it.each([
    ['no JSON', '<!doctype html>'],
    ['nothing', ''],
    ['of another form', '{"id":"younger2013"}'],
    ['null', 'null'],
    ['nested too deeply', `${'['.repeat(200)}${']'.repeat(200)}`],
  ])('because it is %s is a flaw of the bundle', async (_what, text) => {
    expect(await failureOf(() => new Response(text))).toMatchObject({ code: 'BAD_JSON', at })
  })

  it('because it is not text is a flaw of the bundle', async () => {
    expect(await failureOf(() => new Response(new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({
      code: 'BAD_JSON',
    })
  })

  it('because a page holds HTML is a flaw of the bundle, and says where', async () => {
    const body = [{ type: 'html', value: '<script>alert(1)</script>' }]
    expect(await failureOf(() => json({ ...sourceData, body }))).toMatchObject({
      code: 'BAD_JSON',
      at,
      detail: expect.stringMatching(/^body\.0\.type: /),
    })
  })

  it.each([...Object.keys(flaws).slice(0, 12), ...Object.keys(failures)])(
    'because main says %s fails with that code and our own place',
    async (code) => {
      expect(await failureOf(() => json({ code, at: '/home/a/secret' }, 500))).toEqual({ code, at })
    },
  )

  it.each([
    ['a code that is not in the list', json({ code: 'MADE_UP' }, 500)],
    ['a code that every object would answer to', json({ code: 'constructor' }, 500)],
    ['a code that is no text', json({ code: 7 }, 500)],
    ['no code', json({}, 404)],
    ['null', json(null, 404)],
    ['a list', json(['WRONG_HASH'], 404)],
    ['no JSON', new Response('gone', { status: 404 })],
    ['nothing', new Response(null, { status: 416 })],
  ])('because main says %s fails unexpectedly, with the status', async (_what, response) => {
    const { status } = response
    expect(await failureOf(() => response)).toEqual({ code: 'UNEXPECTED', at, detail: `status ${status}` })
  })

  it('because nobody answers fails, and does not throw', async () => {
    expect(await failureOf(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      code: 'UNEXPECTED',
      at,
      detail: 'Failed to fetch',
    })
  })

  it('of a page fails the page, whichever of its two files it was', async () => {
    const good = { [page]: () => json(conditionData()), [evidence]: () => json({ summaries: [] }) }
    for (const missing of [page, evidence]) {
      const { content } = contentOf({ ...good, [missing]: () => json({ code: 'WRONG_HASH' }, 500) })
      const at = missing.slice('lectern-bundle://ldn/'.length)
      expect(await content.condition(fibromyalgia)).toEqual({
        ok: false,
        failure: { code: 'WRONG_HASH', at },
      })
    }
  })

  it('is said of claims and handouts too', async () => {
    const { content } = contentOf({})
    expect(await content.claims()).toMatchObject({ ok: false, failure: { at: 'claims.json' } })
    const handout = await content.handout(handoutIdSchema.parse('fm-easy'))
    expect(handout).toMatchObject({
      ok: false,
      failure: { code: 'MISSING_ENTRY', at: 'handouts/fm-easy.json' },
    })
  })
})
