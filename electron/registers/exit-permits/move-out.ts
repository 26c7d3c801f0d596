import { addDays, dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { PermitRecord } from './rows'

/** A company that moves out with several vehicles, or over some days, moves out once. */
const SAME_MOVE_DAYS = 90

/** 退租 started by a moving-out (14.R3), or the one of this company and unit that its first permit started. @returns its id, null for other goods */
export async function startMoveOut(tx: Tx, permit: PermitRecord): Promise<number | null> {
  if (permit.kind !== 'moving-out') return null
  const today = dayOf(tx.now)
  const [begun] = await tx.query<{ id: number }>('SELECT id FROM move_out WHERE tenant_id = ? AND unit_id IS ? AND day >= ? ORDER BY id DESC LIMIT 1', [permit.tenant_id, permit.unit_id, addDays(today, -SAME_MOVE_DAYS)])
  if (begun) return begun.id
  const no = await tx.number('move-outs')
  const [row] = await tx.query<{ id: number }>(
    'INSERT INTO move_out (no, at, day, tenant_id, tenant_name, unit_id, room, by, station) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
    [no, tx.now, today, permit.tenant_id, permit.tenant_name, permit.unit_id, permit.room, tx.scope.actor.name, tx.scope.station],
  )
  await tx.audit({ action: 'move-out', register: 'exit-permits', recordId: permit.id, detail: { no } })
  return row!.id
}
