import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import type { House } from '../registers/house'
import { systemScope, type Tx } from '../store/types'
import { insertContacts } from './directory'
import { mobile, personName, titles } from './names'
import { fillPools, POOLS } from './pools'
import { Random } from './random'
import { insertVisitors, makeVisitors } from './visitors'

/** A day has at least so many entries; many entries lie in ten years at most. */
const ENTRIES_A_DAY = 70
const MOST_DAYS = 3650
const CHUNK = 50_000
const VISITORS = 2000
/** Of the newest entries, those that are not finished. */
const UNFINISHED = 40

/**
 * Makes so many entries, fast, for measuring: visits and calls of the staff, companies and contacts that the store
 * has, ending yesterday, with people, numbers, ciphertexts and search text like real ones. The entries of one visitor
 * share a data key, and the audit chain gets one line for all of them. The register must be empty.
 * @param contacts how many contacts to add to the companies before
 */
export async function generateEntries(house: House, count: number, seed: number, { contacts = 0 }: { contacts?: number } = {}): Promise<void> {
  const { store } = house
  const scope = systemScope(house.station())
  const random = new Random(seed)
  const now = store.clock.now()
  const visitors = makeVisitors(random, VISITORS).map((visitor) => ({ ...visitor, visits: 1 + (visitor.id % 7), lastSeenAt: now - visitor.id * 60_000 }))
  const indexes = await store.write(scope, async (tx) => {
    const [anything] = await tx.query('SELECT 1 FROM entry LIMIT 1')
    if (anything) throw new Error('entries are generated into an empty register only')
    await addContacts(tx, house, random, contacts)
    await insertVisitors(tx, store.vault, visitors)
    await fillPools(tx, store.vault, visitors)
    await fillDays(tx, now, count)
    return dropIndexes(tx)
  })
  for (let from = 1; from <= count; from += CHUNK) {
    await store.write(scope, (tx) => insertChunk(tx, { from, to: Math.min(count, from + CHUNK - 1), count, seed }))
  }
  await store.write(scope, async (tx) => {
    for (const sql of indexes) await tx.query(sql)
    await tx.query(`INSERT INTO number_series (series, year, last) SELECT 'reception', year, max(last_id) - min(first_id) + 1 FROM gen_day GROUP BY year`)
    for (const table of [...POOLS, 'gen_day', 'gen_row']) await tx.query(`DROP TABLE temp.${table}`)
    await tx.audit({ action: 'generate', register: 'reception', recordId: null, detail: { count, seed } })
    tx.changed('reception', count)
    tx.changed('tenants', 1)
  })
  await store.read('PRAGMA wal_checkpoint(TRUNCATE)')
}

async function addContacts(tx: Tx, house: House, random: Random, count: number): Promise<void> {
  if (count === 0) return
  const tenants = await tx.query<{ id: number; unit: number | null }>('SELECT t.id, min(y.unit_id) AS unit FROM tenant t LEFT JOIN tenancy y ON y.tenant_id = t.id GROUP BY t.id')
  const [last] = await tx.query<{ id: number | null }>('SELECT max(id) AS id FROM contact')
  await insertContacts(tx, house.store.vault, Array.from({ length: count }, (_, i) => {
    const tenant = random.pick(tenants)
    return {
      id: (last?.id ?? 0) + 1 + i, tenantId: tenant.id, unitId: tenant.unit, name: personName(random), title: random.pick(titles), extension: `8${random.digits(3)}`, phone: mobile(random),
      canSign: false, visits: random.int(0, 30),
    }
  }))
}

/** Which ids lie on which day; the last day is yesterday. */
async function fillDays(tx: Tx, now: number, count: number): Promise<void> {
  const perDay = Math.max(ENTRIES_A_DAY, Math.ceil(count / MOST_DAYS))
  const days = Math.ceil(count / perDay)
  await tx.query('CREATE TEMP TABLE gen_day (first_id INTEGER PRIMARY KEY, last_id INTEGER, day TEXT, start INTEGER, year INTEGER)')
  for (let i = 0; i < days; i++) {
    const day = addDays(dayOf(now), i - days)
    await tx.query('INSERT INTO gen_day VALUES (?, ?, ?, ?, ?)', [i * perDay + 1, Math.min(count, (i + 1) * perDay), day, dayStart(day), Number(day.slice(0, 4))])
  }
  await tx.query(`CREATE TEMP TABLE gen_row (id INTEGER PRIMARY KEY, h INTEGER, kind TEXT, person INTEGER, host INTEGER, matter INTEGER, staff INTEGER, no TEXT, day TEXT, at INTEGER, year INTEGER)`)
}

/** Rebuilt at the end: sorting once is faster than a million insertions in places anywhere. */
async function dropIndexes(tx: Tx): Promise<string[]> {
  const indexes = await tx.query<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'entry' AND sql IS NOT NULL`)
  for (const { name } of indexes) await tx.query(`DROP INDEX ${name}`)
  return indexes.map(({ sql }) => sql)
}

const MINUTES = 60_000

async function insertChunk(tx: Tx, { from, to, count, seed }: { from: number; to: number; count: number; seed: number }): Promise<void> {
  const of = async (table: string): Promise<number> => (await tx.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n
  const [persons, hosts, visits, calls, staff] = [await of('gen_person'), await of('gen_host'), await of('gen_visit'), await of('gen_call'), await of('gen_staff')]
  await tx.query('DELETE FROM gen_row')
  // Two products of the id, taken apart for each choice, are random enough for a register.
  await tx.query(
    `INSERT INTO gen_row
     WITH RECURSIVE numbers(n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2),
       mixed AS (SELECT n, (n * 1103515245 + 12345 + ?3 * 7919) % 2147483647 AS h, (n * 48271 + ?3 * 104729) % 2147483647 AS g FROM numbers)
     SELECT m.n, m.h, iif(m.h % 7 < 4, 'visit', 'call'), m.g % ?4, (m.h / 7) % ?5, iif(m.h % 7 < 4, (m.g / 31) % ?6, (m.g / 31) % ?7), (m.h / 17) % ?8,
       printf('DJ%02d-%06d', d.year % 100, m.n - (SELECT min(first_id) FROM gen_day y WHERE y.year = d.year) + 1), d.day,
       d.start + 30600000 + (m.n - d.first_id) * 36000000 / (d.last_id - d.first_id + 1), d.year
     FROM mixed m JOIN gen_day d ON d.first_id = (SELECT max(first_id) FROM gen_day WHERE first_id <= m.n)`,
    [from, to, seed, persons, hosts, visits, calls, staff],
  )
  await tx.query(`INSERT INTO entry (${COLUMNS.map(([column]) => column).join(', ')}) SELECT ${COLUMNS.map(([, value]) => value).join(', ')} ${JOINS} ORDER BY r.id`, [count - UNFINISHED])
  await tx.query(
    `INSERT INTO entry_text (rowid, pairs) SELECT r.id, p.pairs || ' ' || iif(r.kind = 'visit', h.visit_pairs, h.call_pairs) || ' ' || coalesce(v.pairs, c.pairs) || ' dj j' || substr(r.no, 3, 1) || ${[3, 4, 6, 7, 8, 9, 10].map((at, i, all) => `' ' || substr(r.no, ${at}, 1) || substr(r.no, ${all[i + 1] ?? 11}, 1)`).join(' || ')} || ' ' || substr(r.no, -1)
     ${JOINS} ORDER BY r.id`,
  )
}

const JOINS = `FROM gen_row r JOIN gen_person p ON p.k = r.person JOIN gen_host h ON h.k = r.host JOIN gen_staff s ON s.k = r.staff
  LEFT JOIN gen_visit v ON r.kind = 'visit' AND v.k = r.matter LEFT JOIN gen_call c ON r.kind = 'call' AND c.k = r.matter`

const visit = (value: string, otherwise = 'NULL'): string => `iif(r.kind = 'visit', ${value}, ${otherwise})`
const STATE = `CASE WHEN r.id > ?1 THEN ${visit(`'inside'`, `'notified'`)} WHEN r.kind = 'call' THEN 'closed' WHEN r.h % 23 = 0 THEN 'declined' ELSE 'left' END`
const CAME = `r.kind = 'visit' AND (r.id > ?1 OR r.h % 23 <> 0)`

/** Each column with what it is made of. */
const COLUMNS: [string, string][] = [
  ['id', 'r.id'], ['no', 'r.no'], ['kind', 'r.kind'], ['at', 'r.at'], ['day', 'r.day'], ['state', STATE],
  ['receptionist_id', 's.id'], ['receptionist', 's.name'], ['station', `'A1'`],
  ['person_id', 'p.person_id'], ['name', 'p.name'], ['people', `iif(r.kind = 'visit' AND r.h % 9 = 0, 2 + r.h % 11, 1)`], ['company', 'p.company'], ['data_key', 'p.data_key'],
  ['phone_enc', 'p.phone_enc'], ['phone_hash', 'p.phone_hash'], ['phone_tail', 'p.phone_tail'], ['phone_masked', 'p.phone_masked'],
  ['document_kind', visit('p.document_kind')], ['document_enc', visit('p.document_enc')], ['document_hash', visit('p.document_hash')], ['document_tail', visit('p.document_tail')],
  ['document_masked', visit('p.document_masked', `''`)], ['document_source', visit(`'card'`)],
  ['tenant_id', 'h.tenant_id'], ['unit_id', 'h.unit_id'], ['room', 'h.room'], ['tenant_name', 'h.tenant_name'],
  ['host_contact_id', visit('h.contact_id')], ['host_name', visit('h.name', `''`)], ['host_extension', visit('h.extension', `''`)],
  ['purpose', 'v.purpose'], ['category', 'c.category'], ['matter', 'coalesce(v.matter, c.matter)'],
  ['answer', visit(`iif(r.h % 23 = 0 AND r.id <= ?1, 'declined', 'agreed')`)],
  ['card_no', `iif(${CAME}, printf('T-%03d', 1 + r.id % 60), '')`], ['token', visit(`'QT1:' || r.no || ':' || printf('%04X', r.h % 65536)`, `''`)],
  ['asked_at', visit('r.at')], ['answered_at', visit('r.at')], ['inside_at', `iif(${CAME}, r.at, NULL)`],
  ['left_at', `iif(${CAME} AND r.id <= ?1, r.at + (12 + r.h % 120) * ${MINUTES}, NULL)`], ['valid_until', `iif(${CAME}, r.at + 8 * 60 * ${MINUTES}, NULL)`],
  ['notified_department', 'c.department'], ['notified_person', visit('h.name', `''`)], ['notified_at', 'r.at'], ['acknowledged_at', visit('NULL', `r.at + (1 + r.h % 25) * ${MINUTES}`)],
  ['result', `iif(r.kind = 'call' AND r.id <= ?1, c.result, '')`],
]
