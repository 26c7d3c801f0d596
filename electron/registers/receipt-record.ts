import type { Receipt, receiptLine } from '../../shared/contract/cashier'
import { UserError } from '../../shared/contract/errors'
import type { Payment } from '../../shared/contract/paid-services'
import type { z } from 'zod'
import { capitals } from '../../shared/rules/capitals'
import { fen } from '../../shared/rules/money'
import type { SlipDocument } from '../../shared/slip/document'
import { receiptSlip } from '../../shared/slip/receipt-slip'
import type { Tx } from '../store/types'

export type ReceiptLine = z.infer<typeof receiptLine>

/** A row of `receipt`; `lines` is JSON. */
export interface ReceiptRecord {
  id: number; kind: Receipt['kind']; no: string; at: number; day: string; station: string; cashier_id: number | null; cashier: string; payer: string; room: string; tenant_id: number | null
  subject: string; register: string; record_id: number; record_no: string; lines: string; total_fen: number; payment: Payment; tendered_fen: number | null
  journal_id: number; void_at: number | null; void_by: string | null; void_station: string | null; void_reason: string | null; void_journal_id: number | null
}

/** @throws UserError not-found */
export async function loadReceipt(tx: Pick<Tx, 'query'>, id: number): Promise<ReceiptRecord> {
  const [record] = await tx.query<ReceiptRecord>('SELECT * FROM receipt WHERE id = ?', [id])
  if (!record) throw new UserError('not-found')
  return record
}

/** What was given back of the cash given. */
export const changeOf = (record: Pick<ReceiptRecord, 'tendered_fen' | 'total_fen'>) => fen(record.tendered_fen === null ? 0 : record.tendered_fen - record.total_fen)

const linesOf = (record: Pick<ReceiptRecord, 'lines'>): ReceiptLine[] => JSON.parse(record.lines) as ReceiptLine[]

export const receiptOf = (record: ReceiptRecord, reprints: number): Receipt => ({
  id: record.id, kind: record.kind, no: record.no, at: record.at, day: record.day, station: record.station, cashier: record.cashier, payer: record.payer, room: record.room, tenantId: record.tenant_id,
  subject: record.subject, recordRegister: record.register, recordId: record.record_id, recordNo: record.record_no, lines: linesOf(record), totalFen: record.total_fen, capitals: capitals(fen(record.total_fen)),
  payment: record.payment, tenderedFen: record.tendered_fen, changeFen: changeOf(record),
  voidAt: record.void_at, voidBy: record.void_by, voidReason: record.void_reason, reprints,
})

/** The paper of a receipt as it stands now; cash opens the drawer, to put it in or to give it back. */
export const receiptSlipOf = (company: string, record: ReceiptRecord): SlipDocument => ({
  ...receiptSlip({
    kind: record.kind, company, no: record.no, at: record.at, payer: record.payer, room: record.room, subject: record.subject, recordNo: record.record_no, lines: linesOf(record),
    totalFen: fen(record.total_fen), payment: record.payment, tenderedFen: record.tendered_fen === null ? null : fen(record.tendered_fen), changeFen: changeOf(record), cashier: record.cashier, station: record.station,
    voided: record.void_at === null ? null : { at: record.void_at, by: record.void_by ?? '', station: record.void_station ?? '', reason: record.void_reason ?? '' },
  }),
  openDrawer: record.payment === 'cash',
})
