import { expect, test } from 'vitest'
import { exitPermits } from '@shared/contract/exit-permits'
import { filterOf, noNarrowing, permitTabs } from './list-filter'

test('a tab is a view of the register; what is searched for is found wherever it stands', () => {
  expect(permitTabs.map((tab) => filterOf(tab, noNarrowing()).view)).toEqual(['all', 'at-gate', 'to-chase'])
  expect(filterOf('at-gate', { ...noNarrowing(), search: ' 6L208 ' })).toMatchObject({ view: 'all', search: '6L208' })
  expect(filterOf('to-chase', { ...noNarrowing(), from: '2026-03-12', to: '2026-03-01' })).toMatchObject({ view: 'all', from: '2026-03-01', to: '2026-03-12' })
})

test('every filter passes the contract', () => {
  const input = exitPermits.list['~orpc'].inputSchema!
  for (const tab of permitTabs) expect(input.safeParse({ filter: filterOf(tab, { ...noNarrowing(), tenant: { id: 3, name: '恒越' } }) }).success, tab).toBe(true)
})
