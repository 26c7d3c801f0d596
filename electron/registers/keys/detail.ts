import { UserError } from '../../../shared/contract/errors'
import type { KeyLoanDetail, KeyLoanRow, keys } from '../../../shared/contract/keys'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Answer, Call, ParsedInput } from '../handlers'
import { historyOf } from '../history'
import type { House } from '../house'
import { revealNumber } from '../reveal'
import { signedOf } from '../signatures'
import { openCuttingStates } from './cutting'
import { jobsOf } from './custody-rows'
import { incidentsOf } from './incidents'
import { LOANS, loadLoan } from './loans'
import { type ListedLoan, loanRow, outstanding, type Return } from './rows'

/** Everything about one loan, the number masked. @throws UserError not-found */
export async function loanDetail(house: House, id: number): Promise<KeyLoanDetail> {
  const { store } = house
  const loan = await loadLoan({ query: (sql, parameters) => store.read(sql, parameters) }, id)
  const [[numbers], incidents, steps, linked, jobs, history] = await Promise.all([
    store.read<{ receiptNo: string; refundNo: string }>(`SELECT coalesce((SELECT no FROM receipt WHERE id = ?), '') AS receiptNo, coalesce((SELECT no FROM receipt WHERE id = ?), '') AS refundNo`, [loan.receipt_id, loan.refund_id]),
    incidentsOf(house, id), house.steps.of('keys', id), house.links.of('keys', id), jobsOf(house, id), historyOf(store, 'keys', id, loan.data_key),
  ])
  return {
    ...loanRow(loan, store.clock.now()), station: loan.station, borrowerSigned: signedOf(loan, 'borrower_sign'), returner: signedOf(loan, 'returner'), returns: JSON.parse(loan.returns) as Return[], ...numbers!,
    incidents, steps, links: linked.map(({ register, recordId, no, direction, note }) => ({ register, recordId, no, direction, note })), jobs, history,
  }
}

/** Which of the register's records has this id. @throws UserError not-found */
export async function recordOf({ store }: House, id: number): Promise<Answer<typeof keys.record>> {
  const [record] = await store.read<{ kind: Answer<typeof keys.record>['kind']; id: number; no: string }>(
    `SELECT 'hook' AS kind, id, no FROM key_hook WHERE id = ?1 UNION ALL SELECT 'loan', id, no FROM key_loan WHERE id = ?1 UNION ALL SELECT 'cutting', id, no FROM key_cutting WHERE id = ?1
     UNION ALL SELECT 'custody', id, no FROM key_custody WHERE id = ?1 UNION ALL SELECT 'stocktake', id, no FROM stocktake WHERE id = ?1`, [id])
  if (!record) throw new UserError('not-found')
  return record
}

/** How many are where, as the tabs count them. */
export async function keyCounts({ store }: House): Promise<Answer<typeof keys.counts>> {
  const now = store.clock.now()
  const [counts] = await store.read<Answer<typeof keys.counts>>(
    `SELECT (SELECT count(*) FROM key_loan WHERE state = 'out') AS out, (SELECT count(*) FROM key_loan WHERE state = 'out' AND count > returned + lost AND due_at < ?) AS late,
       (SELECT count(*) FROM key_loan WHERE state = 'returned' AND returned_at >= ?) AS returnedToday, (SELECT count(*) FROM key_custody WHERE state IN ('sealed', 'unsealed')) AS custody,
       (SELECT count(*) FROM key_cutting WHERE state IN (${openCuttingStates.map(() => '?').join(', ')})) AS cuttingOpen`, [now, dayStart(dayOf(now)), ...openCuttingStates])
  return counts!
}

/** The borrower's number. */
export const revealPhone = (house: House, { id }: ParsedInput<typeof keys.reveal>, call: Call): Promise<{ value: string }> => revealNumber(house, call, { register: 'keys', id, field: 'phone' }, async (tx) => {
  const loan = await loadLoan(tx, id)
  return { dataKey: loan.data_key, sealed: loan.phone_enc, context: 'key_loan.phone_enc' }
})

type Incomplete = Answer<typeof keys.incomplete>[number]

function missingOf(l: ListedLoan, row: KeyLoanRow): Incomplete['missing'] {
  // A key that nobody brought back counts as here again.
  if (l.state === 'void') return ['voided']
  const missing: [Incomplete['missing'][number], boolean][] = [
    ['borrower-signature', l.borrower_sign_at === null],
    ['returner-signature', l.returned > 0 && l.returner_at === null],
    // What was erased with its time was there.
    ['reason', l.reason === '' && l.erased_at === null],
    // Whereabouts known, chased: late, and nobody asked since it was due.
    ['chase', outstanding(l) > 0 && row.late && (l.last_chased_at ?? 0) < l.due_at],
  ]
  return missing.filter(([, is]) => is).map(([what]) => what)
}

/** Loans of the days that lack something the register must have, or were voided on a later one (11.C3); oldest first. */
export async function incomplete({ store }: House, { from, to }: ParsedInput<typeof keys.incomplete>): Promise<Incomplete[]> {
  const rows = await store.read<ListedLoan & Record<string, unknown>>(`${LOANS} WHERE l.day BETWEEN ? AND ? ORDER BY l.id`, [from, to])
  const now = store.clock.now()
  return rows.filter((loan) => loan.void_at === null || dayOf(loan.void_at) !== loan.day).map((loan) => ({ ...loanRow(loan, now), missing: missingOf(loan, loanRow(loan, now)) })).filter(({ missing }) => missing.length > 0)
}
