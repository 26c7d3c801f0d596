import { entryTexts } from '../store/entry-text'
import { insertRows } from '../store/bulk'
import { indexedPairs } from '../store/text-index'
import type { Sql, Tx } from '../store/types'
import type { EntryRecord } from '../registers/reception/rows'

/** What an entry says that nobody filled in. */
const blank = {
  version: 1, receptionist: '', station: 'A1', person_id: null, name: '', people: 1, companions: '[]', company: '', data_key: null,
  phone_enc: null, phone_hash: null, phone_tail: null, phone_masked: '', document_kind: null, document_enc: null, document_hash: null, document_tail: null, document_masked: '', document_source: null,
  tenant_id: null, unit_id: null, room: '', tenant_name: '', host_contact_id: null, host_name: '', host_extension: '', host_department: null,
  purpose: null, category: null, matter: '', answer: null, answer_note: '', card_no: '', token: '', expected_at: null, asked_at: null, answered_at: null, inside_at: null, left_at: null, valid_until: null,
  notified_department: null, notified_person: '', notified_at: null, acknowledged_at: null, result: '', void_at: null, void_reason: null,
} satisfies Partial<Record<keyof EntryRecord, Sql>>

type Required = 'id' | 'no' | 'kind' | 'at' | 'day' | 'state' | 'receptionist_id'
export type DemoEntry = Pick<EntryRecord, Required | keyof typeof blank>

export const demoEntry = (fields: Pick<EntryRecord, Required> & Partial<Pick<EntryRecord, keyof typeof blank>>): DemoEntry => ({ ...blank, ...fields })

/** Rows and their text index. */
export async function insertEntries(tx: Tx, entries: readonly DemoEntry[]): Promise<void> {
  const columns = Object.keys(entries[0] ?? {}) as (keyof DemoEntry)[]
  // Not every object lists its columns in the same order.
  await insertRows(tx.query, 'entry', columns, entries.map((entry) => columns.map((column) => entry[column] as Sql)))
  await insertRows(tx.query, 'entry_text', ['rowid', 'pairs'], entries.map((entry) => [entry.id, indexedPairs(entryTexts(entry))]))
}
