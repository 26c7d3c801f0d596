import { withoutPerson } from './nameless'
import { person, refusedAt, type SettledKind, signatures, THESE, VOID_REASON } from './settled-kind'
import type { Tx } from './types'

const each = (column: string, changes: string): string => `${column} = (SELECT json_group_array(json_set(value, ${changes})) FROM json_each(${column}))`
const UNSIGNED = `'$.signed.by', '', '$.signed.signatureId', NULL, '$.signed.scanId', NULL`

/** What is erased of loans, cuttings and custodies of keys, from when they ended; which key, how many, when and by which of the staff stay. */
export const keyKinds: readonly SettledKind[] = [
  {
    table: 'key_loan', register: 'keys', settled: `state IN ('returned', 'lost', 'void')`, since: 'coalesce(void_at, returned_at, at)', parameters: [], says: { name: 'borrower', texts: ['reason'] },
    erase: `${person('borrower')}, ${signatures('borrower_sign', 'returner')}, ${each('returns', UNSIGNED)}, ${VOID_REASON}`,
    clear: async (tx, ids, names) => {
      await tx.query(`UPDATE deposit SET holder = '', reason = '', erased_at = ? WHERE register = 'keys' AND record_id ${THESE}`, [tx.now, ids])
      for (const { id, name } of names) await eraseIncidents(tx, 'loan_id = ?', id, name)
    },
  },
  {
    table: 'key_cutting', register: 'keys', settled: `state IN ('registered', 'refused', 'void')`, since: `coalesce(void_at, registered_at, ${refusedAt('keys', 'key_cutting')}, at)`, parameters: [], says: { name: 'applicant', texts: ['reason', 'refused_reason'] },
    erase: `data_key = NULL, applicant = '', ${VOID_REASON}`,
  },
  {
    table: 'key_custody', register: 'keys', settled: `state IN ('ended', 'void')`, since: 'coalesce(void_at, ended_at, at)', parameters: [], says: { name: 'client_sign_by', texts: ['reason'] },
    erase: `data_key = NULL, ${signatures('client_sign')}, photo_ids = '[]', no_photo = '', ${each('authorised', `'$.name', '', '$.kind', NULL, '$.enc', '', '$.masked', ''`)}, ${each('events', `'$.person', '', '$.reason', '', ${UNSIGNED}`)}, ${VOID_REASON}`,
  },
]

/** Who answered for damage or loss is not kept longer than the loan; what happened is. */
async function eraseIncidents(tx: Tx, where: string, value: number, name: string): Promise<void> {
  for (const incident of await tx.query<{ id: number; reason: string; measure: string; responsible: string }>(`SELECT * FROM key_incident WHERE ${where}`, [value])) {
    const nameless = (text: string): string => withoutPerson(withoutPerson(text, name), incident.responsible)
    await tx.query(`UPDATE key_incident SET responsible = '', reason = ?, measure = ? WHERE id = ?`, [nameless(incident.reason), nameless(incident.measure), incident.id])
  }
}

/** Those of no loan have a period of their own, from when they were closed. */
export const eraseClosedIncidents = (tx: Tx, limit: number): Promise<void> => eraseIncidents(tx, `loan_id IS NULL AND responsible <> '' AND closed_at < ?`, limit, '')
