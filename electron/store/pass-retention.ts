import { person, type SettledKind, signatures, THESE, VOID_REASON } from './settled-kind'
import { ERASED_JOB } from './sweep'
import type { Tx } from './types'

const PASSES = 'SELECT 1 FROM pass p WHERE p.application_id = pass_application.id'

/** A batch is signed for once, and its scans stand at its first pass; a renewal goes on showing the scans it was granted on. */
const SHOWN = ['photo_id', ...['receiver', 'returner'].flatMap((by) => [`${by}_image`, `${by}_scan`])]
const STILL_SHOWN = [...SHOWN.map((column) => `SELECT ${column} FROM pass WHERE ${column} IS NOT NULL`), `SELECT scan.value FROM pass_application, json_each(papers) paper, json_each(paper.value, '$.scanIds') scan`].join(' UNION ALL ')
const shown = `id IN (${STILL_SHOWN})`

/** What is erased of passes, applications and fit-out permits, from when they ended; numbers, kinds, companies, terms and money stay. */
export const passKinds: readonly SettledKind[] = [
  {
    table: 'pass', register: 'passes', settled: `state IN ('lost', 'returned', 'renewed', 'void')`, since: 'ended_at', parameters: [],
    erase: `data_key = NULL, holder = '', document_kind = NULL, document_enc = NULL, document_hash = NULL, document_tail = NULL, document_masked = '', photo_id = NULL, special_certificate = '', ${signatures('receiver', 'returner')}, ${VOID_REASON}`,
    pictures: { of: `json_array(${SHOWN.join(', ')})`, shown }, clear: clearPasses,
  },
  {
    table: 'pass_application', register: 'passes', settled: `NOT EXISTS (${PASSES} AND p.state IN ('ready', 'issued'))`, since: `(${PASSES.replace('1', 'max(p.ended_at)')})`, parameters: [],
    erase: `${person('applicant')}, reason = '', papers = (SELECT json_group_array(json_set(value, '$.note', '', '$.scanIds', json('[]'))) FROM json_each(papers)), ${VOID_REASON}`,
    pictures: { of: `(SELECT json_group_array(scan.value) FROM json_each(papers) paper, json_each(paper.value, '$.scanIds') scan)`, shown },
  },
  {
    table: 'fit_out_permit', register: 'passes', settled: '1', since: 'coalesce(ended_at, unixepoch(valid_until) * 1000)', parameters: [],
    erase: `data_key = NULL, phone_enc = NULL, phone_hash = NULL, phone_masked = '', chief = '', end_reason = iif(end_reason IS NULL, NULL, '')`,
  },
]

async function clearPasses(tx: Tx, ids: string): Promise<void> {
  await tx.query(`UPDATE deposit SET holder = '', reason = '', erased_at = ? WHERE register = 'passes' AND record_id ${THESE}`, [tx.now, ids])
  await tx.query(`UPDATE void_declaration SET lost_where = '', declared_by = '', ${signatures('sign')} WHERE pass_id ${THESE}`, [ids])
  // A company's reminder names several holders: slips of that time go with the first of them.
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE register = 'passes' AND document IS NOT NULL AND created_at <= (SELECT max(ended_at) FROM pass WHERE id ${THESE})`, [tx.now, ids])
}
