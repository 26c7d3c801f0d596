import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import { join } from 'node:path'
import { openPaidServices, refusal, type TestPaidServices } from './testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const month = '2026-03'
const toApril = () => t.clock.set(new Date(2026, 3, 2, 9, 0).getTime())

/** March: one paid, one 月结, one due, one quoted, one void. */
async function march() {
  const paid = await t.done()
  const { receiptId } = await t.ask('pay', { id: paid.id, version: paid.version, payment: 'cash' })
  const done = await t.done()
  const monthly = await t.ask('putOnMonth', { id: done.id, version: done.version })
  const due = await t.done()
  const quoted = await t.quote()
  const gone = await t.quote()
  await t.ask('void', { id: gone.id, version: gone.version, reason: '开错了' })
  return { paid: paid.id, monthly: monthly.id, due: due.id, quoted: quoted.id, gone: gone.id, receiptId }
}

describe('17.R5 the month\'s slips', () => {
  test('17.R5 what was paid and what is 月结 with their sums; what is open and void is named', async () => {
    const slips = await march()
    const sheet = await t.ask('monthSheet', { month }, 'finance')
    expect(sheet.rows.map((row) => row.id)).toEqual([slips.paid, slips.monthly])
    expect(sheet).toMatchObject({ paidFen: 17_300, monthlyFen: 17_300, batch: null })
    expect(sheet.unsettled.map((row) => row.id)).toEqual([slips.due, slips.quoted])
    expect(sheet.voids.map((row) => [row.id, row.voidReason])).toEqual([[slips.gone, '开错了']])
  })

  test('17.R5 checked when the month is over, a second time by another person, and locked from then on', async () => {
    const slips = await march()
    expect(await refusal(t.ask('checkMonth', { month }, 'supervisor'))).toBe('month-not-over')
    toApril()
    expect(await refusal(t.ask('secondCheck', { month }, 'finance'))).toBe('nothing-to-check')
    expect(await refusal(t.ask('checkMonth', { month: '2026-01' }, 'supervisor'))).toBe('nothing-to-check')
    expect((await t.ask('checkMonth', { month }, 'supervisor')).batch).toMatchObject({ checkedBy: '韩雪', checkedAt: t.clock.now(), secondBy: null })
    expect(await refusal(t.ask('checkMonth', { month }, 'finance'))).toBe('month-checked')
    expect(await refusal(t.ask('secondCheck', { month }, 'supervisor'))).toBe('same-person')
    expect((await t.ask('secondCheck', { month }, 'finance')).batch).toMatchObject({ checkedBy: '韩雪', secondBy: '冯雪' })
    expect(await refusal(t.ask('secondCheck', { month }, 'administrator'))).toBe('month-checked')

    const monthly = await t.get(slips.monthly)
    expect(monthly).toMatchObject({ checkedBy: '韩雪', secondCheckedBy: '冯雪' })
    expect(await refusal(t.ask('void', { id: monthly.id, version: monthly.version, reason: '改' }, 'supervisor'))).toBe('month-checked')
    expect(await refusal(t.voidReceipt(slips.receiptId))).toBe('month-checked')
    const due = await t.get(slips.due)
    expect(await refusal(t.ask('putOnMonth', { id: due.id, version: due.version, month }))).toBe('month-checked')
    expect([await t.balance('cash'), await t.balance('receivable')]).toEqual([17_300, 34_600])
  })

  test('17.R5 a 月结 slip that is checked is still paid, stays on its sheet, and goes back on it when the receipt is void', async () => {
    const slips = await march()
    toApril()
    await t.ask('checkMonth', { month }, 'supervisor')
    const paid = await t.ask('pay', { id: slips.monthly, version: (await t.get(slips.monthly)).version, payment: 'transfer' })
    expect(await t.get(slips.monthly)).toMatchObject({ state: 'paid', month })
    expect(await t.ask('monthSheet', { month })).toMatchObject({ paidFen: 17_300, monthlyFen: 17_300 })
    expect((await t.ask('monthSheet', { month: '2026-04' })).rows).toEqual([])
    await t.voidReceipt(paid.receiptId)
    expect(await t.get(slips.monthly)).toMatchObject({ state: 'monthly', month, receiptNo: '' })
  })

  test('17.R5 what was open is carried on to the next month and settled there', async () => {
    const slips = await march()
    toApril()
    await t.ask('checkMonth', { month }, 'supervisor')
    expect((await t.ask('monthSheet', { month: '2026-04' })).unsettled.map((row) => row.id)).toEqual([slips.due, slips.quoted])
    await t.ask('pay', { id: slips.due, version: (await t.get(slips.due)).version, payment: 'cash' })
    const april = await t.ask('monthSheet', { month: '2026-04' })
    expect(april.rows.map((row) => row.id)).toEqual([slips.due])
    expect((await t.ask('monthSheet', { month })).rows.map((row) => row.id)).toEqual([slips.paid, slips.monthly])
  })

  test('17.R5 exported for finance, phone numbers masked', async () => {
    await march()
    const written = await t.ask('exportMonth', { month, format: 'xlsx' }, 'finance')
    expect(written).toEqual({ path: join(t.dir, '有偿服务-2026-03.xlsx'), rows: 5 })
    const [sheet] = await readXlsxFile(written!.path)
    const rows = sheet!.data
    const column = (title: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(title)])
    expect(column('编号')).toEqual(['YC26-000001', 'YC26-000002', 'YC26-000003', 'YC26-000004', 'YC26-000005'])
    expect(column('状态')).toEqual(['已收', '月结', '待收款', '待同意', '作废'])
    expect(column('合计')).toEqual(['173.00', '173.00', '173.00', '173.00', '173.00'])
    expect(column('收据号')).toEqual(['SJ26-000001', null, null, null, null])
    expect(column('电话')).toEqual(Array.from({ length: 5 }, () => '139****2222'))
  })
})

describe('17.R6 no number is missing on the sheet', () => {
  test('17.R6 a refused quote stands there with nought and its reason; one put on the next month, as such, until it is on that one\'s', async () => {
    const refused = await t.quote()
    await t.ask('decide', { id: refused.id, version: refused.version, agreed: false, reason: '嫌贵' })
    const done = await t.done()
    await t.ask('putOnMonth', { id: done.id, version: done.version, month: '2026-04' })
    const slips = await march()
    const sheet = await t.ask('monthSheet', { month })
    expect(sheet.refused).toMatchObject([{ id: refused.id, state: 'refused', refusedReason: '嫌贵', labourFen: 0, materialFen: 0, totalFen: 0 }])
    expect(sheet.later).toMatchObject([{ id: done.id, month: '2026-04', totalFen: 17_300 }])
    expect(sheet).toMatchObject({ paidFen: 17_300, monthlyFen: 17_300 })
    const all = [sheet.rows, sheet.unsettled, sheet.later, sheet.refused, sheet.voids].flat().map((row) => row.id)
    expect(all.sort((a, b) => a - b)).toEqual([refused.id, done.id, slips.paid, slips.monthly, slips.due, slips.quoted, slips.gone])
    expect((await t.ask('exportMonth', { month, format: 'csv' }, 'finance'))!.rows).toBe(7)
    toApril()
    expect(await t.ask('monthSheet', { month: '2026-04' })).toMatchObject({ rows: [{ id: done.id }], later: [], refused: [] })
  })
})

describe('17.R6 the register', () => {
  test('17.R6 lists by view, day, company, and any part of what is written, newest first and page by page', async () => {
    const slips = await march()
    const list = async (filter: object, page: object = {}) => (await t.ask('list', { filter, ...page })).rows.map((row) => row.id)
    expect(await list({})).toEqual([slips.gone, slips.quoted, slips.due, slips.monthly, slips.paid])
    expect(await list({ view: 'open' })).toEqual([slips.quoted, slips.due])
    expect(await list({ view: 'due' })).toEqual([slips.due])
    expect(await list({ view: 'monthly' })).toEqual([slips.monthly])
    expect(await list({ states: ['void', 'paid'] })).toEqual([slips.gone, slips.paid])
    expect(await list({ from: '2026-03-13' })).toEqual([])
    expect(await list({ tenantId: 2 })).toEqual([])
    expect(await list({ month, unitId: 1 })).toHaveLength(5)
    expect(await list({ search: '000003' })).toEqual([slips.due])
    expect(await list({ search: 'sj26' })).toEqual([slips.paid])
    expect(await list({ search: '供应链' })).toHaveLength(5)
    expect(await list({ search: '%' })).toEqual([])
    const first = await t.ask('list', { filter: {}, limit: 2 })
    expect(await list({}, { limit: 2, before: first.next })).toEqual([slips.due, slips.monthly])
    expect(await t.ask('counts', undefined)).toEqual({ quoted: 1, agreed: 0, due: 1, dueFen: 17_300, monthly: 1, monthlyFen: 17_300 })
  })

  test('M1 17.R4 a room owes what its own slips come to, its company what those of all its rooms do', async () => {
    await t.done({ unitId: 1 })
    await t.done({ unitId: 2, lines: [{ priceItemId: 3, quantityMilli: 1_000 }] })
    const due = async (filter: object) => (await t.ask('list', { filter: { view: 'due', ...filter } })).rows.reduce((sum, row) => sum + row.totalFen, 0)
    expect([await due({ unitId: 1 }), await due({ unitId: 2 }), await due({ tenantId: 1 })]).toEqual([17_300, 6_000, 23_300])
    expect(await t.balance('receivable', { tenantId: 1 })).toBe(23_300)
  })

  test('16.R5 tells a company\'s page what happened, the desk what waits, the command bar what it finds; each by role', async () => {
    const slips = await march()
    const viewer = (role: Parameters<typeof t.call>[0]) => t.call(role).signedIn!
    const { tellers } = t.house
    expect((await tellers.timeline({ tenantId: 1, unitId: null }, viewer('finance'), 3)).map((item) => [item.recordId, item.state, item.amountFen])).toEqual([[slips.gone, 'void', 17_300], [slips.quoted, 'quoted', 17_300], [slips.due, 'done', 17_300]])
    expect(await tellers.timeline({ tenantId: 1, unitId: null }, viewer('security'), 3)).toEqual([])
    const waiting = (await tellers.waiting(viewer('receptionist'))).filter((item) => item.register === 'paid-services')
    expect(waiting.map(({ what, recordId }) => [what, recordId])).toEqual([['service-due', slips.due], ['service-quoted', slips.quoted]])
    expect(waiting[0]!.detail).toBe('1808，博远（北京）国际供应链管理有限公司，¥173.00')
    expect(await tellers.waiting(viewer('engineering'))).toEqual([])
    expect((await tellers.waiting(viewer('engineering'), { tenantId: 1, unitId: null })).map((item) => item.recordId)).toEqual([slips.due, slips.quoted])
    const found = (await tellers.search('YC26-000003', viewer('receptionist'), 5)).flat()
    expect(found.map((hit) => [hit.kind, hit.id])).toEqual([['service', slips.due]])
    expect((await tellers.search('YC26', viewer('security'), 5)).flat()).toEqual([])
  })

  test('16.R3 gives itself to what is started from it', async () => {
    const { id, no } = await t.quote()
    const facts = await t.house.store.write(t.call().scope, (tx) => t.house.origins.facts(tx, { register: 'paid-services', id }))
    expect(facts).toMatchObject({ no, name: '陆文博', phone: '13911112222', tenantId: 1, room: '1808', matter: '更换阀门等2项' })
  })
})
