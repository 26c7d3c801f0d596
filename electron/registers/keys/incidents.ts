import { UserError } from '../../../shared/contract/errors'
import type { KeyIncident, keys } from '../../../shared/contract/keys'
import { dayOf, timeOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Store } from '../../store/store'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { loadHook, refuseGone } from './hooks'
import { changed, loanStep } from './loans'
import { endOf } from './return'
import { type HookState, type LoanRecord, outstanding, settled } from './rows'
import { seenRecord, updateRecord } from './write'

type Report = ParsedInput<typeof keys.report>

const INCIDENTS = `SELECT i.id, i.at, i.key_id AS keyId, k.no AS keyNo, i.loan_id AS loanId, i.kind, i.count, i.severity, i.reason, i.responsible, i.measure, i.by, i.closed_at AS closedAt, i.closed_by AS closedBy
  FROM key_incident i JOIN key_hook k ON k.id = i.key_id`

const incidentsWhere = (read: Store['read'] | Tx['query'], where: string, parameters: Sql[] = []): Promise<KeyIncident[]> =>
  read<KeyIncident & Record<string, unknown>>(`${INCIDENTS} WHERE ${where} ORDER BY i.id DESC LIMIT 500`, parameters)

/** Newest first; those nobody has closed yet, or all. */
export const incidents = ({ store }: House, open: boolean): Promise<KeyIncident[]> => incidentsWhere((sql, parameters) => store.read(sql, parameters), open ? 'i.closed_at IS NULL' : '1')
export const incidentsOf = ({ store }: House, loanId: number): Promise<KeyIncident[]> => incidentsWhere((sql, parameters) => store.read(sql, parameters), 'i.loan_id = ?', [loanId])

/**
 * 损坏、遗失 (11.R6): what happened, how bad, who answers for it. A lost key is no longer owned, and that part of its
 * loan is over; a loan whose last key is lost stays open while its deposit is neither forfeited nor given back. A deposit
 * is forfeited for damage by who may check only. What was lost and came to light is owned again; nothing is left to do then.
 * @throws UserError not-found, key-out, key-sealed, key-not-here (found on a hook out of use), not-lost {max} (found, and never lost), invalid-input (more than the loan has out; nothing to forfeit), approval-needed, order-taken, stale
 */
export async function report(house: House, input: Report, call: Call): Promise<KeyIncident> {
  if (input.forfeit && input.kind === 'damage') await house.approvals.approve(input.approval, call, 'keys.check')
  return house.store.write(call.scope, async (tx) => {
    const hook = await loadHook(tx, input.keyId, 'keyId')
    const loan = input.loanId === null ? null : await loanOf(tx, input)
    if (loan === null) await refuseStale(tx, 'keys', hook, input.version, input.kind)
    if (input.forfeit && (input.kind === 'found' || !loan || loan.deposit_fen === 0)) throw new UserError('invalid-input', {}, 'forfeit')
    if (input.kind === 'loss' && loan === null) refuseGone(hook, input.count)
    if (input.kind === 'found') await refuseNotLost(tx, hook, input)
    await owns(tx, hook, { damage: 0, loss: -input.count, found: input.count }[input.kind], loan === null)
    const over = input.kind === 'found'
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO key_incident (at, day, key_id, loan_id, kind, count, severity, reason, responsible, measure, by, closed_at, closed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [tx.now, dayOf(tx.now), hook.id, input.loanId, input.kind, input.count, input.severity, input.reason, input.responsible, input.measure, tx.scope.actor.name, over ? tx.now : null, over ? tx.scope.actor.name : ''],
    )
    // The reason may name somebody: it stands in the chain under a loan's key only.
    await tx.audit({ action: input.kind, register: 'keys', recordId: hook.id, detail: { incident: row!.id, no: hook.no, count: input.count, severity: input.severity } })
    tx.changed('keys', hook.id)
    if (loan) await ofLoan(tx, house, loan, input)
    return (await incidentsWhere(tx.query, 'i.id = ?', [row!.id]))[0]!
  })
}

async function loanOf(tx: Tx, { loanId, version, keyId, kind, count }: Report): Promise<LoanRecord> {
  const loan = await seenRecord<LoanRecord>(tx, 'key_loan', { id: loanId!, version }, kind)
  if (loan.key_id !== keyId) throw new UserError('not-found', {}, 'loanId')
  const most = kind === 'loss' ? outstanding(loan) : loan.count
  if (kind !== 'found' && count > most) throw new UserError('invalid-input', { max: most }, 'count')
  return loan
}

/** No more comes to light than was lost. */
async function refuseNotLost(tx: Tx, hook: HookState, { loanId, count }: Report): Promise<void> {
  if (hook.active === 0) throw new UserError('key-not-here', { no: hook.no }, 'keyId')
  const [missing] = await tx.query<{ n: number }>(
    `SELECT coalesce(sum(CASE kind WHEN 'loss' THEN count WHEN 'found' THEN -count ELSE 0 END), 0) AS n FROM key_incident WHERE key_id = ?1 AND (?2 IS NULL OR loan_id = ?2)`, [hook.id, loanId])
  if (count > missing!.n) throw new UserError('not-lost', { no: hook.no, max: Math.max(0, missing!.n) }, 'count')
}

/** The hook's own count; a key that is lost or found on it may be what its newest count differed by, one that is with a borrower never hung there. */
async function owns(tx: Tx, hook: HookState, change: number, onHook: boolean): Promise<void> {
  await updateRecord(tx, 'key_hook', hook, { owned: hook.owned + change, difference: onHook || change > 0 ? settled(hook.difference, change) : hook.difference })
}

async function ofLoan(tx: Tx, house: House, loan: LoanRecord, { kind, count, reason, forfeit }: Report): Promise<void> {
  const forfeited = forfeit ? await house.deposits.forfeit(tx, { register: 'keys', recordId: loan.id, recordNo: loan.no }, inChinese(say(kind === 'loss' ? 'key-lost' : 'key-damaged'))) : 0
  const held = loan.deposit_fen - forfeited
  const lost = kind === 'loss' ? loan.lost + count : loan.lost
  const over = loan.state === 'out' && loan.returned + lost === loan.count && held === 0
  await loanStep(tx, house, loan, { action: kind, note: reason, changes: [...(lost === loan.lost ? [] : [changed('lost', loan.lost, lost)]), ...(forfeited > 0 ? [changed('depositFen', loan.deposit_fen, held)] : [])] },
    { lost, deposit_fen: held, ...(over ? { state: endOf({ ...loan, lost }), returned_at: tx.now, returned_to: tx.scope.actor.name } : {}) })
}

/** What was done about it, by who may check (11.R8). @throws UserError not-found, order-taken for the second one */
export function closeIncident(house: House, { id, measure }: ParsedInput<typeof keys.closeIncident>, call: Call): Promise<KeyIncident> {
  return house.store.write(call.scope, async (tx) => {
    const [before] = await incidentsWhere(tx.query, 'i.id = ?', [id])
    if (!before) throw new UserError('not-found')
    if (before.closedAt !== null) throw new UserError('order-taken', { no: before.keyNo, by: before.closedBy, at: timeOf(before.closedAt) })
    await tx.query('UPDATE key_incident SET measure = ?, closed_at = ?, closed_by = ? WHERE id = ?', [measure, tx.now, tx.scope.actor.name, id])
    await tx.audit({ action: 'incident.close', register: 'keys', recordId: before.keyId, detail: { incident: id, no: before.keyNo } })
    tx.changed('keys', before.keyId)
    return { ...before, measure, closedAt: tx.now, closedBy: tx.scope.actor.name }
  })
}
