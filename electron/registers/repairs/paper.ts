import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { unreturnedStates, type WorkOrderState } from '../../../shared/rules/work-order'
import { WORK_ORDER_SLIP } from '../../../shared/slip/work-order-slip'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueUrgeSlip, workOrderSlips } from './slips'
import { loadOrder, savedOrder } from './write'

/** 催单 (13.R7): counted, and on engineering's printer with its count. Nothing that is written meanwhile gets stale by it. */
export function urgeOrder(house: House, input: ParsedInput<typeof repairs.urge>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await loadOrder(tx, input.id)
    if (!unreturnedStates.includes(order.state)) throw new UserError(order.state === 'void' ? 'already-void' : 'wrong-state', { no: order.no, state: order.state })
    const reminders = order.reminders + 1
    await tx.query('UPDATE work_order SET reminders = ?, last_reminded_at = ? WHERE id = ?', [reminders, tx.now, order.id])
    await house.steps.add(tx, { register: 'repairs', recordId: order.id, action: 'urge', from: order.state, to: order.state, person: order.worker || order.fetched_by, note: String(reminders) })
    tx.changed('repairs', order.id)
    return savedOrder(order, input.print ? await queueUrgeSlip(tx, house, { ...order, reminders }) : [])
  })
}

/** Printed only when the client agreed, and never of what is void (13.R3). */
const unprinted: ReadonlySet<WorkOrderState> = new Set(['quoting', 'refused', 'void'])

/** 维修工作令单 again, as the order stands now; a copy says 补打 with its count (M2). @throws UserError reprint-not-allowed, unknown-printer */
export function reprintOrder(house: House, id: number, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const order = await loadOrder(tx, id)
    if (unprinted.has(order.state) || order.erased_at !== null) throw new UserError('reprint-not-allowed', { state: order.state })
    if (!house.printerRoles().includes('engineering')) throw new UserError('unknown-printer', { printer: 'engineering' })
    const [document] = await workOrderSlips(tx, house, order, null)
    const earlier = await house.jobs.latestOf(tx, 'repairs', id, WORK_ORDER_SLIP)
    const printJobId = earlier === null
      ? await house.jobs.create(tx, { printer: 'engineering', register: 'repairs', recordId: id, no: order.no, document: document! })
      : await house.jobs.reprint(tx, earlier, document)
    return { printJobId }
  })
}
