import { z } from 'zod'

export const role = z.enum(['receptionist', 'supervisor', 'finance', 'engineering', 'security', 'administrator'])
export type Role = z.infer<typeof role>

export const permissions = [
  'reception.read', 'reception.write', 'reception.void', 'reception.reveal', 'reception.export',
  'deny-list.read', 'deny-list.write',
  'notices.read', 'notices.acknowledge',
  'repairs.read', 'repairs.write', 'repairs.work', 'repairs.check', 'repairs.reveal',
  'services.read', 'services.write', 'services.check', 'services.reveal', 'prices.write',
  'cashier.read', 'cashier.write', 'cashier.void',
  'complaints.read', 'complaints.write', 'complaints.handle', 'complaints.reveal',
  'passes.read', 'passes.write', 'passes.check', 'passes.reveal',
  'exit-permits.read', 'exit-permits.write', 'exit-permits.check', 'exit-permits.release', 'exit-permits.hold', 'exit-permits.reveal',
  'keys.read', 'keys.write', 'keys.check', 'keys.approve', 'keys.reveal',
  'signs.read', 'signs.write', 'calendar.write',
  'numbers.read', 'attachments.write',
  'handover.write', 'handover.recheck',
  'tenants.read', 'tenants.write', 'import',
  'printing.read', 'printing.write',
  'staff.write', 'settings.read', 'settings.write',
] as const
export type Permission = (typeof permissions)[number]

const desk: Permission[] = [
  'reception.read', 'reception.write', 'reception.void', 'reception.reveal', 'reception.export',
  'repairs.read', 'repairs.write', 'repairs.work', 'repairs.reveal', 'services.read', 'services.write', 'services.reveal', 'cashier.read', 'cashier.write',
  'complaints.read', 'complaints.write', 'complaints.reveal',
  'passes.read', 'passes.write', 'passes.reveal', 'exit-permits.read', 'exit-permits.write', 'exit-permits.reveal', 'keys.read', 'keys.write', 'keys.reveal', 'signs.read', 'signs.write',
  'numbers.read', 'attachments.write',
  'notices.read', 'notices.acknowledge', 'handover.write', 'tenants.read', 'printing.read', 'printing.write', 'settings.read',
]
const department: Permission[] = ['notices.read', 'notices.acknowledge', 'tenants.read', 'printing.read', 'settings.read']

/** What each role may do; checked in the main process at every call, used by the page only to hide what is refused. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  receptionist: new Set(desk),
  supervisor: new Set<Permission>([...desk, 'deny-list.read', 'deny-list.write', 'repairs.check', 'services.check', 'prices.write', 'cashier.void', 'complaints.handle',
    'passes.check', 'exit-permits.check', 'keys.check', 'calendar.write', 'handover.recheck', 'tenants.write', 'import']),
  finance: new Set<Permission>([...department, 'services.read', 'services.check', 'cashier.read', 'numbers.read',
    'passes.read', 'exit-permits.read', 'exit-permits.hold']),
  /** Sees every order and works on it; the client's number is needed to reach them. */
  engineering: new Set<Permission>([...department, 'repairs.read', 'repairs.work', 'repairs.reveal', 'services.read', 'keys.read', 'attachments.write']),
  /** At the gate: checks goods against permits, and whose pass it is. */
  security: new Set<Permission>([...department, 'reception.read', 'passes.read', 'exit-permits.read', 'exit-permits.release', 'attachments.write']),
  administrator: new Set(permissions),
}

export const may = (r: Role, p: Permission): boolean => rolePermissions[r].has(p)
