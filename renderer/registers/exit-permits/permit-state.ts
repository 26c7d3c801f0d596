import type { ExitPermitRow } from '@shared/contract/exit-permits'
import { addDays, dayStart } from '@shared/rules/time'
import type { Mark } from '../../components/mark'

/** How a permit stands: its shape, its word (`exitPermits.state.<word>`), and what is said at the right edge. */
export interface Standing { mark: Mark; word: ExitPermitRow['state'] | 'late' | 'not-back'; edge: { kind: 'age'; since: number; limit: number } | { kind: 'at'; at: number } }

const marks = { held: 'waiting', issued: 'waiting', differs: 'overdue', released: 'done', reconciled: 'left', unused: 'left', void: 'void' } as const satisfies Record<ExitPermitRow['state'], Mark>

export type StandingFacts = Pick<ExitPermitRow, 'state' | 'reconciliation' | 'at' | 'issuedAt' | 'checkedAt' | 'releasedAt' | 'slipBackAt' | 'leavingOn'>

export function standingOf(permit: StandingFacts): Standing {
  const over = dayStart(addDays(permit.leavingOn, 1))
  // Over its day: nobody knows whether it was used, or its slip has not come back.
  if (permit.reconciliation === 'missing') return { mark: 'overdue', word: permit.state === 'released' ? 'not-back' : 'late', edge: { kind: 'at', at: dayStart(permit.leavingOn) } }
  const mark = marks[permit.state]
  if (permit.state === 'issued') {
    const since = permit.issuedAt ?? permit.at
    return { mark, word: 'issued', edge: { kind: 'age', since, limit: over - since } }
  }
  const at = { differs: permit.checkedAt, released: permit.releasedAt, reconciled: permit.slipBackAt, held: null, unused: null, void: null }[permit.state]
  return { mark, word: permit.state, edge: { kind: 'at', at: at ?? permit.at } }
}

export const isOver = (state: ExitPermitRow['state']): boolean => state === 'reconciled' || state === 'unused'
