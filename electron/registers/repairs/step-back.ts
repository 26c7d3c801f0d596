import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { type WorkOrderState, workOrderStepBack } from '../../../shared/rules/work-order'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { change } from '../history'
import type { House } from '../house'
import { signatureColumns } from '../signatures'
import type { OrderRecord } from './rows'
import { notifyEngineering } from './slips'
import { seenOrder, takeStep } from './step'
import { keyOf, loadOrder, type OrderValues, savedOrder } from './write'

const unsigned = (name: 'worker_sign' | 'client_sign'): OrderValues => signatureColumns(name, null)

/** What a step wrote, by the state it led to; taken back with it. A signature's picture stays with the order. */
const wrote: Partial<Record<WorkOrderState, OrderValues>> = {
  fetched: { fetched_by: '', fetched_at: null },
  assigned: { worker: '', assigned_at: null },
  started: { started_at: null },
  'waiting-parts': { waiting_for: '', waiting_until: null },
  done: { finished_at: null, ...unsigned('worker_sign') },
  signed: { rating: null, client_comment: '', ...unsigned('client_sign') },
  returned: { returned_at: null, returned_by: '' },
  verified: { verified_at: null, verified_by: '', verify_method: null, verify_outcome: null, verify_opinion: '', reorder_id: null },
  filed: { filed_at: null },
}

/** How the history names what was taken back. */
const fields = {
  fetched_by: 'fetchedBy', worker: 'worker', started_at: 'startedAt', waiting_for: 'waitingFor', finished_at: 'finishedAt', worker_sign_by: 'worker', rating: 'rating', client_comment: 'comment', client_sign_by: 'client',
  returned_by: 'returnedBy', verify_outcome: 'outcome', verify_opinion: 'opinion', filed_at: 'filedAt',
} as const satisfies Partial<Record<keyof OrderRecord, string>>

/**
 * 退回一步: a wrong step is taken back by a correction with its reason. One that was signed for is no longer due; one that
 * was fetched waits for engineering again.
 * @throws UserError wrong-state where there is no step to take back, or its new order is under way; already-paid
 */
export function stepBack(house: House, input: ParsedInput<typeof repairs.stepBack>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'step-back')
    const to = workOrderStepBack(order.state)
    if (to === null || (await reordered(tx, order))) throw new UserError('wrong-state', { no: order.no, state: order.state })
    if (order.state === 'signed' && order.chargeable === 1) await house.charges.charging.workUnsigned(tx, { register: 'repairs', id: order.id })
    const key = keyOf(house.store.vault, order)
    const values = wrote[order.state] ?? {}
    const changes = Object.entries(fields).flatMap(([column, field]) => {
      const [from, after] = [order[column as keyof typeof fields], values[column as keyof typeof fields]]
      return after === undefined || after === from || Buffer.isBuffer(after) ? [] : [change(key, field, from, after satisfies Sql)]
    })
    const next = await takeStep(tx, house, order, { action: 'step-back', to, note: input.reason, key, detail: { changes } }, { ...values, data_key: key.wrapped })
    if (to === 'issued') await notifyEngineering(tx, house, next)
    if (order.state === 'verified') await house.origins.resumed(tx, { register: 'repairs', id: order.id, no: order.no })
    return savedOrder(next)
  })
}

async function reordered(tx: Tx, order: OrderRecord): Promise<boolean> {
  return order.state === 'verified' && order.reorder_id !== null && (await loadOrder(tx, order.reorder_id)).state !== 'void'
}
