import { expect, test } from 'vitest'
import { handlerInput, handlerOf } from './handler'

const now = new Date(2026, 2, 12, 14, 26).getTime()
const hour = 3_600_000

test('7.R6 a due time still to come is kept, a past one begins anew with the hours of its level', () => {
  const complaint = { department: 'engineering', person: '何建国', level: 3, dueAt: now + 2 * hour } as const
  expect(handlerOf(complaint, [24, 24, 8], now)).toEqual({ department: 'engineering', person: '何建国', day: '2026-03-12', time: '16:26' })
  expect(handlerOf({ ...complaint, dueAt: now - hour, department: null }, [24, 24, 8], now)).toMatchObject({ department: 'customer-service', day: '2026-03-12', time: '22:26' })
})

test('7.R6 what is written is sent as a moment; a past or unreadable one is refused at its field', () => {
  const form = { department: 'security', person: ' 周 ', day: '2026-03-13', time: '' } as const
  expect(handlerInput(form, now)).toEqual({ department: 'security', person: '周', dueAt: new Date(2026, 2, 13, 18).getTime() })
  expect(handlerInput({ ...form, day: '2026-03-12', time: '14:00' }, now)).toEqual({ field: 'dueAt', code: 'due-past' })
  expect(handlerInput({ ...form, day: '下周' }, now)).toEqual({ field: 'day', code: 'day' })
  expect(handlerInput({ ...form, day: '', time: '' }, now)).toEqual({ field: 'day', code: 'day' })
})
