import { expect, test } from 'vitest'
import { count, day, timeOfDay } from './cells'

const minutes = (text: string) => { const read = timeOfDay(text); return read.ok ? `${Math.floor(read.value / 60)}:${String(read.value % 60).padStart(2, '0')}` : read.fault.code }

test.each([
  ['14:30', '14:30'], ['14：30', '14:30'], ['9:05', '9:05'], ['14:30:00', '14:30'], ['1430', '14:30'], ['930', '9:30'], ['14.30', '14:30'], ['14点', '14:00'], ['14点5分', '14:05'], ['14时30分', '14:30'],
  ['下午2点半', '14:30'], ['下午2:30', '14:30'], ['上午 9:00', '9:00'], ['中午12点', '12:00'], ['中午1点', '13:00'], ['晚上8点', '20:00'], ['2:30 PM', '14:30'], ['2pm', '14:00'], ['12:10 am', '0:10'],
  ['0.604166666666667', '14:30'], ['0.375', '9:00'], ['0.5', '12:00'], ['0:00', '0:00'], ['23:59', '23:59'],
])('%s is the time %s', (text, time) => expect(minutes(text)).toBe(time))

test.each(['24:00', '9:60', '25:00', '14', '14:3', '下午', '明天', '14.5', '143000', '-1:00', '晚上'])('%s is no time', (text) => expect(minutes(text)).toBe('not-a-time'))

test('a time behind a date is left out', () => {
  expect([day('2026-03-13 14:30'), day('2026/3/13 9:05:00')]).toEqual([{ ok: true, value: '2026-03-13' }, { ok: true, value: '2026-03-13' }])
})

test('a count is whole and within its bounds', () => {
  expect(['3', '３人', '200', '0', '201', '-1', '2.5', '几人'].map((text) => { const read = count(1, 200)(text); return read.ok ? read.value : read.fault.code }))
    .toEqual([3, 3, 200, 'out-of-range', 'out-of-range', 'out-of-range', 'not-a-number', 'not-a-number'])
})
