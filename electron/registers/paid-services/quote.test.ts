import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PRICE_MAX, QUANTITY_MAX } from '../../../shared/rules/paid-service'
import { items, openPaidServices, refusal, type TestPaidServices } from './testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const valve = { priceItemId: items.valve, quantityMilli: 1_000 }
const slips = async () => (await t.ask('list', { filter: {} })).rows.length

describe('17.R1 17.R2 the quote', () => {
  test('17.R2 labour and material with their sums, and who and where of the client', async () => {
    const saved = await t.quote()
    expect(saved).toMatchObject({ no: 'YC26-000001', state: 'quoted', totalFen: 17_300, printJobIds: [] })
    const slip = await t.get(saved.id)
    expect(slip).toMatchObject({ labourFen: 8_000, materialFen: 9_300, totalFen: 17_300, quotedFen: 17_300, capitals: '壹佰柒拾叁元整', room: '1808', client: '陆文博', title: '更换阀门等2项', openedBy: '周晓岚' })
    expect(slip.lines.map(({ name, unit, code, unitPriceFen, quotedMilli, actualMilli, amountFen }) => [name, unit, code, unitPriceFen, quotedMilli, actualMilli, amountFen])).toEqual([
      ['更换阀门', '个', 'S-01', 8_000, 1_000, null, 8_000], ['铜阀门', '个', 'C-01', 4_650, 2_000, null, 9_300],
    ])
    expect(slip.steps.map(({ action, from, to, actor }) => [action, from, to, actor])).toEqual([['quote', '', 'quoted', '周晓岚']])
  })

  test('P3 the phone number is masked on the slip and in clear nowhere in the store', async () => {
    const { id } = await t.quote()
    expect((await t.get(id)).phoneMasked).toBe('139****2222')
    const rows = await t.house.store.read('SELECT * FROM paid_service')
    expect(JSON.stringify([rows, await t.house.store.read('SELECT detail FROM audit'), await t.house.store.read('SELECT document FROM print_job')])).not.toContain('13911112222')
    expect((await t.ask('list', { filter: { search: '2222' } })).rows.map((row) => row.id)).toEqual([id])
  })

  test('17.R2 the client\'s own material costs nothing, and labour is never the client\'s', async () => {
    const { id } = await t.quote({ lines: [{ ...valve, supplier: 'client' }, { priceItemId: items.brass, quantityMilli: 1_000, supplier: 'client' }] })
    expect((await t.get(id)).lines.map((line) => [line.supplier, line.unitPriceFen, line.amountFen])).toEqual([['tower', 8_000, 8_000], ['client', 0, 0]])
  })

  test('17.R1 an unlisted job takes the price of the nearest listed one, or an agreed one, and says so', async () => {
    const { id } = await t.quote({ lines: [
      { priceItemId: items.valve, basis: 'nearest', name: '更换角阀', unit: '只', unitPriceFen: 1, quantityMilli: 1_000 },
      { basis: 'agreed', name: '疏通地漏', unit: '次', unitPriceFen: 12_000, quantityMilli: 500 },
    ] })
    expect((await t.get(id)).lines.map(({ basis, code, name, unit, unitPriceFen, amountFen }) => [basis, code, name, unit, unitPriceFen, amountFen])).toEqual([
      ['nearest', 'S-01', '更换角阀', '只', 8_000, 8_000], ['agreed', '', '疏通地漏', '次', 12_000, 6_000],
    ])
  })

  test.each([
    ['a quantity of nought', [{ ...valve, quantityMilli: 0 }], 'invalid-quantity'], ['a negative quantity', [{ ...valve, quantityMilli: -1_000 }], 'invalid-quantity'],
    ['an absurd quantity', [{ ...valve, quantityMilli: QUANTITY_MAX + 1 }], 'invalid-quantity'], ['an amount past ten million', [{ ...valve, quantityMilli: QUANTITY_MAX }], 'invalid-quantity'],
    ['a negative price', [{ basis: 'agreed' as const, name: '疏通', unitPriceFen: -1, quantityMilli: 1_000 }], 'invalid-price'],
    ['an absurd price', [{ basis: 'agreed' as const, name: '疏通', unitPriceFen: PRICE_MAX + 1, quantityMilli: 1_000 }], 'invalid-price'],
    ['a job without a name', [{ basis: 'agreed' as const, unitPriceFen: 100, quantityMilli: 1_000 }], 'name-required'],
    ['a listed job that is not on the list', [{ priceItemId: 99, quantityMilli: 1_000 }], 'price-not-valid'], ['a listed job that names none', [{ quantityMilli: 1_000 }], 'price-not-valid'],
    ['no line at all', [], 'no-lines'],
  ])('17.R2 %s is refused, and takes no number', async (_, lines, code) => {
    expect(await refusal(t.quote({ lines }))).toBe(code)
    expect(await slips()).toBe(0)
    expect((await t.quote()).no).toBe('YC26-000001')
  })

  test('17.R2 a slip for nobody is refused', async () => {
    expect(await refusal(t.quote({ tenantId: null, client: '' }))).toBe('name-required')
    expect(await refusal(t.quote({ phone: '1391111' }))).toBe('invalid-phone')
  })

  test('17.R1 a price that is not valid on the day is refused, and what was quoted keeps its price whatever becomes of the list', async () => {
    const { id } = await t.quote({ lines: [valve] })
    await t.ask('endPrice', { id: items.valve, validTo: '2026-03-12' }, 'supervisor')
    expect(await refusal(t.ask('savePrice', { id: items.valve, code: 'S-01', category: '维修', name: '更换阀门', kind: 'labour', unit: '个', priceFen: 9_000, validFrom: '2026-01-01' }, 'supervisor'))).toBe('price-used')
    await t.ask('savePrice', { code: 'S-01', category: '维修', name: '更换阀门', kind: 'labour', unit: '个', priceFen: 9_000, validFrom: '2026-03-13' }, 'supervisor')
    t.clock.advance(24 * 3_600_000)
    expect(await refusal(t.quote({ lines: [valve] }))).toBe('price-not-valid')
    expect((await t.get(id)).lines[0]!.unitPriceFen).toBe(8_000)
    const [now] = await t.ask('prices', { on: '2026-03-13', search: 's-01' })
    expect((await t.quote({ lines: [{ priceItemId: now!.id, quantityMilli: 1_000 }] })).totalFen).toBe(9_000)
  })
})

test('17.R1 a price is found by its number, by any part of its name, and by how it is typed without an input method', async () => {
  const found = async (search: string) => (await t.ask('prices', { on: '2026-03-12', search })).map(({ code }) => code)
  expect(await found('c-0')).toEqual(['C-01'])
  expect(await found('阀门')).toEqual(['C-01', 'S-01'])
  expect(await found('jzcz')).toEqual(['D-01'])
  expect(await found('genghuanf')).toEqual(['S-01'])
  expect(await found('xyz')).toEqual([])
})

describe('16.R3 started from another record', () => {
  test('16.R3 13.R3 a work order gives who, where and what; the two are linked, and one slip at a time is open for it', async () => {
    const order = t.order(3)
    const saved = await t.quote({ from: order.ref, tenantId: null, client: '', phone: '' })
    expect(await t.get(saved.id)).toMatchObject({ orderId: 3, orderNo: 'WX26-000003', room: '1809', client: '陆文博', phoneMasked: '139****2222', title: '阀门漏水', tenantId: 1, links: [{ register: 'repairs', recordId: 3, direction: 'from' }] })
    expect(await order.charge()).toEqual({ id: saved.id, no: saved.no, state: 'quoted', totalFen: 17_300 })
    expect(await refusal(t.quote({ from: order.ref }))).toBe('quote-open')
    await t.ask('void', { id: saved.id, version: saved.version, reason: '开错了' })
    expect(await order.charge()).toBeNull()
    expect((await t.quote({ from: order.ref })).no).toBe('YC26-000002')
  })

  test('17.R3 an emergency done first is agreed at once, marked so, and its agreement is the signature under the work', async () => {
    const order = t.order(3, { emergencyFirst: true })
    const saved = await t.quote({ from: order.ref })
    expect(saved.state).toBe('agreed')
    expect(await t.get(saved.id)).toMatchObject({ emergency: true, agreement: null, agreedHow: null })
    await order.sign()
    expect(await t.get(saved.id)).toMatchObject({ state: 'done', agreedHow: 'signed', agreement: { by: '陆文博', onPaper: true } })
    expect(order.told).toEqual([])
    await order.unsign()
    expect(await t.get(saved.id)).toMatchObject({ state: 'agreed', agreement: null, clientSigned: null })
  })

  test('17.R3 an emergency opened for an order that waited for the client lets it go on', async () => {
    const order = t.order(3)
    expect((await t.quote({ from: order.ref, emergency: true })).state).toBe('agreed')
    expect(order.told).toEqual(['3 agreed'])
  })
})

describe('17.F2 on paper', () => {
  const jobs = async () => (await t.house.store.read<{ title: string; printer: string; document: string }>('SELECT title, printer, document FROM print_job ORDER BY id')).map(({ title, printer, document }) => [printer, title, (JSON.parse(document) as { reprint?: { count: number } }).reprint?.count ?? 0])

  test('17.R2 the quote prints when it is asked for; M2 a second print says 补打, a new quote does not', async () => {
    const saved = await t.quote({ print: true })
    await t.ask('print', { id: saved.id, what: 'quote' })
    t.clock.advance(60_000)
    const again = await t.ask('requote', { id: saved.id, version: saved.version, lines: [valve], print: true })
    await t.ask('print', { id: again.id, what: 'quote' })
    expect(await jobs()).toEqual([['receipt', '报价单', 0], ['receipt', '报价单', 1], ['receipt', '报价单', 0], ['receipt', '报价单', 2]])
  })

  test('17.F2 the slip prints once it is agreed, not before', async () => {
    const saved = await t.quote()
    expect(await refusal(t.ask('print', { id: saved.id, what: 'slip' }))).toBe('agreement-missing')
    const agreed = await t.agree(saved)
    expect(await jobs()).toEqual([['receipt', '有偿服务单', 0]])
    expect((await t.get(saved.id)).jobs.map(({ title, id }) => [title, id])).toEqual([['有偿服务单', agreed.printJobIds[0]]])
  })

  test('17.F2 without a printer a print is refused, and a save goes on', async () => {
    t.printers.length = 0
    const saved = await t.quote({ print: true })
    expect(saved.printJobIds).toEqual([])
    expect(await refusal(t.ask('print', { id: saved.id, what: 'quote' }))).toBe('unknown-printer')
  })
})
