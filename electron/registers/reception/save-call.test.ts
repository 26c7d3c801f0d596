import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlipDocument } from '../../../shared/slip/document'
import { openReception, refusal, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

describe('16.R1 a call', () => {
  test('16.R1 16.R2 that reports a repair is entered with its time, and engineering has its notice and slip at once', async () => {
    const saved = await t.phoneCall({ contactId: 1, phone: '13911112222', notify: { department: 'engineering', person: '何建国' } })
    expect(saved).toMatchObject({ no: 'DJ26-000001', state: 'waiting', token: '' })
    expect(await t.get(saved.id)).toMatchObject({
      kind: 'call', name: '陆文博', room: '1808', phoneMasked: '139****2222', category: 'repair', matter: '空调不制冷',
      notifiedDepartment: 'engineering', notifiedPerson: '何建国', notifiedAt: t.clock.now(), acknowledgedAt: null, notices: [{ department: 'engineering', person: '何建国' }],
    })
    const [job] = await t.house.store.read<{ printer: string; document: string }>('SELECT printer, document FROM print_job')
    expect(job!.printer).toBe('engineering')
    const lines = (JSON.parse(job!.document) as SlipDocument).lines
    expect(lines).toContainEqual({ kind: 'fact', label: '联系', value: '陆文博 分机8012' })
    expect(JSON.stringify(lines)).not.toContain('2222')
  })

  test('16.R1 neither name nor number is refused; a number alone will do, and a contact brings the name', async () => {
    expect(await refusal(t.phoneCall({ name: '' }))).toBe('caller-required')
    expect(await t.get((await t.phoneCall({ name: '', phone: '8012' })).id)).toMatchObject({ name: '', phoneMasked: '**12' })
    expect(await t.get((await t.phoneCall({ name: '', contactId: 3 })).id)).toMatchObject({ name: '单雄信', room: '0603' })
  })

  test('16.R1 nor is the number taken away by a correction from a caller who has no name', async () => {
    const { id } = await t.phoneCall({ name: '', phone: '13800002716' })
    const correct = (changes: { phone?: string; name?: string }) => t.reception.correct({ id, version: 1, reason: '号码记错', changes }, t.call())
    expect(await refusal(correct({ phone: '' }))).toBe('caller-required')
    expect(await correct({ phone: '', name: '程若兰' })).toMatchObject({ name: '程若兰', phoneMasked: '' })
  })

  test('16.R1 that ended a while ago belongs to its own day; one in the future is refused', async () => {
    const yesterday = t.clock.now() - 24 * 3_600_000
    expect(await t.get((await t.phoneCall({ at: yesterday })).id)).toMatchObject({ at: yesterday, day: '2026-03-11' })
    expect(await refusal(t.phoneCall({ at: t.clock.now() + 60_000 }))).toBe('invalid-input')
  })

  test('16.R1 a caller is known by number the next time', async () => {
    await t.phoneCall({ name: '赵六', company: '顺达物流', phone: '13800002716' })
    const offered = await t.reception.suggest({ query: '138 0000', for: 'caller', limit: 8 }, t.call())
    expect(offered).toMatchObject([{ source: 'person', name: '赵六', company: '顺达物流', phoneMasked: '138****2716' }])
    const again = await t.phoneCall({ name: '赵六', personId: offered[0]!.personId })
    expect(await t.get(again.id)).toMatchObject({ phoneMasked: '138****2716' })
  })
})

describe('16.C1 what becomes of a call', () => {
  test('16.C1 acknowledged it is notified, with a result it is closed, and both show in its history', async () => {
    const { id } = await t.phoneCall()
    t.clock.advance(5 * 60_000)
    await t.acknowledge(id)
    expect(await t.get(id)).toMatchObject({ state: 'notified', acknowledgedAt: t.clock.now(), notifiedPerson: '何建国', notices: [{ acknowledgedBy: '何建国' }] })
    expect(await t.reception.setResult({ id, result: '已修复' }, t.call())).toMatchObject({ state: 'closed', result: '已修复' })
    expect(await refusal(t.reception.setResult({ id, result: '又一次' }, t.call()))).toBe('wrong-state')
    expect((await t.get(id)).history.map((line) => line.action)).toEqual(['create', 'notice.acknowledge', 'result'])
  })

  test('16.C1 settled on the telephone it is closed, and its department still hears of it', async () => {
    const { id, state } = await t.phoneCall({ result: '已答复' })
    expect(state).toBe('closed')
    await t.acknowledge(id)
    expect(await t.get(id)).toMatchObject({ state: 'closed', acknowledgedAt: t.clock.now() })
  })

  test('16.C1 16.C2 the day\'s check finds who was not told, what has no result and who is still inside', async () => {
    const told = await t.phoneCall()
    await t.acknowledge(told.id)
    const untold = await t.phoneCall({ result: '已答复' })
    const inside = await t.visit()
    const gone = await t.visit()
    await t.reception.leave({ id: gone.id, cardReturned: true, at: null }, t.call())
    await t.expect()
    const asked = await t.visit({ answer: 'to-ask' })
    const voided = await t.phoneCall()
    await t.reception.void({ id: voided.id, version: 1, reason: '重复' }, t.call())
    const check = await t.reception.checkDay({ day: '2026-03-12' }, t.call())
    expect(check.withoutNotice.map((row) => row.id)).toEqual([untold.id])
    expect(check.withoutResult.map((row) => row.id)).toEqual([told.id])
    expect(check.awaitingAnswer.map((row) => row.id)).toEqual([asked.id])
    expect(check.stillInside.map((row) => row.id)).toEqual([inside.id])
  })
})
