import type { EntryRow, PersonSuggestion, reception } from '../../../shared/contract/reception'
import { normalizeDocumentNumber } from '../../../shared/rules/id-number'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import { findDenial, visibleDenial } from './deny'
import type { Desk } from './desk'
import { documentHash, phoneHash } from '../personal'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'
import { suggestions } from './suggest'

export interface Recognised { person: PersonSuggestion | null; expected: EntryRow[]; inside: EntryRow[]; denied: { id: number; reason: string | null } | null }

/** Who this is, as soon as a card is read or a number typed: known, expected today, still inside, or on the deny list. */
export async function recognise(desk: Desk, input: ParsedInput<typeof reception.recognise>, call: Call): Promise<Recognised> {
  const { store } = desk.house
  const { vault } = store
  const number = normalizeDocumentNumber(input.documentNumber)
  const phone = normalizePhone(input.phone)
  const byDocument = number === '' ? null : documentHash(vault, number)
  const byPhone = phone.ok ? phoneHash(vault, phone.normalized) : null
  const [person] = await store.read<{ id: number; name: string; phone_hash: Buffer | null; document_hash: Buffer | null }>(
    'SELECT id, name, phone_hash, document_hash FROM person WHERE document_hash = ?1 OR phone_hash = ?2 ORDER BY document_hash IS ?1 DESC, last_seen_at DESC LIMIT 1', [byDocument, byPhone],
  )
  const name = input.name || (person?.name ?? '')
  const [entries, denial, offered] = await Promise.all([
    store.read<ListedEntry>(
      `SELECT ${ROW_COLUMNS} FROM entry e WHERE e.state IN ('expected', 'inside') AND (e.person_id = ?1 OR e.document_hash = ?2 OR e.phone_hash = ?3 OR (e.state = 'expected' AND e.name = ?4 AND ?4 <> '')) ORDER BY e.id DESC LIMIT 20`,
      [person?.id ?? null, byDocument, byPhone, name],
    ),
    findDenial((sql, parameters) => store.read(sql, parameters), { name, companions: [], phoneHash: byPhone ?? person?.phone_hash ?? null, documentHash: byDocument ?? person?.document_hash ?? null }),
    person ? suggestions(desk, [{ source: 'person', id: person.id }], call) : [],
  ])
  const today = dayOf(store.clock.now())
  return {
    person: offered[0] ?? null,
    expected: entries.filter((entry) => entry.state === 'expected' && entry.day <= today).map(entryRow),
    inside: entries.filter((entry) => entry.state === 'inside').map(entryRow),
    denied: visibleDenial(denial, call),
  }
}
