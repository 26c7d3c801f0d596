import { describe, expect, test } from 'vitest'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import { checkOrder, contentOf, emptyOrder, isOrderTouched, neededInOrder, orderInputOf, orderOfDraft, pickReporter, splitContent, startFrom, typeReporter, type OrderForm } from './order-form'

const today = '2026-03-12'
const now = new Date(2026, 2, 12, 13, 0).getTime()
const written = (over: Partial<OrderForm> = {}): OrderForm => ({ ...emptyOrder(), fault: '空调不制冷', trade: 'air-conditioning', unitId: 7, room: '2203', ...over })
const faults = (over: Partial<OrderForm>): string[] => checkOrder(written(over), now, today).map(({ field, code }) => `${field}:${code}`)
const origin: OriginView = {
  register: 'reception', id: 12, no: 'DJ26-004209', at: now, name: '陆文博', phoneMasked: '135****4419', company: '博远', contactId: 3, tenantId: 5, tenantName: '博远（北京）国际供应链管理有限公司',
  unitId: 7, room: '1808', place: '', matter: '茶水间水管接头漏水，地面有积水', links: [],
}
const person = { contactId: 9, name: '程若兰', phoneMasked: '138****2716', tenantId: 5, company: '博远', unitId: 8, room: '1809' } as PersonSuggestion

describe('报修内容', () => {
  test('the first clause names the fault, the rest goes after it', () => {
    expect(splitContent('茶水间水管接头漏水，地面有积水')).toEqual({ fault: '茶水间水管接头漏水', details: '地面有积水' })
    expect(splitContent('插座无电')).toEqual({ fault: '插座无电', details: '' })
    expect(contentOf(splitContent('插座无电。已断电'))).toBe('插座无电，已断电')
  })
  test('a long story without a short beginning is all told, with no name given to it', () => {
    const story = '从上周五晚上开始靠近走廊那一侧的会议室天花板上一直有水往下滴到桌面和地毯，今天早上更大'
    expect(splitContent(story)).toEqual({ fault: '', details: story })
  })
})

test('16.R3 what an entry says stands in the form, the number masked; the store takes the whole one from it', () => {
  const form = written()
  startFrom(form, origin)
  expect(form).toMatchObject({ fault: '茶水间水管接头漏水', reporter: '陆文博', phone: '', phoneMasked: '135****4419', company: origin.tenantName, unitId: 7, room: '1808', trade: '' })
  expect(orderInputOf({ ...form, trade: 'plumbing' }, today, true)).toMatchObject({ from: { register: 'reception', id: 12 }, phone: '', contactId: 3, tenantId: 5 })
  expect(isOrderTouched(form)).toBe(true)
})

test('somebody else of the company is not reached under the number of the first', () => {
  const form = written()
  startFrom(form, origin)
  typeReporter(form, '何')
  expect(form).toMatchObject({ contactId: null, phoneMasked: '', tenantId: 5 })
  pickReporter(form, person)
  expect(form).toMatchObject({ contactId: 9, reporter: '程若兰', phoneMasked: '138****2716', room: '1809', unitId: 8 })
})

describe('13.R1 what the intake must know', () => {
  test('content, trade and where it is', () => {
    expect(faults({})).toEqual([])
    expect(faults({ fault: '' })).toEqual(['content:content-required'])
    expect(faults({ trade: '' })).toEqual(['trade:trade-required'])
    expect(faults({ unitId: null, room: '' })).toEqual(['place:place-required'])
    expect(faults({ unitId: null, room: '', place: '大堂' })).toEqual([])
    expect(faults({ unitId: null, room: '9999', place: '大堂' })).toEqual(['room:room-unknown'])
    expect(faults({ tenantId: null, company: '瑞' })).toEqual(['company:company-unknown'])
  })
  test('an appointment has a time, is to come, and the work is not promised before it', () => {
    expect(faults({ appointmentTime: '15:00' })).toEqual([])
    expect(faults({ appointmentDay: '2026-03-13' })).toEqual(['appointmentAt:time'])
    expect(faults({ appointmentDay: '13 日', appointmentTime: '9:00' })).toEqual(['appointmentDay:day'])
    expect(faults({ appointmentTime: '12:59' })).toEqual(['appointmentAt:appointment-past'])
    expect(faults({ expectedTime: '12:00' })).toEqual(['expectedFinishAt:expected-past'])
    expect(faults({ appointmentDay: '2026-03-14', appointmentTime: '9:00', expectedDay: '2026-03-13' })).toEqual(['expectedFinishAt:expected-before'])
  })
  test('a day alone is promised until the evening', () => {
    expect(orderInputOf(written({ expectedDay: '2026-03-13' }), today, true).expectedFinishAt).toBe(new Date(2026, 2, 13, 18).getTime())
    expect(orderInputOf(written({}), today, true).expectedFinishAt).toBeNull()
  })
})

test('13.R3 17.R3 free, chargeable, or an emergency that is done first', () => {
  expect(orderInputOf(written(), today, true)).toMatchObject({ chargeable: false, emergencyFirst: false })
  expect(orderInputOf(written({ charge: 'chargeable' }), today, true)).toMatchObject({ chargeable: true, emergencyFirst: false })
  expect(orderInputOf(written({ charge: 'emergency-first' }), today, true)).toMatchObject({ chargeable: true, emergencyFirst: true })
})

test('the next field to write follows what is there', () => {
  expect(neededInOrder(emptyOrder())).toBe('content')
  expect(neededInOrder({ ...emptyOrder(), fault: '插座无电' })).toBe('trade')
  expect(neededInOrder(written())).toBe('reporter')
  expect(neededInOrder(written({ reporter: '陆文博' }))).toBe('appointmentDay')
})

test('a draft of another shape is not taken up', () => {
  expect(orderOfDraft({ fault: 4 })).toBeNull()
  expect(orderOfDraft(JSON.parse(JSON.stringify(written())))).toEqual(written())
})
