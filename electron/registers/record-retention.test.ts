import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { auditState } from '../store/audit-head'
import { sweepRetention } from '../store/retention'
import { openComplaints } from './complaints/testing'
import { createHandover } from './handover/handover'
import { openPaidServices } from './paid-services/testing'
import { openRepairs } from './repairs/testing'
import type { TestHouse } from './testing'

const DAY = 86_400_000
const PNG = Buffer.from('\x89PNG a face', 'latin1')

async function opened<T extends TestHouse>(open: () => Promise<T>, work: (t: T) => Promise<void>): Promise<void> {
  const t = await open()
  try {
    await work(t)
  } finally {
    await t.close()
  }
}
const fileHolds = (t: TestHouse, text: string): boolean => ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))
const sweep = async (t: TestHouse): Promise<number> => (await sweepRetention(t.house, t.clock.now())).records
/** The last day within the records' period, which is longer than the visitors'; then the first one after it. */
const lastDay = (t: TestHouse): void => t.clock.advance(t.house.settings.current.recordRetentionDays * DAY)
const dayAfter = (t: TestHouse): void => t.clock.advance(DAY)
const intact = async (t: TestHouse): Promise<void> => expect((await auditState(t.house.store)).brokenAt).toBeNull()

describe('P3 who reported, was charged or complained is erased from settled records after their own period', () => {
  test('P3 a filed order keeps number, work, steps and what is found of them; an open one whom to call', () => opened(openRepairs, async (t) => {
    const picture = await t.picture('photo')
    const filed = await t.orderAt('returned', { reporter: '褚岚', phone: '13700005062', contactId: null, unitId: 1, photoIds: [picture] })
    await t.step('verify', filed, { method: 'phone', outcome: 'good', opinion: '褚岚说好了' })
    await t.ask('spotCheck', { id: filed, stage: 'returned', passed: true, note: '问过褚岚' }, 'supervisor')
    await t.ask('file', { ids: [filed] })
    const open = await t.orderAt('started', { reporter: '曹颖', phone: '13700005063', contactId: null, unitId: 1 })
    lastDay(t)
    expect(await sweep(t)).toBe(0)
    expect((await t.get(filed)).reporter).toBe('褚岚')
    dayAfter(t)
    expect(await sweep(t)).toBe(1)

    for (const text of ['褚岚', '137****5062', '13700005062', 'a face']) expect(fileHolds(t, text), text).toBe(false)
    expect(await t.get(filed)).toMatchObject({
      no: 'WX26-000001', state: 'filed', erased: true, reporter: '', phoneMasked: '', clientSigned: { by: '' }, clientComment: '', verification: { outcome: 'good', opinion: '' }, photoIds: [],
      content: '茶水间水管接头漏水', workRecord: '更换球阀两只', onTime: true, spotChecks: [{ passed: true, note: '' }],
    })
    expect((await t.get(filed)).steps.map(({ action }) => action)).toEqual(['create', 'fetch', 'assign', 'start', 'finish', 'sign', 'return', 'verify', 'file'])
    const found = async (search: string) => (await t.ask('list', { filter: { search } })).rows.map((row) => row.id)
    expect(await found('褚岚')).toEqual([])
    expect(await found('5062')).toEqual([])
    expect(await found('水管')).toEqual([open, filed])
    expect(await t.house.store.read(`SELECT 1 FROM print_job WHERE register = 'repairs' AND record_id = ? AND document IS NOT NULL`, [filed])).toEqual([])
    expect(await t.get(open)).toMatchObject({ erased: false, reporter: '曹颖', phoneMasked: '137****5063' })
    await intact(t)
    expect(await sweep(t)).toBe(0)
  }))

  test('P3 the period runs from when a record was settled, however long it was open', () => opened(openPaidServices, async (t) => {
    const slow = await t.quote({ client: '褚岚', title: '换锁' })
    const voided = await t.quote({ client: '曹颖', title: '换灯' })
    t.clock.advance(300 * DAY)
    await t.ask('decide', { id: slow.id, version: slow.version, agreed: false, reason: '太贵' })
    await t.ask('void', { id: voided.id, version: voided.version, reason: '不要了' })
    t.clock.advance((t.house.settings.current.recordRetentionDays - 100) * DAY)
    expect(await sweep(t), 'the period from its making is over').toBe(0)
    t.clock.advance(100 * DAY)
    expect(await sweep(t), 'the last day').toBe(0)
    dayAfter(t)
    expect(await sweep(t)).toBe(2)
    expect(await t.get(slow.id)).toMatchObject({ state: 'refused', erased: true, client: '' })
  }))

  test('P3 an order that was open for long is kept its whole period from its filing, or from the client\'s refusal', () => opened(openRepairs, async (t) => {
    const filed = await t.orderAt('verified')
    const { id: refused } = await t.save({ chargeable: true })
    t.clock.advance(300 * DAY)
    await t.ask('file', { ids: [filed] })
    await t.house.store.write(t.call().scope, (tx) => t.house.charges.charged('repairs')!.decided(tx, refused, 'refused', '嫌贵', false))
    t.clock.advance((t.house.settings.current.recordRetentionDays - 100) * DAY)
    expect(await sweep(t), 'the period from its making is over').toBe(0)
    t.clock.advance(100 * DAY)
    expect(await sweep(t), 'the last day').toBe(0)
    dayAfter(t)
    expect(await sweep(t)).toBe(2)
  }))

  test('P3 16.R3 the words of a call stand in its order, and in the slip\'s title, until their own period is over; then without name and numbers', () => opened(openRepairs, async (t) => {
    const { id } = await t.save({ reporter: '褚岚', phone: '13700005062', contactId: null, unitId: 1, content: '褚岚说下水道反水，可打13700005062' })
    const said = { reporter: '曹颖', phone: '13700005063', contactId: null, unitId: 1 }
    const added = await t.save({ ...said, content: '灯不亮' })
    await t.step('addTo', added.id, { content: '曹颖又报，021-60005063' })
    for (const order of [id, added.id]) await t.step('void', order, { reason: '重复' })
    lastDay(t)
    expect(await sweep(t)).toBe(0)
    expect((await t.get(id)).content).toBe('褚岚说下水道反水，可打13700005062')
    dayAfter(t)
    expect(await sweep(t)).toBe(2)
    expect(await t.get(id)).toMatchObject({ content: '＊＊说下水道反水，可打＊＊', fault: '＊＊说下水道反水' })
    expect((await t.get(added.id)).content).toBe('灯不亮；又报：＊＊又报，＊＊')
    for (const text of ['13700005062', '60005063', '曹颖']) expect(fileHolds(t, text), text).toBe(false)
    expect((await t.ask('list', { filter: { search: '下水道' } })).rows.map((row) => row.id)).toEqual([id])
    expect((await t.ask('list', { filter: { search: '褚岚' } })).rows).toEqual([])
  }))

  test('P3 13.R7 what a spot-check says of an order erased before is erased by the next sweep; what a void one waited for, with it', () => opened(openRepairs, async (t) => {
    const filed = await t.orderAt('filed', { reporter: '褚岚', contactId: null, unitId: 1 })
    const waiting = await t.orderAt('started')
    await t.step('wait', waiting, { for: '褚岚自购的球阀' })
    await t.step('void', waiting, { reason: '不修了' })
    lastDay(t)
    dayAfter(t)
    expect(await sweep(t)).toBe(2)
    expect((await t.get(waiting)).waitingFor).toBe('')
    await t.ask('spotCheck', { id: filed, stage: 'returned', passed: true, note: '褚岚说好' }, 'supervisor')
    await t.ask('spotCheck', { id: filed, stage: 'returned', passed: true }, 'supervisor')
    expect(await sweep(t)).toBe(1)
    expect((await t.get(filed)).spotChecks).toMatchObject([{ passed: true, note: '' }, { passed: true, note: '' }])
    expect(fileHolds(t, '褚岚')).toBe(false)
  }))

  test('P3 17.R2 a slip of a record takes the fault for its title, not all that was said; what was typed there loses the client\'s name with him', () => opened(openPaidServices, async (t) => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000001', at: t.clock.now(), name: '褚岚', phone: '13700005062', company: '', contactId: null, tenantId: 1, tenantName: '', unitId: 1, room: '', place: '', matter: '换锁，褚岚在1808等' }) })
    const slip = await t.quote({ from: { register: 'reception', id: 1 } })
    expect((await t.get(slip.id)).title).toBe('换锁')
    const typed = await t.quote({ client: '褚岚', title: '褚岚要的插座' })
    await t.ask('void', { id: typed.id, version: typed.version, reason: '不要了' })
    lastDay(t)
    dayAfter(t)
    await sweep(t)
    expect((await t.get(typed.id)).title).toBe('＊＊要的插座')
  }))

  test('P3 M1 a paid slip keeps lines, amounts, receipt and postings; one on a month\'s notice waits until finance has it; one that is due keeps whom to ask', () => opened(openPaidServices, async (t) => {
    const client = { client: '褚岚', phone: '13700005062' }
    const paid = await t.done(client)
    await t.ask('pay', { id: paid.id, version: paid.version, payment: 'card' })
    const monthly = await t.done({ ...client, lines: [{ priceItemId: 3, quantityMilli: 1_000 }] })
    await t.ask('putOnMonth', { id: monthly.id, version: monthly.version, month: '2026-03' })
    const due = await t.done({ client: '曹颖', phone: '13700005063' })
    const before = await t.house.ledger.balances()
    lastDay(t)
    dayAfter(t)
    expect(await sweep(t)).toBe(1)
    expect(await t.get(paid.id)).toMatchObject({ state: 'paid', erased: true, client: '', phoneMasked: '', totalFen: 17_300, agreement: { by: '' } })
    expect(await t.get(monthly.id)).toMatchObject({ state: 'monthly', erased: false, client: '褚岚' })
    await t.ask('checkMonth', { month: '2026-03' }, 'finance')
    expect(await sweep(t)).toBe(0)
    await t.ask('secondCheck', { month: '2026-03' }, 'supervisor')
    lastDay(t)
    expect(await sweep(t), 'its period runs from then').toBe(0)
    dayAfter(t)
    expect(await sweep(t)).toBe(1)
    expect(await t.get(due.id)).toMatchObject({ state: 'done', erased: false, client: '曹颖' })
    expect(await t.house.ledger.balances()).toEqual(before)
    await intact(t)
  }))

  test('P3 a closed complaint keeps kind, level, rounds and opinions; neither cause nor words; an open one everything', () => opened(() => openComplaints(), async (t) => {
    const scan = await t.house.store.write(t.call().scope, (tx) => t.house.attachments.put(tx, 'scan', PNG))
    const { id } = await t.save({ name: '褚岚', cause: '褚岚嫌楼上打钻，听不清', channel: 'written', scanIds: [scan], department: 'engineering' })
    await t.step('correct', id, { reason: '褚岚来更正', changes: { phone: '13700005064' } })
    await t.step('markForMeeting', id, { marked: true, reason: '褚岚第二回来' })
    await t.step('handle', id, { handling: '已向褚岚致歉' })
    await t.step('ask', id, { how: 'phone', opinion: 'dissatisfied', words: '褚岚：又打' })
    await t.step('handle', id, { handling: '停钻' })
    await t.step('ask', id, { how: 'phone', opinion: 'satisfied', words: '褚岚：好了' })
    const open = await t.save({ name: '曹颖' })
    lastDay(t)
    expect(await sweep(t)).toBe(0)
    dayAfter(t)
    expect(await sweep(t)).toBe(1)
    for (const text of ['褚岚', '打钻，听', '停钻', '137****5064', '13700005064', 'a face']) expect(fileHolds(t, text), text).toBe(false)
    expect(await t.get(id)).toMatchObject({
      no: 'TS26-000001', state: 'closed', erased: true, name: '', phoneMasked: '', title: '噪声', cause: '', kind: 'noise', opinion: 'satisfied', scanIds: [],
      rounds: [{ round: 1, handling: '', opinion: 'dissatisfied', words: '' }, { round: 2, handling: '', opinion: 'satisfied', words: '' }],
    })
    expect((await t.get(id)).steps.map(({ action }) => action)).toEqual(['create', 'assign', 'handle', 'dissatisfied', 'handle', 'satisfied'])
    expect((await t.get(id)).history.find((line) => line.action === 'correct')).toMatchObject({ reason: null, changes: [{ field: 'phone', from: null, to: null }] })
    expect(await t.get(open.id)).toMatchObject({ erased: false, name: '曹颖', title: '装修打钻扰人' })
    await intact(t)
  }))

  test('P3 16.R5 what a hand-over of that time said of a record goes with it; number and what was written by hand stay', () => opened(() => openComplaints(), async (t) => {
    const { no } = await t.save({ cause: '褚岚嫌楼上打钻' })
    const handover = createHandover(t.house)
    const { id } = await handover.signOff({ dropped: [], written: ['雨伞在抽屉'], message: '', signatureId: null, print: false }, t.call())
    lastDay(t)
    await sweep(t)
    expect((await handover.get({ id }, t.call())).items.map((item) => item.title)).toEqual(['褚岚嫌楼上打钻', '雨伞在抽屉'])
    dayAfter(t)
    await sweep(t)
    expect((await handover.get({ id }, t.call())).items).toMatchObject([{ no, title: '（已删除）', detail: '' }, { title: '雨伞在抽屉' }])
  }))

  test('P3 many are erased in batches, by the tower\'s own period', () => opened(() => openComplaints(), async (t) => {
    await t.house.settings.save(t.call().scope, { recordRetentionDays: 60 })
    const { id } = await t.save({ handling: '已停钻' })
    await t.step('ask', id, { how: 'phone', opinion: 'satisfied' })
    const columns = 'version, at, day, state, station, name, data_key, channel, kind, level, title, cause, received_by, due_at'
    await t.house.store.write(t.call().scope, (tx) => tx.query(
      `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1203) INSERT INTO complaint (no, ${columns}) SELECT printf('TS26-%06d', i), ${columns} FROM n, complaint WHERE id = ?`, [id]))
    t.clock.advance(61 * DAY)
    expect(await sweep(t)).toBe(1203)
    expect(await t.house.store.read(`SELECT count(*) AS n FROM complaint WHERE data_key IS NULL AND name = '' AND erased_at IS NOT NULL`)).toEqual([{ n: 1203 }])
  }))
})
