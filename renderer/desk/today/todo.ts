import type { EntryRow } from '@shared/contract/reception'
import type { Notice } from '@shared/contract/notices'
import { ageParts } from '@shared/rules/time'

/** 等我办的: something that waits for the desk. */
export interface Todo {
  /** Stable, so that the selection stays on it when the list is read again. */
  key: string
  kind: 'notice' | 'asked' | 'overdue' | 'without-result'
  since: number
  /** Milliseconds after which it is late; undefined where only the age counts. */
  limit: number | undefined
  no: string
  entry: EntryRow | null
  notice: Notice | null
  /** Of `without-result`: how many entries. */
  count: number
}

export interface TodoSources {
  notices: Notice[]
  asked: EntryRow[]
  overdue: EntryRow[]
  withoutResult: EntryRow[]
  answerLimitMinutes: number
}

/** What waits, the longest late first, then the oldest. */
export function todosOf(sources: TodoSources, now: number): Todo[] {
  const minute = 60_000
  const todos: Todo[] = [
    ...sources.notices.map((notice): Todo => ({
      key: `notice:${notice.id}`, kind: 'notice', since: notice.createdAt, limit: notice.limitMinutes * minute, no: notice.no, entry: null, notice, count: 1,
    })),
    ...sources.asked.map((entry): Todo => ({
      key: `entry:${entry.id}`, kind: 'asked', since: entry.askedAt ?? entry.at, limit: sources.answerLimitMinutes * minute, no: entry.no, entry, notice: null, count: 1,
    })),
    ...sources.overdue.map((entry): Todo => {
      const since = entry.insideAt ?? entry.at
      return { key: `entry:${entry.id}`, kind: 'overdue', since, limit: (entry.validUntil ?? since) - since, no: entry.no, entry, notice: null, count: 1 }
    }),
  ]
  const first = sources.withoutResult.at(-1)
  if (first) {
    todos.push({ key: 'without-result', kind: 'without-result', since: first.at, limit: undefined, no: '', entry: null, notice: null, count: sources.withoutResult.length })
  }
  const late = (todo: Todo): number => (todo.limit === undefined ? -1 : now - todo.since - todo.limit)
  return todos.sort((a, b) => Math.max(0, late(b)) - Math.max(0, late(a)) || a.since - b.since)
}

export const isLate = (todo: Todo, now: number): boolean => todo.limit !== undefined && ageParts(todo.since, now, todo.limit).stage === 'over'
