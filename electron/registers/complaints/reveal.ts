import type { Call } from '../handlers'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { loadComplaint } from './write'

/** The client's number. */
export const reveal = (house: House, id: number, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'complaints', id, field: 'phone' }, async (tx) => {
  const complaint = await loadComplaint(tx, id)
  return { dataKey: complaint.data_key, sealed: complaint.phone_enc, context: 'complaint.phone_enc' }
})
