import type { Department } from '../../../shared/contract/base'
import type { Role } from '../../../shared/contract/permissions'
import type { StaffMember } from '../../../shared/contract/staff'

export interface StaffRow {
  id: number; staff_no: string; name: string; role: Role; department: Department
  pin_hash: string; active: number; failed_count: number; paused_until: number | null; last_sign_in_at: number | null
}

/** A pause that is over is no longer told. */
export const staffMember = (row: StaffRow, now: number): StaffMember => ({
  id: row.id, staffNo: row.staff_no, name: row.name, role: row.role, department: row.department, active: row.active === 1,
  pausedUntil: row.paused_until !== null && row.paused_until > now ? row.paused_until : null, lastSignInAt: row.last_sign_in_at,
})
