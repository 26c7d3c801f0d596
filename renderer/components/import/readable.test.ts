import { expect, test } from 'vitest'
import { readable } from './readable'

test('only workbooks of the new kind and CSV are read', () => {
  expect(['单位.xlsx', 'UNITS.CSV'].map(readable)).toEqual([true, true])
  expect(['单位.xls', '单位.xlsx.exe', '单位', 'xlsx'].map(readable)).toEqual([false, false, false, false])
})
