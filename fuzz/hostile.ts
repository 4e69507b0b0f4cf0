import type { Random } from './random'

/** Pieces of text that mean something to a parser, a screen, a terminal or a file system. */
export const hostileTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    '\u0001\u001b[31m',
    '\uFEFF',
    '\u202E',
    '\u2066\u200F',
    '\uD800',
    '\uDC00x',
    '\uFFFE',
    'e\u0301',
  ],
  ...[
    '\u200D'.repeat(50),
    '\u0300'.repeat(500),
    '👩‍👩‍👧‍👦',
    '\r',
    '\n',
    '\u2028',
    '\t',
    '\\',
    '"',
    "'",
    '`',
    '${a}',
    '%s%n',
    '{{a}}',
  ],
  ...[
    '---\n',
    ':::note\n',
    ':statement[',
    ']{#',
    '[@',
    '[@small; @',
    '](',
    '![',
    '<script>',
    '<!--',
    '*',
    '**',
    '|',
    '> ',
    '- ',
  ],
  ...[
    '# ',
    '&a ',
    '*a',
    '!!js ',
    '? ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '<<: ',
    '!!binary ',
    '__proto__: 1\n',
    'constructor',
    '__proto__',
  ],
  ...[
    '../x',
    '/etc/passwd',
    'C:\\x',
    '//host/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a@b/',
  ],
  ...[
    'lectern://x/',
    '1e999',
    '-0',
    '9'.repeat(400),
    '0x10',
    'NaN',
    '.inf',
    '0'.repeat(300) + '1',
    '9007199254740993',
  ],
  ...['2026-02-30', '+275760-09-13', '0000-00-00', 'con', 'nul.md', 'x'.repeat(300), 'İ', 'ß', 'ſ', 'K'],
]

/** Values that a field of JSON does not expect. */
export const hostileValues: readonly unknown[] = [
  ...[null, true, 0, -1, -0, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 5e-324, '', [], {}, [[]], [null], [{}]],
  ...[
    { type: 'text' },
    { type: 'html', value: '<b>' },
    { type: '__proto__' },
    { length: 1e9 },
    { toString: 1 },
  ],
]

/** A text that is too long, or long in one sign. */
export const longText = (random: Random): string =>
  random
    .pick([...hostileTexts.filter((text) => text !== ''), 'a. ', 'é ', '[0, ', ':a[', 'mg ', '1. '])
    .repeat(random.pick([3, 40, 1_000, 10_000]))
    .slice(0, 120_000)

/** Names that no file of a bundle may have. */
export const hostileNames = (canary: string): readonly string[] => [
  ...[
    '../escaped',
    '../../escaped',
    'a/../../escaped',
    '/',
    `${canary}/escaped`,
    'C:/escaped',
    '..\\escaped',
    'a//b',
    './a',
  ],
  ...[
    'con',
    'CON.json',
    'aux.md',
    'sources/nul',
    'com1.txt',
    'lpt¹',
    'a.',
    'a ',
    ' a',
    'a:b',
    'a\0b',
    'a\nb',
    'a\u202Eb',
    'a|b',
    'a*',
  ],
  ...[
    '\u001b[2J',
    'é',
    'e\u0301',
    'x'.repeat(256),
    'y/'.repeat(600) + 'z',
    '~',
    '-rf',
    '%2e%2e/x',
    '\uFF0E\uFF0E/x',
    '',
  ],
]
