import { expect, test } from 'vitest'
import { complaintInput } from '@shared/contract/complaints'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import { checkComplaint, complaintInputOf, complaintOfDraft, emptyComplaint, isComplaintTouched, neededInComplaint, pickClient, startFrom, typeClient } from './complaint-form'

const today = '2026-03-12'
const now = new Date(2026, 2, 12, 14, 26).getTime()
const origin = { register: 'reception', id: 9, no: 'DJ26-000009', at: now, name: '宋雨桐', phoneMasked: '137****5062', company: '恒越', contactId: 7, tenantId: 5, tenantName: '恒越信息技术', unitId: 3, room: '2706', place: '', matter: '楼上打钻', links: [] } satisfies OriginView
const written = { ...emptyComplaint(), name: '宋雨桐', cause: '楼上打钻', kind: 'noise' as const }

test('16.R3 what was said in the entry stands in the form, and goes to the store with where it comes from', () => {
  const form = emptyComplaint()
  startFrom(form, origin, 'in-person')
  expect(form).toMatchObject({ channel: 'in-person', name: '宋雨桐', phoneMasked: '137****5062', room: '2706', company: '恒越信息技术', cause: '楼上打钻' })
  expect(neededInComplaint(form)).toBe('kind')
  const input = complaintInput.parse(complaintInputOf({ ...form, kind: 'noise' }, today, true))
  expect(input).toMatchObject({ from: { register: 'reception', id: 9 }, channel: 'in-person', phone: '', contactId: 7, unitId: 3, dueAt: null })
  typeClient(form, '曹颖')
  expect(form).toMatchObject({ name: '曹颖', contactId: null, phoneMasked: '', room: '2706' })
})

test('7.R1 name, cause and kind are needed, each told at its own field', () => {
  expect(checkComplaint(emptyComplaint(), now, today).map(({ field }) => field)).toEqual(['name', 'cause', 'kind'])
  expect(checkComplaint(written, now, today)).toEqual([])
  expect(checkComplaint({ ...written, room: '9999' }, now, today)).toMatchObject([{ field: 'room', code: 'room-unknown' }])
  expect(checkComplaint({ ...written, company: '瑞' }, now, today)).toMatchObject([{ field: 'company', code: 'company-unknown' }])
  expect(checkComplaint({ ...written, company: '瑞景', tenantId: 3 }, now, today)).toEqual([])
})

test('7.R6 a due time that is past or none is refused; a day alone means by its evening', () => {
  const at = (dueDay: string, dueTime: string) => checkComplaint({ ...written, dueDay, dueTime }, now, today).map(({ field, code }) => [field, code])
  expect(at('', '14:00')).toEqual([['dueAt', 'due-past']])
  expect(at('13 日', '')).toEqual([['dueDay', 'day']])
  expect(at('', '25:00')).toEqual([['dueAt', 'time']])
  expect(complaintInputOf({ ...written, dueDay: '2026-03-13' }, today, true).dueAt).toBe(new Date(2026, 2, 13, 18).getTime())
})

test('a draft is the form itself; what has another shape is none', () => {
  expect(complaintOfDraft(JSON.parse(JSON.stringify(written)))).toEqual(written)
  expect(complaintOfDraft({ name: 4 })).toBeNull()
  expect([isComplaintTouched(emptyComplaint()), isComplaintTouched({ ...emptyComplaint(), level: 3, channel: 'written' }), isComplaintTouched(written)]).toEqual([false, false, true])
})

test('7.R1 a contact brings company and room, their number stays masked', () => {
  const form = emptyComplaint()
  pickClient(form, { contactId: 7, name: '宋雨桐', phoneMasked: '137****5062', tenantId: 5, company: '恒越信息技术', unitId: 3, room: '2706' } as PersonSuggestion)
  expect(form).toMatchObject({ contactId: 7, phone: '', phoneMasked: '137****5062', room: '2706', unitId: 3 })
})

test('7.R1 a known visitor goes to the store with whose number it is; another name takes it back', () => {
  const form = emptyComplaint()
  const visitor = { contactId: null, personId: 9, name: '路人', phoneMasked: '139****0000', tenantId: null, company: '顺丰', unitId: null, room: '' } as PersonSuggestion
  pickClient(form, visitor)
  expect(form).toMatchObject({ name: '路人', phoneMasked: '139****0000', company: '' })
  expect(complaintInput.parse(complaintInputOf({ ...form, kind: 'noise' }, today, true))).toMatchObject({ personId: 9, contactId: null, phone: '' })
  typeClient(form, '路人甲')
  expect(complaintInputOf(form, today, true)).toMatchObject({ personId: null, name: '路人甲' })
  expect(form.phoneMasked).toBe('')
})
