import { z } from 'zod'

export const role = z.enum(['receptionist', 'supervisor', 'finance', 'engineering', 'security', 'administrator'])
export type Role = z.infer<typeof role>

export const permissions = [
  'reception.read', 'reception.write', 'reception.void', 'reception.reveal', 'reception.export',
  'deny-list.read', 'deny-list.write',
  'notices.read', 'notices.acknowledge',
  'handover.write', 'handover.recheck',
  'tenants.read', 'tenants.write', 'import',
  'printing.read', 'printing.write',
  'staff.write', 'settings.read', 'settings.write',
] as const
export type Permission = (typeof permissions)[number]

const desk: Permission[] = [
  'reception.read', 'reception.write', 'reception.void', 'reception.reveal', 'reception.export',
  'notices.read', 'notices.acknowledge', 'handover.write', 'tenants.read', 'printing.read', 'printing.write', 'settings.read',
]
const department: Permission[] = ['notices.read', 'notices.acknowledge', 'tenants.read', 'printing.read', 'settings.read']

/** What each role may do; checked in the main process at every call, used by the page only to hide what is refused. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  receptionist: new Set(desk),
  supervisor: new Set<Permission>([...desk, 'deny-list.read', 'deny-list.write', 'handover.recheck', 'tenants.write', 'import']),
  finance: new Set(department),
  engineering: new Set(department),
  security: new Set<Permission>([...department, 'reception.read']),
  administrator: new Set(permissions),
}

export const may = (r: Role, p: Permission): boolean => rolePermissions[r].has(p)
