import type { Tx } from '../store/types'
import type { Vault } from '../store/vault'
import { unsealed } from './personal'

/** The number of a contact of the directory, for the store only; empty for nobody, and for one without a number. */
export async function contactNumber(tx: Pick<Tx, 'query'>, vault: Vault, contactId: number | null): Promise<string> {
  if (contactId === null) return ''
  const [contact] = await tx.query<{ data_key: Buffer | null; phone_enc: Buffer | null }>('SELECT data_key, phone_enc FROM contact WHERE id = ?', [contactId])
  return contact ? unsealed(vault, contact.data_key, contact.phone_enc, 'contact.phone_enc') : ''
}
