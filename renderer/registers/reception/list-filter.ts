import type { EntryFilter, EntryKind, EntryState } from '@shared/contract/reception'
import type { Day } from '@shared/rules/time'
import { inOrder, type DayRange } from '../../components/entry/day-range'

export type VisitTab = 'all' | 'inside' | 'asked' | 'overdue' | 'expected'
export type CallTab = 'all' | 'waiting' | 'without-result'
export const visitTabs: readonly VisitTab[] = ['all', 'inside', 'asked', 'overdue', 'expected']
export const callTabs: readonly CallTab[] = ['all', 'waiting', 'without-result']

/** What the reader of the list narrowed it to, besides the tab. */
export interface Narrowing extends DayRange {
  search: string
  tenant: { id: number; name: string } | null
  /** The receptionist who wrote it. */
  author: number | null
}
export const noNarrowing = (): Narrowing => ({ search: '', from: null, to: null, tenant: null, author: null })
export const isNarrowed = (narrowing: Narrowing): boolean =>
  narrowing.from !== null || narrowing.to !== null || narrowing.tenant !== null || narrowing.author !== null

const tabStates: Record<VisitTab | CallTab, EntryState[]> = {
  all: [], inside: ['inside'], asked: ['asked'], overdue: ['inside'], expected: ['expected'], waiting: ['waiting'], 'without-result': ['waiting', 'notified'],
}

/**
 * The filter of a list. 全部 is today's register; the other tabs show what is open of any day, so that yesterday's is
 * never out of sight. A search or a range of days looks at all days, or at those.
 */
export function filterOf(kind: EntryKind, tab: VisitTab | CallTab, narrowing: Narrowing, today: Day): EntryFilter {
  const search = narrowing.search.trim()
  const ranged = narrowing.from !== null || narrowing.to !== null
  const onlyToday = tab === 'all' && !search && !ranged
  return {
    kind, search, states: tabStates[tab], overdue: tab === 'overdue', tenantId: narrowing.tenant?.id ?? null,
    receptionistId: narrowing.author, ...(onlyToday ? { from: today, to: today } : inOrder(narrowing)),
  }
}
