import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, ageParts, dayOf, daysBetween, dayStart, isRealDay, parseDay, timeOf } from './time'

const minute = 60_000

test('a moment belongs to the local day, from its first millisecond to its last', () => {
  const start = new Date(2026, 2, 10).getTime()
  expect(dayOf(start)).toBe('2026-03-10')
  expect(dayOf(start - 1)).toBe('2026-03-09')
  expect(dayStart('2026-03-10')).toBe(start)
  expect(timeOf(start + 9 * 60 * minute + 5 * minute)).toBe('09:05')
})

test('days are counted over ends of months and years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
      const day = addDays('2026-03-10', count)
      expect(daysBetween('2026-03-10', day)).toBe(count)
      expect(dayOf(dayStart(day))).toBe(day)
    }),
  )
})

test('only real days are days', () => {
  expect(parseDay('20240229')).toBe('2024-02-29')
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  for (const text of ['20230229', '19000229', '20240431', '20241301', '20240001', '2024-0229', '2024229', '长期']) {
    expect(parseDay(text)).toBeUndefined()
  }
  expect(isRealDay(2000, 2, 29)).toBe(true)
  expect(() => dayStart('2026-02-30')).toThrow(RangeError)
  expect(() => addDays('20260210', 1)).toThrow(RangeError)
})

test.each([
  [0, undefined, { stage: 'within', hours: 0, minutes: 0 }],
  [24 * minute + 59_999, undefined, { stage: 'within', hours: 0, minutes: 24 }],
  [166 * minute, undefined, { stage: 'within', hours: 2, minutes: 46 }],
  [20 * minute - 1, 30 * minute, { stage: 'within', hours: 0, minutes: 19 }],
  [20 * minute, 30 * minute, { stage: 'near', hours: 0, minutes: 20 }],
  [30 * minute, 30 * minute, { stage: 'near', hours: 0, minutes: 30 }],
  [30 * minute + 1, 30 * minute, { stage: 'over', hours: 0, minutes: 0 }],
  [64 * minute, 30 * minute, { stage: 'over', hours: 0, minutes: 34 }],
  [-5 * minute, 30 * minute, { stage: 'within', hours: 0, minutes: 0 }],
] as const)('an age of %d ms under a limit of %s', (age, limit, expected) => {
  const since = new Date(2026, 2, 10, 9, 30).getTime()
  expect(ageParts(since, since + age, limit)).toEqual(expected)
})

test('a month may be turned over any number of years, either way', () => {
  expect([['2026-12', 1], ['2026-01', -1], ['2026-11', 12], ['2026-03', -15], ['2026-03', 0]].map(([month, count]) => addMonths(month as string, count as number))).toEqual(['2027-01', '2025-12', '2027-11', '2024-12', '2026-03'])
})
