import { passKinds } from '@shared/rules/pass'
import type { Deposit } from '@shared/contract/cashier'
import type { Inputs } from '@shared/contract'
import { inOrder, type DayRange } from '../../components/entry/day-range'
import type { Mark } from '../../components/mark'

export type DepositFilter = Inputs['cashier']['deposits']['filter']
export type DepositTab = 'held' | 'refunded' | 'forfeited' | 'all'
export const depositTabs: readonly DepositTab[] = ['held', 'refunded', 'forfeited', 'all']

/** What deposits are held for; worded by `deposits.kind`. */
export const depositKinds = [...passKinds, 'key'] as const

/** What the reader of the ledger narrowed it to, besides the tab: whose, of whom, of what, and when it was taken. */
export interface Narrowing extends DayRange { search: string; kind: string; tenant: { id: number; name: string } | null }
export const noNarrowing = (): Narrowing => ({ search: '', kind: '', tenant: null, from: null, to: null })
export const isNarrowed = ({ search, kind, tenant, from, to }: Narrowing): boolean => search.trim() !== '' || kind !== '' || tenant !== null || from !== null || to !== null

/** The filter of the ledger. What is typed is looked for in every state; the rest narrows the tab. */
export function filterOf(tab: DepositTab, narrowing: Narrowing): DepositFilter {
  const search = narrowing.search.trim()
  return { state: tab === 'all' || search ? null : tab, kind: narrowing.kind, tenantId: narrowing.tenant?.id ?? null, search, ...inOrder(narrowing) }
}

export const markOf = (state: Deposit['state']): Mark => ({ held: 'waiting', refunded: 'done', forfeited: 'left', void: 'void' } as const)[state]
