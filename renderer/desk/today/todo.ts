import type { EntryRow } from '@shared/contract/reception'
import type { Notice } from '@shared/contract/notices'
import type { WaitingItem } from '@shared/contract/overview'
import { ageParts } from '@shared/rules/time'

/** 等我办的: something that waits for whoever is here. */
export interface Todo {
  /** Stable, so that the selection stays on it when the list is read again. */
  key: string
  kind: 'notice' | 'asked' | 'overdue' | 'without-result' | 'record' | 'month'
  since: number
  /** Milliseconds after which it is late; undefined where only the age counts. */
  limit: number | undefined
  no: string
  entry: EntryRow | null
  notice: Notice | null
  /** A repair, complaint or paid service whose turn it is. */
  record: WaitingItem | null
  /** 月结单 that is to be checked: its month, and whether by a second person (17.R5). */
  month: { month: string; second: boolean } | null
  /** Of `without-result` and `month`: how many. */
  count: number
}

/** A month's paid services that wait to be checked. */
export interface MonthToCheck { month: string; second: boolean; since: number; count: number }

export interface TodoSources {
  notices: Notice[]
  asked: EntryRow[]
  overdue: EntryRow[]
  withoutResult: EntryRow[]
  records: WaitingItem[]
  months: MonthToCheck[]
  answerLimitMinutes: number
}

const minute = 60_000
const blank = { no: '', limit: undefined, entry: null, notice: null, record: null, month: null, count: 1 } satisfies Partial<Todo>

function todoOfRecord(record: WaitingItem): Todo {
  const { since, dueAt } = record
  return { ...blank, key: record.key, kind: 'record', since, limit: dueAt === null ? undefined : Math.max(1, dueAt - since), no: record.no, record }
}

/** What waits, the longest late first, then the oldest. */
export function todosOf(sources: TodoSources, now: number): Todo[] {
  const told = new Set(sources.records.map(({ register, recordId }) => `${register}:${recordId}`))
  const todos: Todo[] = [
    // What is late with a department stands as the record it is about.
    ...sources.notices.filter(({ register, recordId }) => !told.has(`${register}:${recordId}`)).map((notice): Todo => ({
      ...blank, key: `notice:${notice.id}`, kind: 'notice', since: notice.createdAt, limit: notice.limitMinutes * minute, no: notice.no, notice,
    })),
    ...sources.asked.map((entry): Todo => ({ ...blank, key: `entry:${entry.id}`, kind: 'asked', since: entry.askedAt ?? entry.at, limit: sources.answerLimitMinutes * minute, no: entry.no, entry })),
    ...sources.overdue.map((entry): Todo => {
      const since = entry.insideAt ?? entry.at
      return { ...blank, key: `entry:${entry.id}`, kind: 'overdue', since, limit: (entry.validUntil ?? since) - since, no: entry.no, entry }
    }),
    ...sources.records.map(todoOfRecord),
    ...sources.months.map(({ month, second, since, count }): Todo => ({ ...blank, key: `month:${month}`, kind: 'month', since, month: { month, second }, count })),
  ]
  const first = sources.withoutResult.at(-1)
  if (first) todos.push({ ...blank, key: 'without-result', kind: 'without-result', since: first.at, count: sources.withoutResult.length })
  const late = (todo: Todo): number => (todo.limit === undefined ? -1 : now - todo.since - todo.limit)
  return todos.sort((a, b) => Math.max(0, late(b)) - Math.max(0, late(a)) || a.since - b.since)
}

/** A notice that the one who sits here is told of: their department's, to nobody else by name. It is acknowledged; others are told again. */
export const isTold = (notice: { department: string; person: string }, who: { department: string; name: string } | null): boolean =>
  who !== null && notice.department === who.department && (notice.person === '' || notice.person === who.name)

export const isLate = (todo: Todo, now: number): boolean => todo.limit !== undefined && ageParts(todo.since, now, todo.limit).stage === 'over'
