import type { PassFilter } from '@shared/contract/passes'
import type { PassKind, PassState } from '@shared/rules/pass'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type PassTab = 'all' | 'ready' | 'expiring' | 'expired' | 'unfiled'
export const passTabs: readonly PassTab[] = ['all', 'ready', 'expiring', 'expired', 'unfiled']

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange { search: string; kind: PassKind | null; state: PassState | null; tenant: { id: number; name: string } | null }
export const noNarrowing = (): Narrowing => ({ search: '', kind: null, state: null, tenant: null, from: null, to: null })
export const isNarrowed = ({ search, ...rest }: Narrowing): boolean => search.trim() !== '' || Object.values(rest).some((value) => value !== null)

/** The filter of the list: what is looked for is looked for in the whole register; a range written the wrong way round is turned. */
export const filterOf = (tab: PassTab, narrowing: Narrowing): PassFilter => ({
  view: isNarrowed(narrowing) ? 'all' : tab, search: narrowing.search.trim(), ...inOrder(narrowing), kinds: narrowing.kind ? [narrowing.kind] : [], states: narrowing.state ? [narrowing.state] : [], tenantId: narrowing.tenant?.id ?? null,
})
