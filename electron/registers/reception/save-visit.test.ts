import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitInput } from '../../../shared/contract/reception'
import type { SlipDocument } from '../../../shared/slip/document'
import { verifyAudit } from '../../store/audit'
import { BOYUAN, openReception, refusal, residentNumber, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const slips = async (printer: string): Promise<SlipDocument[]> =>
  (await t.house.store.read<{ document: string }>('SELECT document FROM print_job WHERE printer = ? ORDER BY id', [printer])).map((row) => JSON.parse(row.document) as SlipDocument)
const at = (hour: number, minute = 0) => new Date(2026, 2, 12, hour, minute).getTime()

describe('16.R4 a visitor', () => {
  test('16.R4 whose host agreed is inside, with number, card, closing time and the slip in the printer\'s queue', async () => {
    const saved = await t.visit({ company: '恒越信息技术', phone: '138 0000 2716', documentKind: 'resident', documentNumber: residentNumber(1), documentSource: 'card' })
    expect(saved).toMatchObject({ no: 'DJ26-000001', state: 'inside' })
    expect(saved.token).toMatch(/^QT1:DJ26-000001:[2-9A-Z]{4}$/)
    const entry = await t.get(saved.id)
    expect(entry).toMatchObject({
      name: '何婉清', room: '1808', tenantName: BOYUAN, hostName: '陆文博', hostExtension: '8012', cardNo: 'T-001', insideAt: t.clock.now(), askedAt: t.clock.now(), validUntil: at(18),
      phoneMasked: '138****2716', documentKind: 'resident', documentMasked: `110101********${residentNumber(1).slice(-4)}`,
      notifiedPerson: '陆文博', notifiedAt: t.clock.now(), notifiedDepartment: null, receptionist: '周晓岚', station: 'A1',
    })
    const [slip] = await slips('receipt')
    expect(saved.printJobIds).toHaveLength(1)
    expect(slip!.lines).toContainEqual({ kind: 'qr', data: saved.token })
    expect(JSON.stringify(slip)).not.toMatch(/2716|1990/)
  })

  test('P2 a document whose number is read or typed was seen, unless the desk says otherwise; a number known from before was not', async () => {
    const seen = async (input: Parameters<typeof t.visit>[0]) => (await t.get((await t.visit(input)).id)).documentSeen
    const document = { documentKind: 'resident', documentNumber: residentNumber(1), documentSource: 'card' } as const
    expect(await seen(document)).toBe(true)
    expect(await seen({ ...document, documentSeen: false })).toBe(false)
    expect(await seen({})).toBe(false)
    expect(await seen({ documentSeen: true })).toBe(true)
    const [person] = await t.house.store.read<{ id: number }>('SELECT id FROM person WHERE document_hash IS NOT NULL')
    const known = await t.visit({ personId: person!.id })
    expect(await t.get(known.id)).toMatchObject({ documentKind: 'resident', documentSeen: false })
    expect(await t.reception.correct({ id: known.id, version: 1, reason: '补看', changes: { documentSeen: true } }, t.call())).toMatchObject({ documentSeen: true })
    expect((await t.get(known.id)).history.at(-1)!.changes).toEqual([{ field: 'documentSeen', from: '0', to: '1' }])
  })

  test('16.R4 without a printer nothing is queued, and the visit is saved all the same', async () => {
    t.printers.length = 0
    expect(await t.visit()).toMatchObject({ state: 'inside', printJobIds: [] })
  })

  test('16.R4 whose host is being asked has no card and no slip until the host agrees', async () => {
    const saved = await t.visit({ answer: 'to-ask' })
    expect(saved).toMatchObject({ state: 'asked', printJobIds: [] })
    expect(await t.get(saved.id)).toMatchObject({ cardNo: '', insideAt: null, askedAt: t.clock.now(), notifiedPerson: '', notifiedAt: null })
    const check = async () => { const found = await t.reception.checkDay({ day: '2026-03-12' }, t.call()); return [found.withoutNotice, found.awaitingAnswer, found.stillInside].map((rows) => rows.map((row) => row.id)) }
    expect(await check()).toEqual([[], [saved.id], []])
    t.clock.advance(60_000)
    const answered = await t.reception.answer({ id: saved.id, answer: 'agreed', note: '', print: true }, t.call())
    expect(answered).toMatchObject({ no: saved.no, state: 'inside', token: saved.token })
    expect(await t.get(saved.id)).toMatchObject({ cardNo: 'T-001', insideAt: t.clock.now(), answeredAt: t.clock.now(), answer: 'agreed', notifiedPerson: '陆文博', notifiedAt: t.clock.now(), acknowledgedAt: t.clock.now() })
    expect(await check()).toEqual([[], [], [saved.id]])
    expect(await slips('receipt')).toHaveLength(1)
    expect(await refusal(t.reception.answer({ id: saved.id, answer: 'declined', note: '', print: true }, t.call()))).toBe('wrong-state')
  })

  test('16.R4 who is declined keeps neither card nor validity, and the reason stands in the entry', async () => {
    const reserved = await t.visit({ answer: 'to-ask', cardNo: '7' })
    expect(await t.get(reserved.id)).toMatchObject({ cardNo: 'T-007' })
    await t.reception.answer({ id: reserved.id, answer: 'declined', note: '在开会', print: true }, t.call())
    expect(await t.get(reserved.id)).toMatchObject({ state: 'declined', cardNo: '', validUntil: null, answerNote: '在开会' })
    expect(await t.visit({ answer: 'declined', answerNote: '不认识' })).toMatchObject({ state: 'declined', printJobIds: [] })
  })

  test('16.R4 after closing time is let in until the end of the day; a time that has passed is refused', async () => {
    t.clock.set(at(19, 5))
    expect((await t.get((await t.visit()).id)).validUntil).toBe(at(23, 59))
    expect(await refusal(t.visit({ validUntil: at(19) }))).toBe('in-the-past')
  })

  test('16.R4 a group is one entry with everybody\'s name', async () => {
    const saved = await t.visit({ people: 2, companions: ['李一', '王二'] })
    expect(await t.get(saved.id)).toMatchObject({ people: 3, companions: ['李一', '王二'] })
  })

  test('16.R4 without host or department is not saved, and takes no number', async () => {
    expect(await refusal(t.visit({ hostContactId: null }))).toBe('host-required')
    expect(await refusal(t.visit({ hostContactId: 99 }))).toBe('not-found')
    expect((await t.visit()).no).toBe('DJ26-000001')
  })

  test('16.R1 a department that is visited has its notice and its slip', async () => {
    const saved = await t.visit({ hostContactId: null, hostDepartment: 'engineering', purpose: 'works', matter: '冷却塔检修', company: '恒越信息技术', cardNo: '-' })
    expect(await t.get(saved.id)).toMatchObject({ hostName: '工程部', notifiedDepartment: 'engineering', cardNo: '', notices: [{ department: 'engineering', acknowledgedAt: null }] })
    // A row says that it is one: a page names it in its own language.
    expect((await t.list()).rows).toMatchObject([{ hostName: '工程部', hostDepartment: 'engineering' }])
    expect(saved.printJobIds).toHaveLength(2)
    expect((await slips('engineering'))[0]).toMatchObject({ title: '告知单' })
    expect(JSON.stringify(await slips('engineering'))).toContain('施工，冷却塔检修')
  })
})

describe('P1 document and phone numbers', () => {
  test.each([
    ['resident', '11010119900307001', 'number.length'], ['resident', '110101199013070015', 'number.birth-unreal'], ['passport', 'E-1234', 'number.character'],
  ] as const)('P1 a %s number %s is refused with its fault', async (documentKind, documentNumber, fault) => {
    await expect(t.visit({ documentKind, documentNumber })).rejects.toMatchObject({ code: 'invalid-document-number', field: 'documentNumber', params: { fault } })
  })

  test('P1 a resident ID number with a wrong check digit is refused, with the digit it should be', async () => {
    const right = residentNumber(5)
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
    await expect(t.visit({ documentKind: 'resident', documentNumber: wrong })).rejects.toMatchObject({ params: { fault: 'number.check-digit', position: 18, expected: right.slice(-1) } })
    expect((await t.list()).rows).toEqual([])
  })

  test('P1 a mobile number with a digit too few is refused', async () => {
    await expect(t.visit({ phone: '1380000271' })).rejects.toMatchObject({ code: 'invalid-phone', field: 'phone' })
  })

  test('P2 a document is read or typed, never kept: neither the form nor the entry has a field for a pledge, and the slip asks only for slip and card', async () => {
    const columns = (await t.house.store.read<{ name: string }>(`SELECT name FROM pragma_table_info('entry')`)).map((column) => column.name)
    expect([...columns.filter((name) => name.startsWith('document_')), ...Object.keys(visitInput.shape).filter((name) => name.startsWith('document'))]).toEqual(
      ['document_kind', 'document_enc', 'document_hash', 'document_tail', 'document_masked', 'document_source', 'document_seen', 'documentKind', 'documentNumber', 'documentSource', 'documentSeen'])
    expect([...columns, ...Object.keys(visitInput.shape)].filter((name) => /pledge|deposit|held/i.test(name))).toEqual([])
    await t.visit()
    expect((await slips('receipt'))[0]!.lines).toContainEqual({ kind: 'text', text: '离开时请将本单与临时卡交回前台', align: 'center' })
  })

  test('P3 numbers stand in the store only encrypted, and the audit chain has no name', async () => {
    await t.visit({ phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    const everything = JSON.stringify(await Promise.all(['entry', 'person', 'audit', 'print_job', 'notice'].map((table) => t.house.store.read(`SELECT * FROM ${table}`))), (_, value: unknown) =>
      (value as { type?: string; data?: number[] } | null)?.type === 'Buffer' ? Buffer.from((value as { data: number[] }).data).toString('latin1') : value)
    expect(everything).not.toContain('13800002716')
    expect(everything).not.toContain(residentNumber(1))
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain('何婉清')
  })
})

describe('a returning visitor', () => {
  test('16.R4 is recognised by document, and what is left empty is taken from the last time', async () => {
    await t.visit({ company: '恒越信息技术', phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    const { person } = await t.reception.recognise({ documentKind: 'resident', documentNumber: residentNumber(1), phone: '', name: '' }, t.call())
    expect(person).toMatchObject({ name: '何婉清', company: '恒越信息技术', phoneMasked: '138****2716', visits: 1, lastHostName: '陆文博', lastHostContactId: 1 })
    const again = await t.visit({ personId: person!.personId })
    expect(await t.get(again.id)).toMatchObject({ phoneMasked: '138****2716', documentMasked: person!.documentMasked, personId: person!.personId })
    expect(await t.reception.reveal({ id: again.id, field: 'documentNumber' }, t.call())).toEqual({ value: residentNumber(1) })
    expect(await t.house.store.read('SELECT visits FROM person')).toEqual([{ visits: 2 }])
  })

  test('16.R4 a namesake with another document is another person', async () => {
    await t.visit({ documentKind: 'resident', documentNumber: residentNumber(1) })
    await t.visit({ documentKind: 'resident', documentNumber: residentNumber(2) })
    expect(await t.house.store.read('SELECT visits FROM person')).toEqual([{ visits: 1 }, { visits: 1 }])
  })

  test('P3 somebody who only has the same name and company does not get the other\'s phone number', async () => {
    await t.visit({ company: '恒越', phone: '13800002716' })
    expect((await t.get((await t.visit({ company: '恒越' })).id)).phoneMasked).toBe('')
  })
})

describe('16.R4 somebody expected', () => {
  test('16.R3 an appointment from a call is linked to it; on arrival it is carried on under its number', async () => {
    const call = await t.phoneCall({ category: 'appointment', matter: '明天何婉清来' })
    const appointment = await t.expect({ fromEntryId: call.id, phone: '13800002716' })
    expect(appointment).toMatchObject({ no: 'DJ26-000002', state: 'expected' })
    const { expected } = await t.reception.recognise({ documentKind: null, documentNumber: residentNumber(1), phone: '', name: '何婉清' }, t.call())
    expect(expected.map((row) => row.id)).toEqual([appointment.id])
    const arrived = await t.visit({ expectedEntryId: appointment.id, documentKind: 'resident', documentNumber: residentNumber(1) })
    expect(arrived).toMatchObject({ id: appointment.id, no: appointment.no, token: appointment.token, state: 'inside' })
    const entry = await t.get(arrived.id)
    expect(entry).toMatchObject({ phoneMasked: '138****2716', links: [{ recordId: call.id, no: call.no, direction: 'from' }] })
    expect((await t.get(call.id)).links).toMatchObject([{ recordId: appointment.id, direction: 'to' }])
    expect(await refusal(t.visit({ expectedEntryId: appointment.id }))).toBe('wrong-state')
    const asked = await t.visit({ name: '问着', answer: 'to-ask' })
    expect(await refusal(t.visit({ name: '另一人', expectedEntryId: asked.id }))).toBe('wrong-state')
    expect(await t.get(asked.id)).toMatchObject({ name: '问着', state: 'asked' })
    await t.reception.void({ id: asked.id, version: 1, reason: '试' }, t.call())
    expect((await t.visit({ name: '别人' })).no).toBe('DJ26-000004')
  })

  test('M2 what the appointment said and the arrival says otherwise stays in the history', async () => {
    const appointment = await t.expect({ company: '恒越', phone: '13800002716', matter: '谈合同' })
    await t.visit({ name: '何婉晴', company: '博远', phone: '13800002717', matter: '谈合同', hostContactId: 3, people: 2, expectedEntryId: appointment.id }, 'supervisor')
    const { history } = await t.get(appointment.id)
    expect(history.map((line) => line.action)).toEqual(['create', 'arrive'])
    expect(history[1]!.changes).toEqual([
      { field: 'name', from: '何婉清', to: '何婉晴' }, { field: 'company', from: '恒越', to: '博远' }, { field: 'people', from: '1', to: '2' }, { field: 'hostName', from: '陆文博', to: '单雄信' },
      { field: 'tenantName', from: BOYUAN, to: '恒越信息技术（上海）有限公司' }, { field: 'room', from: '1808', to: '0603' }, { field: 'receptionist', from: '周晓岚', to: '韩雪' }, { field: 'phone', from: '138****2716', to: '138****2717' },
    ])
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toMatch(/何婉|1380000/)
  })

  test('16.R4 a time before today is refused; somebody who did not come is noted', async () => {
    expect(await refusal(t.expect({ expectedAt: at(0) - 1 }))).toBe('in-the-past')
    const appointment = await t.expect()
    expect(await t.reception.noShow({ id: appointment.id, reason: '改期' }, t.call())).toMatchObject({ state: 'no-show', result: '改期' })
    expect(await refusal(t.reception.noShow({ id: appointment.id, reason: '' }, t.call()))).toBe('wrong-state')
  })
})

describe('16.R4 temporary cards', () => {
  test('16.R4 the next card is the lowest free one after the last, and comes round', async () => {
    await t.house.settings.save(t.call().scope, { cardCount: 3 })
    const first = await t.visit()
    await t.visit()
    await t.reception.leave({ id: first.id, cardReturned: true, at: null }, t.call())
    expect(await t.reception.nextCard(undefined, t.call())).toEqual({ cardNo: 'T-003' })
    expect((await t.get((await t.visit()).id)).cardNo).toBe('T-003')
    expect((await t.get((await t.visit()).id)).cardNo).toBe('T-001')
    expect((await t.get((await t.visit()).id)).cardNo).toBe('')
  })

  test('16.R4 a card that somebody has is refused, and so is one the tower has not', async () => {
    await t.visit({ cardNo: 'T-037' })
    await expect(t.visit({ cardNo: '37' })).rejects.toMatchObject({ code: 'card-in-use', params: { card: 'T-037' }, field: 'cardNo' })
    expect(await refusal(t.visit({ cardNo: 'T-061' }))).toBe('unknown-card')
    expect((await t.visit()).no).toBe('DJ26-000002')
  })

  test('16.R4 a card that left the house is not offered until somebody names it again', async () => {
    await t.house.settings.save(t.call().scope, { cardCount: 1 })
    const first = await t.visit()
    await t.reception.leave({ id: first.id, cardReturned: false, at: null }, t.call())
    expect(await t.reception.nextCard(undefined, t.call())).toEqual({ cardNo: '' })
    const second = await t.visit({ cardNo: 'T-001' })
    await t.reception.leave({ id: second.id, cardReturned: true, at: null }, t.call())
    expect(await t.reception.nextCard(undefined, t.call())).toEqual({ cardNo: 'T-001' })
  })
})

describe('16.R4 the deny list', () => {
  const deny = (input: Partial<Parameters<TestReception['reception']['deny']>[0]> = {}) =>
    t.reception.deny({ name: '何婉清', documentKind: 'resident', documentNumber: residentNumber(1), phone: '', reason: '曾滋事', ...input }, t.call('supervisor'))

  test('16.R4 a receptionist can\'t let in somebody who stands on it; a supervisor can, saying why', async () => {
    await deny()
    const document = { documentKind: 'resident', documentNumber: residentNumber(1) } as const
    expect(await refusal(t.visit(document))).toBe('denied-visitor')
    expect(await refusal(t.visit(document, 'supervisor'))).toBe('reason-required')
    const saved = await t.visit({ ...document, answerNote: '业主到场陪同' }, 'supervisor')
    expect(saved.state).toBe('inside')
    expect((await t.get(saved.id)).denied).toMatchObject({ reason: null })
    expect((await t.get(saved.id, 'supervisor')).denied).toMatchObject({ reason: '曾滋事' })
    // That somebody came and was turned away may always be written down.
    expect(await t.visit({ ...document, answer: 'declined' })).toMatchObject({ state: 'declined' })
  })

  test('16.R4 is shown as soon as the card is read, the reason to supervisors only', async () => {
    const { id } = await deny()
    const card = { documentKind: 'resident', documentNumber: residentNumber(1), phone: '', name: '何婉清' } as const
    expect((await t.reception.recognise(card, t.call())).denied).toEqual({ id, reason: null })
    expect((await t.reception.recognise(card, t.call('supervisor'))).denied).toEqual({ id, reason: '曾滋事' })
  })

  test('16.R4 a name alone denies until a document tells two people apart, and a lifted denial denies nobody', async () => {
    const { id } = await deny()
    expect(await refusal(t.visit())).toBe('denied-visitor')
    expect(await t.visit({ documentKind: 'resident', documentNumber: residentNumber(2) })).toMatchObject({ state: 'inside' })
    await t.reception.liftDenial({ id, reason: '已和解' }, t.call('supervisor'))
    expect(await refusal(t.reception.liftDenial({ id, reason: '再一次' }, t.call('supervisor')))).toBe('wrong-state')
    expect(await t.visit({ documentKind: 'resident', documentNumber: residentNumber(1) })).toMatchObject({ state: 'inside' })
    expect(await t.reception.denyList(undefined, t.call('supervisor'))).toMatchObject([{ id, documentMasked: expect.stringContaining('*') as string, liftReason: '已和解', liftedBy: '韩雪' }])
  })

  test('16.R4 nor as one of a group, with a space or a dot in the name, nor by a correction', async () => {
    await deny({ name: '古丽娜尔·艾山江', documentKind: null, documentNumber: '' })
    for (const name of ['古丽娜尔 艾山江', '古丽娜尔.艾山江', '古丽娜尔·艾山江']) {
      expect(await refusal(t.visit({ name })), name).toBe('denied-visitor')
      expect(await refusal(t.visit({ name: '别人', companions: ['甲', name] })), name).toBe('denied-visitor')
    }
    const { id } = await t.visit({ name: '别人', answer: 'to-ask' })
    const correct = (changes: { name?: string; companions?: string[] }, as: 'receptionist' | 'supervisor' = 'receptionist') => t.reception.correct({ id, version: 1, reason: '看错', changes }, t.call(as))
    expect(await refusal(correct({ name: '古丽娜尔 艾山江' }))).toBe('denied-visitor')
    expect(await refusal(correct({ companions: ['古丽娜尔艾山江'] }))).toBe('denied-visitor')
    await correct({ companions: ['古丽娜尔艾山江'] }, 'supervisor')
    expect(await refusal(t.reception.answer({ id, answer: 'agreed', note: '', print: true }, t.call()))).toBe('denied-visitor')
  })

  test('16.R4 a host\'s late agreement does not let in somebody who was put on it meanwhile', async () => {
    const saved = await t.visit({ answer: 'to-ask', documentKind: 'resident', documentNumber: residentNumber(1) })
    await deny()
    expect(await refusal(t.reception.answer({ id: saved.id, answer: 'agreed', note: '', print: true }, t.call()))).toBe('denied-visitor')
  })
})

test('16.R1 the receptionists to choose from are those who entered something', async () => {
  await t.visit()
  await t.visit({ name: '别人' }, 'supervisor')
  expect(await t.reception.authors(undefined, t.call())).toEqual([{ id: 1, name: '周晓岚' }, { id: 2, name: '韩雪' }])
})

describe('M2 numbers', () => {
  test('M2 fifty visits saved at once have fifty numbers without a gap, refused ones take none, and the chain is whole', async () => {
    await t.house.settings.save(t.call().scope, { cardCount: 9999 })
    const work = Array.from({ length: 50 }, (_, i) => [t.visit({ name: `访客${i}` }), t.visit({ name: `访客${i}`, phone: '12' }).catch(() => null)]).flat()
    const numbers = (await Promise.all(work)).flatMap((saved) => (saved ? [saved.no] : []))
    expect(numbers.sort()).toEqual(Array.from({ length: 50 }, (_, i) => `DJ26-${String(i + 1).padStart(6, '0')}`))
    expect(await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
  })

  test('M2 a new year begins a new series', async () => {
    await t.visit()
    t.clock.set(new Date(2027, 0, 1, 8).getTime())
    expect((await t.visit()).no).toBe('DJ27-000001')
  })
})
