import type { cashier, Receipt } from '../../../shared/contract/cashier'
import { UserError } from '../../../shared/contract/errors'
import { stampOf } from '../../../shared/rules/time'
import { RECEIPT_SLIP, REFUND_SLIP } from '../../../shared/slip/receipt-slip'
import type { Sql } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { loadReceipt, receiptOf, type ReceiptRecord, receiptSlipOf } from '../receipt-record'
import { plainBrackets } from '../plain-brackets'
import { printAgain } from './print-again'

export type ListedReceipt = ReceiptRecord & { reprints: number }
/** A receipt with how often it was copied (M2). */
export const LISTED = `SELECT r.*, (SELECT count(*) FROM print_job j WHERE j.register = 'cashier' AND j.record_id = r.id AND j.title IN ('${RECEIPT_SLIP}', '${REFUND_SLIP}') AND j.reprint_count > 0) AS reprints FROM receipt r`

/** @throws UserError not-found */
export async function oneReceipt(house: House, id: number): Promise<Receipt> {
  const [record] = await house.store.read<ListedReceipt>(`${LISTED} WHERE r.id = ?`, [id])
  if (!record) throw new UserError('not-found')
  return receiptOf(record, record.reprints)
}

/** Newest first; found by number, by the number of what it was paid for, by payer, room or subject. */
export async function listReceipts(house: House, { day, search, before, limit }: ParsedInput<typeof cashier.receipts>): Promise<{ rows: Receipt[]; next: number | null }> {
  const conditions: string[] = []
  const parameters: Sql[] = []
  if (before !== null) {
    conditions.push('r.id < ?')
    parameters.push(before)
  }
  if (day !== null) {
    conditions.push('r.day = ?')
    parameters.push(day)
  }
  if (search !== '') {
    const typed = search.normalize('NFKC')
    conditions.push(`(instr(r.no, ?) OR instr(r.record_no, ?) OR instr(lower(${plainBrackets('r.payer')}), ?) OR instr(lower(${plainBrackets('r.subject')}), ?) OR r.room = ?)`)
    parameters.push(typed.toUpperCase(), typed.toUpperCase(), typed.toLowerCase(), typed.toLowerCase(), typed)
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const records = await house.store.read<ListedReceipt>(`${LISTED} ${where} ORDER BY r.id DESC LIMIT ?`, [...parameters, limit])
  return { rows: records.map((record) => receiptOf(record, record.reprints)), next: records.length === limit ? records.at(-1)!.id : null }
}

/**
 * The receipt again (M2).
 * @throws UserError receipt-void, reprint-not-allowed, unknown-printer
 */
export function reprintReceipt(house: House, id: number, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const record = await loadReceipt(tx, id)
    if (record.void_at !== null) throw new UserError('receipt-void', { no: record.no, by: record.void_by ?? '', at: stampOf(record.void_at) })
    return { printJobId: await printAgain(tx, house, { register: 'cashier', id, no: record.no }, receiptSlipOf(house.settings.current.company, record)) }
  })
}
