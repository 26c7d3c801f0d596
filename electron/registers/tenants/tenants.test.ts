import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createTenants } from './tenants'

let t: TestHouse
let tenants: Handlers<'tenants'>
beforeEach(async () => {
  t = await openTestHouse()
  tenants = createTenants(t.house)
})
afterEach(() => t.close())

const supervisor = () => t.call('supervisor')
const unit = (room: string) => tenants.saveUnit({ id: null, room, floor: room.slice(0, 2), areaM2: 100 }, supervisor())
const tenantInput = { id: null, name: '博远（北京）国际供应链管理有限公司', shortName: '博远供应链', unitIds: [] as number[], movedInOn: '2024-05-01', active: true, remark: '' }
const contactInput = { id: null, tenantId: 1, unitId: null, name: '单晓明', title: '行政经理', extension: '8012', phone: '13800002716' as string | null, canSign: true, active: true }
const lastAudit = async () => {
  const [line] = await t.house.store.read<{ action: string; register: string; detail: string }>('SELECT action, register, detail FROM audit ORDER BY id DESC LIMIT 1')
  return { ...line!, detail: JSON.parse(line!.detail) as Record<string, unknown> }
}
async function entry(id: number, fields: Record<string, string | number | null>): Promise<void> {
  const columns = { id, no: `DJ26-${String(id).padStart(6, '0')}`, kind: 'visit', at: t.clock.now() + id, day: '2026-03-12', state: 'inside', receptionist_id: 1, receptionist: '周晓岚', station: 'A1', name: '何婉清', matter: '面谈', tenant_id: 1, room: '1808', ...fields }
  await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO entry (${Object.keys(columns).join(', ')}) VALUES (${Object.keys(columns).map(() => '?').join(', ')})`, Object.values(columns)))
}

describe('the client directory', () => {
  test('a unit is vacant until somebody moves in, and again when they are gone', async () => {
    const a = await unit('1808')
    await unit('1809')
    const saved = await tenants.save({ ...tenantInput, unitIds: [a.id] }, supervisor())
    expect(saved).toMatchObject({ rooms: ['1808'], unitIds: [a.id], movedInOn: '2024-05-01' })
    expect(await tenants.units(undefined, supervisor())).toMatchObject([{ room: '1808', status: 'let', tenantIds: [saved.id] }, { room: '1809', status: 'vacant', tenantIds: [] }])
    await tenants.save({ ...tenantInput, id: saved.id, unitIds: [a.id], active: false }, supervisor())
    expect((await tenants.units(undefined, supervisor()))[0]).toMatchObject({ status: 'vacant' })
  })

  test('a room and a company stand once', async () => {
    await unit('1808')
    await expect(unit('1808')).rejects.toMatchObject({ code: 'duplicate-name', field: 'room' })
    await tenants.save(tenantInput, supervisor())
    await expect(tenants.save(tenantInput, supervisor())).rejects.toMatchObject({ code: 'duplicate-name', field: 'name' })
    await expect(tenants.save({ ...tenantInput, id: 99, name: '别家' }, supervisor())).rejects.toMatchObject({ code: 'not-found' })
    await expect(tenants.save({ ...tenantInput, name: '别家', unitIds: [99] }, supervisor())).rejects.toMatchObject({ code: 'not-found' })
    expect((await tenants.list({ search: '', after: null, limit: 10 }, supervisor())).rows).toHaveLength(1)
  })

  test('what changed is kept with old and new; saving the same changes nothing', async () => {
    const a = await unit('1808')
    const { id } = await tenants.save(tenantInput, supervisor())
    await tenants.save({ ...tenantInput, id, shortName: '博远' }, supervisor())
    expect(await lastAudit()).toMatchObject({ action: 'change', register: 'tenant', detail: { changes: [{ field: 'short_name', from: '博远供应链', to: '博远' }] } })
    await tenants.save({ ...tenantInput, id, shortName: '博远', unitIds: [a.id] }, supervisor())
    expect(await lastAudit()).toMatchObject({ action: 'rooms', detail: { from: [], to: ['1808'] } })
    const before = await t.house.store.read('SELECT count(*) AS n FROM audit')
    await tenants.save({ ...tenantInput, id, shortName: '博远', unitIds: [a.id] }, supervisor())
    expect(await t.house.store.read('SELECT count(*) AS n FROM audit')).toEqual(before)
  })

  test.each([['供应链'], ['boyuan'], ['byb'], ['1808'], ['博远供应链'], ['(北京)'], ['博远（北京）国际']])('a company is found by %s', async (search) => {
    const a = await unit('1808')
    await tenants.save({ ...tenantInput, name: '博远（北京）国际供应链管理有限公司', unitIds: [a.id] }, supervisor())
    await tenants.save({ ...tenantInput, name: '恒越信息技术有限公司', shortName: '' }, supervisor())
    expect((await tenants.list({ search, after: null, limit: 10 }, supervisor())).rows.map((row) => row.shortName)).toEqual(['博远供应链'])
  })

  test('a percent sign typed is looked for, not a wildcard', async () => {
    await tenants.save(tenantInput, supervisor())
    expect((await tenants.list({ search: '%', after: null, limit: 10 }, supervisor())).rows).toEqual([])
  })

  test('the list goes on from its last row', async () => {
    for (let i = 0; i < 5; i++) await tenants.save({ ...tenantInput, name: `第${i}家` }, supervisor())
    const first = await tenants.list({ search: '', after: null, limit: 3 }, supervisor())
    expect(first.next).toBe(first.rows[2]!.id)
    const second = await tenants.list({ search: '', after: first.next, limit: 3 }, supervisor())
    expect(second.rows.map((row) => row.name)).toEqual(['第3家', '第4家'])
    expect(second.next).toBeNull()
  })
})

describe('contacts', () => {
  beforeEach(async () => { await tenants.save(tenantInput, supervisor()) })

  test('P3 a number is stored encrypted and shown masked; leaving it out keeps it, emptying it removes it', async () => {
    const saved = await tenants.saveContact(contactInput, supervisor())
    expect(saved).toMatchObject({ name: '单晓明', pinyin: 'shan xiao ming', phoneMasked: '138****2716' })
    const [row] = await t.house.store.read<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM contact')
    expect(row!.phone_enc.includes(Buffer.from('13800002716'))).toBe(false)
    expect(t.house.store.vault.openKey(row!.data_key).decrypt(row!.phone_enc, 'contact.phone_enc').toString()).toBe('13800002716')
    expect(await tenants.saveContact({ ...contactInput, id: saved.id, phone: null, title: '总监' }, supervisor())).toMatchObject({ title: '总监', phoneMasked: '138****2716' })
    expect(await tenants.saveContact({ ...contactInput, id: saved.id, phone: '' }, supervisor())).toMatchObject({ phoneMasked: '' })
    expect(await t.house.store.read('SELECT * FROM blind_index')).toEqual([])
  })

  test('P3 neither name nor number stands in the audit chain in clear, and its key opens both', async () => {
    const saved = await tenants.saveContact(contactInput, supervisor())
    await tenants.saveContact({ ...contactInput, id: saved.id, name: '解晓明', phone: '13900001111' }, supervisor())
    const lines = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'contact'`)
    expect(lines.map((line) => line.detail).join()).not.toMatch(/单晓明|解晓明|2716|1111/)
    const [row] = await t.house.store.read<{ data_key: Buffer }>('SELECT data_key FROM contact')
    const { changes } = (await lastAudit()).detail as { changes: { field: string; from: { enc: string } }[] }
    const name = changes.find((change) => change.field === 'name')!
    expect(t.house.store.vault.openKey(row!.data_key).decrypt(Buffer.from(name.from.enc, 'base64'), 'audit').toString()).toBe('单晓明')
  })

  test('a wrong number is refused and nothing is written', async () => {
    await expect(tenants.saveContact({ ...contactInput, phone: '1380000271' }, supervisor())).rejects.toMatchObject({ code: 'invalid-phone', field: 'phone' })
    await expect(tenants.saveContact({ ...contactInput, tenantId: 99 }, supervisor())).rejects.toMatchObject({ code: 'not-found' })
    expect(await t.house.store.read('SELECT id FROM contact')).toEqual([])
  })
})

describe('the client file', () => {
  test('has facts, contacts, and how things stand', async () => {
    const { id } = await tenants.save(tenantInput, supervisor())
    await tenants.saveContact(contactInput, supervisor())
    await entry(1, { state: 'left' })
    await entry(2, { people: 3 })
    await entry(3, { kind: 'call', state: 'waiting', name: '顾星河', matter: '电梯等候过久' })
    await t.house.store.write(t.call().scope, (tx) => t.house.notices.create(tx, { department: 'engineering', person: '', text: '电梯', register: 'reception', recordId: 3, no: 'DJ26-000003' }))
    await t.house.store.write(t.call().scope, (tx) => t.house.notices.create(tx, { department: 'engineering', person: '', text: '别家', register: 'complaints', recordId: 3, no: 'TS26-000003' }))
    const detail = await tenants.get({ id }, supervisor())
    expect(detail).toMatchObject({ name: tenantInput.name, inside: 3, openNotices: 1, contacts: [{ name: '单晓明' }] })
  })

  test('16.R1 what happened comes from every register, newest first, as far as the viewer may read it', async () => {
    const { id } = await tenants.save(tenantInput, supervisor())
    for (const [register, at, reader] of [['repairs', 1, 'engineering'], ['complaints', 2, 'supervisor']] as const) {
      t.house.tellers.provide(register, {
        timeline: ({ tenantId }, viewer) => Promise.resolve(viewer.role === reader || viewer.role === 'supervisor'
          ? [{ register, recordId: tenantId!, no: register, kind: '', at, title: '', state: '', room: '', amountFen: null }] : []),
      })
    }
    expect((await tenants.get({ id }, supervisor())).timeline.map((line) => [line.register, line.recordId])).toEqual([['complaints', id], ['repairs', id]])
    expect((await tenants.get({ id }, t.call('engineering'))).timeline.map((line) => line.register)).toEqual(['repairs'])
  })
})
