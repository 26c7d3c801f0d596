import type { RegisterName } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import { timeOf } from '../../shared/rules/time'
import type { Tx } from '../store/types'

/**
 * Two people at the same record: the second is told who was first, where both took the same step.
 * @throws UserError order-taken, stale
 */
export async function refuseStale(tx: Tx, register: RegisterName, record: { id: number; no: string; version: number }, seen: number, action: string): Promise<void> {
  if (record.version === seen) return
  // One person may have taken several steps at once (fetched, assigned, started): each counts the version.
  const since = await tx.query<{ action: string; actor: string; at: number }>('SELECT action, actor, at FROM step WHERE register = ? AND record_id = ? ORDER BY id DESC LIMIT ?', [register, record.id, Math.max(1, record.version - seen)])
  const taken = since.find((step) => step.action === action)
  if (taken) throw new UserError('order-taken', { no: record.no, by: taken.actor, at: timeOf(taken.at) })
  throw new UserError('stale', { no: record.no })
}
