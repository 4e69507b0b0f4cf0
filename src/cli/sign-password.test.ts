import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { newPasswordFrom, passwordFrom, type PasswordSource } from './sign-password'

/** A terminal at which somebody types, line by line, as the questions come. */
function terminal(lines: readonly string[], env: PasswordSource['env'] = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true, modes: [] as boolean[] })
  Object.assign(input, { setRawMode: (mode: boolean) => input.modes.push(mode) })
  const written: string[] = []
  const waiting = [...lines]
  const output = {
    write: (text: string) => {
      written.push(text)
      const line = text === '\n' ? undefined : waiting.shift()
      if (line !== undefined) setImmediate(() => input.write(line))
    },
  }
  return { source: { env, input, output }, written, modes: input.modes }
}

describe('a password', () => {
  test('comes from the environment, and then nothing is asked', async () => {
    const { source, written } = terminal([], { LECTERN_KEY_PASSWORD: 'known' })
    expect(await passwordFrom(source, 'Password: ')).toBe('known')
    expect(await newPasswordFrom(source)).toEqual({ is: 'given', password: 'known' })
    expect(written).toEqual([])
  })

  test('is typed without being shown, with the echo of the terminal off meanwhile', async () => {
    const { source, written, modes } = terminal(['sécret\n'])
    expect(await passwordFrom(source, 'Password: ')).toBe('sécret')
    expect(written.join('')).toBe('Password: \n')
    expect(modes).toEqual([true, false])
  })

  test('can be mended while it is typed', async () => {
    const { source } = terminal(['secrex\u007ft\r'])
    expect(await passwordFrom(source, 'Password: ')).toBe('secret')
  })

  test.each([
    ['Ctrl+C', 'sec\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('is none after %s', async (_, typed) => {
    const { source, modes } = terminal([typed])
    expect(await passwordFrom(source, 'Password: ')).toBe(null)
    expect(modes.at(-1)).toBe(false)
  })

  test('is none where nobody sits at a terminal, even when something is piped in', async () => {
    const input = new PassThrough()
    input.end('piped\n')
    const output = { write: () => true }
    expect(await passwordFrom({ env: {}, input, output }, 'Password: ')).toBe(null)
    expect(await newPasswordFrom({ env: {}, input, output })).toEqual({ is: 'none' })
  })
})

describe('a new password', () => {
  test.each([
    ['is asked for twice', ['a b\n', 'a b\n'], { is: 'given', password: 'a b' }],
    ['is refused when the two differ', ['a\n', 'b\n'], { is: 'unequal' }],
    ['is none when it is empty', ['\n'], { is: 'none' }],
  ])('%s', async (_, lines, answer) => {
    expect(await newPasswordFrom(terminal(lines).source)).toEqual(answer)
  })

  test('is none when the variable is empty', async () => {
    expect(await newPasswordFrom(terminal([], { LECTERN_KEY_PASSWORD: '' }).source)).toEqual({ is: 'none' })
  })
})
