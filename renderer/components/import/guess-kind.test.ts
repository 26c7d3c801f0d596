import { expect, test } from 'vitest'
import { guessKind } from './guess-kind'

test.each([
  ['单位与房间.xlsx', 'units'], ['客户名单2026.xlsx', 'tenants'], ['单位联系人.csv', 'contacts'], ['contacts.csv', 'contacts'], ['2026.xlsx', null],
] as const)('%s is taken for %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind)
})
