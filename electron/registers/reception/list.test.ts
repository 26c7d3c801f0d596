import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexedPairs } from '../../store/text-index'
import { addDays } from '../../../shared/rules/time'
import { openReception, residentNumber, type TestReception } from './testing'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('16.R1 the list', () => {
  let t: TestReception
  const id: Record<string, number> = {}
  beforeAll(async () => {
    t = await openReception()
    const start = t.clock.now()
    t.clock.set(start - 2 * DAY)
    id.appointment = (await t.expect({ name: '欧阳明', expectedAt: start + HOUR })).id
    id.old = (await t.visit({ name: '王小明', company: '顺达物流有限公司', phone: '13800002716', validUntil: start - DAY })).id
    t.clock.set(start - DAY)
    id.call = (await t.phoneCall({ contactId: 3, matter: '六楼走廊空调不制冷', phone: '010-87654321' }, 'supervisor')).id
    t.clock.set(start)
    id.passport = (await t.visit({ name: 'Zoë Brown', documentKind: 'passport', documentNumber: 'E12340042', cardNo: 'T-042', hostContactId: 3 })).id
    id.resident = (await t.visit({ name: '何婉清', documentKind: 'resident', documentNumber: residentNumber(7), purpose: 'other', matter: '空调保养报价' })).id
    id.asked = (await t.visit({ name: '赵六', answer: 'to-ask' })).id
    id.void = (await t.visit({ name: '钱七' })).id
    await t.reception.void({ id: id.void, version: 1, reason: '重复' }, t.call())
    t.clock.advance(20 * 60_000)
  })
  afterAll(() => t.close())

  const names = async (filter: Parameters<TestReception['list']>[0]) => (await t.list(filter)).rows.map((row) => Object.keys(id).find((key) => id[key] === row.id))

  test('16.R1 newest first, page after page, nothing twice and nothing left out', async () => {
    const seen: number[] = []
    for (let before: number | null = null; ;) {
      const page = await t.list({}, { before, limit: 3 })
      seen.push(...page.rows.map((row) => row.id))
      if (page.next === null) break
      before = page.next
    }
    expect(seen).toEqual(Object.values(id).sort((a, b) => b - a))
  })

  test('16.R1 filters by kind, state, company, receptionist and day, alone and together', async () => {
    expect(await names({ kind: 'call' })).toEqual(['call'])
    expect(await names({ states: ['inside'] })).toEqual(['resident', 'passport', 'old'])
    expect(await names({ states: ['asked', 'expected', 'void'] })).toEqual(['void', 'asked', 'appointment'])
    expect(await names({ tenantId: 2 })).toEqual(['passport', 'call'])
    expect(await names({ tenantId: 2, kind: 'visit' })).toEqual(['passport'])
    expect(await names({ receptionistId: t.call('supervisor').signedIn!.staffId })).toEqual(['call'])
    expect(await names({ states: ['inside'], tenantId: 1, from: '2026-03-12', to: '2026-03-12' })).toEqual(['resident'])
  })

  test('16.R1 a day has its appointments, whenever they were entered; ranges are open at either end', async () => {
    expect(await names({ from: '2026-03-12', to: '2026-03-12' })).toEqual(['void', 'asked', 'resident', 'passport', 'appointment'])
    expect(await names({ from: '2026-03-10', to: '2026-03-11' })).toEqual(['call', 'old'])
    expect(await names({ to: '2026-03-10' })).toEqual(['old'])
    expect(await names({ from: '2026-03-11', kind: 'visit' })).toEqual(['void', 'asked', 'resident', 'passport', 'appointment'])
    expect(await names({ from: '2026-03-13' })).toEqual([])
  })

  test('16.R4 overdue is who stayed past the time, or whose host has not answered within the limit', async () => {
    expect(await names({ overdue: true })).toEqual(['asked', 'old'])
    expect(await names({ overdue: true, states: ['inside'] })).toEqual(['old'])
  })

  test.each([
    ['two Chinese characters of a matter', '空调', ['resident', 'call']], ['a run that stands there only in pieces', '空调制冷', []], ['one character', '欧', ['appointment']],
    ['a part of a company', '顺达物流', ['old']], ['a tenant\'s name', '恒越信息', ['passport', 'call']], ['letters, whatever their case', 'brown', ['passport']],
    ['a room', '0603', ['passport', 'call']], ['a number\'s digits', '000002', ['old']], ['a whole number', 'DJ26-000002', ['old']], ['a card that is out', 'T-042', ['passport']],
    ['the last four digits of a phone', '2716', ['old']], ['a whole phone', '138 0000 2716', ['old']], ['a landline', '010-87654321', ['call']],
    ['the last four digits of a document', '0042', ['passport']], ['a whole document number', residentNumber(7), ['resident']], ['a passport in lower case', 'e12340042', ['passport']],
    ['signs only', '%%', []], ['what nobody has', '不存在', []],
  ])('16.R1 search finds %s (%s)', async (_, search, expected) => { expect(await names({ search })).toEqual(expected) })

  test('16.R1 search goes together with filters', async () => {
    expect(await names({ search: '空调', kind: 'visit' })).toEqual(['resident'])
    expect(await names({ search: '空调', from: '2026-03-11', to: '2026-03-11' })).toEqual(['call'])
    expect(await names({ search: '2716', states: ['left'] })).toEqual([])
  })
})

describe('16.R1 a long register', () => {
  let t: TestReception
  const COUNT = 4000
  beforeAll(async () => {
    t = await openReception()
    await t.house.store.write(t.call().scope, async (tx) => {
      for (let i = 1; i <= COUNT; i++) {
        const day = addDays('2025-01-01', Math.floor(i / 10))
        await tx.query(`INSERT INTO entry (id, no, kind, at, day, state, receptionist_id, receptionist, station, name, tenant_id, matter) VALUES (?, ?, ?, ?, ?, ?, ?, '', 'A1', ?, ?, ?)`,
          [i, `DJ25-${String(i).padStart(6, '0')}`, i % 3 === 0 ? 'call' : 'visit', new Date(`${day}T09:00`).getTime(), day, i % 3 === 0 ? 'closed' : 'left', 1 + (i % 2), '访客', 1 + (i % 2), i % 50 === 0 ? '送水' : '送件'])
        await tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [i, indexedPairs([i % 50 === 0 ? '送水' : '送件'])])
      }
    })
  }, 60_000)
  afterAll(() => t.close())

  test.each([
    ['nothing', {}], ['kind', { kind: 'visit' }], ['state', { states: ['left'] }], ['states', { states: ['left', 'closed'] }], ['company', { tenantId: 1 }], ['receptionist', { receptionistId: 1 }],
    ['a day', { from: '2025-03-03', to: '2025-03-03' }], ['days', { from: '2025-03-03', to: '2025-05-03' }], ['open', { states: ['inside', 'asked'] }], ['company and kind in some days', { tenantId: 1, kind: 'call', from: '2025-02-01', to: '2025-06-01' }],
  ] as const)('16.R1 a page filtered by %s is read in order from an index: no sort, no walk through the table', async (_, filter) => {
    const statements: string[] = []
    const read = t.house.store.read.bind(t.house.store)
    t.house.store.read = async (sql, parameters) => {
      if (sql.includes('ORDER BY')) {
        const plan = await read<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
        statements.push(...plan.map((line) => line.detail))
      }
      return read(sql, parameters)
    }
    await t.list({ ...filter, states: 'states' in filter ? [...filter.states] : [] }, { before: COUNT - 100 })
    t.house.store.read = read
    const runs = statements.filter((line) => /^SEARCH e /.test(line)).length
    expect(runs).toBeGreaterThan(0)
    expect(statements.filter((line) => /^SCAN e$/.test(line))).toEqual([])
    // Several states are several runs of the index; only what each found, a page at most, is put in order.
    const sorted = statements.flatMap((line, i) => (line.includes('ORDER BY') ? [statements[i - 1]] : []))
    expect(sorted.every((line) => /^SCAN \(subquery/.test(line!))).toBe(true)
    expect(sorted).toHaveLength(runs > 1 ? runs : 0)
  })

  test('16.R1 a search whose hits the filter lets through now and then still fills its page', async () => {
    const page = await t.list({ search: '送水', kind: 'call' }, { limit: 10 })
    expect(page.rows.map((row) => row.id)).toEqual(Array.from({ length: 10 }, (_, i) => 3900 - i * 150))
    const all = await t.list({ search: '送水', kind: 'call' }, { limit: 200 })
    expect(all.rows).toHaveLength(26)
    expect(all.next).toBeNull()
  })
})
