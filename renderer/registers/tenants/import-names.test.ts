import { expect, test } from 'vitest'
import { guessKind, readable } from './import-names'

test('only workbooks of the new kind and CSV are read', () => {
  expect(['单位.xlsx', 'UNITS.CSV'].map(readable)).toEqual([true, true])
  expect(['单位.xls', '单位.xlsx.exe', '单位', 'xlsx'].map(readable)).toEqual([false, false, false, false])
})

test.each([
  ['单位与房间.xlsx', 'units'], ['客户名单2026.xlsx', 'tenants'], ['单位联系人.csv', 'contacts'], ['contacts.csv', 'contacts'], ['2026.xlsx', null],
] as const)('%s is taken for %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind)
})
