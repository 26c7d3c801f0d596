import { workOrderStates, type Trade, type WorkOrderState } from '@shared/rules/work-order'
import type { WorkOrderFilter } from '@shared/contract/repairs'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type OrderTab = 'all' | 'open' | 'to-verify' | 'late'
export const orderTabs: readonly OrderTab[] = ['all', 'open', 'to-verify', 'late']

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange {
  search: string
  trade: Trade | null
  state: WorkOrderState | null
  worker: string
  tenant: { id: number; name: string } | null
}
export const noNarrowing = (): Narrowing => ({ search: '', from: null, to: null, trade: null, state: null, worker: '', tenant: null })
export const isNarrowed = ({ search, ...rest }: Narrowing): boolean => search.trim() !== '' || Object.values(rest).some((value) => value !== null && value !== '')

/** The filter of the list; a range written the wrong way round is turned. */
export function filterOf(tab: OrderTab, narrowing: Narrowing): WorkOrderFilter {
  return {
    view: tab, search: narrowing.search.trim(), ...inOrder(narrowing), trade: narrowing.trade, states: narrowing.state ? [narrowing.state] : [],
    worker: narrowing.worker.trim(), tenantId: narrowing.tenant?.id ?? null,
  }
}

export const stateChoices = workOrderStates
