import { departmentWords } from '../../shared/slip/visitor-slip'
import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import { insertRows } from './bulk'
import { entryTexts, type EntryTexts } from './entry-text'
import type { SettingsStore } from './settings'
import type { Store } from './store'
import { indexedPairs } from './text-index'
import { type Scope, systemScope, type Tx } from './types'

/** Rows erased in one transaction, so that a visitor at the desk never waits for the sweep. */
const BATCH = 500
/** Pages of the text index merged in one transaction. */
const MERGE_PAGES = 500

export interface Swept { entries: number; persons: number; records: number }

/**
 * Erases personal data whose retention period is over (P3): keys, ciphertexts, hashes, masks, names, companions and
 * companies of visitors, what was written freely about them, photos, slips, notices, drafts, persons not seen since, and
 * denials lifted since. Entry, number, times, place and audit chain stay; what the chain holds of the person is
 * ciphertext whose key is gone. Whoever is still inside is not touched; who was expected or waited for an answer all
 * the time did not come. Whole days count, so that this runs
 * to the end once a day; afterwards neither the file nor its log holds what was erased.
 */
export async function sweepRetention(house: { store: Store; settings: SettingsStore; station: () => string }, now: number): Promise<Swept> {
  const { store } = house
  const scope = systemScope(house.station())
  const limit = dayStart(addDays(dayOf(now), -house.settings.current.visitorRetentionDays))
  const swept: Swept = { entries: await untilNone(store, scope, (tx) => eraseEntries(tx, limit)), persons: await untilNone(store, scope, (tx) => erasePersons(tx, limit)), records: await eraseSettledRecords(house, scope, now) }
  await store.write(scope, async (tx) => {
    await eraseOldPapers(tx, limit)
    if (swept.entries + swept.persons + swept.records > 0) await tx.audit({ action: 'retention', register: 'reception', recordId: null, detail: { ...swept, before: limit } })
  })
  if (swept.entries > 0) await mergeTextIndex(store, scope)
  // The log holds the pages as they were before; the reader's connection may checkpoint though it may not write.
  await store.read('PRAGMA wal_checkpoint(TRUNCATE)')
  return swept
}

async function untilNone(store: Store, scope: Scope, erase: (tx: Tx) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await store.write(scope, erase)
    total += count
    if (count < BATCH) return total
  }
}

/** What stays of texts that may name a person; a contact of a tenant stands in the directory anyway. */
const KEPT = {
  name: `iif(kind = 'call' AND host_contact_id IS NOT NULL, name, '')`,
  company: `iif(kind = 'visit', '', company)`,
  host_name: `iif(host_contact_id IS NOT NULL, host_name, coalesce(json_extract(?, '$."' || host_department || '"'), ''))`,
  notified_person: `iif(kind = 'visit' AND host_contact_id IS NULL, '', notified_person)`,
  /** A call that nobody has dealt with yet is still to be dealt with. */
  matter: `iif(state IN ('waiting', 'notified'), matter, '')`,
} as const
const TEXTS = 'no, name, company, tenant_name, matter, host_name, room'

/** A slip without its document can't be printed; what still waited for the printer is cancelled. */
const ERASED_JOB = `document = NULL, finished_at = iif(state IN ('waiting', 'failed'), ?, finished_at), state = iif(state IN ('waiting', 'failed'), 'cancelled', state)`

async function eraseEntries(tx: Tx, limit: number): Promise<number> {
  const due = await tx.query<{ id: number; state: string }>(
    `SELECT id, state FROM entry WHERE data_key IS NOT NULL AND at < ? AND state <> 'inside' AND NOT (state = 'expected' AND expected_at >= ?) ORDER BY at LIMIT ${BATCH}`, [limit, limit],
  )
  if (due.length === 0) return 0
  const ids = JSON.stringify(due.map((entry) => entry.id))
  const ofThese = 'IN (SELECT value FROM json_each(?))'
  const expired = await tx.query<EntryTexts & { id: number }>(
    `UPDATE entry SET data_key = NULL, phone_enc = NULL, phone_hash = NULL, phone_tail = NULL, phone_masked = '', document_enc = NULL, document_hash = NULL, document_tail = NULL, document_masked = '',
       name = ${KEPT.name}, company = ${KEPT.company}, host_name = ${KEPT.host_name}, notified_person = ${KEPT.notified_person}, matter = ${KEPT.matter},
       companions = '[]', answer_note = '', result = '', void_reason = iif(void_reason IS NULL, NULL, ''), person_id = NULL, photo_id = NULL,
       state = iif(state IN ('expected', 'asked'), 'no-show', state), erased_at = ?, version = version + 1 WHERE id ${ofThese} RETURNING id, ${TEXTS}`,
    [JSON.stringify(departmentWords), tx.now, ids],
  )
  await tx.query(`UPDATE attachment SET data_key = NULL, content = NULL WHERE register = 'reception' AND record_id ${ofThese}`, [ids])
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE register = 'reception' AND record_id ${ofThese}`, [tx.now, ids])
  await tx.query(`UPDATE notice SET text = '' WHERE register = 'reception' AND record_id ${ofThese}`, [ids])
  await tx.query(`DELETE FROM entry_text WHERE rowid ${ofThese}`, [ids])
  await insertRows(tx.query, 'entry_text', ['rowid', 'pairs'], expired.map((e) => [e.id, indexedPairs(entryTexts(e))]))
  for (const { id, state } of due) {
    if (state === 'expected' || state === 'asked') await tx.audit({ action: 'no-show', register: 'reception', recordId: id, detail: { changes: [{ field: 'state', from: state, to: 'no-show' }] } })
    tx.changed('reception', id)
  }
  return due.length
}

/** Persons not seen since, unless an entry that is still kept is theirs. */
async function erasePersons(tx: Tx, limit: number): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM person WHERE last_seen_at < ? AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.person_id = person.id) ORDER BY last_seen_at LIMIT ${BATCH}`, [limit],
  )
  if (rows.length === 0) return 0
  const ids = JSON.stringify(rows.map((row) => row.id))
  await tx.query(`DELETE FROM blind_index WHERE owner = 'person' AND owner_id IN (SELECT value FROM json_each(?))`, [ids])
  await tx.query('DELETE FROM person WHERE id IN (SELECT value FROM json_each(?))', [ids])
  return rows.length
}

const signatures = (...names: string[]): string => names.map((name) => `${name}_by = '', ${name}_image = NULL, ${name}_scan = NULL`).join(', ')
const person = (name: string): string => `data_key = NULL, phone_enc = NULL, phone_hash = NULL, phone_tail = NULL, phone_masked = '', ${name} = '', contact_id = NULL`

/**
 * Records whose client is erased once they are settled and their own period is over: which states are settled, and what
 * goes. Number, place, company, work, times, amounts and the way of it stay; `clear` empties what hangs on them.
 */
const settledRecords = [
  {
    table: 'work_order', register: 'repairs', settled: `('filed', 'refused', 'void')`,
    erase: `${person('reporter')}, ${signatures('worker_sign', 'client_sign')}, client_comment = '', verify_opinion = '', void_reason = iif(void_reason IS NULL, NULL, '')`,
    clear: ['DELETE FROM work_order_text WHERE rowid IN (SELECT value FROM json_each(?))', `UPDATE spot_check SET note = '' WHERE order_id IN (SELECT value FROM json_each(?))`],
  },
  {
    table: 'paid_service', register: 'paid-services', settled: `('paid', 'refused', 'void')`,
    erase: `${person('client')}, ${signatures('agree_sign', 'worker_sign', 'client_sign')}, comment = '', refused_reason = '', void_reason = iif(void_reason IS NULL, NULL, '')`,
    clear: [],
  },
  {
    table: 'complaint', register: 'complaints', settled: `('closed', 'void')`,
    erase: `${person('name')}, cause = '', void_reason = iif(void_reason IS NULL, NULL, '')`,
    clear: [`UPDATE complaint_round SET words = '' WHERE complaint_id IN (SELECT value FROM json_each(?))`],
  },
] as const

/** @returns how many records were erased */
async function eraseSettledRecords({ store, settings }: { store: Store; settings: SettingsStore }, scope: Scope, now: number): Promise<number> {
  const limit = dayStart(addDays(dayOf(now), -settings.current.recordRetentionDays))
  let erased = 0
  for (const kind of settledRecords) erased += await untilNone(store, scope, (tx) => eraseRecords(tx, kind, limit))
  return erased
}

async function eraseRecords(tx: Tx, { table, register, settled, erase, clear }: (typeof settledRecords)[number], limit: number): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `UPDATE ${table} SET ${erase}, erased_at = ?, version = version + 1 WHERE id IN (SELECT id FROM ${table} WHERE data_key IS NOT NULL AND at < ? AND state IN ${settled} ORDER BY at LIMIT ${BATCH}) RETURNING id`, [tx.now, limit],
  )
  if (rows.length === 0) return 0
  const ids = JSON.stringify(rows.map((row) => row.id))
  for (const sql of clear) await tx.query(sql, [ids])
  const ofThese = `register = '${register}' AND record_id IN (SELECT value FROM json_each(?))`
  await tx.query(`UPDATE attachment SET data_key = NULL, content = NULL WHERE ${ofThese}`, [ids])
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE ${ofThese}`, [tx.now, ids])
  await tx.query(`UPDATE notice SET text = '' WHERE ${ofThese}`, [ids])
  await tx.query(`UPDATE step SET note = '' WHERE ${ofThese}`, [ids])
  for (const { id } of rows) tx.changed(register, id)
  return rows.length
}

const namesVisitor = `json_extract(value, '$.register') = 'reception'`

/** Forgotten drafts, lifted denials, and what hand-overs of that time say of visitors beside their numbers. */
async function eraseOldPapers(tx: Tx, limit: number): Promise<void> {
  await tx.query('DELETE FROM draft WHERE at < ?', [limit])
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE register = 'handover' AND created_at < ? AND document IS NOT NULL`, [tx.now, limit])
  await tx.query(`UPDATE handover SET message = '' WHERE signed_off_at < ? AND message <> ''`, [limit])
  // A denial in force is kept for as long as it is; a lifted one has its own time.
  await tx.query('DELETE FROM deny WHERE lifted_at < ?', [limit])
  await tx.query(
    `UPDATE handover SET items = (SELECT json_group_array(json(iif(${namesVisitor}, json_set(value, '$.title', '', '$.detail', ''), value))) FROM json_each(items))
     WHERE signed_off_at < ? AND EXISTS (SELECT 1 FROM json_each(items) WHERE ${namesVisitor} AND json_extract(value, '$.title') <> '')`,
    [limit],
  )
}

/** Deleted text stays in the index's segments until they are merged; a few pages at a time. */
async function mergeTextIndex(store: Store, scope: Scope): Promise<void> {
  const step = (pages: number) => store.write(scope, async (tx) => {
    const changes = async () => (await tx.query<{ n: number }>('SELECT total_changes() AS n'))[0]!.n
    const before = await changes()
    await tx.query(`INSERT INTO entry_text (entry_text, rank) VALUES ('merge', ${pages})`)
    return (await changes()) - before
  })
  // A negative count begins to merge all segments into one; it is done when a step changes next to nothing.
  for (let pages = -MERGE_PAGES; (await step(pages)) >= 2; pages = MERGE_PAGES);
}
