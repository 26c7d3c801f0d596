import type { TimelineItem } from '@shared/contract/overview'
import type { RegisterName } from '@shared/contract/base'
import type { Permission } from '@shared/contract/permissions'
import { addDays, dayOf, type Day } from '@shared/rules/time'
import type { IconName } from '../../components/icons'
import { faceOf, faces } from '../../desk/records'

export type TimelineTab = 'all' | 'visit' | 'call' | RegisterName

/** The tabs, each for those who may read its register; visits and calls are for everybody who sees the file (P3: without words). */
export const timelineTabs: readonly { tab: TimelineTab; needs: Permission | null }[] = [
  { tab: 'all', needs: null }, { tab: 'visit', needs: null }, { tab: 'call', needs: null }, ...faces.map(({ register, needs }) => ({ tab: register, needs })),
]

/** What is asked for every day comes first; what finds no room stands under 更多, and takes the last place while it is chosen. */
const order: readonly TimelineTab[] = ['all', 'visit', 'call', 'repairs', 'complaints', 'passes', 'keys', 'exit-permits', 'paid-services', 'signs', 'cashier']
export function shownTabs(tabs: readonly TimelineTab[], chosen: TimelineTab, room: number): { shown: TimelineTab[]; rest: TimelineTab[] } {
  const sorted = order.filter((tab) => tabs.includes(tab))
  const first = sorted.slice(0, Math.max(1, room))
  const shown = first.includes(chosen) ? first : [...first.slice(0, -1), chosen]
  return { shown, rest: sorted.filter((tab) => !shown.includes(tab)) }
}

/** The register to ask for; visits and calls are one register. */
export const registerOf = (tab: TimelineTab): string | null => (tab === 'all' ? null : tab === 'visit' || tab === 'call' ? 'reception' : tab)

/** When it happened; of who is expected, when they are due (16.R4). */
export const momentOf = ({ at, expectedAt }: TimelineItem): number => expectedAt ?? at

/** What happened, and who is expected, newest first under its day; `near` where the day has a name of its own. */
export function byDay(items: readonly TimelineItem[], tab: TimelineTab, today: Day): { day: Day; near: 'today' | 'yesterday' | null; entries: TimelineItem[] }[] {
  const days = new Map<Day, TimelineItem[]>()
  for (const item of items) {
    if ((tab === 'visit' || tab === 'call') && item.kind !== tab) continue
    const day = dayOf(momentOf(item))
    days.set(day, [...days.get(day) ?? [], item])
  }
  return [...days].sort(([a], [b]) => b.localeCompare(a)).map(([day, members]) => ({
    day,
    near: day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : null,
    entries: members.sort((a, b) => momentOf(b) - momentOf(a) || b.recordId - a.recordId),
  }))
}

export const iconOf = ({ register, kind }: Pick<TimelineItem, 'register' | 'kind'>): IconName => faceOf(register)?.icon ?? (kind === 'visit' ? 'door-open' : 'phone')

/** Where the word of a state stands in the locale. */
export const stateKey = ({ register, state }: Pick<TimelineItem, 'register' | 'state'>): string => `${register === 'reception' ? 'reception.state' : faceOf(register)?.states ?? 'states'}.${state}`
