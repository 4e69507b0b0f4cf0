import js from '@eslint/js'
import importX from 'eslint-plugin-import-x'
import jsdoc from 'eslint-plugin-jsdoc'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

/**
 * Who may import whom: the folders below `src` that each folder may reach into, and the packages that it may use, as
 * they begin. What is not named here is refused. The reasons are in docs/architecture.md.
 *
 * @type {Readonly<Record<string, { may: readonly string[], packages: readonly string[] }>>}
 */
const layers = {
  documents: { may: [], packages: [] },
  bundle: { may: [], packages: ['zod'] },
  evidence: { may: ['bundle'], packages: [] },
  search: { may: ['bundle'], packages: ['minisearch', 'stemmer'] },
  authoring: {
    may: ['bundle', 'documents', 'evidence', 'search'],
    packages: ['zod', 'yaml', 'parse5', 'mdast', 'micromark'],
  },
  shared: { may: ['bundle'], packages: [] },
  library: { may: ['bundle', 'documents'], packages: ['node:', 'zod', 'fflate', 'yauzl', 'pdfjs-dist'] },
  main: {
    may: ['bundle', 'documents', 'library', 'shared'],
    packages: ['electron', 'node:', 'zod', 'write-file-atomic', '@citation-js/'],
  },
  preload: { may: ['shared'], packages: ['electron'] },
  renderer: {
    may: ['bundle', 'documents', 'evidence', 'search', 'shared'],
    packages: ['vue', '@lucide/vue', 'pinia', 'reka-ui', 'zod', 'pdfjs-dist', '@fontsource-variable/'],
  },
  cli: {
    may: ['authoring', 'bundle', 'documents', 'library', 'search'],
    packages: ['node:', 'commander', 'zod', 'parse5'],
  },
}

const zones = Object.entries(layers).map(([folder, { may }]) => ({
  target: `./src/${folder}/**/!(*.test).{ts,vue}`,
  from: Object.keys(layers)
    .filter((other) => other !== folder && !may.includes(other))
    .map((other) => `./src/${other}/**/*`),
}))

/**
 * For each folder: a module is a path, or begins as a package does that the folder may use.
 *
 * @type {import('typescript-eslint').ConfigWithExtends[]}
 */
const packageFences = Object.entries(layers).map(([folder, { packages }]) => {
  const allowed = ['\\.{1,2}/', ...packages].join('|')
  const message = `src/${folder} may not use this package; see layers in eslint.config.mjs`
  return {
    files: [`src/${folder}/**/*.{ts,vue}`],
    ignores: ['**/*.test.ts', '**/test-*.ts', '**/fixtures/**', '**/*fixtures.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!${allowed})`, message }] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: `ImportExpression > Literal[value=/^(?!${allowed.replaceAll('/', '\\/')})/]`,
          message,
        },
      ],
    },
  }
})

/**
 * A preload gets the contract and nothing else: it runs in every window.
 *
 * @type {import('typescript-eslint').ConfigWithExtends}
 */
const preloadFence = {
  files: ['src/preload/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^(?!electron$|\\.\\./shared/contract$)', message: 'a preload has the contract, no more' },
        ],
      },
    ],
  },
}

export default ts.config(
  {
    ignores: ['node_modules', 'out', 'dist', '.cache', 'test-results', 'playwright-report', 'bench/results'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    plugins: { 'import-x': importX },
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    settings: { 'import-x/resolver': { typescript: { project: 'tsconfig.*.json' } } },
    rules: {
      'no-undef': 'off', // the type checks know the globals of each side
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones,
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': 'error',
    },
  },
  ...packageFences,
  preloadFence,
  {
    files: [
      'src/{bundle,documents,evidence,search,authoring,shared,library,main,preload,cli}/**/*.ts',
      'scripts/**/*.mjs',
      'fuzz/**/*.ts',
    ],
    ignores: ['**/*.test.*'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ClassDeclaration'],
        },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,vue}'],
    rules: {
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always', normal: 'never' } }],
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/multi-word-component-names': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'fuzz/**', 'src/cli/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.config.{ts,mjs}', 'src/renderer/**/*.vue'],
    rules: { 'import-x/no-default-export': 'off' },
  },
)
