import type { RegisterName } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { exitPermits, PaymentsFound, PaymentStanding } from '../../../shared/contract/exit-permits'
import { type Paid, owedOf, owes } from '../../../shared/rules/exit-permit'
import { openPassStates } from '../../../shared/rules/pass'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { insertRecord } from './write'

interface HoldRecord { id: number; tenant_id: number; at: number; by: string; reason: string; amount_fen: number | null }
interface Owed { register: RegisterName; recordId: number; no: string; amountFen: number; since: number }
type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** What the ledger says a company has not paid, record by record: done or put on the month, and not settled. Oldest first. */
const OWED = `SELECT j.register, j.record_id AS recordId, (SELECT o.no FROM journal o WHERE o.register = j.register AND o.record_id = j.record_id ORDER BY o.id LIMIT 1) AS no, sum(p.amount_fen) AS amountFen, min(j.at) AS since
  FROM posting p JOIN journal j ON j.id = p.journal_id WHERE p.account = 'receivable' AND p.tenant_id = ? GROUP BY j.register, j.record_id HAVING sum(p.amount_fen) <> 0 ORDER BY min(j.id)`

/** Held deposits, passes in somebody's hands or ready for them, and keys that are out. */
const OPEN = `SELECT (SELECT coalesce(sum(amount_fen), 0) FROM deposit WHERE tenant_id = ?1 AND state = 'held') AS depositsFen, (SELECT count(*) FROM pass WHERE tenant_id = ?1 AND state IN (SELECT value FROM json_each(?2))) AS openPasses,
  (SELECT coalesce(sum(count - returned - lost), 0) FROM key_loan WHERE tenant_id = ?1 AND state = 'out') AS openKeys`

const openHold = async (query: Query, tenantId: number): Promise<HoldRecord | null> => (await query<HoldRecord>('SELECT * FROM tenant_hold WHERE tenant_id = ? AND lifted_at IS NULL', [tenantId]))[0] ?? null

/** What stands between a company and its moving out (14.R3): what the ledger says is owed, and finance's mark. */
export interface Arrears extends Paid { /** Of what is owed, what the ledger says. */ ledgerFen: number; hold: HoldRecord | null; blocked: boolean }

export async function arrearsOf(query: Query, tenantId: number): Promise<Arrears> {
  const [row] = await query<{ owedFen: number }>(`SELECT coalesce(sum(amount_fen), 0) AS owedFen FROM posting WHERE account = 'receivable' AND tenant_id = ?`, [tenantId])
  const hold = await openHold(query, tenantId)
  const paid: Paid = { owedFen: owedOf({ owedFen: row!.owedFen, hold: hold && { amountFen: hold.amount_fen } }), marked: hold !== null }
  return { ...paid, ledgerFen: row!.owedFen, hold, blocked: owes(paid) }
}

type Open = Pick<PaymentStanding, 'depositsFen' | 'openPasses' | 'openKeys'>
const openOf = async (query: Query, tenantId: number): Promise<Open> => (await query<Open>(OPEN, [tenantId, JSON.stringify(openPassStates)]))[0]!

/** What was found, as it is kept with a permit; why finance set its mark stays with the mark. */
export const paymentsFound = async (query: Query, tenantId: number, { ledgerFen, hold, marked }: Arrears): Promise<PaymentsFound> =>
  ({ ledgerFen, markFen: hold?.amount_fen ?? null, marked, ...(await openOf(query, tenantId)) })

/** What is owed, held and still out, as it is shown at the moment of issue. @throws UserError not-found */
export async function standingOf(house: House, tenantId: number): Promise<PaymentStanding> {
  const query: Query = (sql, parameters) => house.store.read(sql, parameters) as never
  await tenantExists(query, tenantId)
  const [{ ledgerFen, hold, blocked }, owed, open] = await Promise.all([arrearsOf(query, tenantId), query<Owed>(OWED, [tenantId]), openOf(query, tenantId)])
  return {
    owedFen: ledgerFen, owed: await Promise.all(owed.map(async (line) => ({ ...line, title: await titleOf(house, query, line) }))),
    hold: hold && { id: hold.id, reason: hold.reason, amountFen: hold.amount_fen, by: hold.by, at: hold.at }, ...open, blocked,
  }
}

/** What the record is of, as its register says; nothing where it says nothing of itself. */
async function titleOf(house: House, query: Query, { register, recordId }: Owed): Promise<string> {
  try {
    return (await house.origins.facts({ query }, { register, id: recordId })).matter
  } catch (error) {
    if (error instanceof UserError) return ''
    throw error
  }
}

/** @throws UserError not-found */
export async function tenantExists(query: Query, tenantId: number): Promise<void> {
  const [tenant] = await query('SELECT 1 FROM tenant WHERE id = ?', [tenantId])
  if (!tenant) throw new UserError('not-found', {}, 'tenantId')
}

/** 欠费标记 by finance. Another one takes the place of the one in force. @throws UserError not-found */
export async function setHold(house: House, { tenantId, reason, amountFen }: ParsedInput<typeof exitPermits.setHold>, call: Call): Promise<PaymentStanding> {
  await house.store.write(call.scope, async (tx) => {
    await tenantExists(tx.query, tenantId)
    const before = await openHold(tx.query, tenantId)
    if (before) await lift(tx, before, reason)
    const { id } = await insertRecord<HoldRecord>(tx, 'tenant_hold', { tenant_id: tenantId, at: tx.now, by: tx.scope.actor.name, reason, amount_fen: amountFen })
    await tx.audit({ action: 'hold', register: 'exit-permits', recordId: id, detail: { tenantId, amountFen } })
  })
  return standingOf(house, tenantId)
}

/** @throws UserError not-found where none is in force */
export async function liftHold(house: House, { tenantId, reason }: ParsedInput<typeof exitPermits.liftHold>, call: Call): Promise<PaymentStanding> {
  await house.store.write(call.scope, async (tx) => {
    const hold = await openHold(tx.query, tenantId)
    if (!hold) throw new UserError('not-found', {}, 'tenantId')
    await lift(tx, hold, reason)
  })
  return standingOf(house, tenantId)
}

async function lift(tx: Tx, hold: HoldRecord, reason: string): Promise<void> {
  await tx.query('UPDATE tenant_hold SET lifted_at = ?, lifted_by = ?, lift_reason = ? WHERE id = ?', [tx.now, tx.scope.actor.name, reason, hold.id])
  await tx.audit({ action: 'hold.lift', register: 'exit-permits', recordId: hold.id, detail: { tenantId: hold.tenant_id } })
  tx.changed('exit-permits', hold.id)
}
