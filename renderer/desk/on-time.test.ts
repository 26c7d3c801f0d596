import { expect, test } from 'vitest'
import { percentOf } from './on-time'

test('13.C5 the rate is never shown higher than the rows say', () => {
  expect(percentOf({ onTime: 2, total: 3 })).toBe(66)
  expect(percentOf({ onTime: 999, total: 1000 })).toBe(99)
  expect(percentOf({ onTime: 29, total: 100 })).toBe(29)
  expect(percentOf({ onTime: 0, total: 0 })).toBe(100)
})
