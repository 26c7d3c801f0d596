import { UserError } from '../../../shared/contract/errors'
import type { Call } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { loadComplaint } from './write'

/** Shows the client's number whole, and writes down who looked (P3). @throws UserError not-found when there is none, or no more */
export function reveal(house: House, id: number, call: Call): Promise<{ value: string }> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const value = unsealed(house.store.vault, complaint.data_key, complaint.phone_enc, 'complaint.phone_enc')
    if (value === '') throw new UserError('not-found', {}, 'phone')
    await tx.audit({ action: 'reveal', register: 'complaints', recordId: id, detail: { field: 'phone' } })
    return { value }
  })
}
