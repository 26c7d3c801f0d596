import type { TimelineItem } from '@shared/contract/overview'
import type { Permission } from '@shared/contract/permissions'
import { addDays, dayOf, type Day } from '@shared/rules/time'
import type { IconName } from '../../components/icons'
import type { Mark } from '../../components/mark'

export type TimelineTab = 'all' | 'visit' | 'call' | 'repairs' | 'paid-services' | 'complaints' | 'cashier'

/** The tabs, each for those who may read its register; visits and calls are for everybody who sees the file (P3: without words). */
export const timelineTabs: readonly { tab: TimelineTab; needs: Permission | null }[] = [
  { tab: 'all', needs: null }, { tab: 'visit', needs: null }, { tab: 'call', needs: null }, { tab: 'repairs', needs: 'repairs.read' }, { tab: 'paid-services', needs: 'services.read' },
  { tab: 'complaints', needs: 'complaints.read' }, { tab: 'cashier', needs: 'cashier.read' },
]

/** The register to ask for; visits and calls are one register. */
export const registerOf = (tab: TimelineTab): string | null => (tab === 'all' ? null : tab === 'visit' || tab === 'call' ? 'reception' : tab)

/** What happened, newest first, under its day; `near` where the day has a name of its own. */
export function byDay(items: readonly TimelineItem[], tab: TimelineTab, today: Day): { day: Day; near: 'today' | 'yesterday' | null; entries: TimelineItem[] }[] {
  const days = new Map<Day, TimelineItem[]>()
  for (const item of items) {
    if ((tab === 'visit' || tab === 'call') && item.kind !== tab) continue
    const day = dayOf(item.at)
    days.set(day, [...days.get(day) ?? [], item])
  }
  return [...days].sort(([a], [b]) => b.localeCompare(a)).map(([day, members]) => ({
    day,
    near: day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : null,
    entries: members.sort((a, b) => b.at - a.at || b.recordId - a.recordId),
  }))
}

const icons: Partial<Record<string, IconName>> = { 'repairs': 'wrench', 'complaints': 'message-square-warning', 'paid-services': 'hand-coins', 'cashier': 'receipt' }
export const iconOf = ({ register, kind }: Pick<TimelineItem, 'register' | 'kind'>): IconName => icons[register] ?? (kind === 'visit' ? 'door-open' : 'phone')

/** Where the word of a state stands in the locale. */
const states: Partial<Record<string, string>> = { 'reception': 'reception.state', 'repairs': 'repairs.state', 'complaints': 'complaints.state', 'paid-services': 'repairs.slipState', 'cashier': 'tenants.receipt' }
export const stateKey = ({ register, state }: Pick<TimelineItem, 'register' | 'state'>): string => `${states[register] ?? 'states'}.${state}`

const over = new Set(['left', 'declined', 'no-show', 'refused', 'filed'])
const done = new Set(['notified', 'closed', 'verified', 'paid'])
const ahead = new Set(['expected', 'returned', 'agreed'])
const waiting = new Set(['asked', 'waiting', 'quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed', 'received', 'escalated', 'handling', 'repairing', 'handled', 'quoted', 'monthly'])

/** Shape and colour of a state in the timeline; an unknown one is over. */
export function timelineMark(state: string): Mark {
  if (state === 'inside' || state === 'void') return state
  if (over.has(state)) return 'left'
  return done.has(state) ? 'done' : ahead.has(state) ? 'expected' : waiting.has(state) ? 'waiting' : 'left'
}
