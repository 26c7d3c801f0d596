import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Handover, handoverItem, type HandoverItem } from '../../../shared/contract/handover'
import { verifyAudit } from '../../store/audit'
import { sweepRetention } from '../../store/retention'
import { inChinese, say } from '../../../shared/rules/phrases'
import { layoutSlip } from '../../../shared/slip/layout'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createHandover } from './handover'

let t: TestHouse
let handover: Handlers<'handover'>
beforeEach(async () => {
  // The early shift goes until 16:00.
  t = await openTestHouse({ now: new Date(2026, 2, 12, 15, 58).getTime() })
  handover = createHandover(t.house)
})
afterEach(() => t.close())

const zhou = () => t.call('receptionist')
/** Another receptionist. */
const wu = () => ({ scope: { actor: { id: 20, name: '吴思敏' }, station: 'A1' }, signedIn: { staffId: 20, name: '吴思敏', role: 'receptionist' as const, department: 'customer-service' as const } })
const plain = { dropped: [], written: [], message: '', signatureId: null, print: false }
const openKeys = (record: Handover) => record.items.filter((item) => item.dropped === null).map((item) => item.key)
const takeOver = (record: Handover) => handover.acknowledge({ id: record.id, seen: openKeys(record), signatureId: null }, wu())

let lastEntry = 0
beforeEach(() => { lastEntry = 0 })
async function entry(fields: Record<string, string | number | null>): Promise<number> {
  const id = ++lastEntry
  const columns = { id, no: `DJ26-${String(id).padStart(6, '0')}`, kind: 'visit', at: t.clock.now(), day: '2026-03-12', state: 'inside', receptionist_id: 1, receptionist: '周晓岚', station: 'A1', name: '沈知远', room: '2203', ...fields }
  await t.house.store.write(zhou().scope, (tx) => tx.query(`INSERT INTO entry (${Object.keys(columns).join(', ')}) VALUES (${Object.keys(columns).map(() => '?').join(', ')})`, Object.values(columns)))
  return id
}
const update = (sql: string) => t.house.store.write(zhou().scope, (tx) => tx.query(sql))

async function aDay(): Promise<void> {
  const at = (hour: number) => new Date(2026, 2, 12, hour).getTime()
  await entry({ people: 3, card_no: 'T-036', inside_at: at(14), valid_until: at(18) })
  await entry({ state: 'asked', name: '何婉清', asked_at: at(15), host_name: '陆文博' })
  await entry({ state: 'expected', name: '贺师傅', expected_at: at(17) })
  await entry({ state: 'expected', name: '明天来', expected_at: at(17) + 86_400_000 })
  await entry({ kind: 'call', state: 'waiting', name: '顾星河', matter: '电梯等候过久', room: '2706' })
  await entry({ kind: 'call', state: 'notified', name: '许嘉言', matter: '空调不制冷', room: '3101' })
  await entry({ state: 'left', name: '已走' })
  await entry({ kind: 'call', state: 'closed', name: '已办', result: '已答复' })
  await t.house.store.write(zhou().scope, async (tx) => {
    await t.house.notices.create(tx, { department: 'engineering', person: '', text: '2706室，顾星河来电，电梯等候过久', register: 'reception', recordId: 5, no: 'DJ26-000005' })
    await t.house.jobs.create(tx, { printer: 'receipt', register: 'reception', recordId: 1, no: 'DJ26-000001', document: { title: '访客单', lines: [] } })
  })
}

describe('16.R5 what is unfinished is proposed', () => {
  test('16.R5 16.C1 visitors inside or waiting, those expected today, open notices, calls without result, slips not printed', async () => {
    await aDay()
    const proposed = await handover.propose(undefined, zhou())
    expect(proposed).toMatchObject({ shift: '早班', cardsOut: 1, cardsTotal: 60, pending: null })
    expect(proposed.items.map((item) => [item.what, item.no, item.title])).toEqual([
      ['still-inside', 'DJ26-000001', '沈知远等 3 人仍在 2203'],
      ['awaiting-answer', 'DJ26-000002', '何婉清等 2203 回复'],
      ['expected', 'DJ26-000003', '贺师傅预约到 2203'],
      ['notice-open', 'DJ26-000005', '2706室，顾星河来电，电梯等候过久'],
      ['no-result', 'DJ26-000006', '许嘉言：空调不制冷'],
      ['print-unfinished', 'DJ26-000001', '访客单未打印'],
    ])
    expect(proposed.items[0]).toMatchObject({ key: 'still-inside:1', detail: 'T-036，18:00 前离开', since: new Date(2026, 2, 12, 14).getTime(), dropped: null, seen: false })
    expect(proposed.items[3]!.detail).toBe('工程部未签收')
  })

  test('16.R5 a visitor inside past the time the slip is good until is handed over as overdue, with its day', async () => {
    const [from, until] = [new Date(2026, 2, 11, 14).getTime(), new Date(2026, 2, 11, 18).getTime()]
    await entry({ card_no: 'T-036', inside_at: from, valid_until: until })
    const record = await handover.signOff(plain, zhou())
    expect(record.items).toMatchObject([{ what: 'still-inside', detail: 'T-036，3\u00A0月\u00A011\u00A0日 18:00 前离开', since: from, dueAt: until }])
  })

  test('16.R5 with nothing unfinished there is nothing proposed, and the shift may still be handed over', async () => {
    expect((await handover.propose(undefined, zhou())).items).toEqual([])
    expect(await handover.signOff({ ...plain, message: '一切正常。' }, zhou())).toMatchObject({ no: 'JB26-000001', items: [], message: '一切正常。' })
  })

  test.each([[15, 45, '早班'], [16, 20, '早班'], [16, 31, '中班']])('16.R5 at %i:%i it is the shift %s that hands over', async (hours, minutes, shift) => {
    t.clock.set(new Date(2026, 2, 12, hours, minutes).getTime())
    expect((await handover.propose(undefined, zhou())).shift).toBe(shift)
  })
})

describe('16.R5 a line in the page\'s language', () => {
  const partsOf = (items: HandoverItem[], key: string) => items.find((item) => item.key === key)?.parts

  test('16.R5 comes with its parts beside the words that are printed: the names as they are, the counter\'s own by code', async () => {
    await aDay()
    await t.house.store.write(zhou().scope, (tx) => t.house.notices.remind(tx, 1))
    t.house.tellers.provide('keys', { waiting: () => Promise.resolve([{ key: 'stocktake-due:1', register: 'keys', recordId: 1, no: '', what: 'stocktake-due' as const, title: 'A 板钥匙', detail: '还没有盘点过', since: 1, dueAt: 2 }]) })
    for (const items of [(await handover.propose(undefined, zhou())).items, (await handover.signOff(plain, zhou())).items]) {
      expect(partsOf(items, 'still-inside:1')).toEqual({ title: [say('inside', { who: [say('visitors', { who: ['沈知远'], n: 3 })], place: '2203' })], detail: ['T-036', say('leave-by', { at: new Date(2026, 2, 12, 18).getTime() })] })
      expect(partsOf(items, 'awaiting-answer:2')).toEqual({ title: [say('awaits', { who: ['何婉清'], place: '2203' })], detail: ['陆文博'] })
      expect(partsOf(items, 'notice-open:1')).toEqual({ title: [say('room', { room: '2706' }), say('called', { who: ['顾星河'] }), '电梯等候过久'], detail: [say('not-acknowledged', { whom: [say('department-engineering')] }), say('reminded', { n: 1 })] })
      expect(partsOf(items, 'no-result:6')).toEqual({ title: [say('matter-of', { who: ['许嘉言'], matter: '空调不制冷' })], detail: ['3101', say('no-result')] })
      expect(partsOf(items, 'print-unfinished:1')).toEqual({ title: [say('not-printed', { slip: [say('slip-visitor')] })], detail: [say('waits-for-printer')] })
      expect(partsOf(items, 'record-open:stocktake-due:1')).toEqual({ title: [say('board-keys', { board: 'A' })], detail: [say('never-counted'), say('open-stocktake-due')] })
      // The words are the same ones, and what is sent is what the page may get.
      for (const item of items) {
        expect(handoverItem.parse(item)).toEqual(item)
        expect(inChinese(item.parts!.title).replaceAll(' ', '')).toBe(item.title.replaceAll(' ', ''))
      }
    }
  })

  test('16.R5 a hand-over of before there were parts reads as it was stored', async () => {
    const before = { key: 'still-inside:1', what: 'still-inside', register: 'reception', recordId: 1, no: 'DJ26-000001', title: '{name}等 3 人仍在 2203', detail: 'T-036，18:00 前离开', since: 1, dropped: null, seen: false }
    await entry({})
    await update(`INSERT INTO handover (no, day, shift, station, state, from_id, from_name, items, message, cards_out, cards_total, signed_off_at) VALUES ('JB26-000001', '2026-03-12', '早班', 'A1', 'signed-off', 1, '周晓岚', '${JSON.stringify([before])}', '', 1, 60, 1)`)
    expect((await handover.get({ id: 1 }, zhou())).items).toEqual([{ ...before, title: '沈知远等 3 人仍在 2203', dueAt: null }])
    expect((await handover.acknowledge({ id: 1, seen: ['still-inside:1'], signatureId: null }, wu())).items[0]).toMatchObject({ title: '沈知远等 3 人仍在 2203', seen: true })
  })
})

describe('16.R5 signing off', () => {
  test('16.R5 keeps what is carried over, what is dropped with its reason, and what was written', async () => {
    await aDay()
    const record = await handover.signOff({ ...plain, dropped: [{ key: 'no-result:6', reason: '15:41 已补齐' }], written: ['B1 水泵房钥匙在蒋大为处'], message: '小票机还剩半卷纸。' }, zhou())
    expect(record).toMatchObject({ no: 'JB26-000001', day: '2026-03-12', shift: '早班', state: 'signed-off', from: '周晓岚', to: null, cardsOut: 1, message: '小票机还剩半卷纸。' })
    expect(record.items.find((item) => item.key === 'no-result:6')!.dropped).toBe('15:41 已补齐')
    expect(record.items.at(-1)).toMatchObject({ what: 'written', title: 'B1 水泵房钥匙在蒋大为处', no: 'JB26-000001', recordId: record.id })
    expect((await handover.propose(undefined, wu())).pending).toMatchObject({ id: record.id })
    expect((await verifyAudit(t.house.store.read.bind(t.house.store))).brokenAt).toBeNull()
  })

  test('16.R5 waits for the one before to be taken over, and takes no number when refused', async () => {
    const first = await handover.signOff(plain, zhou())
    await expect(handover.signOff(plain, wu())).rejects.toMatchObject({ code: 'handover-open', params: { no: 'JB26-000001', by: '周晓岚' } })
    await takeOver(first)
    expect((await handover.signOff(plain, wu())).no).toBe('JB26-000002')
  })

  test('16.R5 prints the slip, and says 补打 when printed again (M2)', async () => {
    await aDay()
    const record = await handover.signOff({ ...plain, message: '提醒程若兰带回临时卡。', print: true }, zhou())
    const jobs = await t.house.jobs.list(null, 0, 10)
    const slip = jobs.find((job) => job.title === '交接单')!
    expect(slip).toMatchObject({ printer: 'receipt', no: record.no, reprintCount: 0 })
    const document = (await t.house.jobs.document(slip.id))!
    const text = layoutSlip(document, 80).rows.flatMap((row) => (row.kind === 'text' ? [row.spans.map((span) => span.text).join('')] : [])).join('\n')
    for (const words of ['交　接　单', 'JB26-000001', '早班交班  周晓岚', '未完 6 件', '1. 沈知远等 3 人仍在 2203', '提醒程若兰带回临时卡。', '柜 59，外 1']) expect(text).toContain(words)
    const { printJobId } = await handover.reprint({ id: record.id }, zhou())
    expect((await t.house.jobs.document(printJobId))!.reprint).toMatchObject({ count: 1, by: '周晓岚', station: 'A1' })
  })

  test('a hand-over signed off without a slip prints its first one later, which is no copy', async () => {
    const record = await handover.signOff(plain, zhou())
    const { printJobId } = await handover.reprint({ id: record.id }, zhou())
    expect((await t.house.jobs.document(printJobId))!.reprint).toBeUndefined()
    t.printers.length = 0
    await expect(handover.reprint({ id: record.id }, zhou())).rejects.toMatchObject({ code: 'unknown-printer' })
  })
})

describe('16.R5 taking over', () => {
  test('16.R5 another person sees each item, and that locks it', async () => {
    await aDay()
    const record = await handover.signOff({ ...plain, dropped: [{ key: 'no-result:6', reason: '已补齐' }] }, zhou())
    await expect(handover.acknowledge({ id: record.id, seen: openKeys(record), signatureId: null }, zhou())).rejects.toMatchObject({ code: 'handover-self' })
    await expect(handover.acknowledge({ id: record.id, seen: openKeys(record).slice(1), signatureId: null }, wu())).rejects.toMatchObject({ code: 'handover-unseen', params: { count: 1 } })
    const taken = await takeOver(record)
    expect(taken).toMatchObject({ state: 'acknowledged', to: '吴思敏', acknowledgedAt: t.clock.now() })
    expect(taken.items.filter((item) => item.dropped === null).every((item) => item.seen)).toBe(true)
    await expect(takeOver(record)).rejects.toMatchObject({ code: 'already-acknowledged', params: { by: '吴思敏' } })
  })

  test('16.R5 signatures belong to the hand-over', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
    const [off, on] = await t.house.store.write(zhou().scope, async (tx) => [await t.house.attachments.put(tx, 'signature', png), await t.house.attachments.put(tx, 'signature', png)] as const)
    const record = await handover.signOff({ ...plain, signatureId: off }, zhou())
    const taken = await handover.acknowledge({ id: record.id, seen: [], signatureId: on }, wu())
    expect([taken.signatureOffId, taken.signatureOnId]).toEqual([off, on])
    expect(await t.house.store.read(`SELECT count(*) AS n FROM attachment WHERE register = 'handover' AND record_id = ?`, [record.id])).toEqual([{ n: 2 }])
  })

  test('16.R5 yesterday\'s open items stay until they are done, and written lines until somebody drops them', async () => {
    await aDay()
    const first = await handover.signOff({ ...plain, written: ['钥匙未还', '等电梯维保回话'] }, zhou())
    await takeOver(first)
    t.clock.advance(86_400_000)
    await update(`UPDATE entry SET state = 'left' WHERE id = 1`)
    const next = await handover.propose(undefined, wu())
    expect(next.items.map((item) => item.key)).toEqual(['awaiting-answer:2', 'expected:3', 'expected:4', 'notice-open:1', 'no-result:6', 'print-unfinished:1', 'written:JB26-000001:1', 'written:JB26-000001:2'])
    expect(next.items.every((item) => !item.seen)).toBe(true)
    const second = await handover.signOff({ ...plain, dropped: [{ key: 'written:JB26-000001:1', reason: '已还' }] }, wu())
    await handover.acknowledge({ id: second.id, seen: openKeys(second), signatureId: null }, zhou())
    expect((await handover.propose(undefined, zhou())).items.filter((item) => item.what === 'written').map((item) => item.title)).toEqual(['等电梯维保回话'])
  })

  test('16.R5 a supervisor re-checks what was taken over, once', async () => {
    const record = await handover.signOff(plain, zhou())
    await expect(handover.recheck({ id: record.id, note: '' }, t.call('supervisor'))).rejects.toMatchObject({ code: 'wrong-state' })
    await takeOver(record)
    expect(await handover.recheck({ id: record.id, note: '已看' }, t.call('supervisor'))).toMatchObject({ recheckedBy: '韩雪', recheckNote: '已看', recheckedAt: t.clock.now() })
    await expect(handover.recheck({ id: record.id, note: '' }, t.call('supervisor'))).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('16.R5 what waits at the desk in other registers is handed over too, by number and without the client\'s name', async () => {
    t.house.tellers.provide('repairs', { waiting: () => Promise.resolve([{ key: 'order-unreturned:7', register: 'repairs', recordId: 7, no: 'WX26-001188', what: 'order-unreturned' as const, title: '茶水间门锁松动', detail: '2205', since: 1, dueAt: 2 }]) })
    const record = await handover.signOff(plain, zhou())
    expect(record.items.find((item) => item.what === 'record-open')).toMatchObject({ key: 'record-open:order-unreturned:7', register: 'repairs', recordId: 7, no: 'WX26-001188', title: '茶水间门锁松动', detail: '2205，未返单' })
  })

  test('16.R5 a record that waits for two things has two lines, each dropped and seen by itself', async () => {
    const pass = { register: 'passes', recordId: 1, no: 'SF26-000001', title: '苏映雪', detail: '2205', since: 1, dueAt: 2 }
    t.house.tellers.provide('passes', { waiting: () => Promise.resolve([{ ...pass, key: 'pass-expiring:1', what: 'pass-expiring' as const }, { ...pass, key: 'pass-unfiled:1', what: 'pass-unfiled' as const, dueAt: null }]) })
    const record = await handover.signOff({ ...plain, dropped: [{ key: 'record-open:pass-expiring:1', reason: '已约好明日来' }] }, zhou())
    expect(record.items.map(({ key, dropped }) => [key, dropped])).toEqual([['record-open:pass-expiring:1', '已约好明日来'], ['record-open:pass-unfiled:1', null]])
    await expect(handover.acknowledge({ id: record.id, seen: ['record-open:pass-expiring:1'], signatureId: null }, wu())).rejects.toMatchObject({ code: 'handover-unseen', params: { count: 1 } })
  })

  test('16.R5 many of one kind leave nothing else out, and a last line says how many more there are', async () => {
    const passes = Array.from({ length: 260 }, (_, i) => ({ key: `pass-expired:${i + 1}`, register: 'passes', recordId: i + 1, no: `SF26-${String(i + 1).padStart(6, '0')}`, what: 'pass-expired' as const, title: '苏映雪', detail: '2205', since: 1, dueAt: 2 }))
    t.house.tellers.provide('passes', { waiting: () => Promise.resolve(passes) })
    t.house.tellers.provide('complaints', { waiting: () => Promise.resolve([{ key: 'complaint-escalated:3', register: 'complaints', recordId: 3, no: 'TS26-000003', what: 'complaint-escalated' as const, title: '电梯', detail: '2706', since: 1, dueAt: null }]) })
    for (let i = 0; i < 203; i++) await entry({ card_no: `T-${i}`, inside_at: i })
    const { items } = await handover.propose(undefined, zhou())
    const of = (what: string) => items.filter((item) => item.what === what)
    expect(of('record-open')).toHaveLength(202)
    expect(of('record-open').at(-2)).toMatchObject({ no: 'TS26-000003', detail: '2706，已升级' })
    expect(of('record-open').at(-1)).toMatchObject({ key: 'record-open:more:pass-expired', register: 'passes', recordId: null, title: '另有 60 件', detail: '已过期未退' })
    expect([of('still-inside').length, of('still-inside').at(-1)]).toEqual([201, expect.objectContaining({ title: '另有 3 件', detail: '仍在内' })])
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  })

  test('16.R5 a hand-over is found by its number, whole or by its digits from three on, for who hands over', async () => {
    await takeOver(await handover.signOff(plain, zhou()))
    const found = async (typed: string, as: 'receptionist' | 'engineering' = 'receptionist') => (await t.house.tellers.search(typed, t.call(as).signedIn!, 10)).flat()
    for (const typed of ['JB26-000001', 'jb26-1', '001']) expect(await found(typed), typed).toEqual([{ kind: 'handover', id: 1, title: 'JB26-000001', detail: '2026-03-12 早班，周晓岚 → 吴思敏', state: 'acknowledged', at: t.clock.now() }])
    expect([await found('1'), await found('JB26-000002'), await found('JB26-000001', 'engineering')]).toEqual([[], [], []])
  })

  test('former hand-overs are listed newest first and go on from the last', async () => {
    for (let i = 0; i < 3; i++) await takeOver(await handover.signOff(plain, zhou()))
    const page = await handover.list({ before: null, limit: 2 }, zhou())
    expect(page.rows.map((row) => row.no)).toEqual(['JB26-000003', 'JB26-000002'])
    expect((await handover.list({ before: page.next, limit: 2 }, zhou())).rows.map((row) => row.no)).toEqual(['JB26-000001'])
    await expect(handover.get({ id: 99 }, zhou())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('P3 names in hand-overs', () => {
  test('P3 16.R5 why a line was dropped, the lines written and the note of the re-check are erased with their time; that it was dropped stays, and the chain holds none of it', async () => {
    await aDay()
    t.house.tellers.provide('passes', { waiting: () => Promise.resolve([{ key: 'pass-expiring:1', register: 'passes', recordId: 1, no: 'SF26-000001', what: 'pass-expiring' as const, title: '苏映雪', detail: '2205', since: 1, dueAt: 2 }]) })
    const { id } = await handover.signOff({ ...plain, written: ['伍月的伞在柜台', '电梯待检'], dropped: [{ key: 'record-open:pass-expiring:1', reason: '褚遂良已约好明日来' }, { key: 'print-unfinished:1', reason: '何咏来取过' }] }, zhou())
    await handover.acknowledge({ id, seen: openKeys(await handover.get({ id }, zhou())), signatureId: null }, wu())
    await handover.recheck({ id, note: '问过程咏' }, t.call('supervisor'))
    const carried = await handover.signOff({ ...plain, dropped: [{ key: 'written:JB26-000001:1', reason: '伍月取走' }] }, wu())
    const stored = async () => JSON.stringify(await t.house.store.read('SELECT * FROM handover')) + JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toMatch(/褚遂良|何咏|伍月/)

    const { visitorRetentionDays, recordRetentionDays } = t.house.settings.current
    t.clock.advance((visitorRetentionDays + 1) * 86_400_000)
    await sweepRetention(t.house, t.clock.now())
    expect(await stored()).not.toMatch(/何咏|程咏|伍月/)
    // What is carried on still says so; what is said of a record has the record's own period.
    expect((await handover.get({ id: carried.id }, wu())).items.filter(({ what, dropped }) => what === 'written' && dropped === null).map(({ title }) => title)).toEqual(['电梯待检'])
    expect(await stored()).toMatch(/褚遂良/)

    t.clock.advance(recordRetentionDays * 86_400_000)
    await sweepRetention(t.house, t.clock.now())
    expect(await stored()).not.toMatch(/褚遂良/)
    expect((await handover.get({ id }, zhou())).items.filter(({ dropped }) => dropped !== null).map(({ key, dropped }) => [key, dropped])).toEqual([['record-open:pass-expiring:1', ''], ['print-unfinished:1', '']])
    expect((await verifyAudit(t.house.store.read.bind(t.house.store))).brokenAt).toBeNull()
  })

  test('P3 16.R5 what a line says in parts is erased with the words that are printed', async () => {
    await aDay()
    t.house.tellers.provide('complaints', { waiting: () => Promise.resolve([{ key: 'complaint-new:3', register: 'complaints', recordId: 3, no: 'TS26-000003', what: 'complaint-new' as const, title: '程咏来闹过', detail: '2706', since: 1, dueAt: null }]) })
    await handover.signOff(plain, zhou())
    const stored = async () => JSON.stringify(await t.house.store.read('SELECT items FROM handover'))
    expect(await stored()).toMatch(/陆文博.*陆文博.*程咏.*程咏/)
    const { visitorRetentionDays, recordRetentionDays } = t.house.settings.current
    t.clock.advance((visitorRetentionDays + 1) * 86_400_000)
    await sweepRetention(t.house, t.clock.now())
    expect(await stored()).not.toMatch(/陆文博|空调不制冷/)
    t.clock.advance(recordRetentionDays * 86_400_000)
    await sweepRetention(t.house, t.clock.now())
    expect(await stored()).not.toMatch(/程咏/)
  })

  test('P3 a hand-over keeps no visitor\'s name of its own: erased in the entry, it is gone here', async () => {
    await aDay()
    const record = await handover.signOff(plain, zhou())
    const [row] = await t.house.store.read<{ items: string }>('SELECT items FROM handover')
    expect(row!.items).not.toMatch(/沈知远|何婉清|顾星河/)
    await update(`UPDATE entry SET name = '', erased_at = 1`)
    await update(`UPDATE notice SET text = ''`)
    const { items } = await handover.get({ id: record.id }, zhou())
    expect(JSON.stringify(items)).not.toMatch(/沈知远|何婉清|顾星河/)
    expect([items[0]!.title, items[3]!.title]).toEqual(['（已删除）等 3 人仍在 2203', '（已删除）'])
    expect([items[0]!.parts?.title, items[3]!.parts?.title]).toEqual([[say('inside', { who: [say('visitors', { who: [say('erased')], n: 3 })], place: '2203' })], [say('erased')]])
  })
})
