import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const FOLDERS = ['e2e', 'electron', 'renderer', 'scripts', 'shared']
const TEST_FILE = /\.(test|spec)\.(ts|mts|mjs)$/
/** What proves nothing: tests left out, and steps inside a test. */
const NOT_TESTS = new Set(['skip', 'todo', 'fixme', 'fail', 'fails', 'step', 'skipIf', 'runIf'])

/** @typedef {{file: string, path: string[]}} TestTitle `path` is the titles of its groups and its own, outermost first. */

/** A title as it is written; what is only known when it runs is an ellipsis. */
function titleOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('')
  return undefined
}

/** The words of `test.describe.serial` or `describe.each(table)`; empty when it is something else. */
function words(node) {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) return [...words(node.expression), node.name.text]
  if (ts.isCallExpression(node)) return words(node.expression)
  if (ts.isTaggedTemplateExpression(node)) return words(node.tag)
  return []
}

/** @returns {TestTitle[]} the tests of one file in their order; those that are skipped are left out */
export function titlesIn(file, text) {
  const found = []
  const visit = (node, groups) => {
    let inside = groups
    const title = ts.isCallExpression(node) && node.arguments.length > 1 ? titleOf(node.arguments[0]) : undefined
    if (title !== undefined) {
      const [first, ...rest] = words(node.expression)
      if (['test', 'it', 'describe'].includes(first)) {
        if (rest.some((word) => NOT_TESTS.has(word))) return
        if (first === 'describe' || rest.includes('describe')) inside = [...groups, title]
        else found.push({ file, path: [...groups, title] })
      }
    }
    ts.forEachChild(node, (child) => visit(child, inside))
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), [])
  return found
}

/** @returns {TestTitle[]} every test of the repository, by file */
export function allTitles(root) {
  const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => TEST_FILE.test(name)))
  return files.sort().flatMap((file) => titlesIn(file, readFileSync(join(root, file), 'utf8')))
}
