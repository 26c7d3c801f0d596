import { readdirSync } from 'node:fs'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/** Floors that registers share: folders beside theirs that know none of them. */
const shared = ['import']

const folders = (path, but = []) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !but.includes(entry.name)).map((entry) => entry.name)
const registers = folders('electron/registers', shared)
/** Of the page: those that have pages of their own. */
const pages = folders('renderer/registers')

const noIpc = { selector: 'MemberExpression[object.name=/^ipc(Main|Renderer)$/]', message: 'all calls go through the contract; only the port\'s hand-over uses ipc' }
/** A floor and what it may not know (docs/decisions/floors.md), whether it is imported at the top or where it is used. */
const floor = (files, patterns, beside = [noIpc]) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
    'no-restricted-syntax': ['error', ...beside, ...patterns.map(([regex, message]) => ({ selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2F')}/]`, message }))],
  },
})
const node = ['^(node:|electron$|electron/|typeorm|sqlite3|serialport|node-thermal-printer|@orpc/server)', 'the page knows neither Node nor the main process']
const noElectron = ['^electron($|/)', 'store and registers run in plain Node; pass a port in']
const noPage = ['(^|/)renderer/', 'the main process knows no page: what both know stands in shared']
const noMain = ['^(\\.\\./)+electron/', 'the page reaches the main process through the contract only']
const anyPage = ['(^|/)registers/', 'what registers share stands in desk or components, and knows none of them']
/** The registers beside `own`: they are reached neither from their folder nor from one in it. */
const others = (names, own, shares) => [`^(\\.\\./)+(?:registers/)?(?:${names.filter((name) => name !== own).join('|')})/`, `registers do not import one another; ${shares}`]
const otherPages = (own) => others(pages, own, 'what they share stands in desk or components')
const otherRegisters = (own) => others(registers, own, 'what crosses goes through the store\'s shared services')

const storeOnly = ['(^|/)(rpc|window|peripherals)/', 'a register knows the store and the shared floor only']

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'screenshots/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/attributes-order': 'off',
    },
  },
  { files: ['scripts/**', '**/*.mjs', 'e2e/**', 'bench/**'], rules: { 'no-console': 'off' } },
  // What Electron and electron-builder load by themselves is CommonJS.
  { files: ['scripts/**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  floor(['shared/**/*.ts'], [['^(?!\\.|zod$|@orpc/contract$)', 'shared imports nothing but zod, the contract builder and itself'], ['(^|/)(electron|renderer)/', 'shared imports nothing but zod, the contract builder and itself']]),
  { files: ['shared/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  floor(['renderer/**/*.{ts,vue}'], [node, noMain]),
  floor(['renderer/{desk,components}/**/*.{ts,vue}'], [node, noMain, anyPage]),
  ...pages.map((name) => floor([`renderer/registers/${name}/**/*.{ts,vue}`], [node, noMain, ['^@renderer/registers/', anyPage[1]], otherPages(name)])),
  floor(['electron/*.ts', 'electron/rpc/**/*.ts'], [noPage]),
  floor(['electron/preload.ts', 'electron/window/**/*.ts'], [noPage], []),
  floor(['electron/station/**/*.ts'], [noElectron, noPage]),
  // Where what Electron has is handed to the counter.
  floor(['electron/station/start.ts'], [noPage]),
  floor(['electron/demo/**/*.ts'], [noElectron, noPage, storeOnly]),
  floor(['electron/store/**/*.ts'], [noElectron, noPage, ['(^|/)(registers|rpc|window|peripherals)/', 'the store knows no register and no machine']]),
  floor(['electron/registers/*.ts'], [noElectron, noPage, storeOnly, [`^\\./(?:${registers.join('|')})/`, 'what registers share knows none of them']]),
  // Tests of what several registers do together, and the house they are tested in.
  floor(['electron/registers/{*.test,testing}.ts'], [noElectron, noPage, storeOnly]),
  ...[...registers, ...shared].map((name) => floor([`electron/registers/${name}/**/*.ts`], [noElectron, noPage, otherRegisters(name), storeOnly])),
  floor(['electron/peripherals/**/*.ts'], [noPage, ['(^|/)(registers|store|rpc|window)/', 'peripherals know nothing about registers']]),
)
