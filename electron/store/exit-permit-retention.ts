import { withoutPerson } from './nameless'
import { person, type SettledKind, signatures, THESE, VOID_REASON } from './settled-kind'
import type { Tx } from './types'

/** What is erased of exit permits, from when they ended; goods, company, day, exit, counts and by which of the staff stay. */
export const exitPermitKinds: readonly SettledKind[] = [
  {
    table: 'exit_permit', register: 'exit-permits', settled: `state IN ('reconciled', 'unused', 'void')`, since: 'ended_at', parameters: [], says: { name: 'applicant', texts: ['goods', 'unused_reason', 'override_reason'] },
    erase: `${person('applicant')}, ${signatures('authority_sign')}, signatory_id = NULL, letter_scan_id = NULL, vehicle_no = '', ${VOID_REASON}`,
    clear: async (tx, ids, names) => {
      await tx.query(`UPDATE move_out SET void_reason = '' WHERE void_reason IS NOT NULL AND id IN (SELECT move_out_id FROM exit_permit WHERE id ${THESE})`, [ids])
      for (const { id, name } of names) {
        for (const check of await tx.query<{ id: number; extra: string }>(`SELECT id, extra FROM gate_check WHERE permit_id = ? AND extra <> ''`, [id])) {
          await tx.query('UPDATE gate_check SET extra = ? WHERE id = ?', [withoutPerson(check.extra, name), check.id])
        }
      }
    },
  },
]

/** Who may sign for a company no more, with the specimen; the period runs from when that ended. */
export async function eraseEndedSignatories(tx: Tx, limit: number): Promise<void> {
  const ended = await tx.query<{ id: number }>(
    `UPDATE signatory SET name = '', title = '', contact_id = NULL, specimen_id = NULL, active = 0, version = version + 1 WHERE name <> '' AND coalesce(ended_at, unixepoch(valid_until) * 1000) < ?
       AND id NOT IN (SELECT signatory_id FROM exit_permit WHERE signatory_id IS NOT NULL) RETURNING id`, [limit],
  )
  if (ended.length === 0) return
  await tx.query(`UPDATE attachment SET data_key = NULL, content = NULL WHERE register = 'exit-permits' AND record_id ${THESE}`, [JSON.stringify(ended.map(({ id }) => id))])
  for (const { id } of ended) tx.changed('exit-permits', id)
}
