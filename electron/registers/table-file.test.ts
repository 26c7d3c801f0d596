import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeTable } from './table-file'

let dir: string
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'table-')) })
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** What a CSV file says, one cell a line. */
async function written(texts: string[]): Promise<string[]> {
  const path = join(dir, 'x.csv')
  await writeTable(path, 'csv', { name: 'x', columns: [{ title: '房号', width: 10, text: (text: string) => text }], rows: texts })
  return readFileSync(path, 'utf8').split('\r\n').slice(1, -1)
}
/** As CSV quotes a cell with quotation marks in it. */
const told = (text: string): string => `"=""${text}"""`

test('16.C1 a room, a tag or a hook that a spreadsheet would take for a number or a date is told to be text', async () => {
  const mistaken = ['0603', '110105199003070024', '12E05', '12e5', '3-12', '1-2', '2026-03', '3/12', '1-2-3']
  expect(await written(mistaken)).toEqual(mistaken.map(told))
})

test('16.C1 what nobody mistakes stands as it is, and a formula never begins', async () => {
  const plain = ['1808', 'A-34', 'DJ26-000001', '2026-03-12', '2026-03-12 14:26', '138****2716', '东门', '12.50', 'E05']
  expect(await written(plain)).toEqual(plain)
  expect(await written(['=1+1', '-3', '@恒越'])).toEqual(["'=1+1", "'-3", "'@恒越"])
})
