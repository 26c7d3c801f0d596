import type { ExitPermitFilter } from '@shared/contract/exit-permits'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type PermitTab = 'all' | 'at-gate' | 'to-chase'
export const permitTabs: readonly PermitTab[] = ['all', 'at-gate', 'to-chase']

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange { search: string; tenant: { id: number; name: string } | null }
export const noNarrowing = (): Narrowing => ({ search: '', tenant: null, from: null, to: null })
export const isNarrowed = ({ search, ...rest }: Narrowing): boolean => search.trim() !== '' || Object.values(rest).some((value) => value !== null)

/** The filter of the list: what is looked for is looked for in the whole register. */
export function filterOf(tab: PermitTab, narrowing: Narrowing): ExitPermitFilter {
  return { view: isNarrowed(narrowing) ? 'all' : tab, search: narrowing.search.trim(), tenantId: narrowing.tenant?.id ?? null, ...inOrder(narrowing) }
}
