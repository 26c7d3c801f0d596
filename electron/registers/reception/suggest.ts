import { department } from '../../../shared/contract/base'
import type { PersonSuggestion, reception } from '../../../shared/contract/reception'
import { normalizePhone } from '../../../shared/rules/phone'
import { departmentWords } from '../../../shared/slip/visitor-slip'
import type { Sql } from '../../store/types'
import { PREFIX_MIN, type Vault } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import { departmentReading } from '../pinyin'
import { visibleDenial } from './deny'
import type { Desk } from './desk'
import { documentHash, documentTail, phoneHash, phoneTail, typedDocument } from '../personal'
import type { IndexedPerson } from './people-index'

type Input = ParsedInput<typeof reception.suggest>
interface Ref { source: 'contact' | 'person'; id: number }

const none = {
  contactId: null, personId: null, department: null, pinyin: '', title: '', extension: '', phoneMasked: '', documentKind: null, documentMasked: '', company: '', tenantId: null, unitId: null, room: '',
  visits: 0, lastSeenAt: null, lastHostName: '', lastHostContactId: null, lastPurpose: null, denied: null,
} satisfies Partial<PersonSuggestion>

const departments = department.options.map((name) => ({ name, words: departmentWords[name], ...departmentReading(departmentWords[name]) }))

/** Persons, contacts and departments to offer for what is typed: name, pinyin, initials, room, extension, phone or document number. */
export async function suggest(desk: Desk, input: Input, call: Call): Promise<PersonSuggestion[]> {
  const typed = input.query.normalize('NFKC').trim()
  const sources = input.for === 'host' ? (['contact'] as const) : (['contact', 'person'] as const)
  // Who visits is seldom a tenant's own contact: they are not offered before anything is typed.
  if (typed === '' && input.for !== 'host') return []
  const byNumber = /\d{3}/.test(typed.replace(/[\s-]/g, '')) ? await numberOwners(desk, typed, sources, input.limit) : []
  const byName = await desk.people.search(typed, sources, input.limit)
  const visited = input.for === 'host' ? matchingDepartments(typed) : []
  const refs: Ref[] = [...byNumber]
  for (const person of byName) if (!refs.some((ref) => ref.source === person.source && ref.id === person.id)) refs.push(person)
  const people = await suggestions(desk, refs.slice(0, input.limit), call)
  // Somebody who was erased since is not kept in memory either.
  if (people.length < Math.min(refs.length, input.limit)) desk.people.forgetPersons()
  // A whole word for a department is surer than a name that only begins so.
  return [...visited, ...people].slice(0, input.limit)
}

function matchingDepartments(typed: string): PersonSuggestion[] {
  const text = typed.toLowerCase().replace(/\s/g, '')
  if (text === '') return []
  return departments
    .filter((d) => d.words.includes(text) || d.pinyin.replaceAll(' ', '').startsWith(text) || d.initials.startsWith(text))
    .map((d) => ({ ...none, source: 'department', department: d.name, name: d.words, pinyin: d.pinyin }))
}

interface Owned { whole: { column: 'phone_hash' | 'document_hash'; hash: Buffer; sources: readonly Ref['source'][] }[]; typed: Sql[] }

/** What to ask the indexes for: whole numbers, and the beginnings and last fours of numbers. Only persons have documents. */
function hashesOf(vault: Vault, typed: string, sources: readonly Ref['source'][]): Owned {
  const asked: Owned = { whole: [], typed: [] }
  const phone = typed.replace(/[\s-]/g, '')
  if (/^\+?\d+$/.test(phone) && phone.length >= PREFIX_MIN.phone) {
    const digits = phone.replace(/\D/g, '')
    asked.typed.push(vault.hash('phone-prefix', digits))
    if (digits.length === 4) asked.typed.push(phoneTail(vault, digits))
    const whole = normalizePhone(phone)
    if (whole.ok) asked.whole.push({ column: 'phone_hash', hash: phoneHash(vault, whole.normalized), sources })
  }
  if (!sources.includes('person')) return asked
  const { number, tail, whole, prefix } = typedDocument(typed)
  if (tail) asked.typed.push(documentTail(vault, number))
  if (prefix) asked.typed.push(vault.hash('document-prefix', number))
  if (whole) asked.whole.push({ column: 'document_hash', hash: documentHash(vault, number), sources: ['person'] })
  return asked
}

/** Whose phone or document number is this one, begins so, or ends in these four; who was written last comes first. */
async function numberOwners(desk: Desk, text: string, sources: readonly Ref['source'][], limit: number): Promise<Ref[]> {
  const { store } = desk.house
  const { whole, typed } = hashesOf(store.vault, text, sources)
  const refs: Ref[] = []
  for (const { column, hash, sources: tables } of whole) {
    for (const source of tables) refs.push(...(await store.read<Ref>(`SELECT '${source}' AS source, id FROM ${source} WHERE ${column} = ? LIMIT ${limit}`, [hash])))
  }
  if (typed.length === 0) return refs
  const owned = await store.read<Ref>(
    `SELECT owner AS source, owner_id AS id FROM blind_index WHERE hash IN (${typed.map(() => '?').join(', ')}) AND owner IN (${sources.map(() => '?').join(', ')}) ORDER BY owner_id DESC LIMIT ${limit * 4}`,
    [...typed, ...sources],
  )
  for (const ref of owned) if (!refs.some((other) => other.source === ref.source && other.id === ref.id)) refs.push(ref)
  return refs
}

type ContactRow = IndexedPerson & { phone_masked: string }
interface PersonRow {
  id: number; name: string; pinyin: string; company: string; phone_masked: string; document_kind: PersonSuggestion['documentKind']; document_masked: string; visits: number; last_seen_at: number
  last_host_name: string; last_host_contact_id: number | null; last_purpose: PersonSuggestion['lastPurpose']; denyId: number | null; denyReason: string | null
}

const denied = (row: { denyId: number | null; denyReason: string | null }, call: Call): PersonSuggestion['denied'] =>
  visibleDenial(row.denyId === null ? null : { id: row.denyId, reason: row.denyReason ?? '' }, call)

/** The rows behind the references, in their order. */
export async function suggestions(desk: Desk, refs: readonly Ref[], call: Call): Promise<PersonSuggestion[]> {
  const { store } = desk.house
  /** Half the questions are about one of the two only, and each statement is felt in the typing. */
  const rowsOf = <R>(source: Ref['source'], sql: string): Promise<R[]> => {
    const ids = refs.filter((ref) => ref.source === source).map((ref) => ref.id)
    return ids.length === 0 ? Promise.resolve([]) : store.read<R>(sql, [JSON.stringify(ids)])
  }
  const [contacts, persons] = await Promise.all([
    rowsOf<ContactRow>(
      'contact',
      `SELECT c.id, c.name, c.pinyin, c.title, c.extension, c.phone_masked, c.visits, t.name AS company, c.tenant_id AS tenantId, u.id AS unitId, coalesce(u.room, '') AS room
       FROM contact c JOIN tenant t ON t.id = c.tenant_id LEFT JOIN unit u ON u.id = coalesce(c.unit_id, (SELECT min(unit_id) FROM tenancy WHERE tenant_id = t.id))
       WHERE c.id IN (SELECT value FROM json_each(?)) AND c.active = 1`,
    ),
    rowsOf<PersonRow>(
      'person',
      `SELECT p.id, p.name, p.pinyin, p.company, p.phone_masked, p.document_kind, p.document_masked, p.visits, p.last_seen_at, p.last_host_name, p.last_host_contact_id, p.last_purpose,
         d.id AS denyId, d.reason AS denyReason
       FROM person p LEFT JOIN deny d ON d.id = (
         SELECT max(id) FROM deny WHERE lifted_at IS NULL AND (document_hash = p.document_hash OR phone_hash = p.phone_hash OR (name_folded = lower(replace(replace(p.name, ' ', ''), '·', '')) AND (document_hash IS NULL OR p.document_hash IS NULL))))
       WHERE p.id IN (SELECT value FROM json_each(?))`,
    ),
  ])
  return refs.flatMap((ref): PersonSuggestion[] => {
    if (ref.source === 'contact') {
      const c = contacts.find((row) => row.id === ref.id)
      return c ? [{ ...none, source: 'contact', contactId: c.id, name: c.name, pinyin: c.pinyin, title: c.title, extension: c.extension, phoneMasked: c.phone_masked, company: c.company, tenantId: c.tenantId, unitId: c.unitId, room: c.room, visits: c.visits }] : []
    }
    const p = persons.find((row) => row.id === ref.id)
    return p
      ? [{
          ...none, source: 'person', personId: p.id, name: p.name, pinyin: p.pinyin, phoneMasked: p.phone_masked, documentKind: p.document_kind, documentMasked: p.document_masked, company: p.company,
          visits: p.visits, lastSeenAt: p.last_seen_at, lastHostName: p.last_host_name, lastHostContactId: p.last_host_contact_id, lastPurpose: p.last_purpose, denied: denied(p, call),
        }]
      : []
  })
}

