import { expect, test } from 'vitest'
import { filterOf, isNarrowed, noNarrowing } from './list-rows'

test('a tab shows its loans, a search goes through all of them', () => {
  expect(filterOf('out', noNarrowing())).toMatchObject({ view: 'out', search: '' })
  expect(filterOf('today', noNarrowing()).view).toBe('returned-today')
  expect(filterOf('all', noNarrowing()).view).toBe('all')
  expect(filterOf('out', { ...noNarrowing(), search: ' 贺志强 ' })).toMatchObject({ view: 'all', search: '贺志强' })
})

test('a range written the wrong way round is turned', () => {
  const narrowing = { ...noNarrowing(), from: '2026-03-12', to: '2026-03-01', tenant: { id: 4, name: '瑞景' } }
  expect(filterOf('out', narrowing)).toMatchObject({ view: 'all', from: '2026-03-01', to: '2026-03-12', tenantId: 4 })
  expect([isNarrowed(narrowing), isNarrowed(noNarrowing()), isNarrowed({ ...noNarrowing(), search: ' ' })]).toEqual([true, false, false])
})
