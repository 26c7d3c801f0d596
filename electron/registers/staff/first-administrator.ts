import { UserError } from '../../../shared/contract/errors'
import type { Scope } from '../../store/types'
import type { House } from '../house'
import { hashPin, refuseWeakPin } from './pin'
import { writeStaff } from './save-staff'

/**
 * The first member of staff, made at set-up while nobody can be signed in. Returns the id.
 * @throws UserError already-set-up, weak-pin (`refuseWeakPin` says so before a store is made)
 */
export async function createFirstAdministrator(house: House, scope: Scope, person: { staffNo: string; name: string; pin: string }): Promise<number> {
  refuseWeakPin(person.pin, person.staffNo, 'pin')
  const pinHash = await hashPin(person.pin)
  return house.store.write(scope, async (tx) => {
    const [anybody] = await tx.query('SELECT 1 FROM staff LIMIT 1')
    if (anybody) throw new UserError('already-set-up')
    return writeStaff(tx, { id: null, staffNo: person.staffNo, name: person.name, role: 'administrator', department: 'customer-service', active: true, pinHash })
  })
}
