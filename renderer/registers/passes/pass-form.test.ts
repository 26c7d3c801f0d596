import type { PassKindSetting } from '@shared/contract/passes'
import { drafts } from '@shared/contract/system'
import { expect, test } from 'vitest'
import { checkPaper, checkPass, emptyHolder, emptyPass, feesOf, holderFault, isPaperThere, isPassTouched, offeredUntil, passInputOf, passOfDraft, replaceLost, startFrom, type PassForm } from './pass-form'

const today = '2026-03-12'
const identity: PassKindSetting = {
  kind: 'identity', papers: [{ key: 'name-list', check: 'sealed', required: true }, { key: 'id-copy', check: 'seen', required: true }, { key: 'photo', check: 'stored', required: true }],
  depositFen: 5000, feeFen: 2000, renewalFeeFen: 2000, termDays: 365, minAge: 16, colour: 'blue', cardText: '', cardFields: ['company', 'room', 'trade'], form: 'identity', asksTrade: false, version: 1,
}
const whole = (): PassForm => ({
  ...emptyPass(), company: '博远', holders: [{ ...emptyHolder(), name: '卓一鸣', documentNumber: '11010519491231002X', photoId: 7 }], papers: [{ key: 'name-list', checks: ['sealed'], scanIds: [] }, { key: 'id-copy', checks: ['seen'], scanIds: [] }],
})
const codes = (form: PassForm, kind: PassKindSetting = identity) => checkPass(form, kind, today).map(({ field, code }) => [field, code])

test('12.R1 an identity card is whole with company, holder, number, photo and papers', () => {
  expect(codes(whole())).toEqual([])
  expect(codes(emptyPass())).toEqual([['company', 'company'], ['holders.0', 'holder'], ['papers', 'papers']])
  expect(codes({ ...whole(), holders: [{ ...whole().holders[0]!, photoId: null }] })).toEqual([['holders.0', 'photo']])
  expect(codes({ ...whole(), holders: [{ ...whole().holders[0]!, documentNumber: '' }] })).toEqual([['holders.0', 'document']])
})

test('12.R3 a construction pass hangs on a permit', () => {
  expect(codes({ ...whole(), kind: 'construction' })).toEqual([['fitOutPermitId', 'permit']])
  expect(codes({ ...whole(), kind: 'construction', fitOutPermitId: 3 })).toEqual([])
})

test('12.C3 a paper that has to be sealed is not there by being seen', () => {
  const form = whole()
  checkPaper(form, 'name-list', ['seen'], [])
  expect(isPaperThere(form, identity.papers[0]!)).toBe(false)
  expect(codes(form)).toEqual([['papers', 'papers']])
  checkPaper(form, 'name-list', ['seen', 'sealed'], [])
  expect(isPaperThere(form, identity.papers[0]!)).toBe(true)
  expect(form.papers).toHaveLength(2)
})

test('P1 the line with a wrong number is named, and why', () => {
  const form = whole()
  form.holders.push({ ...emptyHolder(), name: '何立', documentNumber: '110105194912310021' }, emptyHolder())
  expect(codes(form)).toEqual([['holders.1', 'number.check-digit']])
  expect(holderFault({ ...emptyHolder(), documentNumber: '1.10105E+17' }, today)?.code).toBe('excel-number')
  expect(holderFault(emptyHolder(), today)).toBeNull()
})

test('M1 deposit and fee are separate, for as many as are on the list', () => {
  expect(feesOf(identity, 3)).toEqual({ count: 3, depositFen: 5000, feeFen: 2000, totalFen: 21000 })
})

test('12.R5 the term is the kind\'s, and not beyond the permit', () => {
  expect(offeredUntil(identity, emptyPass(), today)).toBe('2027-03-11')
  expect(offeredUntil(identity, { ...emptyPass(), permitUntil: '2026-04-30' }, today)).toBe('2026-04-30')
})

test('what is sent: nobody for an empty line, no payment where nothing is due, cash given in fen', () => {
  const form = { ...whole(), holders: [...whole().holders, emptyHolder()], tendered: '100' }
  expect(passInputOf(form, null, 7000)).toMatchObject({ payment: 'cash', tenderedFen: 10000, holders: [{ name: '卓一鸣', photoId: 7 }], papers: [{ key: 'name-list', checks: ['sealed'] }, { key: 'id-copy', checks: ['seen'] }] })
  expect(passInputOf(form, null, 0)).toMatchObject({ payment: null, tenderedFen: null })
})

test('12.R10 a lost pass is replaced by another of its holder and kind; nothing of its papers or photo goes over', () => {
  const form = whole()
  replaceLost(form, { id: 12, no: 'SF26-000003', kind: 'contractor', tenantId: 4, company: '鼎信', unitId: null, room: '', holder: '何立', documentKind: 'passport', trade: '电工', specialCertificate: '', application: { fitOutPermit: null } } as Parameters<typeof replaceLost>[1])
  expect(form).toMatchObject({ kind: 'contractor', company: '鼎信', papers: [], holders: [{ name: '何立', documentKind: 'passport', documentNumber: '', photoId: null, trade: '电工', replaces: 12, replacesNo: 'SF26-000003' }] })
})

test('16.R3 what it starts from gives company, room and who asks; the kind that was chosen stays', () => {
  const form = { ...emptyPass(), kind: 'temporary' as const }
  startFrom(form, { register: 'reception', id: 9, no: 'DJ26-000009', at: 0, name: '丁玲', phoneMasked: '138****2716', company: '', contactId: 5, tenantId: 2, tenantName: '博远', unitId: 8, room: '1808', place: '', matter: '办证', links: [] })
  expect(form).toMatchObject({ kind: 'temporary', from: { register: 'reception', id: 9 }, company: '博远', unitId: 8, room: '1808', applicant: '丁玲', contactId: 5, phone: '' })
})

test('a draft comes back as it was; one of another shape does not', () => {
  const form = whole()
  expect(passOfDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
  expect(passOfDraft({ ...form, holders: [{ name: 4 }] })).toBeNull()
  expect(isPassTouched({ ...emptyPass(), kind: 'contractor', payment: 'wechat' })).toBe(false)
})

test('12 twelve lists of two hundred that were set aside are kept, as long as their lines may be', () => {
  const line = { ...emptyHolder(), name: '古'.repeat(40), documentNumber: '1'.repeat(40), trade: '工'.repeat(20), specialCertificate: '证'.repeat(40), photoId: 1_000_000, source: 'pasted' as const }
  const shelf = JSON.stringify(Array.from({ length: 12 }, () => ({ at: 1_700_000_000_000, content: { ...emptyPass(), holders: Array.from({ length: 200 }, () => line) } })))
  expect(drafts.save['~orpc'].inputSchema!.parse({ form: 'pass-aside', content: shelf })).toMatchObject({ form: 'pass-aside' })
})

test('12.R3 the birth date is asked where the document does not tell it, and the kind has a least age', () => {
  const form = { ...whole(), holders: [{ ...whole().holders[0]!, documentKind: 'passport' as const, documentNumber: 'E12345678' }] }
  expect(codes(form)).toEqual([['holders.0', 'birth']])
  form.holders[0]!.birth = '2010-03-13'
  expect(codes(form)).toEqual([['holders.0', 'age']])
  form.holders[0]!.birth = '2010-03-12'
  expect(codes(form)).toEqual([])
  expect(codes({ ...form, holders: [{ ...form.holders[0]!, birth: '' }] }, { ...identity, minAge: 0 })).toEqual([])
})

test('12.C3 what is ticked as kept has its scan', () => {
  const form = whole()
  checkPaper(form, 'name-list', ['sealed', 'stored'], [])
  expect(codes(form)).toEqual([['papers', 'scan']])
  checkPaper(form, 'name-list', ['sealed', 'stored'], [7])
  expect(codes(form)).toEqual([])
  expect(passInputOf(form, null, 0).papers).toContainEqual({ key: 'name-list', checks: ['sealed', 'stored'], scanIds: [7], note: '' })
  checkPaper(form, 'id-copy', ['seen', 'stored'], [])
  expect(codes(form)).toEqual([])
})
