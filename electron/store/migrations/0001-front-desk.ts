import type { Migration } from '../migrate'

/**
 * The house on its first day: settings, staff, directory, the register of calls and visits, and the shared services
 * (numbers, audit chain, notices, links, print jobs, attachments, drafts, hand-over).
 * Personal numbers stand here only as AES-256-GCM ciphertext (`*_enc`), as keyed hashes to find them by (`*_hash`,
 * `blind_index`) and masked. A row's `data_key` wraps the key its ciphertexts need; erasing the row's personal data
 * destroys that key, so that ciphertext elsewhere (audit) is unreadable too.
 */
export const frontDesk: Migration = {
  version: 1,
  name: 'front-desk',
  statements: [
    `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, updated_at INTEGER NOT NULL, updated_by INTEGER) WITHOUT ROWID`,
    `CREATE TABLE number_series (series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series, year)) WITHOUT ROWID`,
    `CREATE TABLE audit (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_id INTEGER, actor TEXT NOT NULL, station TEXT NOT NULL,
       action TEXT NOT NULL, register TEXT NOT NULL, record_id INTEGER, detail TEXT NOT NULL, hash BLOB NOT NULL)`,
    `CREATE INDEX audit_record ON audit (register, record_id)`,
    `CREATE TABLE staff (
       id INTEGER PRIMARY KEY, staff_no TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, department TEXT NOT NULL,
       pin_hash TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1, failed_count INTEGER NOT NULL DEFAULT 0, paused_until INTEGER, last_sign_in_at INTEGER)`,
    `CREATE TABLE unit (id INTEGER PRIMARY KEY, room TEXT NOT NULL UNIQUE, floor TEXT NOT NULL, area_m2 REAL)`,
    `CREATE TABLE tenant (
       id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, short_name TEXT NOT NULL DEFAULT '', pinyin TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '',
       moved_in_on TEXT, active INTEGER NOT NULL DEFAULT 1, remark TEXT NOT NULL DEFAULT '')`,
    `CREATE TABLE tenancy (unit_id INTEGER NOT NULL REFERENCES unit(id), tenant_id INTEGER NOT NULL REFERENCES tenant(id), PRIMARY KEY (unit_id, tenant_id)) WITHOUT ROWID`,
    `CREATE INDEX tenancy_tenant ON tenancy (tenant_id)`,
    `CREATE TABLE contact (
       id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL REFERENCES tenant(id), unit_id INTEGER REFERENCES unit(id), name TEXT NOT NULL,
       pinyin TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', extension TEXT NOT NULL DEFAULT '',
       data_key BLOB, phone_enc BLOB, phone_hash BLOB, phone_masked TEXT NOT NULL DEFAULT '',
       can_sign INTEGER NOT NULL DEFAULT 0, active INTEGER NOT NULL DEFAULT 1, visits INTEGER NOT NULL DEFAULT 0)`,
    `CREATE INDEX contact_tenant ON contact (tenant_id)`,
    `CREATE INDEX contact_phone ON contact (phone_hash)`,
    // AUTOINCREMENT where rows are deleted: an id that a draft or an audit line still names is never somebody else's.
    // A person who came or called before: what a returning visitor is offered and prefilled from.
    `CREATE TABLE person (
       id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, pinyin TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '', company TEXT NOT NULL DEFAULT '',
       data_key BLOB, phone_enc BLOB, phone_hash BLOB, phone_masked TEXT NOT NULL DEFAULT '',
       document_kind TEXT, document_enc BLOB, document_hash BLOB, document_masked TEXT NOT NULL DEFAULT '',
       visits INTEGER NOT NULL DEFAULT 0, last_seen_at INTEGER NOT NULL,
       last_host_name TEXT NOT NULL DEFAULT '', last_host_contact_id INTEGER, last_purpose TEXT)`,
    `CREATE INDEX person_document ON person (document_hash)`,
    `CREATE INDEX person_phone ON person (phone_hash)`,
    `CREATE INDEX person_name ON person (name)`,
    `CREATE INDEX person_seen ON person (last_seen_at)`,
    // Keyed hashes of the last four digits and of typed prefixes; whole numbers stand on the rows themselves.
    `CREATE TABLE blind_index (hash BLOB NOT NULL, owner TEXT NOT NULL, owner_id INTEGER NOT NULL, PRIMARY KEY (hash, owner, owner_id)) WITHOUT ROWID`,
    `CREATE INDEX blind_owner ON blind_index (owner, owner_id)`,
    `CREATE TABLE entry (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at INTEGER NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL,
       version INTEGER NOT NULL DEFAULT 1, receptionist_id INTEGER NOT NULL REFERENCES staff(id), receptionist TEXT NOT NULL, station TEXT NOT NULL,
       person_id INTEGER, name TEXT NOT NULL DEFAULT '', people INTEGER NOT NULL DEFAULT 1, companions TEXT NOT NULL DEFAULT '[]', company TEXT NOT NULL DEFAULT '',
       data_key BLOB, phone_enc BLOB, phone_hash BLOB, phone_tail BLOB, phone_masked TEXT NOT NULL DEFAULT '',
       document_kind TEXT, document_enc BLOB, document_hash BLOB, document_tail BLOB, document_masked TEXT NOT NULL DEFAULT '', document_source TEXT, document_seen INTEGER NOT NULL DEFAULT 0,
       tenant_id INTEGER REFERENCES tenant(id), unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', tenant_name TEXT NOT NULL DEFAULT '',
       host_contact_id INTEGER REFERENCES contact(id), host_name TEXT NOT NULL DEFAULT '', host_extension TEXT NOT NULL DEFAULT '', host_department TEXT,
       purpose TEXT, category TEXT, matter TEXT NOT NULL DEFAULT '', answer TEXT, answer_note TEXT NOT NULL DEFAULT '',
       card_no TEXT NOT NULL DEFAULT '', card_kept INTEGER NOT NULL DEFAULT 0, token TEXT NOT NULL DEFAULT '', photo_id INTEGER,
       expected_at INTEGER, asked_at INTEGER, answered_at INTEGER, inside_at INTEGER, left_at INTEGER, valid_until INTEGER,
       notified_department TEXT, notified_person TEXT NOT NULL DEFAULT '', notified_at INTEGER, acknowledged_at INTEGER,
       result TEXT NOT NULL DEFAULT '', void_at INTEGER, void_reason TEXT, erased_at INTEGER)`,
    // Every list is "newest first under a filter": each filter column leads an index that ends in id.
    `CREATE INDEX entry_day ON entry (day, id)`,
    `CREATE INDEX entry_kind ON entry (kind, id)`,
    `CREATE INDEX entry_state ON entry (state, id)`,
    `CREATE INDEX entry_tenant ON entry (tenant_id, id)`,
    `CREATE INDEX entry_receptionist ON entry (receptionist_id, id)`,
    `CREATE INDEX entry_person ON entry (person_id, id) WHERE person_id IS NOT NULL`,
    `CREATE INDEX entry_phone ON entry (phone_hash, id) WHERE phone_hash IS NOT NULL`,
    `CREATE INDEX entry_phone_tail ON entry (phone_tail, id) WHERE phone_tail IS NOT NULL`,
    `CREATE INDEX entry_document ON entry (document_hash, id) WHERE document_hash IS NOT NULL`,
    `CREATE INDEX entry_document_tail ON entry (document_tail, id) WHERE document_tail IS NOT NULL`,
    `CREATE UNIQUE INDEX entry_token ON entry (token) WHERE token <> ''`,
    `CREATE UNIQUE INDEX entry_card_out ON entry (card_no) WHERE card_no <> '' AND state IN ('asked', 'inside')`,
    // Cards that left the house with a visitor; they are not offered until they turn up again.
    `CREATE INDEX entry_card_kept ON entry (card_no) WHERE card_kept = 1`,
    `CREATE INDEX entry_personal ON entry (at) WHERE data_key IS NOT NULL`,
    // Two-character Chinese words are the usual query: the text is indexed as overlapping pairs of characters.
    `CREATE VIRTUAL TABLE entry_text USING fts5 (pairs, content = '', contentless_delete = 1, detail = 'none', tokenize = "unicode61 remove_diacritics 0")`,
    `CREATE TABLE deny (
       id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, name_folded TEXT NOT NULL, data_key BLOB, document_enc BLOB, document_hash BLOB, document_masked TEXT NOT NULL DEFAULT '',
       phone_enc BLOB, phone_hash BLOB, phone_masked TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
       lifted_at INTEGER, lifted_by TEXT, lift_reason TEXT)`,
    `CREATE INDEX deny_document ON deny (document_hash)`,
    `CREATE INDEX deny_name ON deny (name_folded)`,
    `CREATE TABLE notice (
       id INTEGER PRIMARY KEY, department TEXT NOT NULL, person TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, register TEXT NOT NULL, record_id INTEGER NOT NULL, no TEXT NOT NULL,
       created_at INTEGER NOT NULL, created_by TEXT NOT NULL, acknowledged_at INTEGER, acknowledged_by TEXT, reminders INTEGER NOT NULL DEFAULT 0, last_reminded_at INTEGER, closed_at INTEGER)`,
    `CREATE INDEX notice_open ON notice (department, id) WHERE acknowledged_at IS NULL AND closed_at IS NULL`,
    `CREATE INDEX notice_record ON notice (register, record_id)`,
    `CREATE TABLE link (
       id INTEGER PRIMARY KEY, from_register TEXT NOT NULL, from_id INTEGER NOT NULL, from_no TEXT NOT NULL, to_register TEXT NOT NULL, to_id INTEGER NOT NULL, to_no TEXT NOT NULL,
       note TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL, by TEXT NOT NULL, UNIQUE (from_register, from_id, to_register, to_id))`,
    `CREATE INDEX link_to ON link (to_register, to_id)`,
    `CREATE TABLE print_job (
       id INTEGER PRIMARY KEY, printer TEXT NOT NULL, title TEXT NOT NULL, register TEXT, record_id INTEGER, no TEXT NOT NULL DEFAULT '', document TEXT,
       state TEXT NOT NULL DEFAULT 'waiting', reason TEXT, reprint_count INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, started_at INTEGER, finished_at INTEGER)`,
    `CREATE INDEX print_job_open ON print_job (printer, id) WHERE state IN ('waiting', 'printing', 'failed', 'unknown')`,
    `CREATE INDEX print_job_record ON print_job (register, record_id)`,
    `CREATE TABLE attachment (
       id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, register TEXT, record_id INTEGER, data_key BLOB, content BLOB, created_at INTEGER NOT NULL, created_by TEXT NOT NULL)`,
    `CREATE INDEX attachment_record ON attachment (register, record_id)`,
    `CREATE TABLE draft (staff_id INTEGER NOT NULL, form TEXT NOT NULL, content BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (staff_id, form)) WITHOUT ROWID`,
    `CREATE TABLE handover (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, day TEXT NOT NULL, shift TEXT NOT NULL, station TEXT NOT NULL, state TEXT NOT NULL,
       from_id INTEGER NOT NULL, from_name TEXT NOT NULL, to_id INTEGER, to_name TEXT, items TEXT NOT NULL, message TEXT NOT NULL DEFAULT '',
       cards_out INTEGER NOT NULL DEFAULT 0, cards_total INTEGER NOT NULL DEFAULT 0,
       signed_off_at INTEGER NOT NULL, acknowledged_at INTEGER, rechecked_at INTEGER, rechecked_by TEXT, recheck_note TEXT NOT NULL DEFAULT '', signature_off_id INTEGER, signature_on_id INTEGER)`,
  ],
}
