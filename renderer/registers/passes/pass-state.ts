import type { PassRow } from '@shared/contract/passes'
import type { PassState, PassVerdict } from '@shared/rules/pass'
import { type Day, daysBetween } from '@shared/rules/time'
import type { Mark } from '../../components/mark'

/** What stands at the right edge of a row: a time, so many days to go or past, or that the number is kept. */
export type Edge = { kind: 'at'; at: number } | { kind: 'left' | 'past'; days: number } | { kind: 'until'; day: Day } | { kind: 'kept' }

export interface Standing {
  mark: Mark
  /** `passes.state.<word>`. */
  word: PassState | 'expired' | 'expiring' | 'not-yet'
  edge: Edge
}

type Facts = Pick<PassRow, 'state' | 'at' | 'day' | 'validFrom' | 'validUntil' | 'issuedAt' | 'endedAt'>

/** How a pass stands on a day: shape, word and edge. With its holder and past its last day it is 已过期 (12.R8). */
export function standing(pass: Facts, today: Day, expiryDays: number): Standing {
  const { state } = pass
  if (state === 'ready') return { mark: 'waiting', word: state, edge: { kind: 'at', at: pass.at } }
  if (state === 'void') return { mark: 'void', word: state, edge: { kind: 'kept' } }
  if (state === 'lost') return { mark: 'overdue', word: state, edge: { kind: 'at', at: pass.endedAt ?? pass.at } }
  if (state === 'returned' || state === 'renewed') return { mark: state === 'returned' ? 'done' : 'left', word: state, edge: { kind: 'at', at: pass.endedAt ?? pass.at } }
  const days = daysBetween(today, pass.validUntil)
  if (days < 0) return { mark: 'overdue', word: 'expired', edge: { kind: 'past', days: -days } }
  if (pass.validFrom > today) return { mark: 'expected', word: 'not-yet', edge: { kind: 'until', day: pass.validUntil } }
  if (days <= expiryDays) return { mark: 'waiting', word: 'expiring', edge: { kind: 'left', days } }
  return { mark: 'done', word: state, edge: pass.day === today ? { kind: 'at', at: pass.issuedAt ?? pass.at } : { kind: 'until', day: pass.validUntil } }
}

/** What a guard is shown big: shape and colour of the verdict. */
export const verdictMark: Record<PassVerdict | 'denied', Mark> = { 'denied': 'overdue', 'valid': 'inside', 'not-yet': 'expected', 'expired': 'overdue', 'lost': 'overdue', 'void': 'void', 'not-issued': 'waiting' }

/** Over for the desk: its name is grey in the list. */
export const isOver = (state: PassState): boolean => state === 'returned' || state === 'renewed' || state === 'lost'
