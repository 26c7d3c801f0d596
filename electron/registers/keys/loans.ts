import { UserError } from '../../../shared/contract/errors'
import type { KeyLoanFilter } from '../../../shared/contract/keys'
import type { z } from 'zod'
import type { savedLoan } from '../../../shared/contract/keys'
import { LOAN_DAYS_MAX } from '../../../shared/rules/key'
import { addDays, dayOf } from '../../../shared/rules/time'
import type { NewStep } from '../../store/steps'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import { change, type Change } from '../history'
import type { House } from '../house'
import type { ListedLoan, LoanRecord } from './rows'
import { seenRecord, updateRecord } from './write'

export type SavedLoan = z.infer<typeof savedLoan>
export type LoanView = NonNullable<KeyLoanFilter['view']>

/** Loans with their deposit, as every list shows them; the hook as it is now is `k`. */
export const LOANS = `SELECT l.*, d.state AS deposit_state, d.amount_fen AS deposit_amount
  FROM key_loan l JOIN key_hook k ON k.id = l.key_id LEFT JOIN deposit d ON d.id = (SELECT max(id) FROM deposit WHERE register = 'keys' AND record_id = l.id)`

/** Keys that are still with somebody. */
export const STILL_OUT = `l.state = 'out' AND l.count > l.returned + l.lost`

/** @throws UserError not-found */
export async function loadLoan(tx: Pick<Tx, 'query'>, id: number): Promise<ListedLoan> {
  const [loan] = await tx.query<ListedLoan>(`${LOANS} WHERE l.id = ?`, [id])
  if (!loan) throw new UserError('not-found')
  return loan
}

/** A loan that is out, as somebody saw it. @throws UserError not-found, already-void, order-taken, stale, wrong-state */
export async function seenLoan(tx: Tx, seen: { id: number; version: number }, action: string): Promise<LoanRecord> {
  const loan = await seenRecord<LoanRecord>(tx, 'key_loan', seen, action)
  if (loan.state !== 'out') throw new UserError('wrong-state', { no: loan.no, state: loan.state })
  return loan
}

/** The key of what is personal in a loan. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, row: { data_key: Buffer | null }): DataKey => (row.data_key ? vault.openKey(row.data_key) : vault.newKey())

/** Writes one step of a loan: columns, who and when; its note sealed under the loan's key. */
export async function loanStep(tx: Tx, house: House, loan: LoanRecord, step: Pick<NewStep, 'action' | 'note' | 'person'> & { changes?: Change[] }, values: Record<string, Sql> = {}): Promise<LoanRecord> {
  const key = keyOf(house.store.vault, loan)
  const next = await updateRecord(tx, 'key_loan', loan, { data_key: key.wrapped, ...values })
  await house.steps.add(tx, { register: 'keys', recordId: loan.id, action: step.action, from: loan.state, to: next.state, ...(step.note ? { note: step.note, key } : {}), ...(step.person ? { person: step.person } : {}), ...(step.changes ? { detail: { changes: step.changes } } : {}) })
  return next
}

/** A plain value that changed, for the history. */
export const changed = (field: string, from: string | number | null, to: string | number | null): Change => change(null, field, from, to)

export const savedOf = (loan: Pick<LoanRecord, 'id' | 'no' | 'state' | 'version'>, printJobIds: number[] = []): SavedLoan => ({ id: loan.id, no: loan.no, state: loan.state, version: loan.version, printJobIds })

/** The key as it was lent: what the slip says, whatever its hook is called now. */
export const keyFace = (loan: Pick<LoanRecord, 'key_no' | 'key_name'>): { no: string; name: string } => ({ no: loan.key_no, name: loan.key_name })

/** @throws UserError due-before-now, due-too-far {day} */
export function refuseDue(dueAt: number, now: number): void {
  if (dueAt <= now) throw new UserError('due-before-now', {}, 'dueAt')
  const last = addDays(dayOf(now), LOAN_DAYS_MAX)
  if (dayOf(dueAt) > last) throw new UserError('due-too-far', { day: last }, 'dueAt')
}
