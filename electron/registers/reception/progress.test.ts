import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { nextState, type EntryAction } from '../../../shared/rules/visit'
import { openReception, refusal, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const leave = (id: number, at: number | null = null) => t.reception.leave({ id, cardReturned: true, at }, t.call())
const find = (code: string) => t.reception.find({ code }, t.call())

describe('16.R4 leaving', () => {
  test('16.R4 the slip\'s code, the number, its digits and the card find the visitor; the leaving time is entered', async () => {
    const saved = await t.visit({ cardNo: 'T-037' })
    for (const code of [saved.token, saved.token.toLowerCase().replace(/:/g, '：'), 'DJ26-000001', 'dj26-1', '000001', 'T-037', 't037', '37']) expect((await find(code)).id, code).toBe(saved.id)
    t.clock.advance(3_600_000)
    expect(await leave(saved.id)).toMatchObject({ state: 'left', leftAt: t.clock.now(), cardNo: 'T-037' })
    expect(await refusal(leave(saved.id))).toBe('already-left')
    expect(await refusal(find('T-037'))).toBe('not-found')
    expect((await find(saved.token)).state).toBe('left')
  })

  test('16.R4 a code with a wrong check, and what is no code at all, find nobody', async () => {
    const { token } = await t.visit()
    expect(await refusal(find(`${token.slice(0, -1)}1`))).toBe('not-found')
    expect(await refusal(find('%'))).toBe('not-found')
  })

  test('16.R4 last year\'s digits are found when this year has none', async () => {
    const { id } = await t.visit()
    t.clock.set(new Date(2027, 0, 1, 9).getTime())
    expect((await find('0001')).id).toBe(id)
  })

  test('16.R4 a leaving time before the coming or after now is refused, as is leaving without having been inside', async () => {
    const { id } = await t.visit()
    const came = t.clock.now()
    t.clock.advance(60_000)
    expect(await refusal(leave(id, came - 1))).toBe('end-before-start')
    expect(await refusal(leave(id, t.clock.now() + 1))).toBe('invalid-input')
    expect(await refusal(leave((await t.visit({ answer: 'to-ask' })).id))).toBe('not-inside')
  })
})

test('16.R4 whatever is tried with a visit, the register does what the table of states allows and refuses the rest', async () => {
  const actions = ['admit', 'decline', 'leave', 'no-show', 'void'] as const satisfies readonly EntryAction[]
  const run = async (id: number, action: (typeof actions)[number]): Promise<unknown> => {
    switch (action) {
      case 'admit': return t.reception.answer({ id, answer: 'agreed', note: '', print: false }, t.call())
      case 'decline': return t.reception.answer({ id, answer: 'declined', note: '', print: false }, t.call())
      case 'leave': return leave(id)
      case 'no-show': return t.reception.noShow({ id, reason: '' }, t.call())
      case 'void': return t.reception.void({ id, version: (await t.get(id)).version, reason: '试' }, t.call())
    }
  }
  await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(fc.constantFrom(...actions), { maxLength: 5 }), async (expected, tried) => {
    const { id, state: first } = expected ? await t.expect() : await t.visit({ answer: 'to-ask' })
    let state = first
    for (const action of tried) {
      // An appointment is admitted or declined by registering the visitor.
      const byForm = state === 'expected' && (action === 'admit' || action === 'decline')
      const next = byForm ? null : nextState('visit', state, action)
      const outcome = await refusal(run(id, action))
      expect(outcome === 'not refused', `${state} ${action}: ${outcome}`).toBe(next !== null)
      if (next) state = next
      expect((await t.get(id)).state).toBe(state)
    }
  }), { numRuns: 25 })
})

describe('corrections', () => {
  test('M2 a correction keeps what stood there, who changed it and why; numbers in it are masked', async () => {
    const { id } = await t.visit({ phone: '13800002716', matter: '谈合同' })
    const { version } = await t.get(id)
    const after = await t.reception.correct({ id, version, reason: '听错', changes: { name: '何婉晴', phone: '13800002717', matter: '谈续租', hostContactId: 3 } }, t.call('supervisor'))
    expect(after).toMatchObject({ name: '何婉晴', phoneMasked: '138****2717', matter: '谈续租', hostName: '单雄信', room: '0603', version: version + 1 })
    expect(after.history.at(-1)).toMatchObject({
      actor: '韩雪', reason: '听错',
      changes: expect.arrayContaining([
        { field: 'name', from: '何婉清', to: '何婉晴' }, { field: 'phone', from: '138****2716', to: '138****2717' }, { field: 'matter', from: '谈合同', to: '谈续租' },
        { field: 'hostName', from: '陆文博', to: '单雄信' }, { field: 'room', from: '1808', to: '0603' },
      ]) as unknown,
    })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toMatch(/何婉|1380000|续租/)
    expect((await t.list({ search: '婉晴' })).rows.map((row) => row.id)).toEqual([id])
    expect((await t.list({ search: '婉清' })).rows).toEqual([])
    expect(await t.reception.suggest({ query: '何婉', for: 'visitor', limit: 8 }, t.call())).toMatchObject([{ name: '何婉晴', phoneMasked: '138****2717' }])
  })

  test('P1 a corrected document number is checked, and the wrong one is no longer recognised', async () => {
    const { id } = await t.visit({ documentKind: 'passport', documentNumber: 'E12345678' })
    const { version } = await t.get(id)
    expect(await refusal(t.reception.correct({ id, version, reason: '错', changes: { documentNumber: 'E1-345679' } }, t.call()))).toBe('invalid-document-number')
    await t.reception.correct({ id, version, reason: '错', changes: { documentNumber: 'E12345679' } }, t.call())
    const known = (documentNumber: string) => t.reception.recognise({ documentKind: 'passport', documentNumber, phone: '', name: '' }, t.call())
    expect((await known('E12345678')).person).toBeNull()
    expect(await known('E12345679')).toMatchObject({ person: { name: '何婉清' }, inside: [{ id }] })
  })

  test('M2 a correction of what somebody else changed meanwhile is refused, and one that changes nothing leaves no trace', async () => {
    const { id } = await t.visit()
    const { version } = await t.get(id)
    await t.reception.correct({ id, version, reason: '无', changes: { name: '何婉清' } }, t.call())
    await t.reception.correct({ id, version, reason: '补单位', changes: { company: '恒越' } }, t.call())
    expect(await refusal(t.reception.correct({ id, version, reason: '补单位', changes: { company: '博远' } }, t.call('supervisor')))).toBe('stale')
    expect((await t.get(id)).history.filter((line) => line.action === 'correct')).toHaveLength(1)
  })

  test('16.R4 card, companions and validity may be corrected; a card somebody has may not', async () => {
    const { id } = await t.visit({ cardNo: 'T-005' })
    await t.visit({ name: '别人', cardNo: 'T-006' })
    const correct = (changes: Parameters<TestReception['reception']['correct']>[0]['changes']) => t.get(id).then(({ version }) => t.reception.correct({ id, version, reason: '拿错', changes }, t.call()))
    expect(await refusal(correct({ cardNo: 'T-006' }))).toBe('card-in-use')
    expect(await refusal(correct({ validUntil: t.clock.now() - 1 }))).toBe('in-the-past')
    const until = t.clock.now() + 3_600_000
    const after = await correct({ cardNo: '7', companions: ['邵霁'], validUntil: until })
    expect(after).toMatchObject({ cardNo: 'T-007', companions: ['邵霁'], people: 2, validUntil: until })
    expect(after.history.at(-1)!.changes).toEqual(expect.arrayContaining([{ field: 'cardNo', from: 'T-005', to: 'T-007' }, { field: 'companions', from: '', to: '邵霁' }, { field: 'people', from: '1', to: '2' }]))
    expect(await correct({ cardNo: '-' })).toMatchObject({ cardNo: '' })
  })

  test('P3 a number entered by mistake is taken away, from the person too', async () => {
    const { id } = await t.visit({ phone: '13800002716', documentKind: 'passport', documentNumber: 'E12345678' })
    expect(await t.reception.correct({ id, version: 1, reason: '不是本人', changes: { phone: '', documentNumber: '' } }, t.call())).toMatchObject({ phoneMasked: '', documentKind: null, documentMasked: '', documentSeen: false })
    expect((await t.reception.recognise({ documentKind: 'passport', documentNumber: 'E12345678', phone: '13800002716', name: '' }, t.call())).person).toBeNull()
    expect(await t.reception.suggest({ query: '1380', for: 'visitor', limit: 8 }, t.call())).toEqual([])
  })

  test('16.R1 16.C1 a call told to the wrong department is told to the right one; a closed call keeps matter and result', async () => {
    const { id } = await t.phoneCall()
    await t.acknowledge(id)
    const correct = (changes: Parameters<TestReception['reception']['correct']>[0]['changes']) => t.get(id).then(({ version }) => t.reception.correct({ id, version, reason: '找错部门', changes }, t.call()))
    const told = await correct({ notify: { department: 'security', person: '马国庆' } })
    expect(told).toMatchObject({ state: 'waiting', notifiedDepartment: 'security', notifiedPerson: '马国庆', acknowledgedAt: null })
    expect((await t.house.notices.open(null)).map((notice) => notice.department)).toEqual(['security'])
    expect(await t.house.store.read('SELECT printer FROM print_job ORDER BY id')).toEqual([{ printer: 'engineering' }, { printer: 'security' }])
    await correct({ notify: { department: 'finance', person: '' } })
    expect((await t.house.notices.open(null)).map((notice) => notice.department)).toEqual(['finance'])
    expect(await refusal(correct({ matter: '' }))).toBe('invalid-input')
    await t.reception.setResult({ id, result: '已修复' }, t.call())
    expect(await refusal(correct({ result: '' }))).toBe('invalid-input')
    expect(await correct({ result: '已换件' })).toMatchObject({ state: 'closed', result: '已换件' })
  })

  test('16.R4 the time of an appointment may be corrected until the visitor comes; the entry goes to the new day', async () => {
    const { id } = await t.expect()
    const correct = async (expectedAt: number) => t.reception.correct({ id, version: (await t.get(id)).version, reason: '改期', changes: { expectedAt } }, t.call())
    const tomorrow = t.clock.now() + 24 * 3_600_000
    expect(await refusal(correct(t.clock.now() - 24 * 3_600_000))).toBe('in-the-past')
    const before = (await t.get(id)).expectedAt
    const after = await correct(tomorrow)
    expect(after).toMatchObject({ expectedAt: tomorrow, day: '2026-03-13', state: 'expected' })
    expect(after.history.at(-1)!.changes).toEqual([{ field: 'expectedAt', from: String(before), to: String(tomorrow) }])
    expect((await t.list({ from: '2026-03-13', to: '2026-03-13' })).rows.map((row) => row.id)).toEqual([id])
    expect((await t.list({ from: '2026-03-12', to: '2026-03-12' })).rows).toEqual([])

    await t.visit({ expectedEntryId: id })
    expect(await refusal(correct(tomorrow + 60_000))).toBe('wrong-state')
    const { id: call } = await t.phoneCall()
    expect(await refusal(t.reception.correct({ id: call, version: 1, reason: '改期', changes: { expectedAt: tomorrow } }, t.call()))).toBe('invalid-input')
  })

  test('16.R4 a leaving time may be corrected within the stay', async () => {
    const { id } = await t.visit()
    const came = t.clock.now()
    t.clock.advance(3_600_000)
    const correct = async (leftAt: number) => t.reception.correct({ id, version: (await t.get(id)).version, reason: '忘登', changes: { leftAt } }, t.call())
    expect(await refusal(correct(came + 1))).toBe('not-inside')
    await leave(id)
    expect(await refusal(correct(came - 1))).toBe('end-before-start')
    expect(await correct(came + 60_000)).toMatchObject({ leftAt: came + 60_000 })
  })

  test('M2 a voided entry keeps its number; its notice is closed, its card is free, and nothing more is done with it', async () => {
    const saved = await t.visit({ hostContactId: null, hostDepartment: 'engineering', cardNo: 'T-005' })
    expect(await refusal(t.reception.void({ id: saved.id, version: 9, reason: '重复' }, t.call()))).toBe('stale')
    expect(await t.reception.void({ id: saved.id, version: 1, reason: '重复登记' }, t.call())).toMatchObject({ state: 'void', no: saved.no, voidReason: '重复登记', voidAt: t.clock.now() })
    expect(await t.house.notices.open(null)).toEqual([])
    expect((await t.visit({ cardNo: 'T-005' })).no).toBe('DJ26-000002')
    expect(await refusal(t.reception.void({ id: saved.id, version: 2, reason: '再' }, t.call()))).toBe('already-void')
    expect(await refusal(t.reception.correct({ id: saved.id, version: 2, reason: '改', changes: { name: '甲' } }, t.call()))).toBe('already-void')
    expect(await refusal(leave(saved.id))).toBe('not-inside')
  })
})

describe('reveal and reprint', () => {
  test('P3 a number is shown whole to one who may, and that is written down', async () => {
    const { id } = await t.visit({ phone: '13800002716' })
    expect(await t.reception.reveal({ id, field: 'phone' }, t.call())).toEqual({ value: '13800002716' })
    expect(await refusal(t.reception.reveal({ id, field: 'documentNumber' }, t.call()))).toBe('not-found')
    expect((await t.get(id)).history.at(-1)).toMatchObject({ action: 'reveal', actor: '周晓岚' })
  })

  test('M2 a slip printed again says 补打 with its count and what the entry says now; the first one does not', async () => {
    const { id } = await t.visit({ print: false })
    const document = async () => t.house.jobs.document((await t.reception.reprint({ id }, t.call())).printJobId)
    expect((await document())!.reprint).toBeUndefined()
    expect((await document())!.reprint).toMatchObject({ count: 1, by: '周晓岚', station: 'A1' })
    await t.reception.correct({ id, version: 1, reason: '错字', changes: { name: '何婉晴' } }, t.call())
    const third = await document()
    expect(third!.reprint).toMatchObject({ count: 2 })
    expect(JSON.stringify(third)).toContain('何婉晴')
    await leave(id)
    expect(await refusal(t.reception.reprint({ id }, t.call()))).toBe('reprint-not-allowed')
  })
})
