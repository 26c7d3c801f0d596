import type { PaidServiceState } from '@shared/rules/paid-service'
import type { PaidServiceRow } from '@shared/contract/paid-services'

export type SlipTab = 'all' | 'open' | 'due' | 'monthly'
export const slipTabs: readonly SlipTab[] = ['all', 'open', 'due', 'monthly']

/** How a slip stands: shape and word; due money is waiting, what is agreed is still to come. */
export const markOf = (state: PaidServiceState): 'waiting' | 'expected' | 'left' | 'done' | 'void' =>
  ({ quoted: 'waiting', agreed: 'expected', refused: 'left', done: 'waiting', monthly: 'expected', paid: 'done', void: 'void' } as const)[state]

export type SlipAction = 'decide' | 'requote' | 'actuals' | 'complete' | 'pay' | 'month'
type Facts = Pick<PaidServiceRow, 'state' | 'orderId'>

/** The steps of the moment; the first is the primary button. A slip with a work order is completed by the order's signature. */
export function slipSteps({ state, orderId }: Facts, can: (permission: 'services.write' | 'cashier.write') => boolean): SlipAction[] {
  const writes = can('services.write')
  const takes = can('cashier.write')
  switch (state) {
    case 'quoted': return writes ? ['decide', 'requote'] : []
    case 'refused': return writes ? ['requote'] : []
    case 'agreed': return writes ? (orderId === null ? ['complete', 'actuals', 'requote'] : ['actuals', 'requote']) : []
    case 'done': return [...(takes ? ['pay' as const] : []), ...(writes ? ['month' as const] : [])]
    case 'monthly': return takes ? ['pay'] : []
    default: return []
  }
}

/** What may be voided: not what is paid, whose receipt is voided first. */
export const mayVoid = (state: PaidServiceState): boolean => state !== 'paid' && state !== 'void' && state !== 'refused'
