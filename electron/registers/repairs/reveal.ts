import { UserError } from '../../../shared/contract/errors'
import type { Call } from '../handlers'
import type { House } from '../house'
import { unsealed } from '../personal'
import { loadOrder } from './write'

/** Shows the reporter's number whole, and writes down who looked (P3). @throws UserError not-found when there is none, or no more */
export function revealPhone(house: House, id: number, call: Call): Promise<{ value: string }> {
  return house.store.write(call.scope, async (tx) => {
    const order = await loadOrder(tx, id)
    const value = unsealed(house.store.vault, order.data_key, order.phone_enc, 'work_order.phone_enc')
    if (value === '') throw new UserError('not-found', {}, 'phone')
    await tx.audit({ action: 'reveal', register: 'repairs', recordId: id, detail: { field: 'phone' } })
    return { value }
  })
}
