import type { EntryRow, PersonSuggestion, reception } from '../../../shared/contract/reception'
import { normalizeDocumentNumber } from '../../../shared/rules/id-number'
import { normalizePhone } from '../../../shared/rules/phone'
import { dayOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import { findDenial } from '../denied'
import { visibleDenial } from './deny'
import type { Desk } from './desk'
import { documentHash, phoneHash } from '../personal'
import { entryRow, type ListedEntry, ROW_COLUMNS } from './rows'
import { suggestions } from './suggest'

export interface Recognised { person: PersonSuggestion | null; expected: EntryRow[]; inside: EntryRow[]; denied: { id: number; reason: string | null } | null }

/**
 * Who this is, as soon as a card is read or a number typed: known, expected today, still inside, or on the deny list. A
 * phone number finds a tenant's contact as well as who came or called before; where several share it, only by name.
 */
export async function recognise(desk: Desk, input: ParsedInput<typeof reception.recognise>, call: Call): Promise<Recognised> {
  const { store } = desk.house
  const { vault } = store
  const number = normalizeDocumentNumber(input.documentNumber)
  const phone = normalizePhone(input.phone)
  const byDocument = number === '' ? null : documentHash(vault, number)
  const byPhone = phone.ok ? phoneHash(vault, phone.normalized) : null
  const [[person], contacts] = await Promise.all([
    store.read<{ id: number; name: string; phone_hash: Buffer | null; document_hash: Buffer | null }>(
      'SELECT id, name, phone_hash, document_hash FROM person WHERE document_hash = ?1 OR phone_hash = ?2 ORDER BY document_hash IS ?1 DESC, last_seen_at DESC LIMIT 1', [byDocument, byPhone],
    ),
    byPhone === null ? [] : store.read<{ id: number; name: string }>('SELECT c.id, c.name FROM contact c JOIN tenant t ON t.id = c.tenant_id WHERE c.phone_hash = ? AND c.active = 1 AND t.active = 1', [byPhone]),
  ])
  const said = input.name || (person?.name ?? '')
  const contact = said === '' ? (contacts.length === 1 ? contacts[0] : undefined) : contacts.find((each) => each.name === said)
  const name = said || (contact?.name ?? '')
  const [entries, denial, offered] = await Promise.all([
    store.read<ListedEntry>(
      `SELECT ${ROW_COLUMNS} FROM entry e WHERE e.state IN ('expected', 'inside') AND (e.person_id = ?1 OR e.document_hash = ?2 OR e.phone_hash = ?3 OR (e.state = 'expected' AND e.name = ?4 AND ?4 <> '')) ORDER BY e.id DESC LIMIT 20`,
      [person?.id ?? null, byDocument, byPhone, name],
    ),
    findDenial((sql, parameters) => store.read(sql, parameters), { name, companions: [], phoneHash: byPhone ?? person?.phone_hash ?? null, documentHash: byDocument ?? person?.document_hash ?? null }),
    suggestions(desk, [...(person ? [{ source: 'person' as const, id: person.id }] : []), ...(contact ? [{ source: 'contact' as const, id: contact.id }] : [])], call),
  ])
  const today = dayOf(store.clock.now())
  return {
    person: oneOf(offered),
    expected: entries.filter((entry) => entry.state === 'expected' && entry.day <= today).map(entryRow),
    inside: entries.filter((entry) => entry.state === 'inside').map(entryRow),
    denied: visibleDenial(denial, call),
  }
}

/** A contact who came before is one person: what the directory says of them, and how they came. */
function oneOf(offered: PersonSuggestion[]): PersonSuggestion | null {
  const [person, contact] = offered
  if (!person || !contact || contact.name !== person.name) return person ?? null
  const { contactId, title, extension, company, tenantId, unitId, room } = contact
  return { ...person, contactId, title, extension, company, tenantId, unitId, room }
}
