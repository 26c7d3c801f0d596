import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { manualPage, requirements } from './manual.mjs'
import { root } from './paths.mjs'
import { titlesIn } from './test-titles.mjs'

test('every id of the manual has a test, or says what comes later', () => {
  expect(requirements(root).filter(({ tests, later }) => tests.length === 0 && !later).map(({ id }) => id)).toEqual([])
})

test('docs/manual.md is what `npm run docs` makes of the titles', () => {
  expect(readFileSync(join(root, 'docs/manual.md'), 'utf8')).toBe(manualPage(requirements(root)))
})

test('titles are read with their groups, tables and templates; skipped tests and steps are none', () => {
  const titles = titlesIn('a.test.ts', `
    describe('group', () => {
      test('one', () => {})
      test.each([1, 2])('two %i', () => {})
      test(\`three \${x} end\`, () => {})
      test.skip('four', () => {})
    })
    test.describe.serial('e2e', () => { test('five', async () => { await test.step('six', () => {}) }) })
    describe.skip('out', () => { test('seven', () => {}) })
    attest('eight', 'nine')
  `)
  expect(titles.map(({ path }) => path.join(' › '))).toEqual(['group › one', 'group › two %i', 'group › three … end', 'e2e › five'])
})
