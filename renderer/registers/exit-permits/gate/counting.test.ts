import { expect, test } from 'vitest'
import zh from '../../../locales/zh-CN/gate'
import { agrees, countOf, countsOf, differenceWords } from './counting'

const goods = [{ quantity: 12 }, { quantity: 4 }]
const t = (key: string, values: Record<string, unknown>): string => (zh as unknown as Record<string, string>)[key.replace('gate.', '')]!.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

test('14.R4 every line is counted before anything is said', () => {
  expect(['6', ' ６ ', '0', '', '六', '-1', '1.5', '123456'].map(countOf)).toEqual([6, 6, 0, null, null, null, null, null])
  expect(countsOf(['12', ''])).toBeNull()
  expect(countsOf(['12', '6'])).toEqual([{ line: 0, found: 12 }, { line: 1, found: 6 }])
})

test('14.R4 goods agree where every line does, and nothing lies beside them', () => {
  expect(agrees(goods, ['12', '4'], ' ')).toBe(true)
  expect([agrees(goods, ['12', '6'], ''), agrees(goods, ['12'], ''), agrees(goods, ['12', '4'], '一把椅子')]).toEqual([false, false, false])
})

test('14.F1 what differs is said as a number too many or too few', () => {
  expect([differenceWords({ listed: 4, found: 6 }, '个', t), differenceWords({ listed: 12, found: 11 }, '张', t), differenceWords({ listed: 1, found: 1 }, '台', t)]).toEqual(['多 2 个', '少 1 张', ''])
})
