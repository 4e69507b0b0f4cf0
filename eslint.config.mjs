import js from '@eslint/js'
import importX from 'eslint-plugin-import-x'
import jsdoc from 'eslint-plugin-jsdoc'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

/** Who may import whom: `folder` may not reach into any of `apart`. The reasons are in docs/architecture.md. */
const borders = [
  {
    folder: 'documents',
    apart: [
      'bundle',
      'evidence',
      'search',
      'authoring',
      'library',
      'shared',
      'main',
      'preload',
      'renderer',
      'cli',
    ],
  },
  {
    folder: 'bundle',
    apart: [
      'documents',
      'evidence',
      'search',
      'authoring',
      'library',
      'shared',
      'main',
      'preload',
      'renderer',
      'cli',
    ],
  },
  {
    folder: 'evidence',
    apart: ['documents', 'search', 'authoring', 'library', 'shared', 'main', 'preload', 'renderer', 'cli'],
  },
  {
    folder: 'search',
    apart: ['documents', 'authoring', 'library', 'shared', 'main', 'preload', 'renderer', 'cli'],
  },
  { folder: 'authoring', apart: ['library', 'shared', 'main', 'preload', 'renderer', 'cli'] },
  { folder: 'library', apart: ['search', 'authoring', 'shared', 'main', 'preload', 'renderer', 'cli'] },
  {
    folder: 'shared',
    apart: ['documents', 'search', 'authoring', 'library', 'main', 'preload', 'renderer', 'cli'],
  },
  { folder: 'main', apart: ['search', 'authoring', 'preload', 'renderer', 'cli'] },
  {
    folder: 'preload',
    apart: ['documents', 'bundle', 'search', 'authoring', 'library', 'main', 'renderer', 'cli'],
  },
  { folder: 'renderer', apart: ['authoring', 'library', 'main', 'preload', 'cli'] },
  { folder: 'cli', apart: ['shared', 'main', 'preload', 'renderer'] },
]

/** Packages that a side must not see. Patterns are those of `no-restricted-imports`. */
const outside = {
  pure: ['electron', 'node:*', 'vue', 'vue-*', 'pinia', 'yauzl', 'fflate'],
  node: ['electron', 'vue', 'vue-*', 'pinia'],
  main: ['vue', 'vue-*', 'pinia', 'minisearch'],
  renderer: ['electron', 'node:*', 'yauzl', 'fflate'],
}

/**
 * @param {string[]} folders
 * @param {string[]} patterns
 * @returns {import('typescript-eslint').ConfigWithExtends}
 */
const noPackages = (folders, patterns) => ({
  files: folders.map((folder) => `src/${folder}/**/*.{ts,vue}`),
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

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
          zones: borders.map(({ folder, apart }) => ({
            target: `./src/${folder}/**/!(*.test).{ts,vue}`,
            from: apart.map((name) => `./src/${name}/**/*`),
          })),
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
  noPackages(['bundle', 'documents', 'evidence', 'search', 'authoring', 'shared'], outside.pure),
  noPackages(['library', 'cli'], outside.node),
  noPackages(['main', 'preload'], outside.main),
  noPackages(['renderer'], outside.renderer),
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
