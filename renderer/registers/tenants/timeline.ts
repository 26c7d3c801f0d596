import type { TenantDetail } from '@shared/contract/tenants'
import { addDays, dayOf, type Day } from '@shared/rules/time'

export type TimelineEntry = TenantDetail['timeline'][number]
export type TimelineTab = 'all' | 'visit' | 'call'

/** What happened, newest first, under its day; `near` where the day has a name of its own. */
export function byDay(entries: readonly TimelineEntry[], tab: TimelineTab, today: Day): { day: Day; near: 'today' | 'yesterday' | null; entries: TimelineEntry[] }[] {
  const days = new Map<Day, TimelineEntry[]>()
  for (const entry of entries) {
    if (tab !== 'all' && entry.kind !== tab) continue
    const day = dayOf(entry.at)
    days.set(day, [...days.get(day) ?? [], entry])
  }
  return [...days].sort(([a], [b]) => b.localeCompare(a)).map(([day, members]) => ({
    day,
    near: day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : null,
    entries: members.sort((a, b) => b.at - a.at || b.recordId - a.recordId),
  }))
}

/** Shape and colour of a state in the timeline. */
export function timelineMark(state: string): 'inside' | 'waiting' | 'expected' | 'left' | 'done' | 'void' {
  const marks = { inside: 'inside', asked: 'waiting', waiting: 'waiting', expected: 'expected', notified: 'done', closed: 'done', void: 'void' } as const
  return marks[state as keyof typeof marks] ?? 'left'
}
