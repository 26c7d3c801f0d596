import { addDays, dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { PermitRecord } from './rows'

/** A company that moves out with several vehicles, or over some days, moves out once. */
const SAME_MOVE_DAYS = 90

/** 退租 started by a moving-out (14.R3), or the one of this company and unit that its first permit started. @returns its id, null for other goods */
export async function startMoveOut(tx: Tx, permit: PermitRecord): Promise<number | null> {
  if (permit.kind !== 'moving-out') return null
  const today = dayOf(tx.now)
  const [begun] = await tx.query<{ id: number }>('SELECT id FROM move_out WHERE tenant_id = ? AND unit_id IS ? AND day >= ? AND void_at IS NULL ORDER BY id DESC LIMIT 1', [permit.tenant_id, permit.unit_id, addDays(today, -SAME_MOVE_DAYS)])
  if (begun) return begun.id
  const no = await tx.number('move-outs')
  const [row] = await tx.query<{ id: number }>(
    'INSERT INTO move_out (no, at, day, tenant_id, tenant_name, unit_id, room, by, station) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
    [no, tx.now, today, permit.tenant_id, permit.tenant_name, permit.unit_id, permit.room, tx.scope.actor.name, tx.scope.station],
  )
  await tx.audit({ action: 'move-out', register: 'exit-permits', recordId: permit.id, detail: { no } })
  return row!.id
}

/** 退租 is void with the last of its permits: nobody moves out by it. One that went out, or was not used, keeps it. */
export async function voidMoveOut(tx: Tx, permit: PermitRecord, reason: string): Promise<void> {
  if (permit.move_out_id === null) return
  const [kept] = await tx.query(`SELECT 1 FROM exit_permit WHERE move_out_id = ? AND id <> ? AND state <> 'void' LIMIT 1`, [permit.move_out_id, permit.id])
  if (kept) return
  const [voided] = await tx.query<{ no: string }>('UPDATE move_out SET void_at = ?, void_by = ?, void_reason = ? WHERE id = ? AND void_at IS NULL RETURNING no', [tx.now, tx.scope.actor.name, reason, permit.move_out_id])
  if (voided) await tx.audit({ action: 'move-out-void', register: 'exit-permits', recordId: permit.id, detail: { no: voided.no } })
}
