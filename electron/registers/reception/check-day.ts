import type { EntryRow } from '../../../shared/contract/reception'
import type { Desk } from './desk'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'

export interface DayCheck { withoutNotice: EntryRow[]; withoutResult: EntryRow[]; awaitingAnswer: EntryRow[]; stillInside: EntryRow[] }

/** Completeness before the day's end (16.R5, 16.C1): who was not told, what has no result, who waits for an answer, who is still inside. */
export async function checkDay(desk: Desk, day: string): Promise<DayCheck> {
  const { store } = desk.house
  const [ofDay, open] = await Promise.all([
    store.read<ListedEntry & { unheard: 0 | 1 }>(`SELECT ${ROW_COLUMNS}, EXISTS (SELECT 1 FROM notice n WHERE n.register = 'reception' AND n.record_id = e.id AND n.acknowledged_at IS NULL AND n.closed_at IS NULL) AS unheard
       FROM entry e WHERE e.day = ? AND e.state NOT IN ('void', 'expected', 'no-show') ORDER BY e.id`, [day]),
    store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE e.state IN ('inside', 'asked') AND e.day <= ? ORDER BY e.id`, [day]),
  ])
  return {
    // Whose host has yet to answer waits for that, not for a notice.
    withoutNotice: ofDay.filter((entry) => entry.state !== 'asked' && (entry.notified_at === null || entry.unheard === 1)).map(entryRow),
    withoutResult: ofDay.filter((entry) => entry.state === 'waiting' || entry.state === 'notified').map(entryRow),
    awaitingAnswer: open.filter((entry) => entry.state === 'asked').map(entryRow),
    stillInside: open.filter((entry) => entry.state === 'inside').map(entryRow),
  }
}
