import { expect, test } from 'vitest'
import { filterOf, isNarrowed, noNarrowing } from './list-filter'

test('a range of days written the wrong way round is turned', () => {
  expect(filterOf('all', { ...noNarrowing(), from: '2026-03-12', to: '2026-03-01' })).toMatchObject({ from: '2026-03-01', to: '2026-03-12', view: 'all' })
})

test('what is narrowed says so; spaces are no search', () => {
  expect(isNarrowed(noNarrowing())).toBe(false)
  expect(isNarrowed({ ...noNarrowing(), search: '  ' })).toBe(false)
  expect(isNarrowed({ ...noNarrowing(), trade: 'plumbing' })).toBe(true)
  expect(filterOf('open', { ...noNarrowing(), state: 'assigned', worker: ' 何 ' })).toMatchObject({ states: ['assigned'], worker: '何', view: 'open' })
})
