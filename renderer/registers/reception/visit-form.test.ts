import type { EntryDetail, PersonSuggestion } from '@shared/contract/reception'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../desk/moment'
import {
  carryOn, checkVisit, emptyVisit, isTouched, nameBefore, nextNeeded, offeredUntil, pickHost, pickVisitor, recognisePerson, renameVisitor,
  takeCard, takeScannedNumber, typeHost, typeNumber, typePhone, visitInputOf, visitOfDraft,
} from './visit-form'

const today = '2026-03-12'
const card = { kind: 'resident' as const, name: '何婉清', number: '11010519491231002X' }
const person = (fields: Partial<PersonSuggestion> = {}): PersonSuggestion => ({
  source: 'person', contactId: null, personId: 7, department: null, name: '何婉清', pinyin: 'he wan qing', title: '', extension: '',
  phoneMasked: '138****2716', documentKind: 'resident', documentMasked: '110105********002X', company: '恒越信息技术（上海）有限公司',
  tenantId: null, unitId: null, room: '', visits: 3, lastSeenAt: 1, lastHostName: '陆文博', lastHostContactId: 41, lastPurpose: 'delivery', denied: null, ...fields,
})
const host = person({ source: 'contact', contactId: 41, personId: null, name: '陆文博', extension: '8216', company: '博远（北京）国际供应链管理有限公司', tenantId: 5, unitId: 18, room: '1808' })

describe('16.R4 来访登记', () => {
  test('16.R4 a card fills name and number, and only the host is still needed', () => {
    const form = emptyVisit()
    expect(takeCard(form, card)).toBe('visitor')
    expect(form).toMatchObject({ source: 'card', name: '何婉清', documentKind: 'resident', documentNumber: '11010519491231002X' })
    expect(checkVisit(form, today).map((fault) => fault.code)).toEqual(['host-required'])
    expect(nextNeeded(form)).toBe('host')
    pickHost(form, host)
    expect(nextNeeded(form)).toBe('answer')
    expect(checkVisit(form, today)).toEqual([])
    expect(visitInputOf(form, today, true)).toMatchObject({
      name: '何婉清', documentKind: 'resident', documentNumber: '11010519491231002X', documentSource: 'card',
      hostContactId: 41, hostName: '陆文博', unitId: 18, tenantId: 5, answer: 'to-ask', print: true,
    })
  })

  test('16.R4 the same card laid again changes nothing that was written', () => {
    const form = emptyVisit()
    takeCard(form, card)
    form.company = '改过的单位'
    expect(takeCard(form, card)).toBe('same')
    expect(form.company).toBe('改过的单位')
  })

  test('16.R4 another card is the next visitor; the host chosen stays', () => {
    const form = emptyVisit()
    takeCard(form, card)
    recognisePerson(form, person())
    pickHost(form, host)
    expect(takeCard(form, { ...card, name: '方以恒', number: '110101199003074477' })).toBe('visitor')
    expect(form).toMatchObject({ name: '方以恒', personId: null, company: '', phoneMasked: '', hostText: '陆文博' })
  })

  test('16.R4 in a group that still lacks names another card is one of the group', () => {
    const form = emptyVisit()
    takeCard(form, card)
    form.people = '3'
    form.companions = '方以恒'
    expect(takeCard(form, { ...card, name: '宋雨桐', number: '110101199003074477' })).toBe('companion')
    expect(form.name).toBe('何婉清')
    expect(visitInputOf(form, today, true).companions).toEqual(['方以恒', '宋雨桐'])
    expect(takeCard(form, { ...card, name: '唐敏', number: '110101199003079999' })).toBe('visitor')
  })

  test('16.R4 a known person is prefilled masked, and sent by id with number and phone left empty', () => {
    const form = emptyVisit()
    pickVisitor(form, person())
    expect(form).toMatchObject({ source: 'known', company: '恒越信息技术（上海）有限公司', phoneMasked: '138****2716', documentMasked: '110105********002X', purpose: 'delivery' })
    pickHost(form, host)
    expect(visitInputOf(form, today, false)).toMatchObject({ personId: 7, phone: '', documentNumber: '', documentSource: 'known', documentKind: 'resident', print: false })
  })

  test('16.R4 what was typed of a person stays when they are recognised', () => {
    const form = emptyVisit()
    takeCard(form, card)
    form.company = '新单位'
    typePhone(form, '13900008807')
    recognisePerson(form, person())
    expect(form).toMatchObject({ company: '新单位', phone: '13900008807', phoneMasked: '', personId: 7, source: 'card' })
  })

  test('16.R4 a changed name or number is somebody else', () => {
    const renamed = emptyVisit()
    pickVisitor(renamed, person())
    renameVisitor(renamed, '何婉')
    expect(renamed).toMatchObject({ personId: null, phoneMasked: '', documentMasked: '' })
    const renumbered = emptyVisit()
    takeCard(renumbered, card)
    recognisePerson(renumbered, person())
    typeNumber(renumbered, '110101199003074477')
    expect(renumbered).toMatchObject({ personId: null, phoneMasked: '', documentSource: 'typed' })
  })

  test('16.R4 a number scanned by wedge tells the kind of document', () => {
    const form = emptyVisit()
    expect(takeScannedNumber(form, '11010519491231002x')).toBe('visitor')
    expect(form).toMatchObject({ documentKind: 'resident', documentSource: 'wedge', documentNumber: '11010519491231002X' })
    takeScannedNumber(form, '810000199408230021')
    expect(form.documentKind).toBe('hmt-permit')
  })

  test('16.R4 another name on a known number is told; none, the same, or somebody else\'s is not', () => {
    const form = emptyVisit()
    expect(nameBefore(form, null)).toBeNull()
    form.name = '李四'
    recognisePerson(form, person())
    expect(nameBefore(form, person())).toBe(person().name)
    expect(nameBefore(form, { ...person(), personId: 99 })).toBeNull()
    form.name = `${person().name} `
    expect(nameBefore(form, person())).toBeNull()
    form.name = ''
    expect(nameBefore(form, person())).toBeNull()
  })

  test('16.R4 what is typed over a chosen host is not that host', () => {
    const form = emptyVisit()
    pickHost(form, host)
    typeHost(form, '陆文博 ')
    expect(form.host).not.toBeNull()
    typeHost(form, '陆文')
    expect(form.host).toBeNull()
    expect(visitInputOf(form, today, true)).toMatchObject({ hostContactId: null, hostName: '陆文', unitId: null })
  })

  test('16.R4 the arrival of somebody expected carries that entry on, without losing the card read', () => {
    const form = emptyVisit()
    takeCard(form, card)
    carryOn(form, {
      id: 88, no: 'DJ26-004200', name: '何婉清', company: '恒越', phoneMasked: '138****2716', personId: 7, documentMasked: '', people: 2,
      companions: ['方以恒'], purpose: 'interview', matter: '复试', hostName: '许嘉言', hostContactId: 9, hostDepartment: null, hostExtension: '8310',
      room: '3101', tenantName: '嘉禾律师事务所', unitId: 31, tenantId: 6,
    } as unknown as EntryDetail)
    expect(visitInputOf(form, today, true)).toMatchObject({
      expectedEntryId: 88, name: '何婉清', documentNumber: '11010519491231002X', people: 2, companions: ['方以恒'], purpose: 'interview', matter: '复试', hostContactId: 9, unitId: 31,
    })
  })

  test('P1 a wrong check digit is told with the character that belongs there', () => {
    const form = emptyVisit()
    form.name = '何婉清'
    typeHost(form, '陆文博')
    typeNumber(form, '110105194912310021')
    expect(checkVisit(form, today)).toEqual([{ field: 'documentNumber', code: 'number.check-digit', params: { position: 18, expected: 'X', found: '1' } }])
  })

  test('16.R4 P2 a document read or typed now counts as seen unless unticked, a known number only when ticked', () => {
    const form = emptyVisit()
    expect(visitInputOf(form, today, true).documentSeen).toBe(false)
    takeCard(form, card)
    expect(visitInputOf(form, today, true).documentSeen).toBe(true)
    form.documentSeen = false
    expect(visitInputOf(form, today, true).documentSeen).toBe(false)
    takeCard(form, card)
    expect(visitInputOf(form, today, true).documentSeen).toBe(true)
    const known = { ...emptyVisit(), documentMasked: '110105********002X', personId: 7 }
    expect(visitInputOf(known, today, true).documentSeen).toBe(false)
    expect(visitInputOf({ ...known, documentSeen: true }, today, true).documentSeen).toBe(true)
  })

  test('16.R4 a declined visitor gets no card', () => {
    const form = { ...emptyVisit(), cardNo: 'T-037', answer: 'declined' as const, answerNote: '不认识' }
    expect(visitInputOf(form, today, true)).toMatchObject({ cardNo: '', answerNote: '不认识' })
  })

  test('16.R4 the card offered is sent as it stands; an emptied field means no card', () => {
    expect(visitInputOf({ ...emptyVisit(), cardNo: 'T-037' }, today, true).cardNo).toBe('T-037')
    expect(visitInputOf(emptyVisit(), today, true).cardNo).toBe('')
    expect(visitInputOf({ ...emptyVisit(), cardOffered: false }, today, true).cardNo).toBe('-')
  })

  test('16.R4 until: closing time of the day as offered, the end of the day after it', () => {
    const at = (hours: number): number => new Date(2026, 2, 12, hours).getTime()
    expect(offeredUntil('18:00', at(14))).toBe('18:00')
    expect(offeredUntil('18:00', at(19))).toBe('23:59')
    expect(momentOf(today, '18:00')).toBe(at(18))
    expect(momentOf(today, '１８：００')).toBe(at(18))
    expect(momentOf(today, '930')).toBe(at(9) + 30 * 60_000)
    expect(momentOf(today, '25:00')).toBeNull()
  })

  test('a draft is read back as it was; another shape is not taken for one', () => {
    const form = emptyVisit()
    expect(isTouched({ ...form, cardNo: 'T-037', until: '18:00' })).toBe(false)
    takeCard(form, card)
    expect(isTouched(form)).toBe(true)
    expect(visitOfDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
    expect(visitOfDraft({ name: 4 })).toBeNull()
    expect(visitOfDraft(null)).toBeNull()
  })
})
