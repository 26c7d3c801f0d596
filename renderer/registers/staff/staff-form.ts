import type { Department } from '@shared/contract/base'
import type { Role } from '@shared/contract/permissions'
import type { StaffMember } from '@shared/contract/staff'

/** A member of staff as typed. An empty PIN keeps the one that is. */
export interface StaffForm { id: number | null; staffNo: string; name: string; role: Role; department: Department; active: 'active' | 'inactive'; pin: string; pinAgain: string }

export const roles = ['receptionist', 'supervisor', 'finance', 'engineering', 'security', 'administrator'] as const satisfies readonly Role[]
export const departments = ['customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing'] as const satisfies readonly Department[]

/** The department a role usually belongs to; chosen with the role until somebody says otherwise. */
export const homeOf: Record<Role, Department> = {
  receptionist: 'customer-service', supervisor: 'customer-service', administrator: 'customer-service', finance: 'finance', engineering: 'engineering', security: 'security',
}

export function staffForm(member: StaffMember | null): StaffForm {
  if (!member) return { id: null, staffNo: '', name: '', role: 'receptionist', department: 'customer-service', active: 'active', pin: '', pinAgain: '' }
  const { id, staffNo, name, role, department, active } = member
  return { id, staffNo, name, role, department, active: active ? 'active' : 'inactive', pin: '', pinAgain: '' }
}

/** Worded by `staff.needed`, `staff.pinSix` and `staff.pinMismatch`. A new member needs a PIN. */
export function staffFaults(form: StaffForm): Partial<Record<keyof StaffForm, 'needed' | 'pinSix' | 'pinMismatch'>> {
  const faults: ReturnType<typeof staffFaults> = {}
  for (const field of ['staffNo', 'name'] as const) if (!form[field].trim()) faults[field] = 'needed'
  const wanted = form.id === null || form.pin !== '' || form.pinAgain !== ''
  if (wanted && !/^\d{6}$/.test(form.pin)) faults.pin = 'pinSix'
  else if (wanted && form.pin !== form.pinAgain) faults.pinAgain = 'pinMismatch'
  return faults
}

export type StaffState = 'active' | 'paused' | 'inactive'
export function stateOf(member: StaffMember, now: number): StaffState {
  if (!member.active) return 'inactive'
  return member.pausedUntil !== null && member.pausedUntil > now ? 'paused' : 'active'
}

/** Those whose number or name holds what is typed; the paused first, the inactive last. */
export function foundStaff(members: readonly StaffMember[], query: string, now: number): StaffMember[] {
  const wanted = query.trim().toLowerCase()
  const rank: Record<StaffState, number> = { paused: 0, active: 1, inactive: 2 }
  return members
    .filter((member) => !wanted || member.staffNo.toLowerCase().includes(wanted) || member.name.toLowerCase().includes(wanted))
    .sort((a, b) => rank[stateOf(a, now)] - rank[stateOf(b, now)] || a.staffNo.localeCompare(b.staffNo))
}
