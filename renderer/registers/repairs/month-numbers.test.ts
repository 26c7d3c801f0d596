import { expect, test } from 'vitest'
import { missingNumbers } from './month-numbers'

test('13.C4 a month has no gap when it has as many orders, void ones too, as numbers', () => {
  expect(missingNumbers({ first: 'WX26-001105', last: 'WX26-001207', count: 103 })).toBe(0)
  expect(missingNumbers({ first: 'WX26-001105', last: 'WX26-001207', count: 101 })).toBe(2)
  expect(missingNumbers({ first: '', last: '', count: 0 })).toBe(0)
})
