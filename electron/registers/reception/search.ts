import type { Settings } from '../../../shared/contract/system'
import { normalizeDocumentNumber } from '../../../shared/rules/id-number'
import { normalizePhone } from '../../../shared/rules/phone'
import { isExactQuery, pairsQuery } from '../../store/text-index'
import type { Sql } from '../../store/types'
import type { Vault } from '../../store/vault'
import { cardNumber } from './cards'
import { documentHash, documentTail, phoneHash, phoneTail } from './personal'

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

/**
 * Where an entry may be found by what was typed: its text; a whole phone or document number; the last four digits of
 * either; the card a visitor holds now.
 */
export function searchSources(vault: Vault, cards: Pick<Settings, 'cardPrefix' | 'cardCount'>, typed: string): IdSource[] {
  const sources: IdSource[] = []
  const pairs = pairsQuery(typed)
  if (pairs) sources.push({ from: 'entry_text s', id: 's.rowid', where: 'entry_text MATCH ?', parameters: [pairs], exact: isExactQuery(typed) })
  const number = normalizeDocumentNumber(typed)
  if (/^[0-9A-Z]{4}$/.test(number) && /\d{3}/.test(number)) {
    sources.push(byColumn('document_tail', documentTail(vault, number)))
    if (/^\d{4}$/.test(number)) sources.push(byColumn('phone_tail', phoneTail(vault, number)))
  }
  if (/^[0-9A-Z]{5,40}$/.test(number) && /\d{4}/.test(number)) sources.push(byColumn('document_hash', documentHash(vault, number)))
  const phone = normalizePhone(typed)
  if (phone.ok) sources.push(byColumn('phone_hash', phoneHash(vault, phone.normalized)))
  const card = cardNumber(cards, typed)
  if (card) sources.push({ from: 'entry s', id: 's.id', where: `s.card_no = ? AND s.card_no <> '' AND s.state IN ('asked', 'inside')`, parameters: [card], exact: true })
  return sources
}
