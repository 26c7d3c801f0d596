import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entryRow } from '../../shared/contract/reception'
import { createReception } from '../registers/reception/reception'
import { openTestHouse, type TestHouse } from '../registers/testing'
import { entryTexts, type EntryTexts } from '../store/entry-text'
import { indexedPairs } from '../store/text-index'
import { generateEntries } from './generate'

const COUNT = 3000
let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse({ now: new Date(2026, 0, 20, 9).getTime() })
  await t.house.store.write(t.call().scope, async (tx) => {
    await tx.query(`INSERT INTO unit (id, room, floor) VALUES (1, '1808', '18')`)
    await tx.query(`INSERT INTO tenant (id, name) VALUES (1, '博远（北京）国际供应链管理有限公司'), (2, '瑞景第二分公司')`)
    await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (1, 1)')
  })
  await generateEntries(t.house, COUNT, 1, { contacts: 60 })
})
afterAll(() => t.close())
const one = async <T>(sql: string) => (await t.house.store.read<T>(sql))[0]!

describe('generated entries', () => {
  test('M2 are as many as asked for, numbered by year without a gap, in the order of time', async () => {
    const rows = await t.house.store.read<{ id: number; no: string; at: number; day: string }>('SELECT id, no, at, day FROM entry ORDER BY id')
    expect(rows).toHaveLength(COUNT)
    expect(rows.every((row, i) => i === 0 || rows[i - 1]!.at < row.at)).toBe(true)
    const years = new Map<string, number>()
    for (const row of rows) {
      const year = row.day.slice(2, 4)
      years.set(year, (years.get(year) ?? 0) + 1)
      expect(row.no).toBe(`DJ${year}-${String(years.get(year)).padStart(6, '0')}`)
    }
    expect([...years.keys()]).toEqual(['25', '26'])
    expect(await t.house.store.write(t.call().scope, (tx) => tx.number('reception'))).toBe(`DJ26-${String(years.get('26')! + 1).padStart(6, '0')}`)
    expect(rows.at(-1)!.day).toBe('2026-01-19')
  })

  test('have the pairs that the register itself would have written', async () => {
    const rows = await t.house.store.read<EntryTexts & { id: number }>('SELECT id, no, name, company, tenant_name, matter, host_name, room FROM entry WHERE id % 500 = 7')
    for (const row of rows) {
      const pairs = [...new Set(indexedPairs(entryTexts(row)).split(' '))]
      const found = await t.house.store.read('SELECT rowid FROM entry_text WHERE rowid = ? AND entry_text MATCH ?', [row.id, pairs.map((pair) => `"${pair}"`).join(' AND ')])
      expect(found).toHaveLength(1)
    }
  })

  test('pass the contract, are found, and their numbers can be read', async () => {
    const filter = { kind: null, from: null, to: null, states: [], tenantId: null, receptionistId: null, overdue: false, search: '' }
    const { rows } = await createReception(t.house).list({ filter, before: null, limit: 200 }, t.call())
    expect(rows).toHaveLength(200)
    for (const row of rows) expect(entryRow.safeParse(row).success).toBe(true)
    expect((await createReception(t.house).list({ filter: { ...filter, search: '空调' }, before: null, limit: 5 }, t.call())).rows).toHaveLength(5)
    const row = await one<{ data_key: Buffer; phone_enc: Buffer }>('SELECT data_key, phone_enc FROM entry WHERE id = 77')
    expect(t.house.store.vault.openKey(row.data_key).decrypt(row.phone_enc, 'entry.phone_enc').toString()).toMatch(/^1\d{10}$/)
  })

  test('leave the schema as it was, and nothing of their own behind', async () => {
    const indexes = await t.house.store.read<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'entry'`)
    expect(indexes.map((index) => index.name)).toEqual(expect.arrayContaining(['entry_day', 'entry_card_out', 'entry_token', 'entry_phone_tail']))
    expect(await one('SELECT count(*) AS n FROM contact')).toEqual({ n: 60 })
    expect(await one('PRAGMA foreign_key_check')).toBeUndefined()
    await expect(generateEntries(t.house, 10, 1)).rejects.toThrow(/empty register/)
    await t.house.store.write(t.call().scope, async (tx) => { expect(await tx.query(`SELECT name FROM temp.sqlite_master`)).toEqual([]) })
  })
})
