import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../store/audit'
import { sweepRetention } from '../../store/retention'
import { openReception, residentNumber, type TestReception } from './testing'

const DAY = 24 * 3_600_000
let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const sweep = () => sweepRetention(t.house, t.clock.now())
const fileHolds = (text: string): boolean =>
  ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))
const leave = (id: number) => t.reception.leave({ id, cardReturned: true, at: null }, t.call())

/** A visit with everything a person leaves behind: numbers, companions, photo, slip, notice, correction, draft, hand-over. */
async function wholeVisit(): Promise<number> {
  const photo = await t.house.store.write(t.call().scope, (tx) => t.house.attachments.put(tx, 'photo', Buffer.from('\x89PNG a face', 'latin1')))
  const { id } = await t.visit({
    name: '褚澜', company: '顺达物流', phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1), people: 2, companions: ['邵霁'], photoId: photo,
    hostContactId: null, hostDepartment: 'engineering', matter: '冷却塔检修',
  })
  await t.reception.correct({ id, version: 1, reason: '褚岚说写错了', changes: { name: '褚岚', phone: '13800002717' } }, t.call())
  await leave(id)
  await t.reception.setResult({ id, result: '褚岚已领走工具箱' }, t.call())
  await t.reception.void({ id, version: (await t.get(id)).version, reason: '与前一位褚岚重复' }, t.call())
  await t.house.drafts.save(t.call().scope, 1, 'visit', '褚岚')
  await t.house.store.write(t.call().scope, (tx) => tx.query(
    `INSERT INTO handover (no, day, shift, station, state, from_id, from_name, items, message, signed_off_at) VALUES ('JB26-000001', '2026-03-12', '早班', 'A1', 'acknowledged', 1, '周晓岚', ?, '褚岚的伞在柜台', ?)`,
    [JSON.stringify([{ key: 'still-inside:1', register: 'reception', no: 'DJ26-000001', title: '褚岚', detail: '访 工程部', seen: true }, { key: 'written:1', register: 'handover', no: '', title: '钥匙在抽屉', detail: '', seen: true }]), tx.now],
  ))
  return id
}

describe('P3 retention', () => {
  test('P3 within the period nothing is touched', async () => {
    const id = await wholeVisit()
    t.clock.advance(30 * DAY)
    expect(await sweep()).toEqual({ entries: 0, persons: 0, records: 0 })
    expect(await t.reception.reveal({ id, field: 'phone' }, t.call())).toEqual({ value: '13800002717' })
  })

  test('P3 after it the file holds neither number, phone, face nor name; the entry, its number and the audit chain stay', async () => {
    const id = await wholeVisit()
    for (const text of ['褚岚', '邵霁', '138****2717', '冷却塔', '工具箱', '顺达', '柜台']) expect(fileHolds(text), text).toBe(true)
    t.clock.advance(31 * DAY)
    expect(await sweep()).toEqual({ entries: 1, persons: 1, records: 0 })
    for (const text of ['褚澜', '褚岚', '邵霁', '顺达', '冷却塔', '工具箱', '柜台', '重复', '写错', '138****271', '13800002716', '13800002717', '110101****', residentNumber(1), 'a face']) expect(fileHolds(text), text).toBe(false)
    const entry = await t.get(id)
    expect(entry).toMatchObject({
      no: 'DJ26-000001', state: 'void', erased: true, name: '', companions: [], company: '', matter: '', result: '', voidReason: '', hostName: '工程部', purpose: 'meeting', phoneMasked: '', documentMasked: '', photoId: null, personId: null,
    })
    expect(entry.history.find((line) => line.action === 'correct')).toMatchObject({ reason: null, changes: [{ field: 'name', from: null, to: null }, { field: 'phone', from: null, to: null }] })
    expect(await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).toMatchObject({ brokenAt: null })
    expect(await t.house.store.read(`SELECT items FROM handover`)).toEqual([{ items: JSON.stringify([
      { key: 'still-inside:1', register: 'reception', no: 'DJ26-000001', title: '', detail: '', seen: true }, { key: 'written:1', register: 'handover', no: '', title: '钥匙在抽屉', detail: '', seen: true },
    ]) }])
  })

  test('P3 who was erased is neither found, offered, recognised nor printed again; what is left is found', async () => {
    const id = await wholeVisit()
    for (const query of ['褚', residentNumber(1).slice(0, 6)]) expect(await t.reception.suggest({ query, for: 'visitor', limit: 8 }, t.call()), query).toHaveLength(1)
    expect((await t.list({ search: residentNumber(1).slice(0, 14) })).rows.map((row) => row.id)).toEqual([id])
    t.clock.advance(31 * DAY)
    await sweep()
    for (const search of ['褚岚', '2717', '13800002717', residentNumber(1), residentNumber(1).slice(0, 14)]) expect((await t.list({ search })).rows, search).toEqual([])
    expect((await t.list({ search: '工程' })).rows.map((row) => row.id)).toEqual([id])
    expect(await t.reception.suggest({ query: '褚', for: 'visitor', limit: 8 }, t.call())).toEqual([])
    for (const query of ['1380000', residentNumber(1).slice(0, 6), residentNumber(1).slice(-4)]) expect(await t.reception.suggest({ query, for: 'caller', limit: 8 }, t.call()), query).toEqual([])
    expect(await t.house.store.read(`SELECT * FROM blind_index WHERE owner = 'person'`)).toEqual([])
    expect((await t.reception.recognise({ documentKind: 'resident', documentNumber: residentNumber(1), phone: '', name: '' }, t.call())).person).toBeNull()
    await expect(t.reception.reveal({ id, field: 'phone' }, t.call())).rejects.toMatchObject({ code: 'not-found' })
    const [job] = await t.house.store.read<{ id: number }>('SELECT id FROM print_job LIMIT 1')
    expect(await t.house.jobs.document(job!.id)).toBeNull()
  })

  test('P3 who is still inside or expected later keeps everything, and so does the person of a later visit', async () => {
    const inside = await t.visit({ name: '仍在内', phone: '13800000001' })
    const expected = await t.expect({ name: '以后来', phone: '13800000002', expectedAt: t.clock.now() + 60 * DAY })
    await leave((await t.visit({ name: '常来', phone: '13800000003' })).id)
    t.clock.advance(20 * DAY)
    const later = await t.visit({ name: '常来', phone: '13800000003' })
    await leave(later.id)
    t.clock.advance(11 * DAY)
    expect(await sweep()).toEqual({ entries: 1, persons: 0, records: 0 })
    expect(await t.reception.reveal({ id: inside.id, field: 'phone' }, t.call())).toEqual({ value: '13800000001' })
    expect(await t.reception.reveal({ id: expected.id, field: 'phone' }, t.call())).toEqual({ value: '13800000002' })
    expect((await t.reception.suggest({ query: '0003', for: 'visitor', limit: 8 }, t.call())).map((person) => person.name)).toEqual(['常来'])
  })

  test('P3 a caller loses number and name, a contact of the directory only the number', async () => {
    const stranger = await t.phoneCall({ name: '路人', phone: '13800000009' })
    const contact = await t.phoneCall({ contactId: 1, phone: '13911112222' })
    t.clock.advance(31 * DAY)
    await sweep()
    expect(await t.get(stranger.id)).toMatchObject({ name: '', phoneMasked: '', matter: '空调不制冷', state: 'waiting' })
    expect(await t.get(contact.id)).toMatchObject({ name: '陆文博', phoneMasked: '' })
    expect(await t.house.store.read('SELECT text FROM notice')).toEqual([{ text: '' }, { text: '' }])
  })

  test('P3 a call dealt with only after its caller was erased loses what was written then, too', async () => {
    const { id } = await t.phoneCall({ name: '路人', phone: '13800000009', matter: '找高先生' })
    t.clock.advance(31 * DAY)
    await sweep()
    await expect(t.reception.correct({ id, version: (await t.get(id)).version, reason: '补', changes: { name: '路人' } }, t.call())).rejects.toMatchObject({ code: 'wrong-state' })
    await t.reception.setResult({ id, result: '高先生来过' }, t.call())
    expect((await t.get(id)).history.at(-1)).toMatchObject({ changes: [{ field: 'result', from: null, to: '高先生来过' }] })
    await sweep()
    expect(await t.get(id)).toMatchObject({ state: 'closed', matter: '', result: '' })
    expect(fileHolds('高先生')).toBe(false)
    expect((await t.reception.checkDay({ day: '2026-03-12' }, t.call())).withoutResult).toEqual([])
  })

  test('P3 16.R4 who waited for an answer, or was expected, all the time did not come: the card is free, and that is written down', async () => {
    const asked = await t.visit({ answer: 'to-ask', cardNo: 'T-005' })
    const expected = await t.expect()
    t.clock.advance(31 * DAY)
    expect((await sweep()).entries).toBe(2)
    for (const { id } of [asked, expected]) expect(await t.get(id)).toMatchObject({ state: 'no-show', erased: true, name: '', history: expect.arrayContaining([expect.objectContaining({ action: 'no-show', actor: 'system' })]) as unknown })
    await t.visit({ cardNo: 'T-005' })
  })

  test('P3 a denial in force is kept, a lifted one goes the period after it was lifted', async () => {
    const denied = (name: string) => t.reception.deny({ name, documentKind: null, documentNumber: '', phone: '13800000004', reason: '闹事' }, t.call('supervisor'))
    const [lifted] = [await denied('贾一'), await denied('贾二')]
    t.clock.advance(40 * DAY)
    await t.reception.liftDenial({ id: lifted.id, reason: '已和解' }, t.call('supervisor'))
    t.clock.advance(30 * DAY)
    await sweep()
    expect(await t.reception.denyList(undefined, t.call('supervisor'))).toHaveLength(2)
    t.clock.advance(DAY)
    await sweep()
    expect((await t.reception.denyList(undefined, t.call('supervisor'))).map((denial) => denial.name)).toEqual(['贾二'])
  })

  test('P3 M2 a slip that waited until its visitor was erased is cancelled and holds up no other', async () => {
    const { id } = await t.visit()
    await leave(id)
    t.clock.advance(31 * DAY)
    await sweep()
    expect(await t.house.store.read('SELECT state, document FROM print_job')).toEqual([{ state: 'cancelled', document: null }])
    const next = await t.visit()
    expect((await t.house.jobs.claimNext('receipt'))?.id).toBe(next.printJobIds[0])
  })

  test('P3 the tower\'s own period counts, many entries go in batches, and the sweep is written down once', async () => {
    await t.house.settings.save(t.call().scope, { visitorRetentionDays: 7 })
    await t.house.store.write(t.call().scope, async (tx) => {
      for (let i = 1; i <= 1203; i++) {
        await tx.query(`INSERT INTO entry (no, kind, at, day, state, receptionist_id, receptionist, station, name, data_key) VALUES (?, 'visit', ?, '2026-03-12', 'left', 1, '周晓岚', 'A1', '访客', ?)`, [`DJ26-${i}`, tx.now, Buffer.alloc(60)])
      }
    })
    t.clock.advance(8 * DAY)
    expect(await sweep()).toEqual({ entries: 1203, persons: 0, records: 0 })
    expect(await sweep()).toEqual({ entries: 0, persons: 0, records: 0 })
    expect(await t.house.store.read(`SELECT count(*) AS n FROM entry WHERE erased_at IS NULL OR name <> ''`)).toEqual([{ n: 0 }])
    expect(await t.house.store.read(`SELECT actor, detail FROM audit WHERE action = 'retention'`)).toEqual([{ actor: 'system', detail: expect.stringContaining('"entries":1203') as string }])
  })

  test('P3 a sweep and visitors at the desk do not get into one another\'s way', async () => {
    for (let i = 0; i < 5; i++) await leave((await t.visit({ name: `旧客${i}` })).id)
    t.clock.advance(31 * DAY)
    const [swept, ...saved] = await Promise.all([sweep(), ...Array.from({ length: 5 }, (_, i) => t.visit({ name: `新客${i}` }))])
    expect(swept.entries).toBe(5)
    expect(new Set(saved.map((visit) => visit.no)).size).toBe(5)
    expect((await t.list({ search: '新客' })).rows).toHaveLength(5)
  })
})
