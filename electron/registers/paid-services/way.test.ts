import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { may } from '../../../shared/contract/permissions'
import { sweepRetention } from '../../store/retention'
import { items, openPaidServices, refusal, type TestPaidServices } from './testing'

let t: TestPaidServices
beforeEach(async () => { t = await openPaidServices() })
afterEach(() => t.close())

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const signature = () => t.house.store.write(t.call().scope, (tx) => t.house.attachments.put(tx, 'signature', png))

test('P3 the client\'s number is shown whole to the desk, which asks for the answer and the money, and that is written down', async () => {
  const { id } = await t.quote()
  expect((await t.get(id)).phoneMasked).toBe('139****2222')
  expect(await t.ask('reveal', { id, field: 'phone' })).toEqual({ value: '13911112222' })
  expect(await t.house.store.read(`SELECT register, record_id, actor, detail FROM audit WHERE action = 'reveal'`)).toEqual([{ register: 'paid-services', record_id: id, actor: '周晓岚', detail: '{"field":"phone"}' }])
  expect(may('receptionist', 'services.reveal')).toBe(true)
  expect(may('engineering', 'services.reveal')).toBe(false)
  expect(await refusal(t.ask('reveal', { id: (await t.quote({ phone: '' })).id, field: 'phone' }))).toBe('not-found')
})

describe('17.R2 the client decides', () => {
  test('17.R2 agreed by a signature on the screen, which is tied to the slip', async () => {
    const saved = await t.quote()
    const signatureId = await signature()
    const agreed = await t.ask('decide', { id: saved.id, version: saved.version, agreed: true, signature: { by: '陆文博', signatureId } })
    expect(agreed.state).toBe('agreed')
    expect(await t.get(saved.id)).toMatchObject({ agreedHow: 'signed', agreement: { by: '陆文博', signatureId, onPaper: false, at: t.clock.now() } })
    expect(await t.house.attachments.get(signatureId)).toMatchObject({ register: 'paid-services', recordId: saved.id })
  })

  test('17.R2 agreed by word on the phone, and marked so', async () => {
    const { id } = await t.agree(await t.quote())
    expect(await t.get(id)).toMatchObject({ state: 'agreed', agreedHow: 'read-out', agreement: { by: '陆文博', signatureId: null, onPaper: false } })
  })

  test.each([
    ['nobody', null], ['a name alone', { by: '陆文博' }], ['nobody on paper', { by: ' ', onPaper: true }],
  ])('17.R2 a signature by %s is none', async (_, given) => {
    const saved = await t.quote()
    expect(await refusal(t.ask('decide', { id: saved.id, version: saved.version, agreed: true, signature: given }))).toBe('signature-missing')
    expect((await t.get(saved.id)).state).toBe('quoted')
  })

  test('17.R2 a refusal has its reason and may be signed; the work order hears of it, and of a new quote', async () => {
    const order = t.order(3)
    const saved = await t.quote({ from: order.ref })
    const no = { id: saved.id, version: saved.version, agreed: false }
    expect(await refusal(t.ask('decide', no))).toBe('reason-required')
    const refused = await t.ask('decide', { ...no, reason: '嫌贵，找张敏', signature: { by: '陆文博', onPaper: true } })
    expect(await t.get(saved.id)).toMatchObject({ state: 'refused', refusedReason: '嫌贵，找张敏', agreedHow: 'signed', agreement: { by: '陆文博' } })
    // What the client said stands on the slip, where it can be erased, and not in the chain.
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain('张敏')
    const again = await t.ask('requote', { id: saved.id, version: refused.version, lines: [{ priceItemId: items.valve, quantityMilli: 1_000 }] })
    expect(again).toMatchObject({ no: saved.no, state: 'quoted', totalFen: 8_000 })
    expect(await t.get(saved.id)).toMatchObject({ refusedReason: '', agreement: null, quotedFen: 8_000 })
    await t.agree(again)
    expect(order.told).toEqual(['3 refused', '3 requoted', '3 agreed'])
    expect(await t.house.store.read('SELECT count(*) AS n FROM service_line WHERE replaced_at IS NOT NULL')).toEqual([{ n: 2 }])
  })

  test('P3 17.R2 a refused slip that was erased and is quoted again: who refuses it then, and why, is erased in its turn', async () => {
    const refuse = (slip: { id: number; version: number }) => t.ask('decide', { id: slip.id, version: slip.version, agreed: false, reason: '张敏说贵', signature: { by: '张敏' } })
    const { id } = await refuse(await t.quote())
    const sweepLater = async () => {
      t.clock.advance((t.house.settings.current.recordRetentionDays + 2) * 86_400_000)
      return (await sweepRetention(t.house, t.clock.now())).records
    }
    expect(await sweepLater()).toBe(1)
    const { version } = await t.get(id)
    await refuse(await t.ask('requote', { id, version, lines: [{ basis: 'agreed', name: '更换阀门', unit: '个', kind: 'labour', unitPriceFen: 6_000, quantityMilli: 1_000 }] }))
    expect(await t.get(id)).toMatchObject({ refusedReason: '张敏说贵', agreement: { by: '张敏' } })
    expect(await sweepLater()).toBe(1)
    expect(await t.get(id)).toMatchObject({ state: 'refused', refusedReason: '', agreement: { by: '' } })
  })

  test('17.R2 two people at one slip: the second learns who was first, and nothing is lost', async () => {
    const saved = await t.quote()
    await t.agree(saved)
    expect(await refusal(t.ask('decide', { id: saved.id, version: saved.version, agreed: true, how: 'read-out' }))).toBe('order-taken')
    expect(await refusal(t.ask('void', { id: saved.id, version: saved.version, reason: '开错' }))).toBe('stale')
    expect((await t.get(saved.id)).state).toBe('agreed')
  })
})

describe('17.R3 after the work', () => {
  test('17.R3 work can\'t be completed before the client agreed', async () => {
    const saved = await t.quote()
    expect(await refusal(t.complete(saved))).toBe('agreement-missing')
    const refused = await t.ask('decide', { id: saved.id, version: saved.version, agreed: false, reason: '嫌贵' })
    expect(await refusal(t.complete(refused))).toBe('agreement-missing')
    expect(await refusal(t.ask('actuals', { id: saved.id, version: refused.version, lines: [] }))).toBe('agreement-missing')
  })

  test('17.R3 actual quantities, both signatures and the rating; what they come to is due from the tenant', async () => {
    const agreed = await t.agree(await t.quote())
    const [labour, material] = (await t.get(agreed.id)).lines
    const counted = await t.ask('actuals', { id: agreed.id, version: agreed.version, lines: [{ id: labour!.id, actualMilli: 1_500 }, { id: material!.id, actualMilli: 0 }], more: [{ priceItemId: items.socket, quantityMilli: 1_000 }] })
    expect(counted.totalFen).toBe(18_000)
    const done = await t.complete(counted)
    expect(done.state).toBe('done')
    const slip = await t.get(agreed.id)
    expect(slip).toMatchObject({ quotedFen: 17_300, totalFen: 18_000, labourFen: 18_000, materialFen: 0, worker: '何建国', rating: 'satisfied', doneAt: t.clock.now(), workerSigned: { by: '何建国' }, clientSigned: { by: '陆文博' } })
    expect(slip.lines.map(({ quotedMilli, actualMilli, amountFen }) => [quotedMilli, actualMilli, amountFen])).toEqual([[1_000, 1_500, 12_000], [2_000, 0, 0], [0, 1_000, 6_000]])
    expect(slip.steps.map(({ action, note }) => [action, note])).toEqual([['quote', ''], ['agree', 'read-out'], ['actuals', '173.00 → 180.00'], ['complete', '']])
    expect(await t.balance('receivable', { tenantId: 1 })).toBe(18_000)
    expect(await t.balance('service-income')).toBe(-18_000)
  })

  test('17.R3 without actual quantities what was quoted counts', async () => {
    const { id } = await t.done()
    expect((await t.get(id)).lines.map((line) => line.actualMilli)).toEqual([1_000, 2_000])
  })

  test.each([[-1, 'invalid-quantity'], [1_000_000_001, 'invalid-quantity']])('17.R3 an actual quantity of %i is refused, and nothing changes', async (actualMilli, code) => {
    const agreed = await t.agree(await t.quote())
    const [line] = (await t.get(agreed.id)).lines
    expect(await refusal(t.ask('actuals', { id: agreed.id, version: agreed.version, lines: [{ id: line!.id, actualMilli }] }))).toBe(code)
    const other = await t.quote()
    const [stranger] = (await t.get(other.id)).lines
    expect(await refusal(t.ask('actuals', { id: agreed.id, version: agreed.version, lines: [{ id: stranger!.id, actualMilli: 1 }] }))).toBe('not-found')
    expect((await t.get(agreed.id)).totalFen).toBe(17_300)
  })

  test('17.R3 signatures are asked for on both sides', async () => {
    const agreed = await t.agree(await t.quote())
    const input = { id: agreed.id, version: agreed.version, worker: '何建国', rating: 'fair' as const }
    const signed = { by: '何建国', onPaper: true }
    expect(await refusal(t.ask('complete', { ...input, workerSignature: { by: '何建国' }, signature: signed }))).toBe('signature-missing')
    expect(await refusal(t.ask('complete', { ...input, workerSignature: signed, signature: { by: '' } }))).toBe('signature-missing')
    expect(await t.balance('receivable')).toBe(0)
  })

  test('17.R3 a slip of a work order ends with the order\'s signature, once', async () => {
    const order = t.order(3)
    expect(await refusal(order.sign())).toBe('quote-missing')
    const saved = await t.quote({ from: order.ref })
    expect(await refusal(order.sign())).toBe('agreement-missing')
    const agreed = await t.agree(saved)
    expect(await refusal(t.complete(agreed))).toBe('signed-on-order')
    await order.sign()
    expect(await t.get(saved.id)).toMatchObject({ state: 'done', worker: '何建国', rating: 'fair', comment: '有点慢', workerSigned: { by: '何建国' }, clientSigned: { by: '陆文博' }, agreedHow: 'read-out' })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain('有点慢')
    await order.unsign()
    expect(await t.get(saved.id)).toMatchObject({ state: 'agreed', clientSigned: null, workerSigned: null, doneAt: null, agreement: { by: '陆文博' } })
    expect(await t.balance('receivable')).toBe(0)
    await order.sign()
    expect(await t.balance('receivable')).toBe(17_300)
  })

  test('17.R3 a slip that comes to nothing is settled without a receipt, and nothing is posted', async () => {
    const done = await t.done({ lines: [{ priceItemId: items.brass, quantityMilli: 1_000, supplier: 'client' }] })
    expect(done).toMatchObject({ state: 'paid', totalFen: 0 })
    expect(await t.house.store.read('SELECT id FROM journal')).toEqual([])
    expect(await refusal(t.ask('pay', { id: done.id, version: done.version, payment: 'cash' }))).toBe('not-payable')
    expect(await refusal(t.ask('putOnMonth', { id: done.id, version: done.version }))).toBe('not-payable')
    expect((await t.ask('void', { id: done.id, version: done.version, reason: '开错' })).state).toBe('void')
  })
})

describe('17.R6 void', () => {
  test('17.R6 a void slip keeps its number, with the reason, and what was due is reversed', async () => {
    const done = await t.done()
    // What the client signed for is written off by who answers for the month.
    expect(await refusal(t.ask('void', { id: done.id, version: done.version, reason: '免收' }))).toBe('not-permitted')
    await t.ask('void', { id: done.id, version: done.version, reason: '客户投诉，免收' }, 'supervisor')
    expect(await t.get(done.id)).toMatchObject({ no: 'YC26-000001', state: 'void', voidReason: '客户投诉，免收', voidAt: t.clock.now() })
    expect(await t.balance('receivable')).toBe(0)
    expect(await t.balance('service-income')).toBe(0)
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain('免收')
    expect((await t.get(done.id)).history.at(-1)).toMatchObject({ action: 'void', reason: '客户投诉，免收' })
    expect(await refusal(t.ask('void', { id: done.id, version: done.version + 1, reason: '再来' }))).toBe('already-void')
    expect((await t.quote()).no).toBe('YC26-000002')
  })

  test('17.R6 a void work order takes its slip with it, a refused one stays as it was', async () => {
    const order = t.order(3)
    const saved = await t.quote({ from: order.ref })
    await order.void()
    expect((await t.get(saved.id)).state).toBe('void')
    const second = await t.quote({ from: order.ref })
    await t.ask('decide', { id: second.id, version: second.version, agreed: false, reason: '嫌贵' })
    await order.void()
    expect((await t.get(second.id)).state).toBe('refused')
  })
})
