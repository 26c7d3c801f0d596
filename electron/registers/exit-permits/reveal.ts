import { UserError } from '../../../shared/contract/errors'
import type { Call } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { loadPermit } from './write'

/** Shows the applicant's number whole, and writes down who looked (P3). @throws UserError not-found when there is none, or no more */
export function reveal(house: House, id: number, call: Call): Promise<{ value: string }> {
  return house.store.write(call.scope, async (tx) => {
    const permit = await loadPermit(tx, id)
    const value = unsealed(house.store.vault, permit.data_key, permit.phone_enc, 'exit_permit.phone_enc')
    if (value === '') throw new UserError('not-found', {}, 'phone')
    await tx.audit({ action: 'reveal', register: 'exit-permits', recordId: id, detail: { field: 'phone' } })
    return { value }
  })
}
