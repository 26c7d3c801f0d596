import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../shared/contract'
import { DAY, HOUR, openComplaints, refusal, type TestComplaints } from './testing'

let t: TestComplaints
beforeEach(async () => { t = await openComplaints() })
afterEach(() => t.close())

type Filter = NonNullable<Inputs['complaints']['list']['filter']>
const list = async (filter: Filter = {}) => (await t.run('list', { filter })).rows.map((row) => row.no.slice(-1)).join('')

/** 1 received long ago and late, 2 escalated, 3 handled, 4 closed after a second round, 5 void. */
async function five(): Promise<number[]> {
  const ids = [(await t.save({ at: t.clock.now() - 2 * DAY })).id]
  ids.push((await t.save({ level: 2, kind: 'service', name: '曹颖', phone: '13900001234', unitId: 2, tenantId: 2, cause: '洗手间缺纸' })).id)
  ids.push((await t.save({ handling: '已停钻', kind: 'environment', unitId: null, tenantId: null, place: '大堂', cause: '大堂地面湿滑' })).id)
  ids.push((await t.save({ handling: '已送', kind: 'parking' })).id)
  ids.push((await t.save({ kind: 'fees' })).id)
  await t.step('ask', ids[3]!, { how: 'phone', opinion: 'dissatisfied' })
  await t.step('handle', ids[3]!, { handling: '改到 B2' })
  await t.step('ask', ids[3]!, { how: 'phone', opinion: 'satisfied', words: '好了' })
  await t.step('void', ids[4]!, { reason: '重复登记' })
  return ids
}

describe('7.R6 the register of complaints', () => {
  test('7.R6 its views show what is open, escalated, late, to be asked, of this month', async () => {
    await five()
    expect({ all: await list(), open: await list({ view: 'open' }), escalated: await list({ view: 'escalated' }), overdue: await list({ view: 'overdue' }), toAsk: await list({ view: 'to-ask' }), month: await list({ view: 'month' }) })
      .toEqual({ all: '54321', open: '321', escalated: '2', overdue: '1', toAsk: '3', month: '54321' })
    t.clock.advance(20 * DAY)
    expect(await list({ view: 'month' })).toBe('')
    expect(await list({ view: 'overdue' })).toBe('321')
  })

  test('finds by number, words, client, company, room, place and the last four digits of the phone', async () => {
    await five()
    const found = await Promise.all(['ts26-000002', '缺纸', '曹颖', '顺达', '0912', '大堂', '1234', '13900001234', '100%'].map((search) => list({ search })))
    expect(found).toEqual(['2', '2', '2', '2', '2', '3', '2', '2', ''])
    expect(await list({ kind: 'fees' })).toBe('5')
    expect(await list({ unitId: 2 })).toBe('2')
    expect(await list({ tenantId: 1, states: ['closed', 'void'] })).toBe('54')
    expect(await list({ from: '2026-03-11' })).toBe('5432')
    expect(await list({ to: '2026-03-10' })).toBe('1')
  })

  test('the list goes on from its last row', async () => {
    await five()
    const first = await t.run('list', { filter: {}, limit: 2 })
    const second = await t.run('list', { filter: {}, limit: 2, before: first.next })
    expect([...first.rows, ...second.rows].map((row) => row.no.slice(-1)).join('')).toBe('5432')
  })

  test('7.R6 counts are what the rows say, and whose turn it is', async () => {
    await five()
    const month = { count: 5, satisfied: 1, escalated: 1, again: 1, voids: 1 }
    expect(await t.run('counts', undefined)).toEqual({ open: 3, mine: 2, escalated: 1, overdue: 1, toAsk: 1, month })
    expect(await t.run('counts', undefined, 'supervisor')).toMatchObject({ mine: 3 })
  })
})

describe('7.F1 on paper and in files', () => {
  test('7.F1 the register is exported as filtered, with handling, opinion and words, the number masked', async () => {
    await five()
    t.answerDialog((name) => join(t.dir, name))
    const result = await t.run('export', { filter: { states: ['closed'] }, format: 'csv' })
    expect(result).toMatchObject({ rows: 1 })
    const [header, row] = readFileSync(result!.path, 'utf8').replace('\ufeff', '').split('\r\n')
    expect(header).toMatch(/^编号,渠道,姓名,单位,房号,地点,电话,时间,起因,类别,级别,责任,时限,处理结果,问客户,客户意见,原话/)
    for (const word of ['TS26-000004', '137****5062', '改到 B2', '满意', '好了', '已结案']) expect(row).toContain(word)
    t.answerDialog(() => null)
    expect(await t.run('export', { filter: {}, format: 'xlsx' })).toBeNull()
  })

  test('7.F1 one complaint on A4 with its rounds', async () => {
    const ids = await five()
    expect(await t.run('printRecord', { id: ids[3]!, to: 'printer' })).toEqual({ path: null, rows: 2 })
    for (const word of ['客户投诉记录', 'TS26-000004', '137****5062', '2706', '停车', '已送', '不满意', '改到 B2', '好了', '已结案']) expect(t.pages[0]).toContain(word)
    expect(await refusal(t.run('printRecord', { id: 99, to: 'printer' }))).toBe('not-found')
  })

  test('M2 the record is printed again as it stands now, and says 补打; the first one is no copy; a void one is not', async () => {
    const { id } = await t.save()
    const counts = async () => (await t.house.store.read<{ n: number }>('SELECT reprint_count AS n FROM print_job ORDER BY id')).map((row) => row.n)
    await t.run('reprint', { id })
    await t.step('correct', id, { reason: '记错', changes: { cause: '楼上打钻', unitId: 2, tenantId: 2 } })
    await t.run('reprint', { id })
    expect(await counts()).toEqual([0, 1])
    expect((await t.slips())[1]!.text).toContain('0912室')
    await t.step('void', id, { reason: '重复登记' })
    expect(await refusal(t.run('reprint', { id }))).toBe('reprint-not-allowed')
    t.printers.length = 0
    expect(await refusal(t.run('reprint', { id: (await t.save()).id }))).toBe('unknown-printer')
  })
})

describe('what it tells the other pages', () => {
  const waiting = (as: Parameters<typeof t.call>[0], of?: { tenantId: number | null; unitId: number | null }) => t.house.tellers.waiting(t.call(as).signedIn!, of).then((items) => items.map((item) => item.key))

  test('7.R4 7.R6 what waits: the desk\'s own, the supervisor\'s escalated ones, and what is late, latest first', async () => {
    const ids = await five()
    expect(await waiting('receptionist')).toEqual([`complaint-new:${ids[0]}`, `complaint-to-ask:${ids[2]}`])
    expect(await waiting('supervisor')).toEqual([`complaint-new:${ids[0]}`, `complaint-escalated:${ids[1]}`, `complaint-to-ask:${ids[2]}`])
    expect(await waiting('engineering')).toEqual([])
    t.clock.advance(25 * HOUR)
    expect(await waiting('receptionist')).toContain(`complaint-escalated:${ids[1]}`)
    expect(await waiting('receptionist', { tenantId: 2, unitId: null })).toEqual([`complaint-escalated:${ids[1]}`])
  })

  test('16.R1 a company\'s timeline and the command bar have them, for who may read them', async () => {
    const ids = await five()
    const timeline = (as: Parameters<typeof t.call>[0]) => t.house.tellers.timeline({ tenantId: 2, unitId: null }, t.call(as).signedIn!, 50)
    expect(await timeline('receptionist')).toEqual([{ register: 'complaints', recordId: ids[1], no: 'TS26-000002', kind: 'service', at: t.clock.now(), title: '曹颖：洗手间缺纸', state: 'escalated', room: '0912', amountFen: null }])
    expect(await timeline('finance')).toEqual([])
    const hits = async (query: string, as: Parameters<typeof t.call>[0] = 'receptionist') => (await t.house.tellers.search(query, t.call(as).signedIn!, 10)).flat().map((hit) => hit.title)
    expect(await hits('1234')).toEqual(['TS26-000002 洗手间缺纸'])
    expect(await hits('湿滑')).toEqual(['TS26-000003 大堂地面湿滑'])
    expect(await hits('湿滑', 'engineering')).toEqual([])
  })
})
