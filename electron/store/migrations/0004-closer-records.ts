import type { Migration } from '../migrate'
import { signature } from './columns'

const passes: string[] = [
  // What each kind is registered on, and what stands on its card: as it was, until a supervisor changes it.
  `ALTER TABLE pass_kind ADD COLUMN form TEXT NOT NULL DEFAULT 'procedure'`,
  `ALTER TABLE pass_kind ADD COLUMN asks_trade INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE pass_kind ADD COLUMN card_fields TEXT NOT NULL DEFAULT '["company","room","trade"]'`,
  `UPDATE pass_kind SET form = kind WHERE kind IN ('identity', 'construction')`,
  `UPDATE pass_kind SET asks_trade = 1 WHERE kind IN ('construction', 'contractor')`,
  // What is still open on a permit that ends.
  `CREATE INDEX pass_application_permit ON pass_application (fit_out_permit_id) WHERE fit_out_permit_id IS NOT NULL`,
]
const exitPermits: string[] = [
  // What was found when payments were looked up, and when (14.R3). It always was looked up before a moving-out was issued.
  `ALTER TABLE exit_permit ADD COLUMN payments_at INTEGER`,
  `ALTER TABLE exit_permit ADD COLUMN payments TEXT`,
  `UPDATE exit_permit SET payments_at = issued_at WHERE kind = 'moving-out' AND issued_at IS NOT NULL`,
  // The period of what is erased runs from the end of a permit (P3).
  `ALTER TABLE exit_permit ADD COLUMN ended_at INTEGER`,
  `UPDATE exit_permit SET ended_at = coalesce(void_at, slip_back_at, (SELECT max(s.at) FROM step s WHERE s.register = 'exit-permits' AND s.record_id = exit_permit.id AND s.action = 'close-unused'), at) WHERE state IN ('reconciled', 'unused', 'void')`,
  `DROP INDEX exit_permit_personal`,
  `CREATE INDEX exit_permit_personal ON exit_permit (ended_at) WHERE data_key IS NOT NULL`,
  // Why 退租 was void stood there with the permit's own reason, and was never erased.
  `UPDATE move_out SET void_reason = '' WHERE void_reason IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exit_permit p WHERE p.move_out_id = move_out.id AND p.erased_at IS NULL)`,
  // A count at the gate that was a mistake.
  `ALTER TABLE gate_check ADD COLUMN void_at INTEGER`,
  `ALTER TABLE gate_check ADD COLUMN void_by TEXT NOT NULL DEFAULT ''`,
  // Which of a permit's papers a print job is: its copy and the code on it.
  `ALTER TABLE print_job ADD COLUMN paper TEXT NOT NULL DEFAULT ''`,
  `UPDATE print_job SET paper = iif(instr(document, '"第一联  ') > 0, 'desk', iif(instr(document, '"第二联  ') > 0, 'guard', 'client')) || ' ' || (SELECT value FROM json_tree(document) WHERE key = 'data')
     WHERE register = 'exit-permits' AND title = '出门条' AND json_valid(document) AND EXISTS (SELECT 1 FROM json_tree(document) WHERE key = 'data')`,
]
/** Of the newest count of a hook, where nothing was reported or recounted since. */
const COUNTED = `(SELECT s.at, json_extract(l.value, '$.found') - json_extract(l.value, '$.expected') AS difference
  FROM stocktake s, json_each(s.lines) l WHERE json_extract(l.value, '$.keyId') = key_hook.id ORDER BY s.id DESC LIMIT 1)`
const keys: string[] = [
  // 11.C4: found less expected at the newest count, as far as it is not settled.
  `ALTER TABLE key_hook ADD COLUMN difference INTEGER NOT NULL DEFAULT 0`,
  `UPDATE key_hook SET difference = coalesce((SELECT c.difference FROM ${COUNTED} c
     WHERE NOT EXISTS (SELECT 1 FROM key_incident i WHERE i.key_id = key_hook.id AND i.loan_id IS NULL AND i.kind = 'loss' AND i.at >= c.at)
       AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.register = 'keys' AND a.record_id = key_hook.id AND a.action = 'change' AND a.at >= c.at AND instr(a.detail, '"owned"') > 0)), 0)`,
  // A loan says which key it was, whatever its hook is called later.
  `ALTER TABLE key_loan ADD COLUMN key_no TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE key_loan ADD COLUMN key_name TEXT NOT NULL DEFAULT ''`,
  `UPDATE key_loan SET key_no = (SELECT no FROM key_hook WHERE id = key_loan.key_id), key_name = (SELECT name FROM key_hook WHERE id = key_loan.key_id)`,
  // Why a seal has no photo; nobody was asked before.
  `ALTER TABLE key_custody ADD COLUMN no_photo TEXT NOT NULL DEFAULT ''`,
]
const signs: string[] = [
  // When a company left the tower, or a room of it: its signs are to come down in time (10.R3). Of those gone before, the chain knows the day.
  'ALTER TABLE tenant ADD COLUMN left_on TEXT',
  `UPDATE tenant SET left_on = (SELECT date(a.at / 1000, 'unixepoch', 'localtime') FROM audit a WHERE a.register = 'tenant' AND a.record_id = tenant.id AND a.action = 'change' AND a.detail LIKE '%"field":"active"%' ORDER BY a.id DESC LIMIT 1) WHERE active = 0`,
  'CREATE TABLE tenancy_end (tenant_id INTEGER NOT NULL REFERENCES tenant(id), unit_id INTEGER NOT NULL REFERENCES unit(id), ended_on TEXT NOT NULL, PRIMARY KEY (tenant_id, unit_id)) WITHOUT ROWID',
  // 10.R2: the sealed original is filed.
  'ALTER TABLE sign ADD COLUMN filed_at INTEGER',
  `ALTER TABLE sign ADD COLUMN filed_by TEXT NOT NULL DEFAULT ''`,
]
const money: string[] = [
  // 领备用金: how cash comes into a drawer from finance (M1).
  `CREATE TABLE drawer_float (
     id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, station TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), note TEXT NOT NULL DEFAULT '',
     journal_id INTEGER REFERENCES journal(id), ${signature('sign')}, void_at INTEGER, void_by TEXT NOT NULL DEFAULT '', void_reason TEXT, void_journal_id INTEGER REFERENCES journal(id))`,
  `CREATE INDEX drawer_float_day ON drawer_float (day, id)`,
  // A day may be closed again, and each 日结 begins where the one before ended: by its last posting, whatever a clock said.
  `CREATE TABLE day_close_again (
     id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, day TEXT NOT NULL, station TEXT NOT NULL, by_id INTEGER, by TEXT NOT NULL, drawer_close_id INTEGER REFERENCES drawer_close(id),
     ledger_fen INTEGER NOT NULL, counted_fen INTEGER NOT NULL, held_fen INTEGER NOT NULL, open TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', ${signature('sign')}, last_posting_id INTEGER NOT NULL DEFAULT 0)`,
  `INSERT INTO day_close_again SELECT d.*, coalesce((SELECT max(p.id) FROM posting p JOIN journal j ON j.id = p.journal_id WHERE j.at <= d.at), 0) FROM day_close d`,
  'DROP TABLE day_close',
  'ALTER TABLE day_close_again RENAME TO day_close',
  'CREATE INDEX day_close_station ON day_close (station, id)',
]

/** What the first weeks of the pass counter showed to be missing in its records. */
export const closerRecords: Migration = {
  version: 4,
  name: 'closer-records',
  statements: [...passes, ...exitPermits, ...keys, ...signs, ...money],
}
