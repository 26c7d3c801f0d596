import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { withdraw } from './slips'
import { seenOrder, stateAfter, takeStep } from './step'
import { keyOf, savedOrder } from './write'

/**
 * 作废 (13.C4): the order stays, struck through, and keeps its number; its open notice is no longer waited for, what is
 * not printed yet is not printed, and its 有偿服务单 is void with it.
 * @throws UserError already-void, wrong-state once the work is done, paid-cannot-void
 */
export function voidOrder(house: House, input: ParsedInput<typeof repairs.void>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'void')
    const to = stateAfter(order, 'void')
    const of = { register: 'repairs' as const, id: order.id, no: order.no }
    if (order.chargeable === 1) await house.charges.charging.voided(tx, of, input.reason)
    const key = keyOf(house.store.vault, order)
    const next = await takeStep(tx, house, order, { action: 'void', to, note: input.reason, key }, { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason, data_key: key.wrapped })
    await withdraw(tx, house, order)
    await house.origins.finished(tx, of, 'void')
    return savedOrder(next)
  })
}
