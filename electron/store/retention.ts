import { departmentWords } from '../../shared/slip/visitor-slip'
import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import { insertRows } from './bulk'
import { entryTexts, type EntryTexts } from './entry-text'
import { eraseLines, eraseReasons, OF_RECORDS } from './handover-retention'
import { eraseSettledRecords } from './record-retention'
import type { SettingsStore } from './settings'
import type { Store } from './store'
import { ERASED_JOB, erasedInBatches, mergeTextIndex } from './sweep'
import { indexedPairs } from './text-index'
import { systemScope, type Tx } from './types'

export interface Swept { entries: number; persons: number; records: number }

/**
 * Erases personal data whose retention period is over (P3): keys, ciphertexts, hashes, masks, names, companions and
 * companies of visitors, what was written freely about them, photos, slips, notices, drafts, persons not seen since, and
 * denials lifted since. Entry, number, times, place and audit chain stay; what the chain holds of the person is
 * ciphertext whose key is gone. Whoever is still inside is not touched; who was expected or waited for an answer all
 * the time did not come. Records have a period of their own (`record-retention.ts`). Whole days count, so that this runs
 * to the end once a day; afterwards neither the file nor its log holds what was erased.
 */
export async function sweepRetention(house: { store: Store; settings: SettingsStore; station: () => string }, now: number): Promise<Swept> {
  const { store } = house
  const scope = systemScope(house.station())
  const limit = dayStart(addDays(dayOf(now), -house.settings.current.visitorRetentionDays))
  const swept: Swept = {
    entries: await erasedInBatches(store, scope, (tx, batch) => eraseEntries(tx, limit, batch)), persons: await erasedInBatches(store, scope, (tx, batch) => erasePersons(tx, limit, batch)),
    records: await eraseSettledRecords(house, scope, now),
  }
  await store.write(scope, async (tx) => {
    await eraseOldPapers(tx, limit)
    if (swept.entries + swept.persons + swept.records > 0) await tx.audit({ action: 'retention', register: 'reception', recordId: null, detail: { ...swept, before: limit } })
  })
  if (swept.entries > 0) await mergeTextIndex(store, scope, 'entry_text')
  // The log holds the pages as they were before; the reader's connection may checkpoint though it may not write.
  await store.read('PRAGMA wal_checkpoint(TRUNCATE)')
  return swept
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

async function eraseEntries(tx: Tx, limit: number, batch: number): Promise<number> {
  const due = await tx.query<{ id: number; state: string }>(
    `SELECT id, state FROM entry WHERE data_key IS NOT NULL AND at < ? AND state <> 'inside' AND NOT (state = 'expected' AND expected_at >= ?) ORDER BY at LIMIT ?`, [limit, limit, batch],
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
async function erasePersons(tx: Tx, limit: number, batch: number): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM person WHERE last_seen_at < ? AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.person_id = person.id) ORDER BY last_seen_at LIMIT ?`, [limit, batch],
  )
  if (rows.length === 0) return 0
  const ids = JSON.stringify(rows.map((row) => row.id))
  await tx.query(`DELETE FROM blind_index WHERE owner = 'person' AND owner_id IN (SELECT value FROM json_each(?))`, [ids])
  await tx.query('DELETE FROM person WHERE id IN (SELECT value FROM json_each(?))', [ids])
  return rows.length
}

/** Lines of visitors; and what was written by hand, which may name one, unless the newest hand-over still carries it on. */
const OF_VISITORS = `(json_extract(value, '$.register') = 'reception' OR (json_extract(value, '$.what') = 'written' AND (json_extract(value, '$.dropped') IS NOT NULL OR handover.id < (SELECT max(id) FROM handover))))`

/** Forgotten drafts, lifted denials, and what hand-overs of that time say of visitors beside their numbers. */
async function eraseOldPapers(tx: Tx, limit: number): Promise<void> {
  await tx.query('DELETE FROM draft WHERE at < ?', [limit])
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE register = 'handover' AND created_at < ? AND document IS NOT NULL`, [tx.now, limit])
  await tx.query(`UPDATE handover SET message = '', recheck_note = '' WHERE signed_off_at < ? AND (message <> '' OR recheck_note <> '')`, [limit])
  // A denial in force is kept for as long as it is; a lifted one has its own time.
  await tx.query('DELETE FROM deny WHERE lifted_at < ?', [limit])
  await eraseLines(tx, limit, OF_VISITORS)
  // Records have their own, longer period; of anything else somebody may have been named in the reason.
  await eraseReasons(tx, limit, `NOT ${OF_RECORDS}`)
}
