import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { smallFolder } from '../authoring/fixtures/small-folder'
import { loadPublicKey, openBundle } from '../library'
import type { Phase, Progress } from './progress'
import { run } from './run'

let root = ''
beforeEach(async () => {
  // The content of these tests has dates, and is to be good in any year in which they run.
  vi.setSystemTime('2026-11-22')
  root = await mkdtemp(join(tmpdir(), 'lectern-cli-'))
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(root, { recursive: true })
})

async function folder(changes: Record<string, string | Uint8Array> = {}): Promise<string> {
  for (const [path, text] of Object.entries({ ...smallFolder, ...changes })) {
    const file = join(root, 'authored', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return join(root, 'authored')
}

async function lectern(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function signatureAt(path: string): Promise<object> {
  const opened = await openBundle(path)
  if (!opened.ok) throw new Error(opened.failure.code)
  await opened.value.close()
  const { signature } = opened.value
  return signature.is === 'none' ? signature : { is: signature.is, keyId: signature.keyId }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

describe('lectern pack', () => {
  test('writes a bundle that opens, and says so', async () => {
    const out = join(root, 'made', 'small.lectern')
    const { code, out: said, err } = await lectern('pack', await folder(), '--out', out)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(said).toMatch(
      /small\.lectern: 14 files, \d+ bytes; 3 statements, 3 findings, 2 passages; 0 errors, 0 warnings; not signed\.$/,
    )
    const opened = await openBundle(out)
    expect(opened).toMatchObject({ ok: true, value: { info: { id: 'small', version: '1.0.0' } } })
    if (opened.ok) await opened.value.close()
  })

  test('says with which key the bundle was signed', async () => {
    await lectern('keygen', join(root, 'ours'), '--no-password')
    const { keyId } = await loadPublicKey(join(root, 'ours.pub'))
    const out = join(root, 'a')
    const args = ['pack', await folder(), '--out', out, '--key', join(root, 'ours.key')]
    expect((await lectern(...args)).out).toMatch(new RegExp(`; signed with key ${keyId}\\.$`))
    expect(JSON.parse((await lectern(...args, '--json')).out)).toMatchObject({ ok: true, keyId })
    expect(await signatureAt(out)).toEqual({ is: 'unknown key', keyId })
  })

  test('tells how far it is, from nothing to all, and not to programs', async () => {
    const steps: [Phase, number, number][] = []
    const ended: string[] = []
    const progress: Progress = {
      step: (...step) => steps.push(step),
      end: () => ended.push('end'),
    }
    const terminal = { out: (line: string) => ended.push(line), err: () => undefined, progress }
    const dir = await folder()
    await run(['pack', dir, '--out', join(root, 'a')], terminal)
    const of = (phase: Phase) => steps.filter(([name]) => name === phase)
    for (const phase of ['check', 'write'] as const) {
      expect(of(phase).map(([, done]) => done)).toEqual(of(phase).map((_, index) => index))
      expect(of(phase).at(-1)?.[1], phase).toBe(of(phase)[0]?.[2])
    }
    expect(ended).toEqual(['end', expect.stringContaining('not signed')])
    steps.length = 0
    await run(['pack', dir, '--out', join(root, 'a'), '--json'], terminal)
    expect(steps).toEqual([])
  })

  test('writes the same bytes again', async () => {
    const dir = await folder()
    await lectern('pack', dir, '--out', join(root, 'a'))
    await lectern('pack', dir, '--out', join(root, 'b'))
    expect(await readFile(join(root, 'a'))).toEqual(await readFile(join(root, 'b')))
  })

  test('with --json prints one line for programs', async () => {
    const { code, out } = await lectern('pack', await folder(), '--out', join(root, 'a'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, flaws: [], coverage: { statements: 3 }, files: 14 })
  })

  test('prints each flaw with file, line, meaning and next step, ends with 1 and writes nothing', async () => {
    const dir = await folder({
      'claims.yaml': 'claims: []\nextra: 1\n',
      'sources/plain.md': 'No front matter.\n',
    })
    const out = join(root, 'a')
    const { code, out: said } = await lectern('pack', dir, '--out', out)
    expect(code).toBe(1)
    expect(said.split('\n')).toEqual([
      'claims.yaml:2  BAD_FIELD  A field is missing, unknown or of the wrong form. (extra: unknown) → Compare the field with docs/authoring.md.',
      expect.stringMatching(/^sources\/plain\.md:1 {2}NO_FRONT_MATTER {2}.* → Begin the file/) as string,
      '2 errors, 0 warnings; nothing was written.',
    ])
    expect(await exists(out)).toBe(false)
    const json = await lectern('pack', dir, '--out', out, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      flaws: [{ code: 'BAD_FIELD', at: 'claims.yaml:2', severity: 'error' }, { code: 'NO_FRONT_MATTER' }],
    })
  })

  test('leaves an older bundle as it was when the folder has flaws', async () => {
    const out = join(root, 'a')
    await writeFile(out, 'older')
    await lectern('pack', await folder({ 'claims.yaml': 'claims: {}\n' }), '--out', out)
    expect(await readFile(out, 'utf8')).toBe('older')
  })

  test('is not stopped by warnings', async () => {
    const dir = await folder({ 'notes.txt': 'mine', 'sources/lone.md': '---\nid: lone\ntitle: Lone\n---\n' })
    const { code, out } = await lectern('pack', dir, '--out', join(root, 'a'))
    expect(code).toBe(0)
    expect(out).toMatch(/notes\.txt {2}STRAY_FILE/)
    expect(out).toMatch(/0 errors, 2 warnings; not signed\.$/)
  })

  test('refuses a file that is not UTF-8, by its name', async () => {
    const dir = await folder({ 'about.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]) })
    const { code, out } = await lectern('pack', dir, '--out', join(root, 'a'))
    expect(code).toBe(1)
    expect(out).toMatch(/^about\.md {2}NOT_TEXT/)
  })

  test('refuses a link that leaves the folder and follows one that stays', async () => {
    const dir = await folder()
    await writeFile(join(root, 'secret.md'), 'secret')
    await symlink('conditions/fibromyalgia.md', join(dir, 'README.md'))
    expect((await lectern('pack', dir, '--out', join(root, 'a'))).code).toBe(0)
    await symlink(join(root, 'secret.md'), join(dir, 'sources', 'secret.md'))
    const { code, out } = await lectern('pack', dir, '--out', join(root, 'b'))
    expect(code).toBe(1)
    expect(out).toMatch(/^sources\/secret\.md {2}UNPACKABLE_FILE/)
    expect(await exists(join(root, 'b'))).toBe(false)
  })
})

describe('lectern ends with 2', () => {
  test.each([
    ['without a command', []],
    ['with an unknown command', ['pakc']],
    ['without a folder', ['pack', '--out', 'x']],
    ['without --out', ['pack', '.']],
    ['with an unknown option', ['pack', '.', '--out', 'x', '--force']],
    ['with too many arguments', ['pack', '.', 'b', '--out', 'x']],
  ])('%s', async (_, args) => {
    const { code, err } = await lectern(...args)
    expect(code).toBe(2)
    expect(err).not.toBe('')
  })

  test('where there is no folder, a file, or a folder without bundle.yaml', async () => {
    const out = join(root, 'out')
    const dir = await folder()
    for (const missing of [join(root, 'nothing'), join(dir, 'about.md'), join(dir, 'sources')]) {
      const { code, err, out: said } = await lectern('pack', missing, '--out', out)
      expect({ code, said }).toEqual({ code: 2, said: '' })
      expect(err).toMatch(/NO_FOLDER/)
    }
    const json = await lectern('pack', join(root, 'nothing'), '--out', out, '--json')
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, flaws: [{ code: 'NO_FOLDER' }] })
    expect(await exists(out)).toBe(false)
  })

  test('where the bundle cannot be written', async () => {
    const dir = await folder()
    for (const out of [join(dir, 'about.md', 'x.lectern'), dir]) {
      const { code, err } = await lectern('pack', dir, '--out', out)
      expect(code).toBe(2)
      expect(err).toMatch(/was not written/)
    }
  })
})

test.each([[['--help']], [['pack', '--help']], [['help', 'pack']]])(
  'lectern %j explains the exit codes',
  async (args) => {
    const { code, out } = await lectern(...args)
    expect(code).toBe(0)
    expect(out).toMatch(/Exit codes:\n {2}0 {2}done/)
  },
)
