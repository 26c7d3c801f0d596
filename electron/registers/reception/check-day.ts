import type { EntryRow } from '../../../shared/contract/reception'
import type { Desk } from './desk'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'

export interface DayCheck { withoutNotice: EntryRow[]; withoutResult: EntryRow[]; stillInside: EntryRow[] }

/** Completeness before the day's end (16.R5, 16.C1): who was not told, what has no result, who is still inside. */
export async function checkDay(desk: Desk, day: string): Promise<DayCheck> {
  const { store } = desk.house
  const [ofDay, open] = await Promise.all([
    store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE e.day = ? AND e.state NOT IN ('void', 'expected', 'no-show') ORDER BY e.id`, [day]),
    store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE e.state IN ('inside', 'asked') AND e.day <= ? ORDER BY e.id`, [day]),
  ])
  const told = (entry: ListedEntry) => entry.notified_at !== null && (entry.notified_department === null || entry.acknowledged_at !== null)
  return {
    withoutNotice: ofDay.filter((entry) => !told(entry)).map(entryRow),
    withoutResult: ofDay.filter((entry) => entry.state === 'waiting' || entry.state === 'notified').map(entryRow),
    stillInside: open.map(entryRow),
  }
}
