import type { KeyCustody, KeyLoanFilter, KeyLoanRow } from '@shared/contract/keys'
import type { CustodyState } from '@shared/rules/key'
import type { Mark } from '../../components/mark'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type KeyTab = 'out' | 'today' | 'custody' | 'all'
export const keyTabs: readonly KeyTab[] = ['out', 'today', 'custody', 'all']

/** A row of the register: a loan, or under 托管 a 托管书. Their ids are of one row of numbers. */
export interface ListRow { id: number; loan: KeyLoanRow | null; custody: KeyCustody | null }
export const loanOf = (loan: KeyLoanRow): ListRow => ({ id: loan.id, loan, custody: null })
export const custodyOf = (custody: KeyCustody): ListRow => ({ id: custody.id, loan: null, custody })

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange {
  search: string
  tenant: { id: number; name: string } | null
}
export const noNarrowing = (): Narrowing => ({ search: '', from: null, to: null, tenant: null })
export const isNarrowed = ({ search, ...rest }: Narrowing): boolean => search.trim() !== '' || Object.values(rest).some((value) => value !== null)

/** The loans of a tab; a search, and days, go through all of them. A range written the wrong way round is turned. */
export function filterOf(tab: KeyTab, narrowing: Narrowing): KeyLoanFilter {
  const view = tab === 'today' ? 'returned-today' : tab === 'out' ? 'out' : 'all'
  return { view: isNarrowed(narrowing) ? 'all' : view, search: narrowing.search.trim(), ...inOrder(narrowing), tenantId: narrowing.tenant?.id ?? null }
}

/** How a 托管书 stands: what was unsealed waits for its seal. */
export const custodyMark = (state: CustodyState): Mark => ({ sealed: 'inside', unsealed: 'waiting', ended: 'left', void: 'void' } as const)[state]
