import { contract, type Inputs, type Outputs } from '../../../shared/contract'
import type { Role } from '../../../shared/contract/permissions'
import { openTestHouse, type TestHouse } from '../testing'
import { createPaidServices } from './paid-services'

type Name = keyof Inputs['paidServices']
type AnyHandler = (input: unknown, call: ReturnType<TestHouse['call']>) => Promise<unknown>

export const BOYUAN = '博远（北京）国际供应链管理有限公司'
/** Items of the test house's price list, by id. */
export const items = { valve: 1, brass: 2, socket: 3 } as const

/** A test house with a small directory, a price list of three items, and the register called as the page calls it. */
export async function openPaidServices(options?: Parameters<typeof openTestHouse>[0]) {
  const t = await openTestHouse(options)
  await t.house.store.write(t.call().scope, async (tx) => {
    for (const [id, room] of [[1, '1808'], [2, '1809']] as const) await tx.query('INSERT INTO unit (id, room, floor) VALUES (?, ?, ?)', [id, room, '18'])
    await tx.query(`INSERT INTO tenant (id, name, pinyin, initials) VALUES (1, ?, '', '')`, [BOYUAN])
    for (const unit of [1, 2]) await tx.query('INSERT INTO tenancy (unit_id, tenant_id) VALUES (?, 1)', [unit])
    for (const [id, code, name, kind, unit, price] of [[1, 'S-01', '更换阀门', 'labour', '个', 8_000], [2, 'C-01', '铜阀门', 'material', '个', 4_650], [3, 'D-01', '加装插座', 'labour', '个', 6_000]] as const) {
      await tx.query(`INSERT INTO price_item (id, code, category, name, kind, unit, price_fen, valid_from) VALUES (?, ?, '维修', ?, ?, ?, ?, '2026-01-01')`, [id, code, name, kind, unit, price])
    }
  })
  const handlers = createPaidServices(t.house)
  /** As a role calls a procedure: its input parsed first. */
  const ask = async <N extends Name>(name: N, input: Inputs['paidServices'][N], as: Role = 'receptionist'): Promise<Outputs['paidServices'][N]> => {
    const schema = contract.paidServices[name]['~orpc'].inputSchema as { parse(raw: unknown): unknown } | undefined
    return (handlers[name] as AnyHandler)(schema?.parse(input), t.call(as)) as Promise<Outputs['paidServices'][N]>
  }
  const quote = (over: Partial<Inputs['paidServices']['quote']> = {}) =>
    ask('quote', { tenantId: 1, client: '陆文博', phone: '13911112222', lines: [{ priceItemId: items.valve, quantityMilli: 1_000 }, { priceItemId: items.brass, quantityMilli: 2_000 }], ...over })
  const agree = async (slip: { id: number; version: number }) => ask('decide', { id: slip.id, version: slip.version, agreed: true, how: 'read-out', signature: { by: '陆文博' } })
  const complete = async (slip: { id: number; version: number }, rating: 'satisfied' | 'fair' | 'dissatisfied' = 'satisfied') =>
    ask('complete', { id: slip.id, version: slip.version, worker: '何建国', workerSignature: { by: '何建国', onPaper: true }, rating, signature: { by: '陆文博', onPaper: true } })
  return {
    ...t, ask, quote, agree, complete,
    get: (id: number) => ask('get', { id }),
    /** A slip whose work is done and signed for: 173.00 is due, unless the lines say otherwise. */
    done: async (over: Partial<Inputs['paidServices']['quote']> = {}) => complete(await agree(await quote(over))),
    /** A receipt is voided as the cashier voids it. */
    voidReceipt: (receiptId: number) => t.house.store.write(t.call('supervisor').scope, (tx) => t.house.receipts.void(tx, receiptId, '收错了', false)),
    /** A work order as 报修 gives it to charges and origins, with what it was told. */
    order(id: number, { emergencyFirst = false } = {}) {
      const told: string[] = []
      t.house.origins.provide('repairs', { facts: () => Promise.resolve({ no: `WX26-00000${id}`, at: t.clock.now(), name: '陆文博', phone: '13911112222', company: BOYUAN, contactId: null, tenantId: 1, tenantName: BOYUAN, unitId: 2, room: '1809', place: '', matter: '阀门漏水' }) })
      t.house.charges.onCharged('repairs', {
        quoted: () => Promise.resolve({ emergencyFirst }),
        begun: () => Promise.resolve(false),
        decided: (_, order, decision) => { told.push(`${order} ${decision}`); return Promise.resolve([]) },
      })
      const ref = { register: 'repairs' as const, id }
      const signed = { by: '陆文博', at: t.clock.now(), signatureId: null, onPaper: true, scanId: null }
      const write = <T>(work: (tx: Parameters<Parameters<typeof t.house.store.write>[1]>[0]) => Promise<T>) => t.house.store.write(t.call().scope, work)
      return {
        ref, told,
        sign: () => write((tx) => t.house.charges.charging.workSigned(tx, ref, { worker: '何建国', workerSigned: { ...signed, by: '何建国' }, rating: 'fair', comment: '有点慢', clientSigned: signed })),
        unsign: () => write((tx) => t.house.charges.charging.workUnsigned(tx, ref)),
        void: () => write((tx) => t.house.charges.charging.voided(tx, ref, '报错了')),
        charge: () => t.house.charges.charging.of(t.house.store, ref),
      }
    },
    balance: (account: Parameters<typeof t.house.ledger.balance>[0], of?: { tenantId: number }) => t.house.ledger.balance(account, of),
  }
}
export type TestPaidServices = Awaited<ReturnType<typeof openPaidServices>>

export { refusal } from '../testing'
