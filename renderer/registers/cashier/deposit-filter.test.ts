import { expect, test } from 'vitest'
import { filterOf, isNarrowed, noNarrowing } from './deposit-filter'
import en from '../../locales/en/deposits'
import zh from '../../locales/zh-CN/deposits'
import { depositKinds } from './deposit-filter'

test('M1 the ledger is narrowed by kind, company and days within its tab; a range written the wrong way round is turned', () => {
  expect(filterOf('held', { ...noNarrowing(), kind: 'key', tenant: { id: 7, name: '博远' }, from: '2026-11-24', to: '2026-11-01' })).toEqual({ state: 'held', kind: 'key', tenantId: 7, search: '', from: '2026-11-01', to: '2026-11-24' })
  expect(filterOf('all', noNarrowing()).state).toBeNull()
})

test('a number that is looked for is found whatever became of its deposit', () => {
  expect(filterOf('held', { ...noNarrowing(), search: ' SZ26-000031 ' })).toMatchObject({ state: null, search: 'SZ26-000031' })
})

test('what narrows the ledger is told', () => {
  expect(isNarrowed(noNarrowing())).toBe(false)
  for (const change of [{ search: '1' }, { kind: 'key' }, { tenant: { id: 1, name: '' } }, { to: '2026-11-24' as const }]) expect(isNarrowed({ ...noNarrowing(), ...change }), JSON.stringify(change)).toBe(true)
})

test('every kind has its word in both languages', () => {
  for (const kind of depositKinds) expect([zh.kind[kind], en.kind[kind]].every(Boolean), kind).toBe(true)
})
