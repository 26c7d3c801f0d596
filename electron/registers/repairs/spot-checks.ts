import { UserError } from '../../../shared/contract/errors'
import type { repairs, SpotCheck } from '../../../shared/contract/repairs'
import { dayOf } from '../../../shared/rules/time'
import type { Store } from '../../store/store'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { keyOf, loadOrder } from './write'

interface Row { id: number; at: number; by: string; order_id: number; no: string; stage: SpotCheck['stage']; passed: 0 | 1; note: string }
const SELECT = 'SELECT c.id, c.at, c.by, c.order_id, o.no, c.stage, c.passed, c.note FROM spot_check c JOIN work_order o ON o.id = c.order_id'
const checkOf = (row: Row): SpotCheck => ({ id: row.id, at: row.at, by: row.by, orderId: row.order_id, no: row.no, stage: row.stage, passed: row.passed === 1, note: row.note })

/** 抽查 (13.R7): the manager looked at an intake, or at an order that came back. @throws UserError already-void, wrong-state, reason-required */
export function spotCheck(house: House, input: ParsedInput<typeof repairs.spotCheck>, call: Call): Promise<SpotCheck> {
  return house.store.write(call.scope, async (tx) => {
    const order = await loadOrder(tx, input.id)
    if (order.state === 'void') throw new UserError('already-void', { no: order.no })
    if (input.stage === 'returned' && order.returned_at === null) throw new UserError('wrong-state', { no: order.no, state: order.state })
    if (!input.passed && input.note === '') throw new UserError('reason-required', {}, 'note')
    // Written after the order was erased, it is erased with the next sweep (P3); nothing that is written meanwhile gets stale by it.
    if (input.note !== '') await tx.query('UPDATE work_order SET data_key = ? WHERE id = ?', [keyOf(house.store.vault, order).wrapped, order.id])
    const [row] = await tx.query<{ id: number }>('INSERT INTO spot_check (at, day, by_id, by, order_id, stage, passed, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [tx.now, dayOf(tx.now), tx.scope.actor.id, tx.scope.actor.name, order.id, input.stage, Number(input.passed), input.note])
    await tx.audit({ action: 'spot-check', register: 'repairs', recordId: order.id, detail: { check: row!.id, stage: input.stage, passed: input.passed } })
    tx.changed('repairs', order.id)
    return { id: row!.id, at: tx.now, by: tx.scope.actor.name, orderId: order.id, no: order.no, stage: input.stage, passed: input.passed, note: input.note }
  })
}

export const spotChecksOf = async (store: Store, orderId: number): Promise<SpotCheck[]> => (await store.read<Row>(`${SELECT} WHERE c.order_id = ? ORDER BY c.id`, [orderId])).map(checkOf)

/** Of a month, newest first. */
export const spotChecksIn = async (store: Store, month: string): Promise<SpotCheck[]> =>
  (await store.read<Row>(`${SELECT} WHERE c.day BETWEEN ? AND ? ORDER BY c.id DESC`, [`${month}-01`, `${month}-31`])).map(checkOf)
