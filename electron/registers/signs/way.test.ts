import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slipPlainText, layoutSlip } from '../../../shared/slip/layout'
import { nextSignState, type SignAction, signActions, type SignState, signStates } from '../../../shared/rules/sign'
import { BOYUAN, HENGYUE, openSigns, refusal, SEAL, type TestSigns } from './testing'

let t: TestSigns
beforeEach(async () => { t = await openSigns() })
afterEach(() => t.close())

describe('10.R1 10.F1 the application', () => {
  test('10.R1 10.F1 states kind, size, fee and the company\'s correct name, and prints them with a place for the seal', async () => {
    const scan = await t.picture('scan')
    const saved = await t.apply({ scanIds: [scan] })
    expect(saved).toMatchObject({ no: 'SP26-000001', state: 'applied', version: 1 })
    expect(await t.get(saved.id)).toMatchObject({
      tenantName: BOYUAN, room: '1808', floor: '18', kind: 'lobby-directory', size: '600×40 mm', nameZh: BOYUAN, nameEn: 'Boyuan (Beijing) International Supply Chain', place: '一层大堂', feeFen: 12_000, sealSeen: true,
      applicant: '陆文博', phoneMasked: '139****2222', scanIds: [scan], photoIds: [], confirmed: null, receiptNo: '', amiss: null, leftOn: null, filedAt: null, steps: [{ action: 'create', to: 'applied' }], jobs: [{ id: saved.printJobIds[0], title: '水牌申请表', printer: 'receipt' }],
    })
    const rows = slipPlainText(layoutSlip((await t.slips())[0]!.document)).join('\n')
    for (const text of ['SP26-000001', '大堂水牌', '600×40 mm', '￥120.00', '客户盖章']) expect(rows).toContain(text)
    expect(rows).not.toContain('2222')
  })

  test('10.R1 without the client\'s seal, or dearer than a sign can be, it is not taken, and no number is', async () => {
    expect(await refusal(t.apply({ sealSeen: false }))).toMatchObject({ code: 'papers-missing', params: { keys: 'seal' }, field: 'sealSeen' })
    expect(await refusal(t.apply({ feeFen: 1_000_001 }))).toMatchObject({ code: 'amount-too-large', params: { limit: '¥10,000.00' }, field: 'feeFen' })
    expect(await refusal(t.apply({ phone: '12911112222' }))).toMatchObject({ code: 'invalid-phone' })
    expect(await refusal(t.apply({ scanIds: [99] }))).toMatchObject({ code: 'not-found' })
    expect([await t.count('sign'), await t.last(), await t.count('print_job')]).toEqual([0, 0, 0])
  })

  test('16.R3 one that starts from a call takes company, person and number from it, and the two are linked', async () => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000007', at: 1, name: '许佳', phone: '13700001111', company: HENGYUE, contactId: null, tenantId: 2, tenantName: HENGYUE, unitId: 2, room: '0603', place: '', matter: '' }) })
    const { id } = await t.apply({ from: { register: 'reception', id: 7 }, tenantId: null, applicant: '', phone: '' })
    expect(await t.get(id)).toMatchObject({ tenantName: HENGYUE, room: '0603', floor: '6', applicant: '许佳', phoneMasked: '137****1111', links: [{ register: 'reception', no: 'DJ26-000007', direction: 'from' }] })
  })
})

describe('10.R2 the last check with the client', () => {
  test('10.R2 M1 right: signed for, the fee paid into its own income, a receipt, and the order to the maker', async () => {
    const { id } = await t.apply({ print: false })
    const saved = await t.accept(id, { tenderedFen: 20_000 })
    expect(saved).toMatchObject({ state: 'ordered', version: 2, receiptNo: 'SJ26-000001', changeFen: 8_000 })
    expect(await t.get(id)).toMatchObject({ orderedAt: t.clock.now(), receiptNo: 'SJ26-000001', receiptId: 1, confirmed: { by: '陆文博', onPaper: true }, steps: [{ action: 'create' }, { action: 'accept', from: 'applied', to: 'ordered', note: 'SJ26-000001' }] })
    expect((await t.slips()).map(({ title, printer }) => [title, printer])).toEqual([['收据', 'receipt'], ['水牌制作单', 'receipt']])
    expect(await t.house.ledger.balances()).toEqual({ accounts: [{ account: 'cash', balanceFen: 12_000 }, { account: 'sign-income', balanceFen: -12_000 }], unbalanced: [] })
    expect(await t.house.store.read('SELECT payer, room, tenant_id, register, record_id, record_no FROM receipt')).toEqual([{ payer: BOYUAN, room: '1808', tenant_id: 1, register: 'signs', record_id: id, record_no: 'SP26-000001' }])
  })

  test('10.R2 one that costs nothing is ordered without a receipt', async () => {
    const { id } = await t.apply({ feeFen: 0 })
    expect(await t.accept(id, { payment: null })).toMatchObject({ state: 'ordered', receiptNo: null, changeFen: 0 })
    expect(await t.count('receipt')).toBe(0)
  })

  test('10.R2 unsigned, or unpaid, nothing is ordered: no receipt, no posting, no slip, no step', async () => {
    const { id } = await t.apply({ print: false })
    expect(await refusal(t.accept(id, { signature: { by: '陆文博' } }))).toMatchObject({ code: 'signature-missing', field: 'signature' })
    expect(await refusal(t.accept(id, { payment: null }))).toMatchObject({ code: 'sign-fee-missing', field: 'payment' })
    expect(await refusal(t.accept(id, { tenderedFen: 100 }))).toMatchObject({ code: 'tendered-too-little' })
    expect([await t.count('receipt'), await t.count('journal'), await t.count('print_job'), (await t.get(id)).steps.length, (await t.get(id)).version]).toEqual([0, 0, 0, 1, 1])
  })

  test('10.R2 wrong: back to the client with what is wrong, put right under the seal again, and what changed is kept', async () => {
    const { id } = await t.apply({ nameZh: '博远供应链' })
    await t.step('return', id, { reason: '应写全称' })
    expect(await t.get(id)).toMatchObject({ state: 'returned', returnedReason: '应写全称' })
    const again = { nameZh: BOYUAN, nameEn: 'Boyuan', size: '600×40 mm', place: '一层大堂', kind: 'lobby-directory' as const, feeFen: 12_000 }
    expect(await refusal(t.step('resubmit', id, { ...again, sealSeen: false }))).toMatchObject({ code: 'papers-missing' })
    await t.step('resubmit', id, { ...again, sealSeen: true })
    const sign = await t.get(id)
    expect(sign).toMatchObject({ state: 'applied', nameZh: BOYUAN, returnedReason: '' })
    expect(sign.history.find(({ action }) => action === 'resubmit')!.changes).toEqual([{ field: 'nameZh', from: '博远供应链', to: BOYUAN }, { field: 'nameEn', from: 'Boyuan (Beijing) International Supply Chain', to: 'Boyuan' }])
  })

  test('M2 of two at the same sign the second is told who was first', async () => {
    const { id } = await t.apply()
    await t.ask('accept', { id, version: 1, signature: SEAL, payment: 'wechat' }, 'supervisor')
    expect(await refusal(t.ask('accept', { id, version: 1, signature: SEAL, payment: 'cash' }))).toMatchObject({ code: 'order-taken', params: { by: '韩雪' } })
    expect(await refusal(t.ask('return', { id, version: 1, reason: '错字' }))).toMatchObject({ code: 'stale' })
    expect(await t.count('receipt')).toBe(1)
  })
})

describe('M1 M2 its receipt voided', () => {
  test('M1 M2 while it is with the maker: applied again, unsigned, its order withdrawn; then paid anew', async () => {
    const { id } = await t.apply({ print: false })
    await t.accept(id)
    expect(await refusal(t.step('void', id, { reason: '不做了' }))).toMatchObject({ code: 'paid-cannot-void' })
    await t.voidReceipt(1)
    expect(await t.get(id)).toMatchObject({ state: 'applied', confirmed: null, receiptNo: '', orderedAt: null, steps: [{}, {}, { action: 'unpay', from: 'ordered', to: 'applied' }] })
    expect((await t.slips()).find(({ title }) => title === '水牌制作单')!.state).toBe('cancelled')
    expect(await t.house.ledger.balance('sign-income')).toBe(0)
    expect(await t.accept(id)).toMatchObject({ receiptNo: 'SJ26-000002' })
    await t.voidReceipt(2)
    await t.step('void', id, { reason: '不做了' })
    expect(await t.get(id)).toMatchObject({ state: 'void', voidReason: '不做了' })
  })

  test('M1 once it hangs the money stays, and nothing has happened', async () => {
    const id = await t.installed()
    expect(await refusal(t.voidReceipt(1))).toMatchObject({ code: 'wrong-state', params: { no: 'SP26-000001', state: 'installed' } })
    expect([await t.house.ledger.balance('cash'), (await t.get(id)).receiptNo]).toEqual([12_000, 'SJ26-000001'])
  })
})

describe('10.R3 10.C4 up and down', () => {
  test('10.R3 installed with its photo, on a day between its order and today', async () => {
    const { id } = await t.apply()
    await t.accept(id)
    t.clock.advance(3 * 86_400_000)
    for (const installedOn of ['2026-03-11', '2026-03-16']) expect(await refusal(t.step('install', id, { installedOn, noPhotoReason: '夜间安装' }))).toMatchObject({ code: 'invalid-input', field: 'installedOn' })
    const photo = await t.picture('photo')
    await t.step('install', id, { installedOn: '2026-03-14', photoIds: [photo] })
    expect(await t.get(id)).toMatchObject({ state: 'installed', installedOn: '2026-03-14', photoIds: [photo] })
    expect(await refusal(t.step('remove', id, { removedOn: '2026-03-13', reason: '退租' }))).toMatchObject({ code: 'invalid-input', field: 'removedOn' })
    await t.step('remove', id, { reason: '退租' })
    expect(await t.get(id)).toMatchObject({ state: 'removed', removedOn: '2026-03-15' })
  })

  test('10.R3 a new one takes the place of another, which comes down when it goes up', async () => {
    const old = await t.installed()
    const { id } = await t.apply({ replaces: old, tenantId: 4, nameZh: '青禾设计', nameEn: '' })
    expect(await refusal(t.apply({ replaces: old }))).toMatchObject({ code: 'order-taken', field: 'replaces' })
    expect(await refusal(t.apply({ replaces: id }))).toMatchObject({ code: 'wrong-state' })
    await t.accept(id)
    expect((await t.get(old)).state).toBe('installed')
    await t.step('install', id, { noPhotoReason: '夜间安装' })
    expect(await t.get(old)).toMatchObject({ state: 'removed', removedOn: '2026-03-12', replacedBy: { id, no: 'SP26-000002' } })
    expect(await t.get(id)).toMatchObject({ replaces: { id: old, no: 'SP26-000001' } })
  })

  test('10.R3 without a photo of how it hangs, why there is none is written down', async () => {
    const { id } = await t.apply()
    await t.accept(id)
    expect(await refusal(t.step('install', id, {}))).toMatchObject({ code: 'reason-required', field: 'noPhotoReason' })
    await t.step('install', id, { noPhotoReason: '夜间安装' })
    expect((await t.get(id)).steps.at(-1)).toMatchObject({ action: 'install', note: '没有照片：夜间安装' })
  })

  test('10.R2 the sealed original is filed once, after it was accepted', async () => {
    const { id } = await t.apply()
    expect(await refusal(t.step('file', id, {}))).toMatchObject({ code: 'wrong-state' })
    await t.accept(id)
    await t.step('file', id, {})
    expect(await t.get(id)).toMatchObject({ state: 'ordered', filedAt: t.clock.now(), steps: [{}, {}, { action: 'file', from: 'ordered', to: 'ordered' }] })
    expect(await refusal(t.step('file', id, {}))).toMatchObject({ code: 'order-taken', params: { by: '周晓岚' } })
  })

  test('10.R1 the fee of one that is handed in again is limited, too', async () => {
    const { id } = await t.apply()
    await t.step('return', id, { reason: '错字' })
    expect(await refusal(t.step('resubmit', id, { nameZh: BOYUAN, size: 'x', place: 'x', kind: 'other', feeFen: 1_000_001, sealSeen: true }))).toMatchObject({ code: 'amount-too-large', field: 'feeFen' })
  })

  test('10.F1 of a company in several rooms none is taken that nobody named', async () => {
    await t.house.store.write(t.call().scope, (tx) => tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (4, 1)'))
    expect(await t.get((await t.apply()).id)).toMatchObject({ tenantName: BOYUAN, unitId: null, room: '', floor: '' })
    expect(await t.get((await t.apply({ unitId: 4 })).id)).toMatchObject({ unitId: 4, room: '1802', floor: '18' })
  })

  test.each([
    ['left the tower', 'UPDATE tenant SET active = 0 WHERE id = 1'], ['no longer has the room', 'DELETE FROM tenancy WHERE tenant_id = 1'],
  ])('10.C4 a sign whose client %s is on the list until it is taken down', async (_, sql) => {
    const id = await t.installed()
    await t.installed({ tenantId: 2, nameZh: HENGYUE })
    const amiss = async () => (await t.ask('list', { filter: { view: 'amiss' } })).rows.map((row) => row.id)
    expect(await amiss()).toEqual([])
    await t.house.store.write(t.call().scope, (tx) => tx.query(sql))
    expect(await amiss()).toEqual([id])
    expect(await t.signs.counts(undefined, t.call())).toEqual({ applied: 0, returned: 0, ordered: 0, installed: 2, amiss: 1 })
    expect((await t.house.tellers.waiting(t.call().signedIn!)).map(({ what, recordId }) => [what, recordId])).toEqual([['sign-departed', id]])
    await t.step('remove', id, { reason: '退租' })
    expect(await amiss()).toEqual([])
  })
})

/** Every state by every action: what the rule allows is done, what it does not is refused and changes nothing. */
describe('10.R2 each step has its turn', () => {
  const at: Record<SignState, (id: number) => Promise<unknown>> = {
    applied: () => Promise.resolve(), returned: (id) => t.step('return', id, { reason: '错字' }), ordered: (id) => t.accept(id, { payment: null }),
    installed: async (id) => { await at.ordered(id); await t.step('install', id, { noPhotoReason: '夜间安装' }) },
    removed: async (id) => { await at.installed(id); await t.step('remove', id, { reason: '退租' }) },
    void: (id) => t.step('void', id, { reason: '不做了' }),
  }
  const deeds: Record<Exclude<SignAction, 'unpay'>, (id: number) => Promise<{ state: SignState }>> = {
    'accept': (id) => t.accept(id, { payment: null }), 'return': (id) => t.step('return', id, { reason: '错字' }),
    'resubmit': (id) => t.step('resubmit', id, { nameZh: '青禾', size: 'x', place: 'x', kind: 'other', feeFen: 0, sealSeen: true }),
    'install': (id) => t.step('install', id, { noPhotoReason: '夜间安装' }), 'file': (id) => t.step('file', id, {}), 'remove': (id) => t.step('remove', id, { reason: '退租' }), 'void': (id) => t.step('void', id, { reason: '不做了' }),
  }
  test.each(signStates)('10.R2 from %s', async (state) => {
    for (const action of signActions) {
      if (action === 'unpay') continue
      const { id } = await t.apply({ feeFen: 0 })
      await at[state](id)
      const before = await t.get(id)
      const next = nextSignState(state, action)
      if (next !== null) expect((await deeds[action](id)).state, action).toBe(next)
      else {
        expect(await refusal(deeds[action](id)), action).toMatchObject({ code: state === 'void' ? 'already-void' : 'wrong-state' })
        expect(await t.get(id)).toEqual(before)
      }
    }
  })
})
