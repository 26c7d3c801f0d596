import type { EntryRow, reception } from '../../../shared/contract/reception'
import { normalizeDocumentNumber } from '../../../shared/rules/id-number'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayOf } from '../../../shared/rules/time'
import { indexedPairs } from '../../store/text-index'
import type { ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { documentHash, phoneHash } from '../personal'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'

/** A matter reported again within this time is probably the same one. */
const SAME_MATTER_MS = 60 * 60_000

/** Half of the shorter text's pairs of characters stand in the other. */
export function similar(a: string, b: string): boolean {
  const pairs = (text: string) => new Set(indexedPairs([text]).split(' ').filter((pair) => pair.length > 1))
  const [first, second] = [pairs(a), pairs(b)]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return shared > 0 && shared * 2 >= Math.min(first.size, second.size)
}

/** What may be the same thing entered twice today: same person or number, or same unit and a similar matter within the hour. Shown, never blocked. */
export async function duplicates(desk: Desk, input: ParsedInput<typeof reception.duplicates>): Promise<EntryRow[]> {
  const { store } = desk.house
  const now = store.clock.now()
  const phone = normalizePhone(input.phone)
  const number = normalizeDocumentNumber(input.documentNumber)
  const rows = await store.read<ListedEntry & { person: 0 | 1 }>(
    `SELECT ${ROW_COLUMNS}, (e.phone_hash IS ?3 AND ?3 IS NOT NULL) OR (e.document_hash IS ?4 AND ?4 IS NOT NULL) OR (e.name = ?5 AND ?5 <> '') AS person
     FROM entry e WHERE e.day = ?1 AND +e.kind = ?2 AND e.state NOT IN ('void', 'expected') AND (person OR (e.unit_id = ?6 AND e.at >= ?7)) ORDER BY e.id DESC LIMIT 50`,
    [dayOf(now), input.kind, phone.ok ? phoneHash(store.vault, phone.normalized) : null, number === '' ? null : documentHash(store.vault, number), input.name, input.unitId, now - SAME_MATTER_MS],
  )
  return rows.filter((row) => row.person || similar(row.matter, input.matter)).slice(0, 5).map(entryRow)
}
