import type { RegisterName } from '../../shared/contract/base'
import type { Account } from '../../shared/contract/cashier'
import { UserError } from '../../shared/contract/errors'
import type { Payment } from '../../shared/contract/paid-services'
import { fen, type Fen, formatMoney } from '../../shared/rules/money'
import { dayOf, stampOf } from '../../shared/rules/time'
import { RECEIPT_SLIP } from '../../shared/slip/receipt-slip'
import type { Ledger } from '../store/ledger'
import type { PrintJobs } from '../store/print-jobs'
import type { SettingsStore } from '../store/settings'
import type { Store } from '../store/store'
import type { Tx } from '../store/types'
import { queueSlip } from './queue-slip'
import { changeOf, loadReceipt, type ReceiptLine, type ReceiptRecord, receiptSlipOf } from './receipt-record'

/** Money taken at the desk for a record of any register. */
export interface NewReceipt {
  payer: string; room: string; tenantId: number | null
  /** What it is for, in a few words: 有偿服务 更换阀门. */
  subject: string
  register: RegisterName; recordId: number; recordNo: string
  /** What they come to is `totalFen`. */
  lines: ReceiptLine[]; totalFen: Fen
  payment: Payment
  /** Cash given; null for other kinds, or when it was counted out exactly. */
  tenderedFen: Fen | null
  /** What the money settles: the receivable posted before, or income at once. */
  credit: Account
  print: boolean
}

export interface TakenReceipt { id: number; no: string; changeFen: Fen; printJobIds: number[] }

/** Told in the same transaction when a receipt was voided: what it paid for is due again. */
export type ReceiptVoided = (tx: Tx, recordId: number, receiptId: number) => Promise<void>

export interface ReceiptsHouse { store: Store; settings: SettingsStore; ledger: Ledger; jobs: PrintJobs; printerRoles: () => string[] }

/** 收据: number, row, postings and slip in the transaction of what is paid (M1, M2). */
export class Receipts {
  readonly #voided = new Map<string, ReceiptVoided>()

  constructor(private readonly house: ReceiptsHouse) {}

  onVoided(register: RegisterName, hook: ReceiptVoided): void { this.#voided.set(register, hook) }

  /**
   * Debits what it was paid with, credits what it settles (of the tenant), and prints it where there is a printer.
   * @throws UserError tendered-too-little, tendered-not-cash; RangeError when the lines don't come to the total: a defect
   */
  async take(tx: Tx, receipt: NewReceipt): Promise<TakenReceipt> {
    const { totalFen, tenderedFen, payment, tenantId } = receipt
    if (tenderedFen !== null && payment !== 'cash') throw new UserError('tendered-not-cash', {}, 'tenderedFen')
    if (tenderedFen !== null && tenderedFen < totalFen) throw new UserError('tendered-too-little', { total: formatMoney(totalFen), short: formatMoney(fen(totalFen - tenderedFen)) }, 'tenderedFen')
    if (receipt.lines.reduce((sum, line) => sum + line.amountFen, 0) !== totalFen || totalFen <= 0) throw new RangeError(`receipt for ${receipt.recordNo}: its lines are not its total`)

    const no = await tx.number('receipts')
    const journalId = await this.house.ledger.post(tx, {
      kind: 'receipt', register: receipt.register, recordId: receipt.recordId, no,
      postings: [{ account: payment, amountFen: totalFen }, { account: receipt.credit, amountFen: fen(-totalFen), tenantId }],
    })
    const [record] = await tx.query<ReceiptRecord>(
      `INSERT INTO receipt (no, at, day, station, cashier_id, cashier, payer, room, tenant_id, subject, register, record_id, record_no, lines, total_fen, payment, tendered_fen, journal_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      [no, tx.now, dayOf(tx.now), tx.scope.station, tx.scope.actor.id, tx.scope.actor.name, receipt.payer, receipt.room, tenantId, receipt.subject, receipt.register, receipt.recordId, receipt.recordNo,
        JSON.stringify(receipt.lines), totalFen, payment, tenderedFen, journalId],
    )
    await tx.audit({ action: 'receipt', register: 'cashier', recordId: record!.id, detail: { no, recordNo: receipt.recordNo, totalFen, payment } })
    tx.changed('cashier', record!.id)
    return { id: record!.id, no, changeFen: changeOf(record!), printJobIds: receipt.print ? await this.#print(tx, record!) : [] }
  }

  /**
   * Reverses its journal today and at this station, whenever and wherever it was taken; tells its register; what had
   * not come out of the printer yet won't. The number stays (M2), and 作废收据 says why.
   * @throws UserError not-found, receipt-void; what the register's hook throws
   */
  async void(tx: Tx, id: number, reason: string, print: boolean): Promise<number[]> {
    const record = await loadReceipt(tx, id)
    if (record.void_at !== null) throw new UserError('receipt-void', { no: record.no, by: record.void_by ?? '', at: stampOf(record.void_at) })
    // The reason stands on the row only: a journal can't be erased, and a reason may name a person (P3).
    const journalId = await this.house.ledger.reverse(tx, record.journal_id, 'receipt-void', '')
    const [voided] = await tx.query<ReceiptRecord>(
      'UPDATE receipt SET void_at = ?, void_by = ?, void_station = ?, void_reason = ?, void_journal_id = ? WHERE id = ? RETURNING *', [tx.now, tx.scope.actor.name, tx.scope.station, reason, journalId, id],
    )
    await tx.audit({ action: 'void', register: 'cashier', recordId: id, detail: { no: record.no, recordNo: record.record_no, totalFen: record.total_fen, payment: record.payment } })
    tx.changed('cashier', id)
    const waiting = await tx.query<{ id: number }>(`SELECT id FROM print_job WHERE register = 'cashier' AND record_id = ? AND title = ? AND state IN ('waiting', 'failed')`, [id, RECEIPT_SLIP])
    for (const job of waiting) await this.house.jobs.setState(tx, job.id, ['waiting', 'failed'], 'cancelled')
    await this.#voided.get(record.register)?.(tx, record.record_id, id)
    return print ? this.#print(tx, voided!) : []
  }

  #print(tx: Tx, record: ReceiptRecord): Promise<number[]> {
    return queueSlip(tx, this.house, 'receipt', { register: 'cashier', id: record.id, no: record.no }, receiptSlipOf(this.house.settings.current.company, record))
  }
}
