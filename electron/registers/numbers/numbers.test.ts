import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { existsSync } from 'node:fs'
import type { ProvenSeries } from '../../../shared/contract/numbers'
import { dayOf } from '../../../shared/rules/time'
import { fen } from '../../../shared/rules/money'
import { settleRestore } from '../../store/restore'
import type { Sql, Tx } from '../../store/types'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createNumbers } from './numbers'

const DAY = 86_400_000
let t: TestHouse
let numbers: Handlers<'numbers'>
beforeEach(async () => {
  t = await openTestHouse()
  numbers = createNumbers(t.house)
})
afterEach(() => t.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => t.house.store.write(t.call().scope, work)
const insert = (tx: Tx, table: string, values: Record<string, Sql>) => tx.query(`INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values))
const common = async (tx: Tx, series: ProvenSeries, state: string) => ({ no: await tx.number(series), at: tx.now, day: dayOf(tx.now), state, station: 'A1' })

/** One more record of a series, the least its register keeps of it. */
const save: Record<ProvenSeries, (tx: Tx) => Promise<unknown>> = {
  reception: async (tx) => insert(tx, 'entry', { ...(await common(tx, 'reception', 'waiting')), kind: 'call', receptionist_id: 1, receptionist: '周晓岚' }),
  repairs: async (tx) => insert(tx, 'work_order', { ...(await common(tx, 'repairs', 'issued')), fault: '灯不亮', content: '灯不亮', trade: 'electrical', urgency: 'normal', due_at: tx.now, received_by: '周晓岚', token: `QT1:${Math.random()}` }),
  'paid-services': async (tx) => insert(tx, 'paid_service', { ...(await common(tx, 'paid-services', 'quoted')), title: '更换阀门', opened_by: '周晓岚' }),
  complaints: async (tx) => insert(tx, 'complaint', { ...(await common(tx, 'complaints', 'received')), channel: 'phone', kind: 'service', level: 1, title: '噪音', cause: '噪音', received_by: '周晓岚', due_at: tx.now }),
  receipts: (tx) => t.house.receipts.take(tx, {
    payer: '博远', room: '1808', tenantId: null, subject: '更换阀门', register: 'paid-services', recordId: 1, recordNo: 'YC26-000001', lines: [{ name: '更换阀门', quantityMilli: 1000, unit: '个', unitPriceFen: 100, amountFen: 100 }],
    totalFen: fen(100), payment: 'wechat', tenderedFen: null, credits: [{ account: 'service-income', amountFen: fen(100) }], print: false,
  }),
  refunds: async (tx) => {
    const of = { payer: '博远', room: '1808', tenantId: null, subject: '押金', register: 'keys', recordId: 1, recordNo: 'YJ26-000001', lines: [{ name: '押金', quantityMilli: 1000, unit: '', unitPriceFen: 100, amountFen: 100 }], totalFen: fen(100), payment: 'cash', print: false } as const
    await t.house.receipts.take(tx, { ...of, lines: [...of.lines], tenderedFen: null, credits: [{ account: 'deposit', amountFen: fen(100) }] })
    await t.house.receipts.refund(tx, { ...of, lines: [...of.lines], debit: 'deposit' })
  },
  'drawer-closes': async (tx) => insert(tx, 'drawer_close', { no: await tx.number('drawer-closes'), at: tx.now, day: dayOf(tx.now), station: 'A1', by: '周晓岚', expected_fen: 0, counted_fen: 0, difference_fen: 0, handed_in_fen: 0, float_fen: 0, counts: '[]', last_posting_id: 0 }),
  'drawer-floats': async (tx) => insert(tx, 'drawer_float', { no: await tx.number('drawer-floats'), at: tx.now, day: dayOf(tx.now), station: 'A1', by: '周晓岚', amount_fen: 100 }),
  'day-closes': async (tx) => {
    const no = await tx.number('day-closes')
    return insert(tx, 'day_close', { no, at: tx.now, day: dayOf(tx.now), station: no, by: '周晓岚', ledger_fen: 0, counted_fen: 0, held_fen: 0, open: '[]', sign_by: '周晓岚' })
  },
  'pass-applications': async (tx) => insert(tx, 'pass_application', { ...(await common(tx, 'pass-applications', 'open')), kind: 'identity', by: '周晓岚' }),
  identity: (tx) => pass(tx, 'identity'), construction: (tx) => pass(tx, 'construction'), temporary: (tx) => pass(tx, 'temporary'), contractor: (tx) => pass(tx, 'contractor'),
  'void-declarations': async (tx) => insert(tx, 'void_declaration', { no: await tx.number('void-declarations'), at: tx.now, day: dayOf(tx.now), pass_id: await pass(tx, 'identity'), lost_on: dayOf(tx.now), lost_where: '大堂', declared_by: '卓一鸣', forfeited_fen: 0, by: '周晓岚', station: 'A1' }),
  'exit-permits': async (tx) => insert(tx, 'exit_permit', { ...(await common(tx, 'exit-permits', 'issued')), kind: 'large', token: String(Math.random()), goods: '[]', leaving_on: dayOf(tx.now), exit: '东门', by: '周晓岚' }),
  'move-outs': async (tx) => insert(tx, 'move_out', { no: await tx.number('move-outs'), at: tx.now, day: dayOf(tx.now), tenant_name: '鸿图', by: '周晓岚', station: 'A1' }),
  'key-loans': async (tx) => insert(tx, 'key_loan', { ...(await common(tx, 'key-loans', 'out')), key_id: await hook(tx), count: 1, due_at: tx.now, lent_by: '周晓岚' }),
  'key-cutting': async (tx) => insert(tx, 'key_cutting', { ...(await common(tx, 'key-cutting', 'requested')), name: '前门', type: 'door', count: 1, reason: '人员增加', by: '周晓岚' }),
  'key-custody': async (tx) => insert(tx, 'key_custody', { ...(await common(tx, 'key-custody', 'sealed')), reason: '应急', seal_no: await tx.number('signs'), purpose_explained: 1, client_seal_seen: 1, keys: '[]', authorised: '[]', keeper: '周晓岚' }),
  signs: async (tx) => insert(tx, 'sign', { ...(await common(tx, 'signs', 'applied')), kind: 'door-plate', size: '30×10', name_zh: '博远', sign_place: '门口', fee_fen: 0, by: '周晓岚' }),
}
async function pass(tx: Tx, kind: 'identity' | 'construction' | 'temporary' | 'contractor'): Promise<number> {
  const [application] = (await insert(tx, 'pass_application', { ...(await common(tx, 'pass-applications', 'open')), kind, by: '周晓岚' }), await tx.query<{ id: number }>('SELECT max(id) AS id FROM pass_application'))
  const at = dayOf(tx.now)
  await insert(tx, 'pass', { ...(await common(tx, kind, 'ready')), kind, application_id: application!.id, token: String(Math.random()), holder: '卓一鸣', valid_from: at, valid_until: at })
  return (await tx.query<{ id: number }>('SELECT max(id) AS id FROM pass'))[0]!.id
}
async function hook(tx: Tx): Promise<number> {
  await tx.query(`INSERT INTO key_hook (no, board, hook, type, name, owned) SELECT 'A-' || n, 'A', n, 'door', '前门', 1 FROM (SELECT coalesce(max(hook), 0) + 1 AS n FROM key_hook)`)
  return (await tx.query<{ id: number }>('SELECT max(id) AS id FROM key_hook'))[0]!.id
}
const fill = async (series: ProvenSeries, count: number) => { for (let i = 0; i < count; i++) await write(save[series]) }
const remove = (no: string, table = 'work_order') => write((tx) => tx.query(`DELETE FROM ${table} WHERE no = ?`, [no]))
const today = () => dayOf(t.clock.now())
const prove = (series: ProvenSeries, from = today(), to = from) => numbers.proof({ series, from, to }, t.call())

describe('13.C4 17.R6 M2 the gap proof', () => {
  test.each([['reception', 'DJ'], ['repairs', 'WX'], ['paid-services', 'YC'], ['complaints', 'TS'], ['receipts', 'SJ'], ['refunds', 'TK'], ['drawer-closes', 'QD'], ['drawer-floats', 'BY'], ['day-closes', 'RJ'], ['pass-applications', 'BZ'], ['identity', 'SF'], ['construction', 'SZ'], ['temporary', 'LZ'], ['contractor', 'XK'], ['void-declarations', 'ZF'], ['exit-permits', 'CM'], ['move-outs', 'TZ'], ['key-loans', 'YJ'], ['key-cutting', 'PK'], ['key-custody', 'TG'], ['signs', 'SP']] as const)('M2 the numbers of %s are proven from its rows', async (series, letters) => {
    await fill(series, 3)
    await expect(write(async (tx) => { await save[series](tx); throw new Error('abandoned') })).rejects.toThrow('abandoned')
    await fill(series, 1)
    expect(await prove(series)).toEqual({
      series, from: '2026-03-12', to: '2026-03-12', at: t.clock.now(), ranges: [{ first: `${letters}26-000001`, last: `${letters}26-000004`, count: 4 }], count: 4, voids: [], missing: [], complete: true,
    })
  })

  test('13.C4 a number without its row is named, wherever it stands, and so is a run of them', async () => {
    await fill('repairs', 12)
    for (const no of ['WX26-000001', 'WX26-000004', 'WX26-000008', 'WX26-000009', 'WX26-000012']) await remove(no)
    expect(await prove('repairs')).toMatchObject({
      ranges: [{ first: 'WX26-000001', last: 'WX26-000012', count: 7 }], complete: false,
      missing: [{ no: 'WX26-000001', explained: '' }, { no: 'WX26-000004', explained: '' }, { no: 'WX26-000008–WX26-000009', explained: '' }, { no: 'WX26-000012', explained: '' }],
    })
  })

  test('13.C4 one missing between two periods is named in one of them, and periods that follow one another leave nothing out', async () => {
    await fill('repairs', 3)
    t.clock.advance(DAY)
    await fill('repairs', 3)
    t.clock.advance(DAY)
    await fill('repairs', 2)
    await remove('WX26-000003')
    await remove('WX26-000004')
    const days = await Promise.all(['2026-03-12', '2026-03-13', '2026-03-14'].map((day) => prove('repairs', day)))
    expect(days.map((day) => day.ranges.map(({ first, last }) => [first.slice(-1), last.slice(-1)]))).toEqual([[['1', '2']], [['3', '6']], [['7', '8']]])
    expect(days.flatMap((day) => day.missing)).toEqual([{ no: 'WX26-000003–WX26-000004', explained: '' }])
  })

  test('M2 a period in two years has a range for each', async () => {
    t.clock.set(new Date(2026, 11, 31, 23, 50).getTime())
    await fill('complaints', 2)
    t.clock.set(new Date(2027, 0, 1, 0, 10).getTime())
    await fill('complaints', 1)
    expect(await prove('complaints', '2026-12-01', '2027-01-31')).toMatchObject({ ranges: [{ first: 'TS26-000001', last: 'TS26-000002', count: 2 }, { first: 'TS27-000001', last: 'TS27-000001', count: 1 }], count: 3, complete: true })
    expect(await prove('complaints', '2027-01-01', '2027-01-31')).toMatchObject({ count: 1, complete: true })
  })

  test('M2 in a year of more than a million the order is that of the numbers, not of their letters', async () => {
    await write((tx) => tx.query(`INSERT INTO number_series (series, year, last) VALUES ('repairs', 2026, 999998)`))
    t.clock.advance(-DAY)
    await write(async (tx) => { await save.repairs(tx) })
    t.clock.advance(DAY)
    await fill('repairs', 3)
    expect(await prove('repairs')).toMatchObject({ ranges: [{ first: 'WX26-1000000', last: 'WX26-1000002', count: 3 }], complete: true })
  })

  test('16.F1 M2 an appointment stands on the day it is for, and its number is not missed on the day it was made', async () => {
    await fill('reception', 2)
    await write((tx) => tx.query(`UPDATE entry SET day = '2026-03-20', state = 'expected', expected_at = ? WHERE no = 'DJ26-000002'`, [t.clock.now() + 8 * DAY]))
    await fill('reception', 1)
    t.clock.set(new Date(2026, 2, 20, 9).getTime())
    await fill('reception', 2)
    expect(await prove('reception', '2026-03-12')).toMatchObject({ ranges: [{ first: 'DJ26-000001', last: 'DJ26-000003', count: 3 }], complete: true })
    expect(await prove('reception', '2026-03-20')).toMatchObject({ ranges: [{ first: 'DJ26-000004', last: 'DJ26-000005', count: 2 }], complete: true })
  })

  test('13.C4 17.R6 void ones keep their number and are named with who, when and why; an erased reason is left empty', async () => {
    await fill('repairs', 3)
    await write((tx) => tx.query(`UPDATE work_order SET state = 'void', void_at = ?, void_by = '韩雪', void_reason = '重复' WHERE no = 'WX26-000002'`, [t.clock.now()]))
    await fill('reception', 1)
    await write(async (tx) => {
      await tx.query(`UPDATE entry SET state = 'void', void_at = ?, void_reason = '' WHERE id = 1`, [t.clock.now()])
      await tx.audit({ action: 'void', register: 'reception', recordId: 1 })
    })
    expect(await prove('repairs')).toMatchObject({ count: 3, complete: true, voids: [{ no: 'WX26-000002', reason: '重复', at: t.clock.now(), by: '韩雪' }] })
    expect((await prove('reception')).voids).toEqual([{ no: 'DJ26-000001', reason: '', at: t.clock.now(), by: '周晓岚' }])
  })

  test('M2 numbers left out after a restored backup are named with the restore, and only those', async () => {
    await fill('repairs', 3)
    const left = { backup: 'b.db', backupAt: t.clock.now(), aside: 'a.db', lastNumbers: [{ series: 'repairs', year: 2026, last: 5 }] }
    await write((tx) => tx.query(`INSERT INTO setting (key, value, updated_at) VALUES ('restore.pending', ?, ?)`, [JSON.stringify(left), tx.now]))
    await settleRestore(t.house.store, t.call().scope)
    await fill('repairs', 2)
    await remove('WX26-000003')
    expect(await prove('repairs')).toMatchObject({ count: 4, complete: false, missing: [{ no: 'WX26-000003', explained: '' }, { no: 'WX26-000004–WX26-000005', explained: '2026-03-12 14:26' }] })
  })

  test('a period without numbers has none, and one that ends before it begins is refused', async () => {
    expect(await prove('receipts', '2025-01-01', '2025-12-31')).toMatchObject({ ranges: [], count: 0, missing: [], complete: true })
    await expect(prove('receipts', '2026-03-12', '2026-03-11')).rejects.toMatchObject({ code: 'end-before-start' })
  })
})

describe('13.C4 the proof on A4', () => {
  const print = (to: 'printer' | 'pdf' = 'printer') => numbers.print({ series: 'repairs', from: '2026-03-12', until: '2026-03-12', to }, t.call())

  test('13.C4 says from where to where, how many, which are void and why, and that there is no gap', async () => {
    await fill('repairs', 3)
    await write((tx) => tx.query(`UPDATE work_order SET state = 'void', void_at = ?, void_by = '韩雪', void_reason = '<重复>' WHERE no = 'WX26-000002'`, [t.clock.now()]))
    expect(await print()).toEqual({ path: null, rows: 3 })
    const [page] = t.pages
    expect(page).toContain('维修工作令单编号核对')
    expect(page).toContain('WX26-000001 至 WX26-000003')
    expect(page).toContain('2026-03-12 14:26 韩雪：&lt;重复&gt;')
    expect(page).toContain('共 3 张，作废 1 张，无断号。')
  })

  test('13.C4 or which are missing', async () => {
    await fill('repairs', 3)
    await remove('WX26-000002')
    await print()
    expect(t.pages[0]).toContain('共 2 张，作废 0 张，断号 1 处：WX26-000002。')
    expect(t.pages[0]).not.toContain('无断号')
  })

  test('as a PDF it is written where the user says, or nowhere', async () => {
    await fill('repairs', 1)
    const written = await print('pdf')
    expect(written?.path).toContain('维修工作令单编号核对-2026-03-12-2026-03-12.pdf')
    expect(existsSync(written!.path!)).toBe(true)
    t.answerDialog(() => null)
    expect(await print('pdf')).toBeNull()
  })
})
