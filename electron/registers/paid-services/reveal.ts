import type { Call } from '../handlers'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { loadSlip } from './write'

/** The client's number, who is asked for the answer and the money. */
export const reveal = (house: House, id: number, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'paid-services', id, field: 'phone' }, async (tx) => {
  const slip = await loadSlip(tx, id)
  return { dataKey: slip.data_key, sealed: slip.phone_enc, context: 'paid_service.phone_enc' }
})
