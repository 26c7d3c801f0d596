import { expect, test } from 'vitest'
import { workingCalendar } from './working-days'

const calendar = workingCalendar([
  { day: '2026-10-01', kind: 'holiday' }, { day: '2026-10-02', kind: 'holiday' }, { day: '2026-10-05', kind: 'holiday' }, { day: '2026-10-06', kind: 'holiday' }, { day: '2026-10-07', kind: 'holiday' },
  { day: '2026-10-10', kind: 'workday' },
])

test('12.R9 a weekday is worked unless it is a holiday, a weekend is off unless it is worked for one', () => {
  expect(['2026-09-30', '2026-10-01', '2026-10-03', '2026-10-08', '2026-10-10', '2026-10-11'].map((day) => calendar.isWorkingDay(day))).toEqual([true, false, false, true, true, false])
})

test('12.R9 working days are counted to both sides, over holidays and the weekend that is worked', () => {
  expect(calendar.before('2026-10-09', 2)).toBe('2026-09-30')
  expect(calendar.before('2026-10-12', 1)).toBe('2026-10-10')
  expect(calendar.after('2026-09-30', 3)).toBe('2026-10-10')
  expect(calendar.after('2026-10-10', 1)).toBe('2026-10-12')
  expect(calendar.before('2026-10-03', 0)).toBe('2026-10-03')
})

test('12.R9 over the end of a year and the leap day', () => {
  expect(workingCalendar([]).before('2027-01-01', 1)).toBe('2026-12-31')
  expect(workingCalendar([]).after('2028-02-28', 1)).toBe('2028-02-29')
})
