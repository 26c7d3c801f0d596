import type { Inputs } from '@shared/contract'
import type { ComplaintKind } from '@shared/rules/complaint'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type ComplaintFilter = Inputs['complaints']['list']['filter']
export type ComplaintTab = 'open' | 'escalated' | 'month' | 'all'
export const complaintTabs: readonly ComplaintTab[] = ['open', 'escalated', 'month', 'all']

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange { search: string; kind: ComplaintKind | null }
export const noNarrowing = (): Narrowing => ({ search: '', kind: null, from: null, to: null })
export const isNarrowed = ({ search, ...rest }: Narrowing): boolean => search.trim() !== '' || Object.values(rest).some((value) => value !== null)

/** The filter of the list: what is looked for is looked for in the whole register; a range written the wrong way round is turned. */
export function filterOf(tab: ComplaintTab, narrowing: Narrowing): ComplaintFilter {
  return { view: isNarrowed(narrowing) ? 'all' : tab, search: narrowing.search.trim(), kind: narrowing.kind, ...inOrder(narrowing) }
}
