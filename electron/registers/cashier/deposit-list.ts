import type { cashier, Deposit } from '../../../shared/contract/cashier'
import { addDays, dayStart } from '../../../shared/rules/time'
import type { Sql } from '../../store/types'
import type { DepositRecord } from '../deposits'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import { plainBrackets } from '../plain-brackets'

type Page = ParsedInput<typeof cashier.deposits>
export type DepositFilter = Page['filter']
export type ListedDeposit = DepositRecord & { receipt_no: string; refund_no: string | null }

const FROM = 'FROM deposit d JOIN receipt r ON r.id = d.receipt_id LEFT JOIN receipt f ON f.id = d.refund_id'
const TEXTS = `d.record_no || char(10) || d.holder || char(10) || d.company || char(10) || r.no || char(10) || coalesce(f.no, '')`

export const depositOf = (d: ListedDeposit): Deposit => ({
  id: d.id, at: d.at, day: d.day, state: d.state, kind: d.kind, register: d.register, recordId: d.record_id, recordNo: d.record_no, holder: d.holder, tenantId: d.tenant_id, company: d.company, amountFen: d.amount_fen,
  receiptId: d.receipt_id, receiptNo: d.receipt_no, settledAt: d.settled_at, settledBy: d.settled_by, refundNo: d.refund_no ?? '', reason: d.reason,
})

/** Where one looks for what was given back or kept, a day is the day that happened; else the day it was taken. */
const dayCondition = (settled: boolean, day: DepositFilter['from'], side: 'from' | 'to'): [string, Sql | null] => {
  if (!settled) return [side === 'from' ? 'd.day >= ?' : 'd.day <= ?', day]
  return [side === 'from' ? 'd.settled_at >= ?' : 'd.settled_at < ?', day && dayStart(side === 'from' ? day : addDays(day, 1))]
}

/** Found by the record's number, its holder, the company, and the numbers of receipt and refund. */
function conditionsOf({ state, kind, tenantId, from, to, search }: DepositFilter): { where: string; parameters: Sql[] } {
  const typed = search.normalize('NFKC').toUpperCase().replace(/^QT1:/, '')
  const settled = state === 'refunded' || state === 'forfeited'
  const all: [string, Sql | null][] = [
    ['d.state = ?', state], ['d.kind = ?', kind || null], ['d.tenant_id = ?', tenantId], dayCondition(settled, from, 'from'), dayCondition(settled, to, 'to'), [`instr(upper(${plainBrackets(TEXTS)}), ?) > 0`, typed || null],
  ]
  const asked = all.filter(([, value]) => value !== null)
  return { where: asked.map(([sql]) => sql).join(' AND ') || '1', parameters: asked.map(([, value]) => value) }
}

/** A page of the ledger of deposits, newest first; a limit of −1 for all of them. */
export function readDeposits(house: House, filter: DepositFilter, before: number | null, limit: number): Promise<ListedDeposit[]> {
  const { where, parameters } = conditionsOf(filter)
  return house.store.read<ListedDeposit & Record<string, unknown>>(`SELECT d.*, r.no AS receipt_no, f.no AS refund_no ${FROM} WHERE ${where} AND d.id < ? ORDER BY d.id DESC LIMIT ?`, [...parameters, before ?? Number.MAX_SAFE_INTEGER, limit])
}

const amount = (state: Deposit['state']): string => `coalesce(sum(iif(d.state = '${state}', d.amount_fen, 0)), 0)`
/** In fen, by what became of the deposits. */
export const AMOUNTS = `${amount('held')} AS heldFen, ${amount('refunded')} AS refundedFen, ${amount('forfeited')} AS forfeitedFen`

/** 押金台账 (M1): what was taken, for what, and what became of it. */
export async function listDeposits(house: House, { filter, before, limit }: Page): Promise<Answer<typeof cashier.deposits>> {
  const { where, parameters } = conditionsOf(filter)
  const [records, [sums]] = await Promise.all([
    readDeposits(house, filter, before, limit),
    house.store.read<Answer<typeof cashier.deposits>['sums']>(`SELECT coalesce(sum(d.state <> 'void'), 0) AS count, ${AMOUNTS} ${FROM} WHERE ${where}`, parameters),
  ])
  return { rows: records.map(depositOf), next: records.length === limit ? records.at(-1)!.id : null, sums: sums! }
}
