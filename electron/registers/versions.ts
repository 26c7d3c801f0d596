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
  const [last] = await tx.query<{ action: string; actor: string; at: number }>('SELECT action, actor, at FROM step WHERE register = ? AND record_id = ? ORDER BY id DESC LIMIT 1', [register, record.id])
  if (last?.action === action) throw new UserError('order-taken', { no: record.no, by: last.actor, at: timeOf(last.at) })
  throw new UserError('stale', { no: record.no })
}
