import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allTitles } from './test-titles.mjs'

/**
 * @typedef {{id: string, text: string, later?: string, tests: import('./test-titles.mjs').TestTitle[]}} Requirement
 *   `later` says what of it comes with a later stage
 */

/** An id as a title cites it: whole, so that 16.R1 is not found in 16.R11. */
const cites = (title, id) => new RegExp(`(?<![\\w.])${id.replaceAll('.', '\\.')}(?!\\w)`).test(title)

/** @returns {Requirement[]} the manual's ids in their order, each with the tests that cite it, themselves or by their group */
export function requirements(root) {
  const ids = JSON.parse(readFileSync(join(root, 'docs/manual-ids.json'), 'utf8'))
  const titles = allTitles(root)
  return ids.map(({ id, ...rest }) => ({ id, ...rest, tests: titles.filter((test) => test.path.some((title) => cites(title, id))) }))
}

/** Keeps a title from being read as Markdown. */
const plain = (text) => text.replace(/[\\`*_<>[\]|]/g, '\\$&')

function section({ id, text, later, tests }) {
  const files = [...new Set(tests.map((test) => test.file))]
  const lines = files.flatMap((file) => {
    const own = [...new Set(tests.filter((test) => test.file === file).map((test) => test.path.map(plain).join(' › ')))]
    return [`- \`${file}\``, ...own.map((title) => `  - ${title}`)]
  })
  return [`## ${id}`, '', text, '', ...(later ? [`*${later}*`, ''] : []), ...(lines.length > 0 ? lines : ['No test yet.']), ''].join('\n')
}

/** docs/manual.md, as text. @param {Requirement[]} all */
export function manualPage(all) {
  const head = ['# What the manual asks, and the tests that prove it', '', 'Made by `npm run docs` from the titles of the tests; don\'t edit it by hand. A group\'s title counts for all its tests.', '']
  return [...head, ...all.map(section)].join('\n')
}
