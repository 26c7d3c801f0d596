import { expect, test } from 'vitest'
import { finishedOf, usedOf } from './finish-form'

const startedAt = new Date(2026, 2, 12, 13, 30, 20).getTime()
const now = new Date(2026, 2, 12, 14, 8, 5).getTime()
const finished = (day: string, time: string): ReturnType<typeof finishedOf> => finishedOf({ day, time }, { at: startedAt - 1000, startedAt }, now)

test('13.R4 the work ends no earlier than it began and not later than now', () => {
  expect(finished('2026-03-12', '14:00')).toBe(new Date(2026, 2, 12, 14).getTime())
  expect(finished('2026-03-12', '13:29')).toBe('before-start')
  expect(finished('2026-03-12', '14:09')).toBe('future')
  expect(finished('2026-03-32', '14:00')).toBe('day')
  expect(finished('2026-03-12', '25:00')).toBe('time')
  expect(finished('', '')).toBe('time')
})

test('within the minute it began it is finished when it began, not before', () => {
  expect(finished('2026-03-12', '13:30')).toBe(startedAt)
})

test('13.F2 materials are recorded by quantity and price; a line that cannot be read is named', () => {
  expect(usedOf([{ name: '球阀', unit: '只', quantity: '2', price: '45' }, { name: '', unit: '', quantity: 'x', price: '' }])).toEqual({ used: [{ name: '球阀', unit: '只', quantityMilli: 2000, unitPriceFen: 4500 }] })
  expect(usedOf([{ name: '生料带', unit: '卷', quantity: '', price: '' }])).toEqual({ used: [{ name: '生料带', unit: '卷', quantityMilli: 1000, unitPriceFen: 0 }] })
  expect(usedOf([{ name: '球阀', unit: '', quantity: '两', price: '1' }])).toEqual({ line: 0, field: 'quantity' })
  expect(usedOf([{ name: '球阀', unit: '', quantity: '1', price: '-1' }])).toEqual({ line: 0, field: 'price' })
})
