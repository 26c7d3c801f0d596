import { expect, test } from 'vitest'
import { exitPermitInput } from '@shared/contract/exit-permits'
import type { OriginView } from '@shared/contract/overview'
import type { PersonSuggestion } from '@shared/contract/reception'
import { noAuthority } from './authority'
import { clearanceAgain, clearanceOf } from './clearance'
import { checkPermit, emptyPermit, isPermitTouched, neededInPermit, permitInputOf, permitOfDraft, pickApplicant, pickCompany, startFrom, typeApplicant, typeCompany, type Beside, type PermitForm } from './permit-form'

const today = '2026-03-12'
const unsigned = { ink: null, onPaper: false }
const beside = (change: Partial<Beside> = {}): Beside => ({ today, hold: false, signature: { ink: null, onPaper: true }, unapproved: null, ...change })
const letter = { ...noAuthority(), kind: 'letter' as const, sealSeen: true }
const written: PermitForm = { ...emptyPermit(), tenantId: 5, company: '鸿图文化传播', applicant: '谢婉宁', unitId: 3, room: '1502', goods: [{ name: '办公桌', amount: '12 张', remark: '' }], authority: letter }
const codes = (form: PermitForm, change: Partial<Beside> = {}) => checkPermit(form, beside(change)).map(({ field, code }) => `${field}:${code}`)

test('14.R2 goods, applicant and an authority are needed, each told at its own field', () => {
  expect(codes(emptyPermit())).toEqual(['applicant:applicant', 'goods:goods', 'authority:signatory'])
  expect(codes(written)).toEqual([])
  expect(codes({ ...written, authority: { ...letter, sealSeen: false } })).toEqual(['authority:seal'])
  const signatory = { ...noAuthority(), signatoryId: 9 }
  expect(codes({ ...written, authority: signatory }, { signature: unsigned })).toEqual(['signature:signature'])
  expect(codes({ ...written, authority: signatory })).toEqual(['matches:matches'])
  expect(codes({ ...written, authority: { ...signatory, matches: true } })).toEqual([])
})

test('14.R4 a permit is for today or a day to come', () => {
  expect(codes({ ...written, leavingOn: '2026-03-11' })).toEqual(['leavingOn:past'])
  expect(codes({ ...written, leavingOn: '13 日' })).toEqual(['leavingOn:day'])
  expect(codes({ ...written, leavingOn: '20260312' })).toEqual([])
})

test('14.R3 a moving-out is a company\'s; while something is owed a supervisor agrees and says why', () => {
  const moving: PermitForm = { ...written, kind: 'moving-out' }
  expect(codes({ ...moving, tenantId: null, company: '' })).toContain('company:company')
  expect(clearanceOf({ kind: 'moving-out', leavingOn: today }, { blocked: true }, today, 0)?.why).toBe('arrears')
  expect(checkPermit(moving, beside({ unapproved: { field: 'staffNo', text: '请主管输入' } }))).toEqual([{ field: 'staffNo', code: 'approval', params: { text: '请主管输入' } }])
  expect(codes(moving)).toEqual([])
})

test('14.R3 what is kept as 待签发 needs neither authority nor supervisor yet', () => {
  const moving: PermitForm = { ...written, kind: 'moving-out', authority: noAuthority() }
  expect(codes(moving, { hold: true, signature: unsigned, unapproved: { field: 'pin', text: '口令' } })).toEqual([])
  expect(codes({ ...moving, goods: [] }, { hold: true })).toEqual(['goods:goods'])
})

test('14.R3 it is applied for beforehand; earlier only with a supervisor', () => {
  const permit = { kind: 'moving-out', leavingOn: today } as const
  expect(clearanceOf(permit, { blocked: false }, today, 3)).toEqual({ why: 'early', earliest: '2026-03-15' })
  expect(clearanceOf({ ...permit, leavingOn: '2026-03-15' }, { blocked: false }, today, 3)).toBeNull()
  expect(clearanceOf({ ...permit, kind: 'large' }, { blocked: true }, today, 3)).toBeNull()
})

test('14.R3 amended, what a supervisor agreed to holds; more that is owed, or a mark that came since, is agreed to anew', () => {
  const permit = { kind: 'moving-out' as const, leavingOn: today, override: { by: '韩雪', reason: '押金足抵', owedFen: 640 }, payments: { at: 0, owedFen: 640, marked: false, found: null } }
  const stands = (owedFen: number, amountFen: number | null | undefined) => ({ owedFen, hold: amountFen === undefined ? null : { id: 1, reason: '', amountFen, by: '', at: 0 }, blocked: true })
  expect(clearanceAgain(permit, stands(640, undefined))).toBeNull()
  expect(clearanceAgain(permit, stands(641, undefined))?.why).toBe('arrears')
  expect(clearanceAgain(permit, stands(0, null))?.why).toBe('arrears')
  expect(clearanceAgain({ ...permit, override: null }, stands(640, undefined))?.why).toBe('arrears')
  expect(clearanceAgain({ ...permit, kind: 'large' }, stands(9_999, undefined))).toBeNull()
})

test('14.F1 what is sent passes the contract: today where no day is written, the letter seen', () => {
  const given = { authority: { kind: 'letter' as const, sealSeen: true }, approval: null, overrideReason: '', hold: false }
  expect(exitPermitInput.parse(permitInputOf(written, today, given, true))).toMatchObject({
    kind: 'large', tenantId: 5, unitId: 3, applicant: '谢婉宁', leavingOn: today, goods: [{ name: '办公桌', quantity: 12, unit: '张', remark: '' }], authority: { kind: 'letter', sealSeen: true, scanId: null }, hold: false, print: true,
  })
})

test('16.R3 what it starts from brings whose goods they are; another company has other signatories', () => {
  const origin = { register: 'reception', id: 9, no: 'DJ26-000009', at: 0, name: '谢婉宁', phoneMasked: '135****7720', company: '', contactId: 7, tenantId: 5, tenantName: '鸿图文化传播', unitId: 3, room: '1502', place: '', matter: '搬走', links: [] } satisfies OriginView
  const form = emptyPermit()
  startFrom(form, origin)
  expect(form).toMatchObject({ from: { register: 'reception', id: 9 }, applicant: '谢婉宁', tenantId: 5, company: '鸿图文化传播', room: '1502', fromMatter: '搬走' })
  const given = { authority: null, approval: null, overrideReason: '', hold: false }
  expect(permitInputOf(form, today, given, true)).toMatchObject({ tenantId: 5, noCompany: false })
  expect(permitInputOf({ ...form, authority: { ...noAuthority(), companySeal: true } }, today, given, true).companySeal).toBe(true)
  expect(permitInputOf({ ...form, authority: { ...letter, companySeal: true } }, today, given, true).companySeal).toBe(false)
  const cleared = { ...form }
  typeCompany(cleared, '')
  expect(permitInputOf(cleared, today, given, true)).toMatchObject({ tenantId: null, noCompany: true })
  form.authority = { ...noAuthority(), signatoryId: 9, matches: true }
  pickApplicant(form, { contactId: 8, name: '李伟彬', phoneMasked: '', tenantId: 5, company: '鸿图文化传播', unitId: null } as PersonSuggestion)
  expect(form.authority.signatoryId).toBe(9)
  typeCompany(form, '鸿图')
  expect(form).toMatchObject({ tenantId: null, authority: { signatoryId: null, matches: false } })
  expect(checkPermit(form, beside())[0]).toMatchObject({ field: 'company', code: 'company-unknown' })
  pickCompany(form, { id: 6, name: '恒越', rooms: ['2706'], unitIds: [4] })
  expect(form).toMatchObject({ tenantId: 6, room: '1502' })
  typeApplicant(form, '曹颖')
  expect(form).toMatchObject({ applicant: '曹颖', contactId: null })
})

test('a draft is the form itself, but the comparison of signatures is made anew', () => {
  const form = { ...written, authority: { ...noAuthority(), signatoryId: 9, matches: true } }
  expect(permitOfDraft(JSON.parse(JSON.stringify(form)))).toEqual({ ...form, authority: { ...form.authority, matches: false } })
  const { overrideReason: _, ...before } = form
  expect(permitOfDraft(JSON.parse(JSON.stringify(before))), 'of the version before, without the reason').toMatchObject({ applicant: form.applicant, overrideReason: '' })
  expect(permitOfDraft({ applicant: 4 })).toBeNull()
  expect([isPermitTouched(emptyPermit()), isPermitTouched({ ...emptyPermit(), kind: 'repair' }), isPermitTouched(written)]).toEqual([false, false, true])
  expect([neededInPermit(emptyPermit()), neededInPermit({ ...written, goods: [] }), neededInPermit(written)]).toEqual(['company', 'goods', 'authority'])
})
