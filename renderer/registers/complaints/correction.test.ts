import { expect, test } from 'vitest'
import type { ComplaintDetail } from '@shared/contract/complaints'
import { changesOf, correctionOf, faultOfCorrection, writtenAnew } from './correction'

const dueAt = new Date(2026, 2, 13, 9, 10, 31).getTime()
const complaint = { channel: 'phone', name: '宋雨桐', unitId: 3, room: '2706', place: '', tenantId: 5, tenantName: '恒越', cause: '楼上打钻', kind: 'noise', level: 1, dueAt, erased: false } as ComplaintDetail

test('only what is written anew is sent; a time that reads the same keeps its seconds', () => {
  const form = correctionOf(complaint)
  expect(changesOf(complaint, form)).toEqual({})
  expect(changesOf(complaint, { ...form, level: 2, phone: '13700005063', dueTime: '18:00' })).toEqual({ level: 2, phone: '13700005063', dueAt: new Date(2026, 2, 13, 18).getTime() })
  expect(changesOf(complaint, { ...form, noPhone: true, unitId: null, room: '', place: '大堂' })).toEqual({ phone: '', unitId: null, place: '大堂' })
})

test('what would leave it without name, cause or time is refused, and a correction says why', () => {
  const form = { ...correctionOf(complaint), reason: '写错' }
  expect(faultOfCorrection(complaint, form)).toBeNull()
  expect(faultOfCorrection(complaint, { ...form, cause: ' ' })).toEqual({ field: 'cause', code: 'cause' })
  expect(faultOfCorrection(complaint, { ...form, room: '27', unitId: null })).toEqual({ field: 'room', code: 'room-unknown' })
  expect(faultOfCorrection(complaint, { ...form, dueDay: '' , dueTime: '' })).toEqual({ field: 'dueDay', code: 'day' })
  expect(faultOfCorrection(complaint, { ...form, reason: '' })).toEqual({ field: 'reason', code: 'reason' })
})

test('a draft takes up what was written, not what stood there', () => {
  const was = correctionOf(complaint)
  expect(writtenAnew({ was, now: { ...was, place: '大堂' } })).toEqual({ place: '大堂' })
})
