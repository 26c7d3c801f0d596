import { UserError } from '../../../shared/contract/errors'
import type { reception } from '../../../shared/contract/reception'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { unsealed } from '../personal'
import { loadEntry } from './write'

/** Shows one number whole, and writes down who looked (P3). @throws UserError not-found when there is none, or no more */
export function reveal(desk: Desk, input: ParsedInput<typeof reception.reveal>, call: Call): Promise<{ value: string }> {
  const { store } = desk.house
  return store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    const value = input.field === 'phone'
      ? unsealed(store.vault, entry.data_key, entry.phone_enc, 'entry.phone_enc')
      : unsealed(store.vault, entry.data_key, entry.document_enc, 'entry.document_enc')
    if (value === '') throw new UserError('not-found', {}, input.field)
    await tx.audit({ action: 'reveal', register: 'reception', recordId: entry.id, detail: { field: input.field } })
    return { value }
  })
}
