import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../../shared/contract/permissions'
import { entryTexts } from '../../store/entry-text'
import { indexedPairs } from '../../store/text-index'
import { SettingsStore } from '../../store/settings'
import type { Tx } from '../../store/types'
import { companyReading, personReading } from '../pinyin'
import { openTestHouse, type TestHouse } from '../testing'
import { createSystemParts, type SystemParts } from './settings'

let t: TestHouse
let parts: SystemParts
beforeEach(async () => {
  t = await openTestHouse()
  parts = createSystemParts(t.house)
})
afterEach(() => t.close())

let lastEntry = 0
async function entry(fields: Partial<Record<'no' | 'name' | 'matter' | 'company' | 'room' | 'host_name' | 'tenant_name', string>>): Promise<void> {
  const id = ++lastEntry
  const texts = { no: `DJ26-${String(id).padStart(6, '0')}`, name: '', matter: '', company: '', room: '', host_name: '', tenant_name: '', ...fields }
  const columns = { id, ...texts, kind: 'visit', at: t.clock.now(), day: '2026-03-12', state: 'left', receptionist_id: 1, receptionist: '周晓岚', station: 'A1' }
  await t.house.store.write(t.call().scope, async (tx) => {
    await tx.query(`INSERT INTO entry (${Object.keys(columns).join(', ')}) VALUES (${Object.keys(columns).map(() => '?').join(', ')})`, Object.values(columns))
    await tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [id, indexedPairs(entryTexts(texts))])
  })
}
async function tenant(tx: Tx, name: string): Promise<void> {
  const { pinyin, initials } = companyReading(name)
  await tx.query('INSERT INTO tenant (name, pinyin, initials) VALUES (?, ?, ?)', [name, pinyin, initials])
}
const search = async (query: string, as: Role = 'receptionist', limit = 20) => (await parts.system.search({ query, limit }, t.call(as))).map((hit) => `${hit.kind} ${hit.title}`)

describe('the command bar', () => {
  beforeEach(async () => {
    lastEntry = 0
    await t.house.store.write(t.call().scope, async (tx) => {
      await tx.query(`INSERT INTO unit (id, room, floor) VALUES (1, '1808', '18'), (2, '1818', '18')`)
      const { pinyin, initials } = personReading('单晓明')
      await tenant(tx, '博远（北京）国际供应链管理有限公司')
      await tenant(tx, '恒越信息技术有限公司')
      await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (1, 1)')
      await tx.query(`INSERT INTO contact (tenant_id, unit_id, name, pinyin, initials, title, extension) VALUES (1, 1, '单晓明', ?, ?, '行政经理', '8216')`, [pinyin, initials])
    })
    await entry({ name: '何婉清', matter: '空调不制冷', room: '1808', tenant_name: '博远（北京）国际供应链管理有限公司' })
    await entry({ name: '沈知远', matter: '空位调整' })
  })

  test.each([
    ['1808', ['unit 1808', 'entry DJ26-000001 何婉清']], ['18', ['unit 1808', 'unit 1818']], ['181', ['unit 1818']],
    ['供应链', ['tenant 博远（北京）国际供应链管理有限公司', 'entry DJ26-000001 何婉清']], ['byb', ['tenant 博远（北京）国际供应链管理有限公司']], ['hengyue', ['tenant 恒越信息技术有限公司']],
    ['晓明', ['contact 单晓明']], ['sxm', ['contact 单晓明']], ['shanxiao', ['contact 单晓明']], ['8216', ['contact 单晓明']],
    ['空调', ['entry DJ26-000001 何婉清']], ['DJ26-000002', ['entry DJ26-000002 沈知远']], ['dj26-000002', ['entry DJ26-000002 沈知远']], ['2', ['entry DJ26-000002 沈知远']],
    ['没有的', []], ['%', []], ['   ', []],
  ])('%s finds what it names', async (query, expected) => {
    expect(await search(query)).toEqual(expected)
  })

  test('P3 a role that may not read the register finds no visitor', async () => {
    expect(await search('空调', 'engineering')).toEqual([])
    expect(await search('供应链', 'engineering')).toEqual(['tenant 博远（北京）国际供应链管理有限公司'])
    expect(await search('空调', 'security')).toEqual(['entry DJ26-000001 何婉清'])
  })

  test('no more than asked for, and each thing once', async () => {
    for (let i = 0; i < 60; i++) await entry({ name: '何婉清', matter: '空调' })
    const found = await parts.system.search({ query: '何婉清', limit: 5 }, t.call())
    expect(found).toHaveLength(5)
    expect(new Set(found.map((hit) => hit.id)).size).toBe(5)
    expect(found[0]!.title).toBe('DJ26-000062 何婉清')
    // Six companies and many entries: both are shown.
    await t.house.store.write(t.call().scope, async (tx) => { for (let i = 0; i < 6; i++) await tenant(tx, `何婉清第${i}公司`) })
    expect((await parts.system.search({ query: '何婉清', limit: 6 }, t.call())).map((hit) => hit.kind)).toEqual(['tenant', 'tenant', 'tenant', 'tenant', 'entry', 'entry'])
  })
})

describe('settings', () => {
  test('are saved with old and new, and stand after the next start', async () => {
    const saved = await parts.system.saveSettings({ noticeLimitMinutes: 20, closingTime: '19:30' }, t.call('administrator'))
    expect(saved).toMatchObject({ noticeLimitMinutes: 20, closingTime: '19:30', tower: '云汇中心' })
    expect(await parts.system.settings(undefined, t.call())).toEqual(saved)
    const again = new SettingsStore(t.house.store)
    await again.load()
    expect(again.current).toEqual(saved)
    const lines = await t.house.store.read<{ actor: string; detail: string }>(`SELECT actor, detail FROM audit WHERE action = 'settings.change' ORDER BY id DESC LIMIT 1`)
    expect(lines).toEqual([{ actor: '林涛', detail: JSON.stringify({ key: 'closingTime', from: '"18:00"', to: '"19:30"' }) }])
  })

  test('what did not change leaves no line', async () => {
    const lines = () => t.house.store.read('SELECT count(*) AS n FROM audit')
    const before = await lines()
    await parts.system.saveSettings({ tower: '云汇中心' }, t.call('administrator'))
    expect(await lines()).toEqual(before)
  })

  test('a value outside its bounds is refused and nothing is saved', async () => {
    await expect(parts.system.saveSettings({ visitorRetentionDays: 0 }, t.call('administrator'))).rejects.toThrow()
    expect(t.house.settings.current.visitorRetentionDays).toBe(30)
  })
})

describe('drafts', () => {
  test('P3 are kept encrypted for their writer alone, replaced, and discarded', async () => {
    await parts.drafts.save({ form: 'visit', content: '{"name":"何婉清"}' }, t.call())
    const saved = await parts.drafts.save({ form: 'visit', content: '{"name":"何婉清","phone":"13800002716"}' }, t.call())
    expect(await parts.drafts.get({ form: 'visit' }, t.call())).toEqual({ content: '{"name":"何婉清","phone":"13800002716"}', at: saved.at })
    expect(await parts.drafts.get({ form: 'visit' }, t.call('supervisor'))).toBeNull()
    expect(await parts.drafts.get({ form: 'call' }, t.call())).toBeNull()
    const [row] = await t.house.store.read<{ content: Buffer }>('SELECT content FROM draft')
    expect(row!.content.includes(Buffer.from('何婉清'))).toBe(false)
    await parts.drafts.discard({ form: 'visit' }, t.call())
    expect(await parts.drafts.get({ form: 'visit' }, t.call())).toBeNull()
  })

  test('belong to somebody signed in', async () => {
    await expect(parts.drafts.get({ form: 'visit' }, { scope: t.call().scope, signedIn: null })).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('the command bar', () => {
  test('16.R1 four digits of a number lead to the contact and the company; what other registers find stands beside it', async () => {
    await t.house.store.write(t.call().scope, async (tx) => {
      await tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远')`)
      await tx.query(`INSERT INTO contact (id, tenant_id, name, phone_masked) VALUES (1, 1, '陆文博', '135****4419')`)
      await tx.query(`INSERT INTO blind_index (hash, owner, owner_id) VALUES (?, 'contact', 1)`, [t.house.store.vault.hash('phone-tail', '4419')])
    })
    t.house.tellers.provide('repairs', { search: (query) => Promise.resolve(query === '4419' ? [{ kind: 'order', id: 9, title: '空调不制冷', detail: 'WX26-004419', state: 'issued', at: 1 }] : []) })
    const found = await parts.system.search({ query: '4419', limit: 20 }, t.call())
    expect(found.map(({ kind, id, title }) => [kind, id, title])).toEqual([['contact', 1, '陆文博'], ['order', 9, '空调不制冷']])
    expect(found[0]!.detail).toContain('博远')
    expect((await parts.system.search({ query: '441', limit: 20 }, t.call())).filter(({ kind }) => kind === 'contact')).toEqual([])
  })

  test('16.R1 P3 so do those of a caller\'s or visitor\'s number to what they came for last, for who may read it', async () => {
    lastEntry = 0
    for (let i = 0; i < 5; i++) await entry({ name: '宋雨桐', matter: '空调不制冷' })
    await t.house.store.write(t.call().scope, (tx) => tx.query('UPDATE entry SET phone_tail = ? WHERE id <> 5', [t.house.store.vault.hash('phone-tail', '5062')]))
    expect(await search('5062')).toEqual(['entry DJ26-000004 宋雨桐', 'entry DJ26-000003 宋雨桐', 'entry DJ26-000002 宋雨桐'])
    expect(await search('5062', 'engineering')).toEqual([])
    expect(await search('5063')).toEqual([])
  })
})

describe('attachments', () => {
  test('P3 a photo comes back as it was and lies encrypted', async () => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('a face')])
    const { id } = await parts.attachments.put({ kind: 'photo', bytes }, t.call())
    expect(await parts.attachments.get({ id }, t.call())).toEqual({ mime: 'image/jpeg', bytes })
    expect(await t.house.store.read(`SELECT 1 FROM audit WHERE action = 'photo'`)).toEqual([])
    await t.house.store.write(t.call().scope, (tx) => t.house.attachments.attach(tx, id, 'photo', 'reception', 7))
    await parts.attachments.get({ id }, t.call())
    expect(await t.house.store.read(`SELECT actor, register, record_id FROM audit WHERE action = 'photo'`)).toEqual([{ actor: '周晓岚', register: 'reception', record_id: 7 }])
    const [row] = await t.house.store.read<{ content: Buffer }>('SELECT content FROM attachment')
    expect(row!.content.includes(Buffer.from('a face'))).toBe(false)
  })

  test('P3 is seen by who may read its record, and by its writer until it belongs to one', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])
    const { id } = await parts.attachments.put({ kind: 'signature', bytes }, t.call('engineering'))
    expect(await parts.attachments.get({ id }, t.call('engineering'))).toMatchObject({ mime: 'image/png' })
    // A namesake is somebody else.
    const namesake = { ...t.call('security'), scope: t.call('engineering').scope }
    await expect(parts.attachments.get({ id }, namesake)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(parts.attachments.get({ id }, t.call('security'))).rejects.toMatchObject({ code: 'not-permitted' })
    await t.house.store.write(t.call().scope, (tx) => t.house.attachments.attach(tx, id, 'signature', 'repairs', 7))
    expect(await parts.attachments.get({ id }, t.call())).toMatchObject({ mime: 'image/png' })
    await expect(parts.attachments.get({ id }, t.call('security'))).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(parts.attachments.get({ id }, t.call('finance'))).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
