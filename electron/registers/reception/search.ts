import type { Settings } from '../../../shared/contract/system'
import { normalizePhone } from '../../../shared/rules/phone'
import { isExactQuery, pairsQuery } from '../../store/text-index'
import type { Sql } from '../../store/types'
import type { Vault } from '../../store/vault'
import { cardNumber } from './cards'
import { documentHash, documentTail, phoneHash, phoneTail, typedDocument } from '../personal'

/** Ids from one index, to be read newest first. */
export interface IdSource {
  /** Table or index, as `s`. */
  from: string
  id: 's.id' | 's.rowid'
  where: string
  parameters: Sql[]
  /** A hit is a hit; otherwise its text must be looked at. */
  exact: boolean
}

const byColumn = (column: string, value: Sql): IdSource => ({ from: 'entry s', id: 's.id', where: `s.${column} = ?`, parameters: [value], exact: true })

/** Entries of the persons known by what was typed of their number; the index is by person only. */
const byPerson = (hash: Buffer): IdSource =>
  ({ from: 'blind_index x CROSS JOIN entry s ON s.person_id = x.owner_id', id: 's.id', where: `x.hash = ? AND x.owner = 'person'`, parameters: [hash], exact: true })

/**
 * Where an entry may be found by what was typed: its text; a whole phone or document number; the last four digits of
 * either; the beginning of a document number; the card a visitor holds now.
 */
export function searchSources(vault: Vault, cards: Pick<Settings, 'cardPrefix' | 'cardCount'>, typed: string): IdSource[] {
  const sources: IdSource[] = []
  const pairs = pairsQuery(typed)
  if (pairs) sources.push({ from: 'entry_text s', id: 's.rowid', where: 'entry_text MATCH ?', parameters: [pairs], exact: isExactQuery(typed) })
  const { number, tail, whole, prefix } = typedDocument(typed)
  if (tail) sources.push(byColumn('document_tail', documentTail(vault, number)))
  if (/^\d{4}$/.test(number)) sources.push(byColumn('phone_tail', phoneTail(vault, number)))
  if (whole) sources.push(byColumn('document_hash', documentHash(vault, number)))
  if (prefix) sources.push(byPerson(vault.hash('document-prefix', number)))
  const phone = normalizePhone(typed)
  if (phone.ok) sources.push(byColumn('phone_hash', phoneHash(vault, phone.normalized)))
  const card = cardNumber(cards, typed)
  if (card) sources.push({ from: 'entry s', id: 's.id', where: `s.card_no = ? AND s.card_no <> '' AND s.state IN ('asked', 'inside')`, parameters: [card], exact: true })
  return sources
}
