import type { reception } from '../../../shared/contract/reception'
import type { Call, ParsedInput } from '../handlers'
import { revealNumber } from '../reveal'
import type { Desk } from './desk'
import { loadEntry } from './write'

/** The caller's or visitor's phone, or the visitor's document. */
export const reveal = ({ house }: Desk, { id, field }: ParsedInput<typeof reception.reveal>, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'reception', id, field }, async (tx) => {
  const entry = await loadEntry(tx, id)
  return field === 'phone'
    ? { dataKey: entry.data_key, sealed: entry.phone_enc, context: 'entry.phone_enc' }
    : { dataKey: entry.data_key, sealed: entry.document_enc, context: 'entry.document_enc' }
})
