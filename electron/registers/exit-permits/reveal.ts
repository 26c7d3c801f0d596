import type { Call } from '../handlers'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { loadPermit } from './write'

/** The applicant's number. */
export const reveal = (house: House, id: number, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'exit-permits', id, field: 'phone' }, async (tx) => {
  const permit = await loadPermit(tx, id)
  return { dataKey: permit.data_key, sealed: permit.phone_enc, context: 'exit_permit.phone_enc' }
})
