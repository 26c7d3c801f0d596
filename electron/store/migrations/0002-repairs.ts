import type { Migration } from '../migrate'
import { client, common, ending, signature } from './columns'

/** Repairs (13), paid services (17), complaints (7), and the one ledger with receipts and drawer (M1, M2). */
export const repairs: Migration = {
  version: 2,
  name: 'repairs',
  statements: [
    // ---- shared: the way of a record ----
    `CREATE TABLE step (
       id INTEGER PRIMARY KEY, register TEXT NOT NULL, record_id INTEGER NOT NULL, action TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL,
       at INTEGER NOT NULL, actor_id INTEGER, actor TEXT NOT NULL, station TEXT NOT NULL, person TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '')`,
    `CREATE INDEX step_record ON step (register, record_id, id)`,

    // ---- what the front desk's tables owe to it ----
    `CREATE INDEX entry_unit ON entry (unit_id, id) WHERE unit_id IS NOT NULL`,
    // One that is tied to no record yet is only for who put it.
    `ALTER TABLE attachment ADD COLUMN created_by_id INTEGER`,

    // ---- repairs ----
    `CREATE TABLE work_order (
       ${common}, ${client('reporter')},
       fault TEXT NOT NULL, content TEXT NOT NULL, trade TEXT NOT NULL, urgency TEXT NOT NULL, chargeable INTEGER NOT NULL DEFAULT 0, emergency_first INTEGER NOT NULL DEFAULT 0,
       appointment_at INTEGER, expected_finish_at INTEGER, due_at INTEGER NOT NULL, received_by_id INTEGER, received_by TEXT NOT NULL, token TEXT NOT NULL,
       fetched_by TEXT NOT NULL DEFAULT '', fetched_at INTEGER, worker TEXT NOT NULL DEFAULT '', assigned_at INTEGER, started_at INTEGER,
       waiting_for TEXT NOT NULL DEFAULT '', waiting_until INTEGER, finished_at INTEGER, work_record TEXT NOT NULL DEFAULT '', materials TEXT NOT NULL DEFAULT '[]',
       ${signature('worker_sign')}, ${signature('client_sign')}, rating TEXT, client_comment TEXT NOT NULL DEFAULT '',
       returned_at INTEGER, returned_by TEXT NOT NULL DEFAULT '', verified_at INTEGER, verified_by TEXT NOT NULL DEFAULT '', verify_method TEXT, verify_outcome TEXT, verify_opinion TEXT NOT NULL DEFAULT '', reorder_id INTEGER REFERENCES work_order(id),
       filed_at INTEGER, reminders INTEGER NOT NULL DEFAULT 0, last_reminded_at INTEGER, ${ending})`,
    `CREATE UNIQUE INDEX work_order_token ON work_order (token)`,
    `CREATE INDEX work_order_day ON work_order (day, id)`,
    `CREATE INDEX work_order_state ON work_order (state, id)`,
    `CREATE INDEX work_order_tenant ON work_order (tenant_id, id)`,
    `CREATE INDEX work_order_unit ON work_order (unit_id, id)`,
    `CREATE INDEX work_order_phone_tail ON work_order (phone_tail, id) WHERE phone_tail IS NOT NULL`,
    `CREATE INDEX work_order_personal ON work_order (at) WHERE data_key IS NOT NULL`,
    // Two-character Chinese words are the usual query: see entry_text.
    `CREATE VIRTUAL TABLE work_order_text USING fts5 (pairs, content = '', contentless_delete = 1, detail = 'none', tokenize = "unicode61 remove_diacritics 0")`,
    // The tower's usual faults by trade, learned from use.
    `CREATE TABLE fault (
       id INTEGER PRIMARY KEY, trade TEXT NOT NULL, text TEXT NOT NULL, initials TEXT NOT NULL DEFAULT '', uses INTEGER NOT NULL DEFAULT 0, last_used_at INTEGER, active INTEGER NOT NULL DEFAULT 1, listed INTEGER NOT NULL DEFAULT 0, UNIQUE (trade, text))`,
    `CREATE TABLE spot_check (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, day TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, order_id INTEGER NOT NULL REFERENCES work_order(id), stage TEXT NOT NULL, passed INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '')`,
    `CREATE INDEX spot_check_day ON spot_check (day, id)`,
    `CREATE INDEX spot_check_order ON spot_check (order_id)`,

    // ---- paid services ----
    `CREATE TABLE price_item (
       id INTEGER PRIMARY KEY, code TEXT NOT NULL, category TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, unit TEXT NOT NULL, price_fen INTEGER NOT NULL CHECK (price_fen >= 0),
       with_material INTEGER NOT NULL DEFAULT 0, valid_from TEXT NOT NULL, valid_to TEXT)`,
    `CREATE INDEX price_item_code ON price_item (code, valid_from)`,
    `CREATE TABLE service_batch (
       id INTEGER PRIMARY KEY, month TEXT NOT NULL UNIQUE, checked_by_id INTEGER NOT NULL, checked_by TEXT NOT NULL, checked_at INTEGER NOT NULL, second_by_id INTEGER, second_by TEXT, second_at INTEGER)`,
    `CREATE TABLE paid_service (
       ${common}, ${client('client')},
       title TEXT NOT NULL, emergency INTEGER NOT NULL DEFAULT 0, for_register TEXT, for_id INTEGER, for_no TEXT NOT NULL DEFAULT '', opened_by_id INTEGER, opened_by TEXT NOT NULL,
       agreed_how TEXT, ${signature('agree_sign')}, refused_reason TEXT NOT NULL DEFAULT '', worker TEXT NOT NULL DEFAULT '', ${signature('worker_sign')}, ${signature('client_sign')}, rating TEXT, comment TEXT NOT NULL DEFAULT '',
       done_at INTEGER, labour_fen INTEGER NOT NULL DEFAULT 0, material_fen INTEGER NOT NULL DEFAULT 0, total_fen INTEGER NOT NULL DEFAULT 0, quoted_fen INTEGER NOT NULL DEFAULT 0,
       journal_id INTEGER, receipt_id INTEGER, paid_at INTEGER, month TEXT NOT NULL DEFAULT '', batch_id INTEGER REFERENCES service_batch(id), ${ending})`,
    `CREATE INDEX paid_service_state ON paid_service (state, id)`,
    `CREATE INDEX paid_service_day ON paid_service (day, id)`,
    `CREATE INDEX paid_service_tenant ON paid_service (tenant_id, id)`,
    `CREATE INDEX paid_service_unit ON paid_service (unit_id, id)`,
    // One slip in force for a record; a void one gives way to another.
    `CREATE UNIQUE INDEX paid_service_for ON paid_service (for_register, for_id) WHERE for_id IS NOT NULL AND state <> 'void'`,
    `CREATE INDEX paid_service_phone_tail ON paid_service (phone_tail, id) WHERE phone_tail IS NOT NULL`,
    `CREATE INDEX paid_service_personal ON paid_service (at) WHERE data_key IS NOT NULL`,
    `CREATE TABLE service_line (
       id INTEGER PRIMARY KEY, service_id INTEGER NOT NULL REFERENCES paid_service(id), position INTEGER NOT NULL, price_item_id INTEGER REFERENCES price_item(id), code TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL,
       name TEXT NOT NULL, unit TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, supplier TEXT NOT NULL, unit_price_fen INTEGER NOT NULL CHECK (unit_price_fen >= 0), quoted_milli INTEGER NOT NULL CHECK (quoted_milli >= 0), actual_milli INTEGER CHECK (actual_milli >= 0),
       amount_fen INTEGER NOT NULL, replaced_at INTEGER)`,
    `CREATE INDEX service_line_service ON service_line (service_id, position)`,

    // ---- the one ledger: every journal's postings add up to nought; nothing is changed, a mistake is reversed ----
    `CREATE TABLE journal (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL, record_id INTEGER NOT NULL, no TEXT NOT NULL, memo TEXT NOT NULL DEFAULT '',
       reverses INTEGER UNIQUE REFERENCES journal(id), actor_id INTEGER, actor TEXT NOT NULL, station TEXT NOT NULL)`,
    `CREATE INDEX journal_day ON journal (day, id)`,
    `CREATE INDEX journal_record ON journal (register, record_id)`,
    `CREATE TABLE posting (
       id INTEGER PRIMARY KEY, journal_id INTEGER NOT NULL REFERENCES journal(id), account TEXT NOT NULL, amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0 AND typeof(amount_fen) = 'integer'),
       tenant_id INTEGER REFERENCES tenant(id), station TEXT NOT NULL)`,
    `CREATE INDEX posting_journal ON posting (journal_id)`,
    `CREATE INDEX posting_account ON posting (account, station, id)`,
    `CREATE INDEX posting_tenant ON posting (tenant_id, account) WHERE tenant_id IS NOT NULL`,
    `CREATE TRIGGER journal_kept BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'a journal is never changed'); END`,
    `CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'a journal is never deleted'); END`,
    `CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT raise(ABORT, 'a posting is never changed'); END`,
    `CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT raise(ABORT, 'a posting is never deleted'); END`,
    `CREATE TABLE receipt (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, station TEXT NOT NULL, cashier_id INTEGER, cashier TEXT NOT NULL, payer TEXT NOT NULL, room TEXT NOT NULL DEFAULT '', tenant_id INTEGER REFERENCES tenant(id),
       subject TEXT NOT NULL, register TEXT NOT NULL, record_id INTEGER NOT NULL, record_no TEXT NOT NULL, lines TEXT NOT NULL, total_fen INTEGER NOT NULL CHECK (total_fen > 0), payment TEXT NOT NULL, tendered_fen INTEGER,
       journal_id INTEGER NOT NULL REFERENCES journal(id), void_at INTEGER, void_by TEXT, void_station TEXT, void_reason TEXT, void_journal_id INTEGER REFERENCES journal(id))`,
    `CREATE INDEX receipt_day ON receipt (day, id)`,
    `CREATE INDEX receipt_record ON receipt (register, record_id)`,
    `CREATE INDEX receipt_tenant ON receipt (tenant_id, id)`,
    `CREATE TABLE drawer_close (
       id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, station TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, expected_fen INTEGER NOT NULL, counted_fen INTEGER NOT NULL, difference_fen INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '',
       handed_in_fen INTEGER NOT NULL, float_fen INTEGER NOT NULL, counts TEXT NOT NULL, last_posting_id INTEGER NOT NULL)`,
    `CREATE INDEX drawer_close_station ON drawer_close (station, id)`,

    // ---- complaints ----
    `CREATE TABLE complaint (
       ${common}, ${client('name')},
       channel TEXT NOT NULL, kind TEXT NOT NULL, level INTEGER NOT NULL, title TEXT NOT NULL, cause TEXT NOT NULL, received_by_id INTEGER, received_by TEXT NOT NULL,
       department TEXT, person TEXT NOT NULL DEFAULT '', due_at INTEGER NOT NULL, round INTEGER NOT NULL DEFAULT 1, opinion TEXT, escalated_at INTEGER, closed_at INTEGER,
       for_meeting INTEGER NOT NULL DEFAULT 0, meeting_reason TEXT NOT NULL DEFAULT '', repeats INTEGER NOT NULL DEFAULT 0, ${ending})`,
    `CREATE INDEX complaint_state ON complaint (state, id)`,
    `CREATE INDEX complaint_day ON complaint (day, id)`,
    `CREATE INDEX complaint_tenant ON complaint (tenant_id, id)`,
    `CREATE INDEX complaint_unit ON complaint (unit_id, at)`,
    `CREATE INDEX complaint_kind ON complaint (kind, at)`,
    `CREATE INDEX complaint_phone_tail ON complaint (phone_tail, id) WHERE phone_tail IS NOT NULL`,
    `CREATE INDEX complaint_personal ON complaint (at) WHERE data_key IS NOT NULL`,
    `CREATE TABLE complaint_round (
       complaint_id INTEGER NOT NULL REFERENCES complaint(id), round INTEGER NOT NULL, department TEXT, person TEXT NOT NULL DEFAULT '', due_at INTEGER NOT NULL, handling TEXT NOT NULL DEFAULT '', handled_at INTEGER, handled_by TEXT NOT NULL DEFAULT '',
       asked_at INTEGER, asked_by TEXT NOT NULL DEFAULT '', asked_how TEXT, opinion TEXT, words TEXT NOT NULL DEFAULT '', PRIMARY KEY (complaint_id, round)) WITHOUT ROWID`,
  ],
}
