import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Random } from '../../demo/random'
import type { Role } from '../../../shared/contract/permissions'
import { trades } from '../../../shared/rules/work-order'
import { openRepairs, refusal, type TestRepairs } from './testing'

let t: TestRepairs
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())

const day = 86_400_000
type Filter = Parameters<typeof t.repairs.list>[0]['filter']
const found = async (filter: Partial<Filter>) => (await t.ask('list', { filter })).rows.map((row) => row.no)

describe('13.F1 客户报修登记表', () => {
  test('13.F1 pages are newest first without gap or repetition, under a search too', async () => {
    for (let i = 0; i < 12; i++) await t.save({ content: i % 3 === 0 ? '水管接头漏水' : '接头松了，水管也旧', print: false })
    const all = async (search: string) => {
      const numbers: string[] = []
      for (let before: number | null = null; ;) {
        const page: { rows: { no: string }[]; next: number | null } = await t.ask('list', { filter: { search }, before, limit: 3 })
        numbers.push(...page.rows.map((row) => row.no))
        if (page.next === null) return numbers
        before = page.next
      }
    }
    expect(await all('')).toEqual(Array.from({ length: 12 }, (_, i) => `WX26-${String(12 - i).padStart(6, '0')}`))
    expect(await all('水管接头')).toEqual(['WX26-000010', 'WX26-000007', 'WX26-000004', 'WX26-000001'])
  })

  test('13.F1 found by number, words, reporter, company, room, worker, and the number\'s last four digits or all of it', async () => {
    await t.save({ phone: '13800002716' })
    const id = await t.orderAt('assigned', { content: '灯不亮', contactId: null, reporter: '王倩', unitId: 2, tenantId: 2, trade: 'electrical' })
    for (const search of ['灯不', '王倩', '恒越', '0603', '孙立', 'WX26-000002', '亮']) expect(await found({ search }), search).toEqual(['WX26-000002'])
    for (const search of ['2716', '13800002716', '138 0000 2716', '漏水']) expect(await found({ search }), search).toEqual(['WX26-000001'])
    for (const search of ['不灯', '0000271', '。']) expect(await found({ search }), search).toEqual([])
    expect(await found({ unitId: 2, tenantId: 2, trade: 'electrical', worker: '孙立', states: ['assigned'], from: '2026-03-12', to: '2026-03-12' })).toEqual(['WX26-000002'])
    expect(await found({ unitId: 1, worker: '孙立' })).toEqual([])
    await t.step('assign', id, { worker: '马超' })
    expect(await found({ search: '孙立' })).toEqual([])
  })

  test('13.R2 found by QR code or number, however it is typed', async () => {
    const { id } = await t.save()
    const [row] = await t.house.store.read<{ token: string }>('SELECT token FROM work_order WHERE id = ?', [id])
    expect(row!.token).toMatch(/^QT1:WX26-000001:[2-9A-Z]{4}$/)
    for (const code of [row!.token, row!.token.toLowerCase(), 'WX26-000001', 'wx26-1', '１', '0001']) expect((await t.ask('find', { code })).no, code).toBe('WX26-000001')
    for (const code of ['QT1:WX26-000001:____', 'WX25-1', '2', 'DJ26-000001']) expect(await refusal(t.ask('find', { code })), code).toBe('not-found')
  })

  test('13.R7 13.R5 views and counts: open, unreturned, late, to verify; the month\'s numbers with its voids', async () => {
    const quoting = await t.save({ chargeable: true })
    await t.orderAt('issued')
    await t.orderAt('signed')
    await t.orderAt('returned')
    await t.orderAt('verified')
    const voided = await t.orderAt('issued')
    await t.step('void', voided, { reason: '重复' })
    expect(quoting.state).toBe('quoting')
    expect(await found({ view: 'open' })).toEqual(['WX26-000004', 'WX26-000003', 'WX26-000002', 'WX26-000001'])
    expect(await found({ view: 'unreturned' })).toEqual(['WX26-000003', 'WX26-000002'])
    expect(await found({ view: 'to-verify' })).toEqual(['WX26-000004'])
    expect(await found({ view: 'late' })).toEqual([])
    t.clock.advance(day)
    // Past its time every order that is not back is chased, those finished in time, too: 及时率 is told apart (13.C5).
    expect(await found({ view: 'late' })).toEqual(['WX26-000003', 'WX26-000002'])
    expect(await t.repairs.counts(undefined, t.call())).toEqual({
      open: 4, unfetched: 1, unreturned: 2, late: 2, toVerify: 1, quoting: 1, month: { first: 'WX26-000001', last: 'WX26-000006', count: 6, voids: 1 },
    })
    t.clock.set(new Date(2026, 3, 1, 9).getTime())
    expect((await t.repairs.counts(undefined, t.call())).month).toEqual({ first: '', last: '', count: 0, voids: 0 })
  })

  test('13.F1 on A4 with its numbers, what was voided struck through and named; the phone number masked', async () => {
    await t.save({ phone: '13800002716' })
    const { id } = await t.save()
    await t.step('void', id, { reason: '重复<开单>' })
    expect(await t.ask('printRegister', { from: '2026-03-01', until: '2026-03-31', to: 'printer' })).toEqual({ path: null, rows: 2 })
    const [html] = t.pages
    expect(html).toContain('客户报修登记表')
    expect(html).toContain('共 2 单，WX26-000001 至 WX26-000002，作废 1 单：WX26-000002（重复&lt;开单&gt;）。')
    expect(html!.match(/<tr class="void">/g)).toHaveLength(1)
    expect(html).toContain('138****2716')
    await t.ask('printRegister', { from: '2026-01-01', until: '2026-01-01', to: 'printer' })
    expect(t.pages[1]).toContain('本期没有报修。')
    t.answerDialog(() => null)
    expect(await t.ask('printRegister', { from: '2026-03-01', until: '2026-03-31', to: 'pdf' })).toBeNull()
  })

  test('13.F1 13.F2 exported as it is filtered, numbers masked, and the chain says who exported', async () => {
    await t.save({ phone: '13800002716' })
    await t.orderAt('done', { content: '灯不亮', trade: 'electrical' })
    const file = await t.ask('export', { filter: { trade: 'electrical' }, format: 'csv' })
    expect(file!.rows).toBe(1)
    const text = await readFile(file!.path, 'utf8')
    expect(text).toContain('WX26-000002')
    expect(text).toContain('电气')
    expect((await t.ask('export', { filter: {}, format: 'xlsx' }))!.rows).toBe(2)
    expect(await t.house.store.read(`SELECT actor FROM audit WHERE action = 'export' AND register = 'repairs'`)).toHaveLength(2)
  })
})

describe('13.C5 维修及时率', () => {
  test('13.C5 equals what the rows say, by trade, whatever happened to the orders', async () => {
    const random = new Random(13)
    for (let i = 0; i < 24; i++) {
      const trade = random.pick(trades)
      const { id } = await t.ask('save', { content: '甲乙丙', trade, contactId: 1, print: false, ...(random.chance(0.5) ? { expectedFinishAt: t.clock.now() + random.int(1, 3) * 3_600_000 } : {}) })
      if (random.chance(0.15)) await t.step('void', id, { reason: '重复' })
      else if (random.chance(0.7)) {
        await t.step('fetch', id, { by: '何建国', start: true })
        t.clock.advance(random.int(0, 5) * 3_600_000)
        await t.step('finish', id, { workRecord: '换', signature: { by: '孙立', onPaper: true } })
      }
      t.clock.advance(random.int(0, 12) * 3_600_000)
    }
    const rate = await t.ask('onTime', { month: '2026-03' })
    const rows = (await t.ask('list', { filter: { from: '2026-03-01', to: '2026-03-31' }, limit: 200 })).rows.filter((row) => row.onTime !== null)
    expect(rate.total).toBeGreaterThan(10)
    expect(rate.onTime).toBeLessThan(rate.total)
    expect(rate).toMatchObject({ month: '2026-03', total: rows.length, onTime: rows.filter((row) => row.onTime).length, goalPercent: 95 })
    for (const { trade, total, onTime } of rate.byTrade) {
      const of = rows.filter((row) => row.trade === trade)
      expect({ trade, total, onTime }).toEqual({ trade, total: of.length, onTime: of.filter((row) => row.onTime).length })
    }
  })

  test('13.C5 an order counts in the month it was reported, an open one only when it is late', async () => {
    await t.save()
    expect(await t.ask('onTime', { month: '2026-03' })).toMatchObject({ total: 0, onTime: 0, byTrade: [] })
    t.clock.advance(day)
    expect(await t.ask('onTime', { month: '2026-03' })).toMatchObject({ total: 1, onTime: 0 })
    expect(await t.ask('onTime', { month: '2026-04' })).toMatchObject({ total: 0 })
  })
})

describe('13.C3 13.R7 what is checked', () => {
  test('13.C3 13.C4 done orders of which something is missing are listed with what it is', async () => {
    await t.orderAt('started')
    await t.orderAt('done')
    await t.orderAt('signed')
    await t.orderAt('returned')
    const whole = await t.orderAt('started')
    await t.step('finish', whole, { workRecord: '换', signature: { by: '孙立', onPaper: true, scanId: await t.picture('scan') } })
    await t.step('sign', whole, { rating: 'fair', signature: { by: '陆文博', signatureId: await t.picture('signature') } })
    await t.step('return', whole, {})
    await t.step('verify', whole, { method: 'phone', outcome: 'good' })
    expect((await t.ask('incomplete', { from: '2026-03-01', to: '2026-03-31' })).map(({ no, missing }) => [no, missing])).toEqual([
      ['WX26-000002', ['client-signature', 'scan', 'return', 'verification']], ['WX26-000003', ['scan', 'return', 'verification']], ['WX26-000004', ['scan', 'verification']],
    ])
    expect(await t.ask('incomplete', { from: '2026-04-01', to: '2026-04-30' })).toEqual([])
  })

  test('13.R7 the supervisor\'s spot checks stand on the order and in the month; a failed one says why', async () => {
    const id = await t.orderAt('signed')
    expect(await refusal(t.ask('spotCheck', { id, stage: 'returned', passed: true }, 'supervisor'))).toBe('wrong-state')
    expect(await refusal(t.ask('spotCheck', { id, stage: 'intake', passed: false }, 'supervisor'))).toBe('reason-required')
    const checked = await t.ask('spotCheck', { id, stage: 'intake', passed: false, note: '没有问预约时间' }, 'supervisor')
    expect(checked).toMatchObject({ no: 'WX26-000001', by: '韩雪', passed: false })
    expect((await t.get(id)).spotChecks).toEqual([checked])
    expect(await t.ask('spotChecks', { month: '2026-03' })).toEqual([checked])
    expect(await t.ask('spotChecks', { month: '2026-02' })).toEqual([])
  })

  test('13.R2 engineering\'s people with the orders they have in hand, then who else orders went to', async () => {
    await t.orderAt('assigned')
    expect(await t.repairs.workers(undefined, t.call())).toEqual([{ name: '何建国', open: 0 }, { name: '孙立', open: 1 }])
  })

  test('13.F2 other orders of the unit in the last year', async () => {
    const old = await t.save()
    t.clock.advance(366 * day)
    const last = await t.save({ content: '灯不亮', trade: 'electrical' })
    const { id } = await t.save()
    expect((await t.get(id)).sameUnit).toMatchObject([{ id: last.id, fault: '灯不亮', state: 'issued' }])
    expect((await t.get(old.id)).sameUnit).toHaveLength(2)
  })
})

describe('what the register tells of itself', () => {
  const viewer = (role: Role) => t.call(role).signedIn!
  const waiting = async (role: Role) => (await t.house.tellers.waiting(viewer(role))).map(({ what, no }) => `${what} ${no}`)

  test('13.R7 engineering sees what is with it, the desk what waits for it and what is late; nobody who may not read orders', async () => {
    for (const state of ['issued', 'started', 'done', 'signed', 'returned'] as const) await t.orderAt(state)
    const parts = await t.orderAt('started')
    await t.step('wait', parts, { for: '球阀' })
    await t.save({ chargeable: true })
    const engineering = ['order-unfetched WX26-000001', 'order-working WX26-000002', 'order-unsigned WX26-000003', 'order-unreturned WX26-000004', 'order-parts WX26-000006']
    expect((await waiting('engineering')).sort()).toEqual(engineering.sort())
    expect((await waiting('receptionist')).sort()).toEqual(['order-quoting WX26-000007', 'order-unverified WX26-000005'])
    expect(await waiting('security')).toEqual([])
    t.clock.advance(day)
    expect((await waiting('supervisor')).sort()).toEqual(['order-quoting WX26-000007', 'order-unreturned WX26-000001', 'order-unreturned WX26-000002', 'order-unreturned WX26-000003', 'order-unreturned WX26-000004', 'order-unreturned WX26-000006', 'order-unverified WX26-000005'])
  })

  test('16.R3 a company\'s and a unit\'s orders, newest first, and what is open of them', async () => {
    await t.orderAt('filed')
    await t.save({ content: '灯不亮' })
    await t.save({ contactId: null, reporter: '王倩', unitId: 2 })
    const of = { tenantId: 1, unitId: null }
    expect((await t.house.tellers.timeline(of, viewer('receptionist'), 10)).map(({ no, title, kind, state }) => [no, title, kind, state])).toEqual([['WX26-000002', '灯不亮', 'order', 'issued'], ['WX26-000001', '茶水间水管接头漏水', 'order', 'filed']])
    expect((await t.house.tellers.timeline({ tenantId: null, unitId: 2 }, viewer('engineering'), 10)).map(({ no }) => no)).toEqual(['WX26-000003'])
    expect(await t.house.tellers.timeline(of, viewer('finance'), 10)).toEqual([])
    expect((await t.house.tellers.waiting(viewer('receptionist'), of)).map(({ no, what }) => [no, what])).toEqual([['WX26-000002', 'order-unfetched']])
    // Whoever reported it stands on the order, not on the lists of everybody.
    expect(JSON.stringify(await t.house.tellers.waiting(viewer('receptionist'), of))).not.toContain('陆文博')
  })

  test('16.R1 the command bar finds an order by number and by words', async () => {
    await t.save()
    for (const query of ['WX26-000001', '1', '水管接头']) expect((await t.house.tellers.search(query, viewer('receptionist'), 5)).flat(), query).toMatchObject([{ kind: 'order', id: 1, title: '茶水间水管接头漏水' }])
    expect((await t.house.tellers.search('水管接头', viewer('finance'), 5)).flat()).toEqual([])
  })
})
