import type { Call } from '../handlers'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { loadOrder } from './write'

/** The reporter's number. */
export const revealPhone = (house: House, id: number, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'repairs', id, field: 'phone' }, async (tx) => {
  const order = await loadOrder(tx, id)
  return { dataKey: order.data_key, sealed: order.phone_enc, context: 'work_order.phone_enc' }
})
