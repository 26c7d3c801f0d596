import { UserError } from '../../../shared/contract/errors'
import { nextWorkOrderState, skippedAction, type WorkOrderAction, type WorkOrderState } from '../../../shared/rules/work-order'
import type { NewStep } from '../../store/steps'
import type { Tx } from '../../store/types'
import type { DataKey } from '../../store/vault'
import { change, type Change } from '../history'
import type { House } from '../house'
import { refuseStale } from '../versions'
import type { OrderRecord } from './rows'
import { loadOrder, type OrderValues, updateOrder } from './write'

/** The state after `action`. @throws UserError already-void, step-skipped, wrong-state */
export function stateAfter(order: Pick<OrderRecord, 'no' | 'state'>, action: WorkOrderAction): WorkOrderState {
  const next = nextWorkOrderState(order.state, action)
  if (next !== null) return next
  if (order.state === 'void') throw new UserError('already-void', { no: order.no })
  const needs = skippedAction(order.state, action)
  if (needs !== null) throw new UserError('step-skipped', { no: order.no, state: order.state, needs })
  throw new UserError('wrong-state', { no: order.no, state: order.state })
}

/** The order somebody is about to change, as they saw it. @throws UserError not-found, already-void, order-taken, stale */
export async function seenOrder(tx: Tx, { id, version }: { id: number; version: number }, action: string): Promise<OrderRecord> {
  const order = await loadOrder(tx, id)
  if (order.state === 'void') throw new UserError('already-void', { no: order.no })
  await refuseStale(tx, 'repairs', order, version, action)
  return order
}

/** What a step wrote for the first time, for the history; the client's words sealed under the order's key. */
export const written = (key: DataKey, values: Record<string, string | number | null>): { changes: Change[] } =>
  ({ changes: Object.entries(values).flatMap(([field, value]) => (value === null || value === '' ? [] : [change(key, field, null, value)])) })

type Words = Pick<NewStep, 'person' | 'note' | 'key' | 'detail'>

/** Writes one step that was found to be its turn: columns, state, who and when. */
export async function takeStep(tx: Tx, house: House, order: OrderRecord, step: { action: string; to: WorkOrderState } & Words, values: OrderValues = {}): Promise<OrderRecord> {
  const { to, ...words } = step
  const next = await updateOrder(tx, order, { ...values, state: to })
  await house.steps.add(tx, { register: 'repairs', recordId: order.id, from: order.state, to, ...words })
  return next
}
