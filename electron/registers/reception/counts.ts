import type { EntryCounts, EntryKind, EntryState } from '../../../shared/contract/reception'
import { addDays, dayOf } from '../../../shared/rules/time'
import type { Desk } from './desk'

interface DayRow { day: string; kind: EntryKind; state: EntryState; at: number; people: number }
interface StateRow { state: EntryState; entries: number; people: number; overdue: number; today: number; open: number; earlier: number; openEarlier: number }

/** Somebody came: not only expected, not voided. */
const came: ReadonlySet<EntryState> = new Set(['asked', 'inside', 'left', 'declined'])
const WEEKS = 4

/** What is going on now, and how the day's visitors spread over its hours beside the same weekday of the four weeks before. */
export async function entryCounts(desk: Desk, day: string): Promise<EntryCounts> {
  const { store, settings } = desk.house
  const now = store.clock.now()
  const usualDays = Array.from({ length: WEEKS }, (_, week) => addDays(day, -7 * (week + 1)))
  const [rows, states] = await Promise.all([
    store.read<DayRow>('SELECT day, kind, state, at, people FROM entry WHERE day IN (?, ?, ?, ?, ?)', [day, ...usualDays]),
    store.read<StateRow>(
      `SELECT state, count(*) AS entries, sum(people) AS people, sum(result = '') AS open,
         sum((state = 'inside' AND valid_until < ?) OR (state = 'asked' AND asked_at < ?)) AS overdue, sum(state = 'expected' AND day <= ?) AS today,
         sum(day < ?) AS earlier, sum(result = '' AND day < ?) AS openEarlier
       FROM entry WHERE state IN ('inside', 'asked', 'expected', 'waiting', 'notified') GROUP BY state`,
      [now, now - settings.current.answerLimitMinutes * 60_000, dayOf(now), day, day],
    ),
  ])
  const of = (state: EntryState) => states.find((row) => row.state === state)
  const today = rows.filter((row) => row.day === day)
  const visits = today.filter((row) => row.kind === 'visit' && came.has(row.state))
  const usual = rows.filter((row) => row.day !== day && row.kind === 'visit' && came.has(row.state))
  // A weekday without any entry (a holiday, the time before the counter) says nothing about a usual one.
  const weeks = new Set(rows.filter((row) => row.day !== day).map((row) => row.day)).size
  return {
    calls: today.filter((row) => row.kind === 'call' && row.state !== 'void').length, visits: visits.length, people: visits.reduce((sum, row) => sum + row.people, 0),
    insidePeople: of('inside')?.people ?? 0, asked: of('asked')?.entries ?? 0,
    overdue: (of('inside')?.overdue ?? 0) + (of('asked')?.overdue ?? 0), expected: of('expected')?.today ?? 0,
    waitingNotice: of('waiting')?.entries ?? 0, withoutResult: (of('waiting')?.open ?? 0) + (of('notified')?.open ?? 0),
    waitingEarlier: of('waiting')?.earlier ?? 0, withoutResultEarlier: (of('waiting')?.openEarlier ?? 0) + (of('notified')?.openEarlier ?? 0),
    byHour: byHour(visits, 1), usualByHour: byHour(usual, Math.max(weeks, 1)),
  }
}

/** People, as the head of the chart counts them. */
function byHour(visits: DayRow[], days: number): number[] {
  const hours = new Array<number>(24).fill(0)
  for (const visit of visits) hours[new Date(visit.at).getHours()]! += visit.people
  return hours.map((people) => people / days)
}
