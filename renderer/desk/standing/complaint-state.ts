import type { ComplaintRow } from '@shared/contract/complaints'
import type { ComplaintState } from '@shared/rules/complaint'
import { ageParts } from '@shared/rules/time'

/** What stands at the right edge of a row: an age, what is left of the time allowed, the day it was closed. */
export type Edge = { kind: 'age'; since: number; limit: number } | { kind: 'left'; until: number } | { kind: 'day'; at: number } | { kind: 'kept' }

export interface Standing {
  mark: 'waiting' | 'overdue' | 'done' | 'void'
  /** `complaints.state.<word>`, or `complaints.opinion.<word>` of a closed one. */
  word: ComplaintState | 'late' | 'satisfied' | 'fairly-satisfied'
  edge: Edge
}

type Facts = Pick<ComplaintRow, 'state' | 'at' | 'dueAt' | 'opinion' | 'closedAt'>

/** How a complaint stands at `now` (7.R6): past its due time it is late, whoever has it; a client who is still to be asked is named so. */
export function standing(complaint: Facts, now: number): Standing {
  const { state, at, dueAt } = complaint
  if (state === 'void') return { mark: 'void', word: state, edge: { kind: 'kept' } }
  if (state === 'closed') return { mark: 'done', word: complaint.opinion === 'fairly-satisfied' ? 'fairly-satisfied' : 'satisfied', edge: { kind: 'day', at: complaint.closedAt ?? at } }
  const limit = Math.max(1, dueAt - at)
  const { stage } = ageParts(at, now, limit)
  if (stage === 'over') return { mark: 'overdue', word: state === 'handled' ? state : 'late', edge: { kind: 'age', since: at, limit } }
  return { mark: 'waiting', word: state, edge: stage === 'near' ? { kind: 'left', until: dueAt } : { kind: 'age', since: at, limit } }
}

/** Over for the desk: its name is grey in the list. */
export const isOver = (state: ComplaintState): boolean => state === 'closed'
