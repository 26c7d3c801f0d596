import { expect, test } from 'vitest'
import { monthsOf, ownName, withDays } from './year-days'

const holiday = { from: '2026-02-16', to: '2026-02-18', kind: 'holiday' as const, name: '春节' }

test('12.R9 a holiday is added day by day, in order, each day once', () => {
  const days = withDays([{ day: '2026-05-01', kind: 'holiday', name: '劳动节' }, { day: '2026-02-17', kind: 'holiday', name: '年初一' }], 2026, holiday)
  expect(days).toEqual([
    { day: '2026-02-16', kind: 'holiday', name: '春节' }, { day: '2026-02-17', kind: 'holiday', name: '春节' }, { day: '2026-02-18', kind: 'holiday', name: '春节' }, { day: '2026-05-01', kind: 'holiday', name: '劳动节' },
  ])
})

test('a single day needs no end; a weekend that is worked is a weekend', () => {
  expect(withDays([], 2026, { from: '20260214', to: '', kind: 'workday', name: '' })).toEqual([{ day: '2026-02-14', kind: 'workday', name: '' }])
  expect(withDays([], 2026, { from: '2026-02-13', to: '', kind: 'workday', name: '' })).toEqual({ field: 'from', code: 'weekday' })
})

test.each([[{ from: '二月' }, 'from', 'day'], [{ to: '2026-02-30' }, 'to', 'day'], [{ from: '2025-12-31' }, 'from', 'year'], [{ to: '2027-01-02' }, 'to', 'year'], [{ to: '2026-02-15' }, 'to', 'order'], [{ to: '2026-08-01' }, 'to', 'many']])('%j is refused', (change, field, code) => {
  expect(withDays([], 2026, { ...holiday, ...change })).toEqual({ field, code })
})

test('twelve months, Monday first', () => {
  const months = monthsOf(2026, [{ day: '2026-02-16', kind: 'holiday', name: '除夕' }, { day: '2026-02-14', kind: 'workday', name: '' }])
  expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  expect(months[1]!.before).toBe(6)
  expect(months[1]!.days.slice(12, 17).map(({ kind }) => kind)).toEqual(['plain', 'workday', 'weekend', 'holiday', 'plain'])
})

test('12.R9 a day named like its kind is told by its kind alone', () => {
  expect([ownName('调休上班', 'workday'), ownName('放假', 'holiday'), ownName('春节', 'holiday')]).toEqual(['', '', '春节'])
})
