import { nextWorkOrderState, unreturnedStates, workOrderStepBack } from '@shared/rules/work-order'
import type { Permission } from '@shared/contract/permissions'
import type { WorkOrderDetail } from '@shared/contract/repairs'

/** Steps that are taken from the open order, in the words of `repairs.do.<name>`. */
export type OrderAction = 'quote' | 'requote' | 'decide' | 'fetch' | 'assign' | 'start' | 'wait' | 'finish' | 'actuals' | 'sign' | 'return' | 'verify' | 'file'
export type SideAction = 'reassign' | 'urge' | 'reprint' | 'correct' | 'void' | 'stepBack' | 'spotCheck'

type Facts = Pick<WorkOrderDetail, 'state' | 'chargeable' | 'emergencyFirst' | 'charge' | 'worker' | 'erased'>
type Can = (permission: Permission) => boolean

/** The step whose turn it is, and another that may be taken instead; the first is the primary button. */
export function turnOf(order: Facts): OrderAction[] {
  switch (order.state) {
    case 'quoting': return order.charge ? ['decide', 'requote'] : ['quote']
    case 'refused': return ['requote']
    case 'issued': return ['fetch']
    case 'fetched': return ['assign']
    case 'assigned': return ['start']
    case 'started': return ['finish', 'wait']
    case 'waiting-parts': return ['start']
    // 17.R3: the client signs for what was actually done; an emergency's slip is opened at the latest now.
    case 'done': return order.chargeable ? (order.charge ? ['sign', 'actuals'] : ['quote']) : ['sign']
    case 'signed': return ['return']
    case 'returned': return ['verify']
    case 'verified': return ['file']
    default: return []
  }
}

const needs: Record<OrderAction, Permission> = {
  quote: 'services.write', requote: 'services.write', decide: 'services.write', actuals: 'services.write',
  fetch: 'repairs.work', assign: 'repairs.work', start: 'repairs.work', wait: 'repairs.work', finish: 'repairs.work', sign: 'repairs.work',
  return: 'repairs.write', verify: 'repairs.write', file: 'repairs.write',
}

/** The steps of the moment that this person may take. */
export const stepsFor = (order: Facts, can: Can): OrderAction[] => turnOf(order).filter((action) => can(needs[action]))

/** What else may be done with it. */
export function besides(order: Facts, can: Can): Set<SideAction> {
  const names = new Set<SideAction>()
  const { state } = order
  if (can('repairs.work') && order.worker && nextWorkOrderState(state, 'assign') !== null) names.add('reassign')
  const printed = state !== 'quoting' && state !== 'refused' && state !== 'void'
  if (can('repairs.work') && printed) names.add('reprint')
  if (can('repairs.write')) {
    if (unreturnedStates.includes(state)) names.add('urge')
    if (state !== 'void' && !order.erased) names.add('correct')
    if (nextWorkOrderState(state, 'void') !== null) names.add('void')
    if (workOrderStepBack(state) !== null) names.add('stepBack')
  }
  if (can('repairs.check') && state !== 'void') names.add('spotCheck')
  return names
}
