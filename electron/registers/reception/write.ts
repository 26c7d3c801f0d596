import { UserError } from '../../../shared/contract/errors'
import { entryTexts, type EntryTexts } from '../../store/entry-text'
import { insertRowId, updateRow } from '../../store/rows'
import { indexedPairs } from '../../store/text-index'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import { documentTail, type PersonalNumbers, phoneTail, sealedDocument, sealedPhone } from '../personal'
import type { EntryRecord } from './rows'

export type EntryValues = Partial<Record<Exclude<keyof EntryRecord, 'id'>, Sql>>

/** The columns of `entry` that hold numbers of a person. */
export const sealedNumbers = (vault: Vault, key: DataKey, numbers: PersonalNumbers) => ({
  ...sealedPhone(vault, key, 'entry', numbers.phone),
  phone_tail: phoneTail(vault, numbers.phone),
  ...sealedDocument(vault, key, 'entry', numbers.documentKind, numbers.documentNumber),
  document_tail: documentTail(vault, numbers.documentNumber),
})

/** @throws UserError card-in-use when somebody else has the card */
async function refuseCardInUse<T>(card: Sql | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (/UNIQUE constraint failed: entry\.card_no/.test(String(error))) throw new UserError('card-in-use', { card: String(card) }, 'cardNo')
    throw error
  }
}

/** @returns the new entry's id. @throws UserError card-in-use */
export async function insertEntry(tx: Tx, values: EntryValues & EntryTexts): Promise<number> {
  const id = await refuseCardInUse(values.card_no, insertRowId(tx.query, 'entry', { ...values }))
  await tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [id, indexedPairs(entryTexts(values))])
  tx.changed('reception', id)
  return id
}

/** Changes columns, counts the version, and indexes the text anew where it changed. @throws UserError card-in-use */
export async function updateEntry(tx: Tx, entry: EntryRecord, values: EntryValues): Promise<EntryRecord> {
  const changed = { ...values, version: entry.version + 1 }
  await refuseCardInUse(values.card_no, updateRow(tx.query, 'entry', entry.id, changed))
  const next = { ...entry, ...changed } as EntryRecord
  const pairs = indexedPairs(entryTexts(next))
  if (pairs !== indexedPairs(entryTexts(entry))) {
    await tx.query('DELETE FROM entry_text WHERE rowid = ?', [entry.id])
    await tx.query('INSERT INTO entry_text (rowid, pairs) VALUES (?, ?)', [entry.id, pairs])
  }
  tx.changed('reception', entry.id)
  return next
}

/** The entry's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, entry: EntryRecord): DataKey => (entry.data_key ? vault.openKey(entry.data_key) : vault.newKey())

/** @throws UserError not-found */
export async function loadEntry(tx: Pick<Tx, 'query'>, id: number): Promise<EntryRecord> {
  const [entry] = await tx.query<EntryRecord>('SELECT * FROM entry WHERE id = ?', [id])
  if (!entry) throw new UserError('not-found')
  return entry
}
