import { expect, test } from 'vitest'
import type { WorkOrderDetail } from '@shared/contract/repairs'
import { changesOf, correctionOf, faultOfCorrection, writtenAnew } from './correction'

const at = new Date(2026, 2, 12, 13, 2, 31).getTime()
const order = {
  at, content: '茶水间水槽下方接头漏水', trade: 'plumbing', urgency: 'urgent', place: '', unitId: 7, room: '1808', tenantId: 5, tenantName: '博远', reporter: '陆文博', appointmentAt: at, expectedFinishAt: null,
  workRecord: '换球阀', finishedAt: at + 66 * 60_000,
} as WorkOrderDetail

test('only what is written anew is sent; a time that reads the same keeps its seconds', () => {
  expect(changesOf(order, correctionOf(order))).toEqual({})
  expect(changesOf(order, { ...correctionOf(order), trade: 'electrical', phone: '13800002716' })).toEqual({ trade: 'electrical', phone: '13800002716' })
  expect(changesOf(order, { ...correctionOf(order), appointmentTime: '15:00' })).toEqual({ appointmentAt: new Date(2026, 2, 12, 15).getTime() })
})

test('a promise may be taken away, the number too; the finish time may not', () => {
  expect(changesOf(order, { ...correctionOf(order), appointmentDay: '', appointmentTime: '', noPhone: true })).toEqual({ appointmentAt: null, phone: '' })
  expect(faultOfCorrection(order, { ...correctionOf(order), finishedDay: '', finishedTime: '' })).toEqual({ field: 'finishedAt', code: 'time' })
})

test('what would leave the order without content, place or work record is refused', () => {
  expect(faultOfCorrection(order, correctionOf(order))).toBeNull()
  expect(faultOfCorrection(order, { ...correctionOf(order), content: ' ' })).toEqual({ field: 'content', code: 'content-required' })
  expect(faultOfCorrection(order, { ...correctionOf(order), unitId: null, room: '' })).toEqual({ field: 'place', code: 'place-required' })
  expect(faultOfCorrection(order, { ...correctionOf(order), workRecord: '' })).toEqual({ field: 'workRecord', code: 'work-record' })
  expect(faultOfCorrection(order, { ...correctionOf(order), expectedDay: '13 日' })).toEqual({ field: 'expectedDay', code: 'day' })
})

test('a draft takes up what was written, not what stood there', () => {
  const was = correctionOf(order)
  expect(writtenAnew({ was, now: { ...was, place: '大堂' } })).toEqual({ place: '大堂' })
})
