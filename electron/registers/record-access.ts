import type { RegisterName } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import { may, type Permission } from '../../shared/contract/permissions'
import type { SignedIn } from './handlers'

/** What somebody needs to see a record of a register, where it is asked for by register and id. */
const readPermission: Partial<Record<RegisterName, Permission>> = {
  reception: 'reception.read', repairs: 'repairs.read', 'paid-services': 'services.read', complaints: 'complaints.read', cashier: 'cashier.read', passes: 'passes.read', 'exit-permits': 'exit-permits.read', keys: 'keys.read', signs: 'signs.read', handover: 'handover.write', tenants: 'tenants.read',
}

/** @throws UserError not-permitted, also for a register that shows no records of its own */
export function refuseUnread(viewer: SignedIn, register: string): void {
  const needed = readPermission[register as RegisterName]
  if (!needed || !may(viewer.role, needed)) throw new UserError('not-permitted')
}
