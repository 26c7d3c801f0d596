import type { EntryRow, EntryState } from '@shared/contract/reception'
import type { Mark } from '../../components/mark'

/** A call that something was started from says what (16.R3). */
export type StartedWord = 'to-repairs' | 'to-complaints' | 'to-services'
const series: Record<string, StartedWord> = { WX: 'to-repairs', TS: 'to-complaints', YC: 'to-services' }
/** What became of a call whose result the store wrote when something was started from it: 转报修 WX26-001207. */
export const startedWord = (result: string): StartedWord | null => series[/^转\S+ ([A-Z]{2})\d{2}-\d+$/.exec(result)?.[1] ?? ''] ?? null


/** What stands at the right edge of a row: an age that goes on, or the time at which it ended (or is due). */
export type Edge = { kind: 'age'; since: number; limit?: number } | { kind: 'time'; at: number } | null

export interface Standing {
  mark: Mark
  /** `reception.state.<word>`. */
  word: EntryState | 'overdue' | 'unacknowledged' | StartedWord
  edge: Edge
  /** Grey name: it is over. */
  over: boolean
}

/** Minutes after which a visitor's host should have answered, and a department acknowledged. */
export interface Limits { answerLimitMinutes: number; noticeLimitMinutes: number }

type Facts = Pick<EntryRow, 'kind' | 'state' | 'at' | 'expectedAt' | 'askedAt' | 'insideAt' | 'leftAt' | 'validUntil' | 'notifiedAt' | 'acknowledgedAt' | 'voidAt' | 'result'>

/** How an entry stands at `now`: shape, word and age (ui.md, "States and ages"). */
export function standing(entry: Facts, now: number, limits: Limits): Standing {
  const minutes = 60_000
  switch (entry.state) {
    case 'expected':
      return { mark: 'expected', word: 'expected', edge: entry.expectedAt === null ? null : { kind: 'time', at: entry.expectedAt }, over: false }
    case 'asked':
      return { mark: 'waiting', word: 'asked', edge: { kind: 'age', since: entry.askedAt ?? entry.at, limit: limits.answerLimitMinutes * minutes }, over: false }
    case 'inside': {
      const late = isOverdue(entry, now)
      const since = entry.insideAt ?? entry.at
      return late
        ? { mark: 'overdue', word: 'overdue', edge: { kind: 'age', since, limit: entry.validUntil! - since }, over: false }
        : { mark: 'inside', word: 'inside', edge: { kind: 'age', since }, over: false }
    }
    case 'left':
      return { mark: 'left', word: 'left', edge: entry.leftAt === null ? null : { kind: 'time', at: entry.leftAt }, over: true }
    case 'waiting': {
      const since = entry.notifiedAt ?? entry.at
      const limit = limits.noticeLimitMinutes * minutes
      const late = now - since > limit
      return { mark: late ? 'overdue' : 'waiting', word: late ? 'unacknowledged' : 'waiting', edge: { kind: 'age', since, limit }, over: false }
    }
    case 'notified':
      return { mark: 'done', word: 'notified', edge: null, over: false }
    case 'closed':
      return { mark: 'done', word: startedWord(entry.result) ?? 'closed', edge: null, over: true }
    case 'void':
      return { mark: 'void', word: 'void', edge: entry.voidAt === null ? null : { kind: 'time', at: entry.voidAt }, over: true }
    case 'declined':
    case 'no-show':
      return { mark: 'left', word: entry.state, edge: null, over: true }
  }
}

/** 16.R4: still inside past the time the slip is good until. */
export function isOverdue(entry: Pick<EntryRow, 'state' | 'validUntil'>, now: number): boolean {
  return entry.state === 'inside' && entry.validUntil !== null && now > entry.validUntil
}
