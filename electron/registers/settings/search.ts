import { may } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { entryTexts, type EntryTexts } from '../../store/entry-text'
import { formatNumber } from '../../store/numbers'
import type { Store } from '../../store/store'
import { foldedIncludes, pairsQuery } from '../../store/text-index'
import type { Sql } from '../../store/types'
import type { SignedIn } from '../handlers'
import type { House } from '../house'

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

interface NamedRow { id: number; title: string; detail: string }

/**
 * The command bar's finds, best kind first: rooms by their digits, entries by number, companies and contacts by
 * Chinese, pinyin or initials, entries by what they say. A kind the role may not read is left out.
 */
export async function searchAll({ store, tellers }: Pick<House, 'store' | 'tellers'>, signedIn: SignedIn, query: string, limit: number): Promise<SearchHit[]> {
  const typed = query.normalize('NFKC').trim()
  if (typed === '') return []
  const directory = may(signedIn.role, 'tenants.read')
  const reception = may(signedIn.role, 'reception.read')
  const [numbered, rooms, companies, people, byPhone, callers, texts, others] = await Promise.all([
    reception ? entriesByNumber(store, typed) : [],
    directory ? units(store, typed, limit) : [],
    directory ? tenants(store, typed, limit) : [],
    directory ? contacts(store, typed, limit) : [],
    directory ? contactsByPhone(store, typed, limit) : [],
    reception ? entriesByPhone(store, typed) : [],
    reception ? entriesByText(store, typed, limit) : [],
    tellers.search(typed, signedIn, limit),
  ])
  return shared([rooms, numbered, companies, without(people, byPhone), byPhone, ...others, without(callers, numbered), without(without(texts, numbered), callers)], limit)
}

/** Each thing is shown once. */
const without = (hits: SearchHit[], shown: SearchHit[]): SearchHit[] => hits.filter((hit) => !shown.some((other) => other.kind === hit.kind && other.id === hit.id))

/** No kind takes more than a third as long as others have something to show. */
function shared(kinds: SearchHit[][], limit: number): SearchHit[] {
  const taken = kinds.map((hits) => Math.min(hits.length, Math.ceil(limit / 3)))
  let left = limit - taken.reduce((sum, count) => sum + count, 0)
  for (const [i, hits] of kinds.entries()) {
    const more = Math.max(0, Math.min(hits.length - taken[i]!, left))
    taken[i]! += more
    left -= more
  }
  return kinds.flatMap((hits, i) => hits.slice(0, taken[i])).slice(0, limit)
}

/** Rooms have digits; a company's name alone must not list all its rooms before itself. */
async function units(store: Store, typed: string, limit: number): Promise<SearchHit[]> {
  if (!/\d/.test(typed)) return []
  const rows = await store.read<NamedRow>(
    `SELECT u.id, u.room AS title, coalesce(group_concat(t.name, '、'), '') AS detail
     FROM unit u LEFT JOIN tenancy y ON y.unit_id = u.id LEFT JOIN tenant t ON t.id = y.tenant_id
     WHERE u.room LIKE ? ESCAPE '\\' GROUP BY u.id ORDER BY length(u.room), u.room LIMIT ?`,
    [like(typed).slice(1), limit],
  )
  return rows.map((row) => hit('unit', row))
}

async function tenants(store: Store, typed: string, limit: number): Promise<SearchHit[]> {
  const { where, parameters } = named(typed, ['t.name', 't.short_name'], ['t.pinyin', 't.initials'])
  const rows = await store.read<NamedRow>(
    `SELECT t.id, t.name AS title, coalesce((SELECT group_concat(u.room, '、') FROM tenancy y JOIN unit u ON u.id = y.unit_id WHERE y.tenant_id = t.id), '') AS detail
     FROM tenant t WHERE t.active = 1 AND (${where}) ORDER BY instr(t.name, ?) = 0, instr(t.name, ?), t.id LIMIT ?`,
    [...parameters, typed, typed, limit],
  )
  return rows.map((row) => hit('tenant', row))
}

async function contacts(store: Store, typed: string, limit: number): Promise<SearchHit[]> {
  const { where, parameters } = named(typed, ['c.name'], [`replace(c.pinyin, ' ', '')`, 'c.initials'])
  const rows = await store.read<NamedRow>(
    `SELECT c.id, c.name AS title, trim(t.name || ' ' || coalesce(u.room, '') || ' ' || c.title) AS detail
     FROM contact c JOIN tenant t ON t.id = c.tenant_id LEFT JOIN unit u ON u.id = c.unit_id
     WHERE c.active = 1 AND (${where} OR (c.extension <> '' AND c.extension = ?)) ORDER BY c.visits DESC, c.id LIMIT ?`,
    [...parameters, typed, limit],
  )
  return rows.map((row) => hit('contact', row))
}

/** The last four digits of a contact's number lead to the contact and so to the company (P3: by keyed hash). */
async function contactsByPhone(store: Store, typed: string, limit: number): Promise<SearchHit[]> {
  if (!/^\d{4}$/.test(typed)) return []
  const rows = await store.read<NamedRow>(
    `SELECT c.id, c.name AS title, trim(t.name || ' ' || coalesce(u.room, '') || ' ' || c.phone_masked) AS detail
     FROM blind_index x JOIN contact c ON c.id = x.owner_id JOIN tenant t ON t.id = c.tenant_id LEFT JOIN unit u ON u.id = c.unit_id
     WHERE x.hash = ? AND x.owner = 'contact' AND c.active = 1 ORDER BY c.visits DESC, c.id LIMIT ?`,
    [store.vault.hash('phone-tail', typed), limit],
  )
  return rows.map((row) => hit('contact', row))
}

/** Chinese anywhere in the name; Latin letters from the start of the reading, or anywhere once there are two. */
function named(typed: string, names: string[], readings: string[]): { where: string; parameters: Sql[] } {
  const letters = typed.toLowerCase().replace(/[\s'’-]/g, '')
  const latin = /^[a-z0-9]+$/.test(letters) && /[a-z]/.test(letters)
  const conditions = names.map((column) => ({ sql: `${column} LIKE ? ESCAPE '\\'`, value: like(typed) }))
  if (latin) conditions.push(...readings.map((column) => ({ sql: `${column} LIKE ?`, value: letters.length > 1 ? `%${letters}%` : `${letters}%` })))
  return { where: conditions.map((condition) => condition.sql).join(' OR '), parameters: conditions.map((condition) => condition.value) }
}

const ENTRY = `SELECT id, no, kind, state, at, day, name, company, tenant_name, room, matter, host_name FROM entry`
interface EntryHit extends EntryTexts { id: number; kind: string; state: string; at: number; day: string }

const entryHit = (row: EntryHit): SearchHit => ({
  kind: 'entry', id: row.id, title: [row.no, row.name].filter(Boolean).join(' '),
  detail: [row.room, row.tenant_name || row.company, row.matter].filter(Boolean).join('，'), state: row.state, at: row.at,
})

/** DJ26-004218 whole, or its last digits in this year and the last. */
async function entriesByNumber(store: Store, typed: string): Promise<SearchHit[]> {
  const year = new Date(store.clock.now()).getFullYear()
  const digits = /^\d{1,6}$/.test(typed) ? Number(typed) : null
  const numbers = digits === null ? [typed.toUpperCase()] : [formatNumber('reception', year, digits), formatNumber('reception', year - 1, digits)]
  const rows = await store.read<EntryHit>(`${ENTRY} WHERE no IN (${numbers.map(() => '?').join(', ')}) ORDER BY id DESC`, numbers)
  return rows.map(entryHit)
}

/** So many calls and visits of one number say who it is. */
const OF_ONE_NUMBER = 3

/** The last four digits of a caller's or visitor's number lead to what they came or called for last. */
async function entriesByPhone(store: Store, typed: string): Promise<SearchHit[]> {
  if (!/^\d{4}$/.test(typed)) return []
  const rows = await store.read<EntryHit>(`${ENTRY} WHERE phone_tail = ? ORDER BY id DESC LIMIT ${OF_ONE_NUMBER}`, [store.vault.hash('phone-tail', typed)])
  return rows.map(entryHit)
}

const BATCH = 50
/** So far back a search in passing looks; the register's own search goes on. */
const BATCHES = 20

/** What an entry says. Digits alone are a room's, from three on: one or two stand in every number. */
async function entriesByText(store: Store, typed: string, limit: number): Promise<SearchHit[]> {
  const pairs = pairsQuery(typed)
  const digits = /^\d+$/.test(typed)
  if (pairs === null || (digits && typed.length < 3)) return []
  const hits: SearchHit[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (let batch = 0; batch < BATCHES && hits.length < limit; batch++) {
    const ids = await store.read<{ rowid: number }>(`SELECT rowid FROM entry_text WHERE entry_text MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ${BATCH}`, [pairs, before])
    if (ids.length === 0) break
    before = ids.at(-1)!.rowid
    const rows = await store.read<EntryHit>(`${ENTRY} WHERE id IN (${ids.map(() => '?').join(', ')}) ORDER BY id DESC`, ids.map((row) => row.rowid))
    // The pairs may stand apart in the text; what was typed must stand there as one run.
    hits.push(...rows.filter((row) => foldedIncludes(digits ? [row.room] : entryTexts(row), typed)).map(entryHit))
  }
  return hits.slice(0, limit)
}

const hit = (kind: SearchHit['kind'], row: NamedRow): SearchHit => ({ kind, id: row.id, title: row.title, detail: row.detail, state: '', at: null })
