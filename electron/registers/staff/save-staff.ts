import { UserError } from '../../../shared/contract/errors'
import type { Tx } from '../../store/types'
import type { StaffRow } from './rows'

export interface StaffChange {
  id: number | null
  staffNo: string
  name: string
  role: StaffRow['role']
  department: StaffRow['department']
  active: boolean
  /** Null leaves the PIN as it is. */
  pinHash: string | null
}

/**
 * Writes a member of staff and what changed about them; never the PIN. Returns the id.
 * @throws UserError not-found, duplicate-staff-no, last-administrator
 */
export async function writeStaff(tx: Tx, change: StaffChange): Promise<number> {
  const [twin] = await tx.query<{ id: number }>('SELECT id FROM staff WHERE staff_no = ? AND id IS NOT ?', [change.staffNo, change.id])
  if (twin) throw new UserError('duplicate-staff-no', { staffNo: change.staffNo }, 'staffNo')
  return change.id === null ? insert(tx, change) : update(tx, change.id, change)
}

async function insert(tx: Tx, change: StaffChange): Promise<number> {
  if (change.pinHash === null) throw new UserError('invalid-input', {}, 'pin')
  const [row] = await tx.query<{ id: number }>(
    'INSERT INTO staff (staff_no, name, role, department, pin_hash, active) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
    [change.staffNo, change.name, change.role, change.department, change.pinHash, Number(change.active)],
  )
  await tx.audit({ action: 'create', register: 'staff', recordId: row!.id, detail: { staffNo: change.staffNo, name: change.name, role: change.role, department: change.department } })
  tx.changed('staff', row!.id)
  return row!.id
}

async function update(tx: Tx, id: number, change: StaffChange): Promise<number> {
  const [before] = await tx.query<StaffRow>('SELECT * FROM staff WHERE id = ?', [id])
  if (!before) throw new UserError('not-found')
  const staysAdministrator = change.role === 'administrator' && change.active
  if (before.role === 'administrator' && before.active === 1 && !staysAdministrator) await refuseLastAdministrator(tx, id)
  const to: Partial<StaffRow> = { staff_no: change.staffNo, name: change.name, role: change.role, department: change.department, active: Number(change.active) }
  const changes = Object.entries(to).filter(([field, value]) => before[field as keyof StaffRow] !== value)
    .map(([field, value]) => ({ field, from: before[field as keyof StaffRow], to: value }))
  await tx.query(
    'UPDATE staff SET staff_no = ?, name = ?, role = ?, department = ?, active = ?, pin_hash = coalesce(?, pin_hash) WHERE id = ?',
    [change.staffNo, change.name, change.role, change.department, Number(change.active), change.pinHash, id],
  )
  if (change.pinHash !== null) await tx.query('UPDATE staff SET failed_count = 0, paused_until = NULL WHERE id = ?', [id])
  if (changes.length > 0 || change.pinHash !== null) await tx.audit({ action: 'change', register: 'staff', recordId: id, detail: { changes, pinReset: change.pinHash !== null } })
  tx.changed('staff', id)
  return id
}

async function refuseLastAdministrator(tx: Tx, id: number): Promise<void> {
  const others = await tx.query(`SELECT 1 FROM staff WHERE role = 'administrator' AND active = 1 AND id <> ? LIMIT 1`, [id])
  if (others.length === 0) throw new UserError('last-administrator')
}
