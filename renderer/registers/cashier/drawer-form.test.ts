import { expect, test } from 'vitest'
import { checkCount, countedFen, countsOf, emptyCount } from './drawer-form'

const count = (pieces: Record<number, string>, over: { float?: string; reason?: string } = {}) => ({ ...emptyCount(0), ...over, pieces: { ...emptyCount(0).pieces, ...pieces } })

test('17.R4 the drawer is counted by notes and coins', () => {
  expect(countedFen(count({ 10000: '2', 500: '3', 10: '7' }))).toBe(21_570)
  expect(countsOf(count({ 10000: '2', 500: '０' }))).toEqual([{ fen: 10_000, pieces: 2 }])
  expect(countedFen(count({ 10000: '-1' }))).toBeNull()
})

test('17.R4 a difference needs its reason, and no more stays as float than was counted', () => {
  expect(checkCount(count({ 10000: '2' }), 20_000)).toBeNull()
  expect(checkCount(count({ 10000: '2' }), 21_000)).toBe('reason')
  expect(checkCount(count({ 10000: '2' }, { reason: '找错零' }), 21_000)).toBeNull()
  expect(checkCount(count({ 10000: '2' }, { float: '300' }), 20_000)).toBe('floatTooMuch')
  expect(checkCount(count({ 10000: '2' }, { float: '-1' }), 20_000)).toBe('float')
  expect(checkCount(count({ 10000: 'x' }), 0)).toBe('pieces')
})
