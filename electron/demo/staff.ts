import type { Department } from '../../shared/contract/base'
import type { Role } from '../../shared/contract/permissions'
import { hashPin } from '../registers/staff/pin'
import { insertRows } from '../store/bulk'
import type { Tx } from '../store/types'

/** The PIN of everybody in the demo; it stands in the README. */
export const DEMO_PIN = '246810'

export interface DemoStaff { id: number; staffNo: string; name: string; role: Role; department: Department }

export const demoStaff = {
  administrator: { id: 1, staffNo: '0001', name: '林涛', role: 'administrator', department: 'customer-service' },
  early: { id: 2, staffNo: '0217', name: '周晓岚', role: 'receptionist', department: 'customer-service' },
  late: { id: 3, staffNo: '0218', name: '吴思敏', role: 'receptionist', department: 'customer-service' },
  supervisor: { id: 4, staffNo: '0102', name: '韩雪', role: 'supervisor', department: 'customer-service' },
  finance: { id: 5, staffNo: '0301', name: '冯雪', role: 'finance', department: 'finance' },
  engineering: { id: 6, staffNo: '0401', name: '何建国', role: 'engineering', department: 'engineering' },
  security: { id: 7, staffNo: '0501', name: '马国庆', role: 'security', department: 'security' },
} as const satisfies Record<string, DemoStaff>

const LATE_SHIFT = 16
/** Who sits at the desk at a time of day. */
export const atDesk = (at: number): DemoStaff => (new Date(at).getHours() < LATE_SHIFT ? demoStaff.early : demoStaff.late)

/** Who acknowledges for a department. */
export const staffOf = (department: Department): DemoStaff => Object.values(demoStaff).find((staff) => staff.department === department && staff.role !== 'administrator') ?? demoStaff.supervisor

export const pinHashes = (): Promise<string[]> => Promise.all(Object.values(demoStaff).map(() => hashPin(DEMO_PIN)))

export async function insertStaff(tx: Tx, hashes: string[]): Promise<void> {
  await insertRows(tx.query, 'staff', ['id', 'staff_no', 'name', 'role', 'department', 'pin_hash'], Object.values(demoStaff).map((staff, i) => [staff.id, staff.staffNo, staff.name, staff.role, staff.department, hashes[i]!]))
}
