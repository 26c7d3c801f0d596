import type { Tx } from '../store/types'
import type { Vault } from '../store/vault'
import { unsealed } from './personal'

type Sealed = { data_key: Buffer | null; phone_enc: Buffer | null }

/** The number of a contact of the directory, for the store only; empty for nobody, and for one without a number. */
export const contactNumber = (tx: Pick<Tx, 'query'>, vault: Vault, contactId: number | null): Promise<string> => numberOf(tx, vault, 'contact', contactId)

/** That of somebody who was here or called before; empty for one who was erased since (P3). */
export const personNumber = (tx: Pick<Tx, 'query'>, vault: Vault, personId: number | null): Promise<string> => numberOf(tx, vault, 'person', personId)

async function numberOf(tx: Pick<Tx, 'query'>, vault: Vault, table: 'contact' | 'person', id: number | null): Promise<string> {
  if (id === null) return ''
  const [row] = await tx.query<Sealed>(`SELECT data_key, phone_enc FROM ${table} WHERE id = ?`, [id])
  return row ? unsealed(vault, row.data_key, row.phone_enc, `${table}.phone_enc`) : ''
}
