import type { RegisterName } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import type { Tx } from '../store/types'
import type { Call } from './handlers'
import type { House } from './house'
import { unsealed } from './personal'

/** A number as it is kept: the record's own key, wrapped; the number under it; `context`: its table and column, which it was sealed with. */
export interface SealedNumber { dataKey: Buffer | null; sealed: Buffer | null; context: string }

/** Shows one number of a record whole, and writes down who looked (P3). @throws UserError not-found at `field` when there is none, or no more */
export function revealNumber(house: House, call: Call, at: { register: RegisterName; id: number; field: string }, read: (tx: Tx) => Promise<SealedNumber>): Promise<{ value: string }> {
  return house.store.write(call.scope, async (tx) => {
    const { dataKey, sealed, context } = await read(tx)
    const value = unsealed(house.store.vault, dataKey, sealed, context)
    if (value === '') throw new UserError('not-found', {}, at.field)
    await tx.audit({ action: 'reveal', register: at.register, recordId: at.id, detail: { field: at.field } })
    return { value }
  })
}
