import type { Migration } from '../migrate'
import { client, common, document, ending, signature } from './columns'

const papers = (list: [string, string][]): string => JSON.stringify(list.map(([key, check]) => ({ key, check, required: true })))
/** What each kind asks for, costs and lasts until a supervisor says otherwise (12.R1–R5); fen and days. */
const kinds: [kind: string, papers: string, deposit: number, fee: number, renewal: number, term: number, age: number, colour: string][] = [
  ['identity', papers([['name-list', 'sealed'], ['id-copy', 'seen'], ['photo', 'stored']]), 5_000, 2_000, 2_000, 365, 16, 'blue'],
  ['construction', papers([['fit-out-permit', 'seen'], ['name-list', 'sealed'], ['id-copy', 'seen'], ['photo', 'stored']]), 10_000, 1_000, 1_000, 30, 18, 'amber'],
  ['temporary', papers([['licence-copy', 'sealed'], ['introduction-letter', 'sealed']]), 5_000, 1_000, 1_000, 90, 16, 'grey'],
  ['contractor', papers([['name-list', 'sealed'], ['id-copy', 'seen'], ['photo', 'stored']]), 5_000, 2_000, 2_000, 365, 18, 'green'],
]

/** State Council's notice for 2026: holidays that fall on weekdays or weekends, and the weekends worked for them. */
const holidays2026: [from: string, to: string, name: string][] = [
  ['2026-01-01', '2026-01-03', '元旦'], ['2026-02-15', '2026-02-23', '春节'], ['2026-04-04', '2026-04-06', '清明节'], ['2026-05-01', '2026-05-05', '劳动节'],
  ['2026-06-19', '2026-06-21', '端午节'], ['2026-09-25', '2026-09-27', '中秋节'], ['2026-10-01', '2026-10-07', '国庆节'],
]
const worked2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
const days = (from: string, to: string): string[] => {
  const list: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) list.push(new Date(at).toISOString().slice(0, 10))
  return list
}
const calendar = [...holidays2026.flatMap(([from, to, name]) => days(from, to).map((day) => `('${day}', 'holiday', '${name}')`)), ...worked2026.map((day) => `('${day}', 'workday', '调休上班')`)]

/** Passes (12), deposits (M1), exit permits (14), keys (11), directory signs (10), the close of a day. */
export const passCounter: Migration = {
  version: 3,
  name: 'pass-counter',
  statements: [
    // ---- working days ----
    `CREATE TABLE calendar_day (day TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL DEFAULT '') WITHOUT ROWID`,
    `INSERT INTO calendar_day (day, kind, name) VALUES ${calendar.join(', ')}`,

    // ---- money: refunds beside receipts, deposits, the close of a day ----
    `ALTER TABLE receipt ADD COLUMN kind TEXT NOT NULL DEFAULT 'receipt'`,
    `CREATE TABLE deposit (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL, record_id INTEGER NOT NULL, record_no TEXT NOT NULL, holder TEXT NOT NULL DEFAULT '',
       tenant_id INTEGER REFERENCES tenant(id), company TEXT NOT NULL DEFAULT '', amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), receipt_id INTEGER NOT NULL REFERENCES receipt(id),
       settled_at INTEGER, settled_by TEXT NOT NULL DEFAULT '', settle_journal_id INTEGER REFERENCES journal(id), refund_id INTEGER REFERENCES receipt(id), reason TEXT NOT NULL DEFAULT '', erased_at INTEGER)`,
    // One deposit at a time for a record.
    `CREATE UNIQUE INDEX deposit_held ON deposit (register, record_id) WHERE state = 'held'`,
    `CREATE INDEX deposit_record ON deposit (register, record_id)`,
    `CREATE INDEX deposit_receipt ON deposit (receipt_id)`,
    `CREATE INDEX deposit_state ON deposit (state, id)`,
    `CREATE INDEX deposit_tenant ON deposit (tenant_id, id)`,
    `CREATE TABLE day_close (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, station TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, drawer_close_id INTEGER REFERENCES drawer_close(id),
       ledger_fen INTEGER NOT NULL, counted_fen INTEGER NOT NULL, held_fen INTEGER NOT NULL, open TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', ${signature('sign')}, UNIQUE (day, station))`,

    // ---- passes ----
    `CREATE TABLE pass_kind (
       kind TEXT PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, papers TEXT NOT NULL, deposit_fen INTEGER NOT NULL CHECK (deposit_fen >= 0), fee_fen INTEGER NOT NULL CHECK (fee_fen >= 0), renewal_fee_fen INTEGER NOT NULL CHECK (renewal_fee_fen >= 0),
       term_days INTEGER NOT NULL, min_age INTEGER NOT NULL, colour TEXT NOT NULL, card_text TEXT NOT NULL DEFAULT '凭证出入，遗失即报。') WITHOUT ROWID`,
    ...kinds.map(([kind, list, deposit, fee, renewal, term, age, colour]) =>
      `INSERT INTO pass_kind (kind, papers, deposit_fen, fee_fen, renewal_fee_fen, term_days, min_age, colour) VALUES ('${kind}', '${list}', ${deposit}, ${fee}, ${renewal}, ${term}, ${age}, '${colour}')`),
    `CREATE TABLE fit_out_permit (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, at INTEGER NOT NULL, by TEXT NOT NULL, tenant_id INTEGER REFERENCES tenant(id), tenant_name TEXT NOT NULL DEFAULT '', unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '',
       contractor TEXT NOT NULL, chief TEXT NOT NULL DEFAULT '', data_key BLOB, phone_enc BLOB, phone_hash BLOB, phone_masked TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '', valid_from TEXT NOT NULL, valid_until TEXT NOT NULL,
       ended_at INTEGER, ended_by TEXT, end_reason TEXT, erased_at INTEGER)`,
    `CREATE UNIQUE INDEX fit_out_permit_no ON fit_out_permit (no) WHERE ended_at IS NULL`,
    `CREATE INDEX fit_out_permit_tenant ON fit_out_permit (tenant_id, id)`,
    `CREATE TABLE pass_application (
       ${common}, ${client('applicant')}, kind TEXT NOT NULL, company TEXT NOT NULL DEFAULT '', fit_out_permit_id INTEGER REFERENCES fit_out_permit(id), reason TEXT NOT NULL DEFAULT '', papers TEXT NOT NULL DEFAULT '[]',
       by_id INTEGER, by TEXT NOT NULL, filed_at INTEGER, filed_by TEXT NOT NULL DEFAULT '', notice_id INTEGER, renewal INTEGER NOT NULL DEFAULT 0, ${ending})`,
    `CREATE INDEX pass_application_day ON pass_application (day, id)`,
    `CREATE INDEX pass_application_tenant ON pass_application (tenant_id, id)`,
    `CREATE INDEX pass_application_unfiled ON pass_application (id) WHERE filed_at IS NULL`,
    `CREATE TABLE pass (
       ${common}, kind TEXT NOT NULL, application_id INTEGER NOT NULL REFERENCES pass_application(id), token TEXT NOT NULL UNIQUE, holder TEXT NOT NULL, data_key BLOB, ${document}, photo_id INTEGER,
       tenant_id INTEGER REFERENCES tenant(id), company TEXT NOT NULL DEFAULT '', unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', trade TEXT NOT NULL DEFAULT '', special_certificate TEXT NOT NULL DEFAULT '',
       valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, fee_fen INTEGER NOT NULL DEFAULT 0, deposit_fen INTEGER NOT NULL DEFAULT 0, receipt_id INTEGER REFERENCES receipt(id), refund_id INTEGER REFERENCES receipt(id),
       issued_at INTEGER, ended_at INTEGER, renewed_on TEXT, ${signature('receiver')}, ${signature('returner')}, replaces_id INTEGER REFERENCES pass(id), reminders INTEGER NOT NULL DEFAULT 0, last_reminded_at INTEGER, ${ending})`,
    `CREATE INDEX pass_application_of ON pass (application_id, id)`,
    `CREATE INDEX pass_day ON pass (day, id)`,
    `CREATE INDEX pass_state ON pass (state, valid_until)`,
    `CREATE INDEX pass_tenant ON pass (tenant_id, id)`,
    `CREATE INDEX pass_unit ON pass (unit_id, id)`,
    `CREATE INDEX pass_receipt ON pass (receipt_id)`,
    `CREATE UNIQUE INDEX pass_replaces ON pass (replaces_id) WHERE replaces_id IS NOT NULL AND state <> 'void'`,
    `CREATE INDEX pass_document ON pass (document_hash) WHERE document_hash IS NOT NULL`,
    `CREATE INDEX pass_document_tail ON pass (document_tail, id) WHERE document_tail IS NOT NULL`,
    `CREATE INDEX pass_personal ON pass (ended_at) WHERE data_key IS NOT NULL`,
    // 12.F6, a number of its own for each declaration.
    `CREATE TABLE void_declaration (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, pass_id INTEGER NOT NULL UNIQUE REFERENCES pass(id), lost_on TEXT NOT NULL, lost_where TEXT NOT NULL, declared_by TEXT NOT NULL, forfeited_fen INTEGER NOT NULL,
       ${signature('sign')}, notice_id INTEGER, by TEXT NOT NULL, station TEXT NOT NULL)`,
    `CREATE INDEX void_declaration_day ON void_declaration (day, id)`,

    // ---- exit permits ----
    `CREATE TABLE signatory (
       id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, tenant_id INTEGER NOT NULL REFERENCES tenant(id), contact_id INTEGER REFERENCES contact(id), name TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', specimen_id INTEGER, specimen_on TEXT NOT NULL, valid_until TEXT, active INTEGER NOT NULL DEFAULT 1, ended_at INTEGER)`,
    `CREATE INDEX signatory_tenant ON signatory (tenant_id)`,
    `CREATE TABLE tenant_hold (
       id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL REFERENCES tenant(id), at INTEGER NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, amount_fen INTEGER, lifted_at INTEGER, lifted_by TEXT, lift_reason TEXT)`,
    `CREATE UNIQUE INDEX tenant_hold_open ON tenant_hold (tenant_id) WHERE lifted_at IS NULL`,
    // 退租, as chapter 2 will keep it.
    `CREATE TABLE move_out (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, tenant_id INTEGER REFERENCES tenant(id), tenant_name TEXT NOT NULL, unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', by TEXT NOT NULL, station TEXT NOT NULL, void_at INTEGER, void_by TEXT, void_reason TEXT)`,
    `CREATE TABLE exit_permit (
       ${common}, ${client('applicant')}, kind TEXT NOT NULL, token TEXT NOT NULL UNIQUE, goods TEXT NOT NULL, vehicle_no TEXT NOT NULL DEFAULT '', leaving_on TEXT NOT NULL, exit TEXT NOT NULL, company_seal INTEGER NOT NULL DEFAULT 0,
       authority TEXT, seal_seen INTEGER NOT NULL DEFAULT 0, letter_scan_id INTEGER, signatory_id INTEGER REFERENCES signatory(id), ${signature('authority_sign')}, by_id INTEGER, by TEXT NOT NULL, issued_at INTEGER, issued_by TEXT NOT NULL DEFAULT '',
       override_by TEXT NOT NULL DEFAULT '', override_reason TEXT NOT NULL DEFAULT '', owed_fen INTEGER NOT NULL DEFAULT 0, copies INTEGER NOT NULL DEFAULT 1, checked_at INTEGER, checked_by TEXT NOT NULL DEFAULT '', released_at INTEGER,
       slip_back_at INTEGER, slip_back_by TEXT NOT NULL DEFAULT '', unused_reason TEXT NOT NULL DEFAULT '', chased INTEGER NOT NULL DEFAULT 0, last_chased_at INTEGER, move_out_id INTEGER REFERENCES move_out(id), ${ending})`,
    `CREATE INDEX exit_permit_day ON exit_permit (day, id)`,
    `CREATE INDEX exit_permit_leaving ON exit_permit (leaving_on, state)`,
    `CREATE INDEX exit_permit_state ON exit_permit (state, id)`,
    `CREATE INDEX exit_permit_tenant ON exit_permit (tenant_id, id)`,
    `CREATE INDEX exit_permit_unit ON exit_permit (unit_id, id)`,
    `CREATE INDEX exit_permit_phone_tail ON exit_permit (phone_tail, id) WHERE phone_tail IS NOT NULL`,
    `CREATE INDEX exit_permit_personal ON exit_permit (at) WHERE data_key IS NOT NULL`,
    `CREATE TABLE gate_check (
       id INTEGER PRIMARY KEY, permit_id INTEGER NOT NULL REFERENCES exit_permit(id), at INTEGER NOT NULL, by_id INTEGER, by TEXT NOT NULL, exit TEXT NOT NULL DEFAULT '', agrees INTEGER NOT NULL, found TEXT NOT NULL, extra TEXT NOT NULL DEFAULT '')`,
    `CREATE INDEX gate_check_permit ON gate_check (permit_id, id)`,

    // ---- keys ----
    `CREATE TABLE key_hook (
       id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, no TEXT NOT NULL UNIQUE, board TEXT NOT NULL, hook INTEGER NOT NULL, unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', type TEXT NOT NULL, name TEXT NOT NULL,
       owned INTEGER NOT NULL CHECK (owned >= 0), remark TEXT NOT NULL DEFAULT '', active INTEGER NOT NULL DEFAULT 1, custody_id INTEGER, UNIQUE (board, hook))`,
    `CREATE INDEX key_hook_unit ON key_hook (unit_id)`,
    `CREATE TABLE key_loan (
       ${common}, key_id INTEGER NOT NULL REFERENCES key_hook(id), ${client('borrower')}, company TEXT NOT NULL DEFAULT '', pass_no TEXT NOT NULL DEFAULT '', count INTEGER NOT NULL CHECK (count > 0), returned INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
       due_at INTEGER NOT NULL, lent_by_id INTEGER, lent_by TEXT NOT NULL, ${signature('borrower_sign')}, ${signature('returner')}, returned_at INTEGER, returned_to TEXT NOT NULL DEFAULT '', returns TEXT NOT NULL DEFAULT '[]',
       deposit_fen INTEGER NOT NULL DEFAULT 0, receipt_id INTEGER REFERENCES receipt(id), refund_id INTEGER REFERENCES receipt(id), chased INTEGER NOT NULL DEFAULT 0, last_chased_at INTEGER, ${ending}, CHECK (returned + lost <= count))`,
    `CREATE INDEX key_loan_key ON key_loan (key_id, id)`,
    `CREATE INDEX key_loan_state ON key_loan (state, due_at)`,
    `CREATE INDEX key_loan_day ON key_loan (day, id)`,
    `CREATE INDEX key_loan_tenant ON key_loan (tenant_id, id)`,
    `CREATE INDEX key_loan_unit ON key_loan (unit_id, id)`,
    `CREATE INDEX key_loan_personal ON key_loan (at) WHERE data_key IS NOT NULL`,
    `CREATE TABLE key_incident (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, day TEXT NOT NULL, key_id INTEGER NOT NULL REFERENCES key_hook(id), loan_id INTEGER REFERENCES key_loan(id), kind TEXT NOT NULL, count INTEGER NOT NULL, severity INTEGER NOT NULL, reason TEXT NOT NULL, responsible TEXT NOT NULL DEFAULT '', measure TEXT NOT NULL DEFAULT '',
       by TEXT NOT NULL, closed_at INTEGER, closed_by TEXT NOT NULL DEFAULT '')`,
    `CREATE INDEX key_incident_key ON key_incident (key_id, id)`,
    `CREATE TABLE key_cutting (
       ${common}, key_id INTEGER REFERENCES key_hook(id), unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, type TEXT NOT NULL, count INTEGER NOT NULL, reason TEXT NOT NULL, applicant TEXT NOT NULL DEFAULT '', by_id INTEGER, by TEXT NOT NULL,
       checked_at INTEGER, checked_by_id INTEGER, checked_by TEXT NOT NULL DEFAULT '', approved_at INTEGER, approved_by_id INTEGER, approved_by TEXT NOT NULL DEFAULT '', cut_at INTEGER, cut_by TEXT NOT NULL DEFAULT '', registered_at INTEGER, refused_reason TEXT NOT NULL DEFAULT '', data_key BLOB, ${ending})`,
    `CREATE INDEX key_cutting_state ON key_cutting (state, id)`,
    `CREATE TABLE key_custody (
       ${common}, tenant_id INTEGER REFERENCES tenant(id), tenant_name TEXT NOT NULL DEFAULT '', unit_id INTEGER REFERENCES unit(id), room TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, seal_no TEXT NOT NULL, purpose_explained INTEGER NOT NULL, client_seal_seen INTEGER NOT NULL, stamped INTEGER NOT NULL DEFAULT 1,
       keys TEXT NOT NULL, authorised TEXT NOT NULL, data_key BLOB, photo_ids TEXT NOT NULL DEFAULT '[]', ${signature('client_sign')}, keeper TEXT NOT NULL, events TEXT NOT NULL DEFAULT '[]', ended_at INTEGER, ${ending})`,
    `CREATE INDEX key_custody_state ON key_custody (state, id)`,
    `CREATE UNIQUE INDEX key_custody_seal ON key_custody (seal_no) WHERE state = 'sealed'`,
    `CREATE TABLE stocktake (
       id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, station TEXT NOT NULL, board TEXT NOT NULL, counted INTEGER NOT NULL, expected INTEGER NOT NULL, lines TEXT NOT NULL, checked_by_id INTEGER, checked_by TEXT NOT NULL DEFAULT '', checked_at INTEGER)`,

    // ---- directory signs ----
    `CREATE TABLE sign (
       ${common}, ${client('applicant')}, floor TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, size TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL DEFAULT '', sign_place TEXT NOT NULL, fee_fen INTEGER NOT NULL CHECK (fee_fen >= 0), seal_seen INTEGER NOT NULL DEFAULT 0, by TEXT NOT NULL,
       returned_reason TEXT NOT NULL DEFAULT '', ${signature('confirm')}, receipt_id INTEGER REFERENCES receipt(id), ordered_at INTEGER, installed_on TEXT, removed_on TEXT, remove_reason TEXT NOT NULL DEFAULT '', replaces_id INTEGER REFERENCES sign(id), ${ending})`,
    `CREATE INDEX sign_state ON sign (state, id)`,
    `CREATE INDEX sign_tenant ON sign (tenant_id, id)`,
    `CREATE INDEX sign_unit ON sign (unit_id, id)`,
    `CREATE INDEX sign_day ON sign (day, id)`,
    `CREATE INDEX sign_personal ON sign (at) WHERE data_key IS NOT NULL`,
  ],
}
