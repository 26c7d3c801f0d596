import { expect, test } from 'vitest'
import type { KeyRow } from '@shared/contract/keys'
import type { OriginView } from '@shared/contract/overview'
import { checkLoan, depositOf, dueOf, emptyLoan, isLoanTouched, loanInputOf, loanOfDraft, pickKey, spanDue, startFrom, typeBorrower, typeKey, usualSpan, type LoanForm } from './loan-form'

const at = (time: string): number => new Date(`2026-03-12T${time}`).getTime()
const CLOSING = '18:00'
const key: KeyRow = { id: 34, no: 'A-34', board: 'A', hook: 34, unitId: 7, room: '2205', place: '', type: 'door', name: '茶水间', owned: 3, out: 1, difference: 0, late: false, sealed: false, remark: '', active: true, version: 4 }
const origin: OriginView = { register: 'repairs', id: 9, no: 'WX26-001188', at: at('13:00'), name: '周女士', phoneMasked: '138****2716', company: '', contactId: 5, tenantId: 3, tenantName: '北京瑞景', unitId: 7, room: '2205', place: '', matter: '更换门锁配件', links: [] }

function written(change: Partial<LoanForm> = {}): LoanForm {
  const form = emptyLoan()
  pickKey(form, key)
  return Object.assign(form, { reason: '更换门锁配件', borrower: '贺志强', span: 'two-hours' }, change)
}
const faults = (form: LoanForm, signs = true): string[] => checkLoan(form, at('14:26'), CLOSING, signs).map(({ field, code }) => `${field}:${code}`)

test('11.C3 a loan without key, reason, borrower and signature lacks each of them, in the order of the form', () => {
  expect(faults(emptyLoan(), false)).toEqual(['keyId:key', 'reason:reason', 'borrower:borrower', 'signature:signature'])
  expect(faults(written())).toEqual([])
})

test('11.R5 no more keys than hang there, and at least one', () => {
  expect(checkLoan(written({ count: '3' }), at('14:26'), CLOSING, true)).toEqual([{ field: 'count', code: 'count-here', params: { left: 2 } }])
  expect(faults(written({ count: '2' }))).toEqual([])
  for (const count of ['0', '', 'x', '100']) expect(faults(written({ count }))).toEqual(['count:count'])
})

test('a tag that was typed but not chosen is no key', () => {
  const form = written()
  typeKey(form, 'A-3')
  expect(faults(form)).toEqual(['keyId:key-unknown'])
})

test('借多久 1–4 ends on the minute, today until the tower closes, tomorrow at the same time', () => {
  const now = at('14:26:31')
  expect(spanDue('hour', now, CLOSING)).toBe(at('15:26'))
  expect(spanDue('two-hours', now, CLOSING)).toBe(at('16:26'))
  expect(spanDue('day-end', now, CLOSING)).toBe(at('18:00'))
  expect(spanDue('tomorrow', now, CLOSING)).toBe(at('18:00') + 24 * 3_600_000)
  expect(spanDue('day-end', at('18:00'), CLOSING)).toBeNull()
})

test('at the end of the day an hour is offered', () => {
  expect([at('09:00'), at('17:30'), at('17:31'), at('21:00')].map((now) => usualSpan(now, CLOSING))).toEqual(['day-end', 'day-end', 'hour', 'hour'])
})

test('应还 as it is written: today where no day is said, refused when past or unreadable', () => {
  const due = (dueDay: string, dueTime: string) => dueOf({ span: '', dueDay, dueTime }, at('14:26'), CLOSING)
  expect(due('', '1700')).toBe(at('17:00'))
  expect(due('2026-03-13', '')).toBe(at('18:00') + 24 * 3_600_000)
  expect(due('13 March', '17:00')).toBe('day')
  expect(due('', '25:00')).toBe('time')
  expect(due('', '')).toBeNull()
  expect(faults(written({ span: '', dueDay: '', dueTime: '14:00' }))).toEqual(['dueAt:due-past'])
  expect(faults(written({ span: '', dueDay: '', dueTime: '' }))).toEqual(['dueAt:due'])
})

test('M1 a deposit is a sum up to ten thousand yuan, and the cash given covers it', () => {
  expect([depositOf({ deposit: '' }), depositOf({ deposit: '200' }), depositOf({ deposit: '0.1' }), depositOf({ deposit: '-5' }), depositOf({ deposit: 'abc' })]).toEqual([0, 20_000, 10, null, null])
  expect(faults(written({ deposit: '10000.01' }))).toEqual(['depositFen:deposit-max'])
  expect(faults(written({ deposit: '200', tendered: '100' }))).toEqual(['tenderedFen:tendered'])
  expect(faults(written({ deposit: '200', tendered: '' }))).toEqual([])
  expect(loanInputOf(written({ deposit: '200', tendered: '500' }), at('14:26'), CLOSING, { by: '贺志强' }, true)).toMatchObject({ depositFen: 20_000, payment: 'cash', tenderedFen: 50_000 })
  expect(loanInputOf(written({ tendered: '500' }), at('14:26'), CLOSING, { by: '贺志强' }, true)).toMatchObject({ depositFen: 0, payment: null, tenderedFen: null })
})

test('16.R3 from an order comes what for, not who reported it; from a visit both', () => {
  const form = emptyLoan()
  startFrom(form, origin)
  expect(form).toMatchObject({ from: { register: 'repairs', id: 9 }, fromNo: 'WX26-001188', reason: '更换门锁配件', borrower: '', contactId: null })
  startFrom(form, { ...origin, register: 'reception' })
  expect(form).toMatchObject({ borrower: '周女士', contactId: 5, phoneMasked: '138****2716', company: '北京瑞景' })
  typeBorrower(form, '周女')
  expect(form).toMatchObject({ borrower: '周女', contactId: null, phoneMasked: '' })
})

test('what is only offered is not written; a draft comes back as it was', () => {
  expect(isLoanTouched(emptyLoan())).toBe(false)
  expect(isLoanTouched({ ...emptyLoan(), span: 'hour' })).toBe(false)
  const form = written()
  expect(isLoanTouched(form)).toBe(true)
  expect(loanOfDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
  expect(loanOfDraft({ borrower: 3 })).toBeNull()
})
