import { expect, test } from 'vitest'
import type { KeyRow } from '@shared/contract/keys'
import { boardBeside, hookState, moveOnBoard, placesOf } from './board'

const key = (hook: number, more: Partial<KeyRow> = {}): KeyRow => ({
  id: hook, no: `A-${hook}`, board: 'A', hook, unitId: null, room: '', place: '', type: 'door', name: `钥匙 ${hook}`, owned: 1, out: 0, difference: 0, late: false, sealed: false, remark: '', active: true, version: 1, ...more,
})

test.each([
  [{}, 'here'], [{ out: 1 }, 'out'], [{ out: 1, late: true }, 'late'], [{ sealed: true }, 'sealed'], [{ sealed: true, out: 1, late: true }, 'late'], [{ active: false, sealed: true }, 'off'],
] as const)('11.C4 a hook with %j is %s', (facts, state) => {
  expect(hookState(key(1, facts))).toBe(state)
})

test('the board hangs in whole rows, a missing hook leaves its place empty', () => {
  const places = placesOf([1, 2, 4, 9].map((hook) => key(hook)))
  expect(places).toHaveLength(16)
  expect(places.map(({ key: there }) => there?.hook ?? 0).slice(0, 9)).toEqual([1, 2, 0, 4, 0, 0, 0, 0, 9])
})

test('a board numbered from a thousand is no wall of empty places', () => {
  expect(placesOf([key(902), key(901), key(999)]).map(({ hook }) => hook)).toEqual([901, 902, 999])
  expect(placesOf([])).toEqual([])
})

test('arrows pass over places without a hook, and stay at the edge', () => {
  const places = placesOf([1, 3, 4, 11, 12, 20, 21, 22].map((hook) => key(hook)))
  expect(moveOnBoard(places, 0, 'ArrowRight')).toBe(2)
  expect(moveOnBoard(places, 2, 'ArrowDown')).toBe(10)
  expect(moveOnBoard(places, 3, 'ArrowDown')).toBe(11)
  expect(moveOnBoard(places, 0, 'ArrowUp')).toBe(0)
  expect(moveOnBoard(places, 0, 'ArrowDown')).toBe(0)
  expect(moveOnBoard(places, 5, 'End')).toBe(21)
  expect(moveOnBoard(places, 5, 'Home')).toBe(0)
  expect(moveOnBoard(places, 5, 'x')).toBeNull()
})

test('PgDn goes through the boards and comes round', () => {
  expect(boardBeside(['A', 'B', 'C'], 'C', 1)).toBe('A')
  expect(boardBeside(['A', 'B', 'C'], 'A', -1)).toBe('C')
  expect(boardBeside([], 'A', 1)).toBe('A')
})
