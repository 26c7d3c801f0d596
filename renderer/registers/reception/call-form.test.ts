import type { PersonSuggestion } from '@shared/contract/reception'
import { describe, expect, test } from 'vitest'
import { callInputOf, callOfDraft, checkCall, chooseCategory, chooseDepartment, emptyCall, isCallTouched, pickCaller, recogniseCaller, typeCallerName, typeCallerPhone } from './call-form'

const today = '2026-03-12'
const now = new Date(2026, 2, 12, 14, 26).getTime()
const caller: PersonSuggestion = {
  source: 'contact', contactId: 12, personId: 3, department: null, name: '沈嘉敏', pinyin: 'shen jia min', title: '行政主管', extension: '8530',
  phoneMasked: '139****8807', documentKind: null, documentMasked: '', company: '北京瑞景企业管理咨询有限责任公司第二分公司', tenantId: 5, unitId: 22, room: '2203',
  visits: 4, lastSeenAt: 1, lastHostName: '', lastHostContactId: null, lastPurpose: null, denied: null,
}

describe('16.R1 来电登记', () => {
  test('16.R1 a known caller comes with company and room, and is sent by id with the phone left empty', () => {
    const form = emptyCall()
    typeCallerPhone(form, '8807')
    pickCaller(form, caller)
    form.matter = '2203 会议室空调出风有异味'
    expect(callInputOf(form, today, true)).toMatchObject({ personId: 3, contactId: 12, name: '沈嘉敏', phone: '', tenantId: 5, unitId: 22, at: null })
  })

  test('16.R1 a number typed whole brings the caller, and stays when somebody else calls from it', () => {
    const form = emptyCall()
    typeCallerPhone(form, '13910018807')
    recogniseCaller(form, caller)
    expect(form).toMatchObject({ contactId: 12, name: '沈嘉敏', room: '2203', phoneMasked: '139****8807' })
    typeCallerName(form, '程若兰')
    expect(callInputOf(form, today, true)).toMatchObject({ contactId: null, name: '程若兰', phone: '13910018807' })
  })

  test('16.R1 another number is another caller; the matter stays', () => {
    const form = emptyCall()
    pickCaller(form, caller)
    form.matter = '空调'
    typeCallerPhone(form, '1')
    expect(form).toMatchObject({ personId: null, contactId: null, name: '', company: '', phone: '1', phoneMasked: '', matter: '空调' })
  })

  test('16.R1 another name is somebody else of the same company', () => {
    const form = emptyCall()
    pickCaller(form, caller)
    typeCallerName(form, '程若兰')
    expect(form).toMatchObject({ personId: null, contactId: null, phoneMasked: '', name: '程若兰', tenantId: 5, room: '2203' })
  })

  test('16.R1 whom to notify follows the category until it is chosen by hand', () => {
    const form = emptyCall()
    chooseCategory(form, 'repair', { repair: 'engineering', complaint: 'customer-service' })
    expect(form.department).toBe('engineering')
    chooseDepartment(form, 'security')
    chooseCategory(form, 'complaint', { repair: 'engineering', complaint: 'customer-service' })
    expect(form).toMatchObject({ category: 'complaint', department: 'security' })
    expect(callInputOf(form, today, true).notify).toEqual({ department: 'security', person: '' })
  })

  test('16.F1 the matter is needed, the result is not; a time to come is refused', () => {
    const form = emptyCall()
    expect(checkCall(form, now).map((fault) => fault.code)).toEqual(['matter-required'])
    form.matter = '询问招租面积'
    form.time = '15:30'
    expect(checkCall(form, now).map((fault) => fault.code)).toEqual(['time-future'])
    form.time = '14:5'
    expect(checkCall(form, now).map((fault) => fault.code)).toEqual(['time'])
    form.time = '14:11'
    expect(checkCall(form, now)).toEqual([])
    form.room = '1601'
    expect(checkCall(form, now).map((fault) => fault.code), 'typed, and no room of the tower').toEqual(['room-unknown'])
    form.unitId = 7
    expect(checkCall(form, now)).toEqual([])
    expect(callInputOf(form, today, true).at).toBe(new Date(2026, 2, 12, 14, 11).getTime())
  })

  test('a draft is what was written, not what was offered', () => {
    const form = { ...emptyCall(), time: '14:26' }
    expect(isCallTouched(form)).toBe(false)
    form.matter = '空'
    expect(isCallTouched(form)).toBe(true)
    expect(callOfDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
    expect(callOfDraft({ matter: 4 })).toBeNull()
  })
})
