import { unreturnedStates, type WorkOrderState } from '@shared/rules/work-order'
import type { WorkOrderRow } from '@shared/contract/repairs'
import type { Mark } from '../../components/mark'

/** What stands at the right edge of a row: an age that goes on, or the day on which something is (待料 until, 返单 on). */
export type Edge = { kind: 'age'; since: number; limit?: number } | { kind: 'day'; at: number; arrives: boolean } | { kind: 'kept' } | null

export interface Standing {
  mark: Mark
  /** `repairs.state.<word>`. */
  word: WorkOrderState | 'unreturned'
  edge: Edge
}

type Facts = Pick<WorkOrderRow, 'state' | 'at' | 'dueAt' | 'fetchedAt' | 'assignedAt' | 'startedAt' | 'waitingUntil' | 'finishedAt' | 'returnedAt' | 'verifiedAt' | 'filedAt'>

/** When an order came to stand as it stands; what a row knows of it. */
function since(order: Facts): number {
  const { state } = order
  if (state === 'fetched') return order.fetchedAt ?? order.at
  if (state === 'assigned') return order.assignedAt ?? order.at
  if (state === 'started' || state === 'waiting-parts') return order.startedAt ?? order.at
  if (state === 'done' || state === 'signed') return order.finishedAt ?? order.at
  return order.at
}

/** How an order stands at `now`: shape, word and age. Past its due time and not returned it is 未返单 (13.R7). */
export function standing(order: Facts, now: number): Standing {
  const { state } = order
  if (unreturnedStates.includes(state) && now > order.dueAt) return { mark: 'overdue', word: 'unreturned', edge: { kind: 'age', since: order.at, limit: order.dueAt - order.at } }
  switch (state) {
    case 'void': return { mark: 'void', word: state, edge: { kind: 'kept' } }
    case 'refused': return { mark: 'left', word: state, edge: { kind: 'day', at: order.at, arrives: false } }
    case 'returned': return { mark: 'expected', word: state, edge: { kind: 'day', at: order.returnedAt ?? order.at, arrives: false } }
    case 'verified': return { mark: 'done', word: state, edge: { kind: 'day', at: order.verifiedAt ?? order.at, arrives: false } }
    case 'filed': return { mark: 'left', word: state, edge: { kind: 'day', at: order.filedAt ?? order.at, arrives: false } }
    case 'waiting-parts':
      if (order.waitingUntil !== null) return { mark: 'waiting', word: state, edge: { kind: 'day', at: order.waitingUntil, arrives: true } }
  }
  const from = since(order)
  return { mark: 'waiting', word: state, edge: { kind: 'age', since: from, ...(state !== 'quoting' && order.dueAt > from ? { limit: order.dueAt - from } : {}) } }
}

/** Over for the desk: its name is grey in the list. */
export const isOver = (state: WorkOrderState): boolean => state === 'filed' || state === 'refused'
