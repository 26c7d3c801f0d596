import { expect, test } from 'vitest'
import { complaints } from '@shared/contract/complaints'
import { complaintTabs, filterOf, noNarrowing } from './list-filter'

test('a tab is a view of the register; what is searched for is found wherever it stands', () => {
  expect(complaintTabs.map((tab) => filterOf(tab, noNarrowing()).view)).toEqual(['open', 'escalated', 'month', 'all'])
  expect(filterOf('open', { ...noNarrowing(), search: ' 打钻 ' })).toMatchObject({ view: 'all', search: '打钻' })
  expect(filterOf('open', { ...noNarrowing(), from: '2026-03-12', to: '2026-03-01' })).toMatchObject({ view: 'all', from: '2026-03-01', to: '2026-03-12' })
})

test('every filter passes the contract', () => {
  const input = complaints.list['~orpc'].inputSchema!
  for (const tab of complaintTabs) expect(input.safeParse({ filter: filterOf(tab, { ...noNarrowing(), kind: 'noise' }) }).success, tab).toBe(true)
})
