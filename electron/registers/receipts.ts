import type { RegisterName } from '../../shared/contract/base'
import type { Account } from '../../shared/contract/cashier'
import { UserError } from '../../shared/contract/errors'
import type { Payment } from '../../shared/contract/paid-services'
import { CHANGE_MAX, fen, type Fen, formatMoney } from '../../shared/rules/money'
import { dayOf, stampOf } from '../../shared/rules/time'
import { RECEIPT_SLIP } from '../../shared/slip/receipt-slip'
import type { Ledger, NewPosting } from '../store/ledger'
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
  /** What the money settles, together the total: the receivable posted before, a deposit that is held, income at once. */
  credits: readonly { account: Account; amountFen: Fen }[]
  print: boolean
}

/** Money given back at the desk, out of what `debit` holds; with a number of its own (TK). */
export type NewRefund = Omit<NewReceipt, 'credits' | 'tenderedFen'> & { debit: Account }

export interface TakenReceipt { id: number; no: string; changeFen: Fen; printJobIds: number[] }
export interface PaidRefund { id: number; no: string; journalId: number; printJobIds: number[] }

/** Told in the same transaction when a receipt was voided: what it paid for is due again. */
export type ReceiptVoided = (tx: Tx, recordId: number, receiptId: number) => Promise<void>

export interface ReceiptsHouse { store: Store; settings: SettingsStore; ledger: Ledger; jobs: PrintJobs; printerRoles: () => string[] }

/** 收据: number, row, postings and slip in the transaction of what is paid (M1, M2). */
export class Receipts {
  readonly #voided = new Map<string, ReceiptVoided>()
  #anyVoided: ((tx: Tx, receiptId: number) => Promise<void>) | undefined

  constructor(private readonly house: ReceiptsHouse) {}

  onVoided(register: RegisterName, hook: ReceiptVoided): void { this.#voided.set(register, hook) }

  /** Told first, whatever the receipt was for: deposits that came with it. */
  onAnyVoided(hook: (tx: Tx, receiptId: number) => Promise<void>): void { this.#anyVoided = hook }

  /**
   * Debits what it was paid with, credits what it settles (of the tenant), and prints it where there is a printer.
   * @throws UserError tendered-too-little, tendered-not-cash, amount-too-large (the cash given); RangeError when the lines don't come to the total: a defect
   */
  async take(tx: Tx, receipt: NewReceipt): Promise<TakenReceipt> {
    const { totalFen, tenderedFen, payment, tenantId } = receipt
    if (tenderedFen !== null && payment !== 'cash') throw new UserError('tendered-not-cash', {}, 'tenderedFen')
    if (tenderedFen !== null && tenderedFen < totalFen) throw new UserError('tendered-too-little', { total: formatMoney(totalFen), short: formatMoney(fen(totalFen - tenderedFen)) }, 'tenderedFen')
    const most = fen(totalFen + CHANGE_MAX)
    if (tenderedFen !== null && tenderedFen > most) throw new UserError('amount-too-large', { amount: formatMoney(tenderedFen), limit: formatMoney(most) }, 'tenderedFen')
    const no = await tx.number('receipts')
    const record = await this.#write(tx, 'receipt', no, { ...receipt, postings: [{ account: payment, amountFen: totalFen }, ...receipt.credits.map(({ account, amountFen }) => ({ account, amountFen: fen(-amountFen), tenantId }))] })
    return { id: record.id, no, changeFen: changeOf(record), printJobIds: receipt.print ? await this.#print(tx, record) : [] }
  }

  /**
   * 退款收据: number, row, postings and slip. Cash comes out of this station's drawer, which must hold it.
   * @throws UserError drawer-short {held, short}
   */
  async refund(tx: Tx, refund: NewRefund): Promise<PaidRefund> {
    const { totalFen, payment, tenantId } = refund
    if (payment === 'cash') await this.refuseShort(tx, totalFen, 'drawer-short', 'payment')
    const no = await tx.number('refunds')
    const record = await this.#write(tx, 'refund', no, { ...refund, tenderedFen: null, postings: [{ account: refund.debit, amountFen: totalFen, tenantId }, { account: payment, amountFen: fen(-totalFen) }] })
    return { id: record.id, no, journalId: record.journal_id, printJobIds: refund.print ? await this.#print(tx, record) : [] }
  }

  async #write(tx: Tx, kind: 'receipt' | 'refund', no: string, of: Omit<NewReceipt, 'credits' | 'print'> & { postings: NewPosting[] }): Promise<ReceiptRecord> {
    if (of.lines.reduce((sum, line) => sum + line.amountFen, 0) !== of.totalFen || of.totalFen <= 0) throw new RangeError(`${kind} for ${of.recordNo}: its lines are not its total`)
    const journalId = await this.house.ledger.post(tx, { kind, register: of.register, recordId: of.recordId, no, postings: of.postings })
    const [record] = await tx.query<ReceiptRecord>(
      `INSERT INTO receipt (kind, no, at, day, station, cashier_id, cashier, payer, room, tenant_id, subject, register, record_id, record_no, lines, total_fen, payment, tendered_fen, journal_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      [kind, no, tx.now, dayOf(tx.now), tx.scope.station, tx.scope.actor.id, tx.scope.actor.name, of.payer, of.room, of.tenantId, of.subject, of.register, of.recordId, of.recordNo,
        JSON.stringify(of.lines), of.totalFen, of.payment, of.tenderedFen, journalId],
    )
    await tx.audit({ action: kind, register: 'cashier', recordId: record!.id, detail: { no, recordNo: of.recordNo, totalFen: of.totalFen, payment: of.payment } })
    tx.changed('cashier', record!.id)
    return record!
  }

  /**
   * Reverses its journal today and at this station, whenever and wherever it was taken; tells its register; what had
   * not come out of the printer yet won't. The number stays (M2), and 作废收据 says why.
   * @throws UserError not-found, receipt-void, refund-final; void-short where this drawer does not hold the cash; what the register's hook throws (a deposit of it that was settled since)
   */
  async void(tx: Tx, id: number, reason: string, print: boolean): Promise<number[]> {
    const record = await loadReceipt(tx, id)
    if (record.void_at !== null) throw new UserError('receipt-void', { no: record.no, by: record.void_by ?? '', at: stampOf(record.void_at) })
    // What was given back is in somebody's pocket: a wrong refund is put right by taking the deposit anew.
    if (record.kind === 'refund') throw new UserError('refund-final', { no: record.no })
    if (record.payment === 'cash') await this.refuseShort(tx, fen(record.total_fen), 'void-short')
    // The reason stands on the row only: a journal can't be erased, and a reason may name a person (P3).
    const journalId = await this.house.ledger.reverse(tx, record.journal_id, 'receipt-void', '')
    const [voided] = await tx.query<ReceiptRecord>(
      'UPDATE receipt SET void_at = ?, void_by = ?, void_station = ?, void_reason = ?, void_journal_id = ? WHERE id = ? RETURNING *', [tx.now, tx.scope.actor.name, tx.scope.station, reason, journalId, id],
    )
    await tx.audit({ action: 'void', register: 'cashier', recordId: id, detail: { no: record.no, recordNo: record.record_no, totalFen: record.total_fen, payment: record.payment } })
    tx.changed('cashier', id)
    const waiting = await tx.query<{ id: number }>(`SELECT id FROM print_job WHERE register = 'cashier' AND record_id = ? AND title = ? AND state IN ('waiting', 'failed')`, [id, RECEIPT_SLIP])
    for (const job of waiting) await this.house.jobs.setState(tx, job.id, ['waiting', 'failed'], 'cancelled')
    await this.#anyVoided?.(tx, id)
    await this.#voided.get(record.register)?.(tx, record.record_id, id)
    return print ? this.#print(tx, voided!) : []
  }

  /** Nobody gives back more cash than lies in this station's drawer. @throws UserError `code` */
  async refuseShort(tx: Tx, totalFen: Fen, code: 'drawer-short' | 'void-short', field?: string): Promise<void> {
    const held = await this.house.ledger.balance('cash', { station: tx.scope.station }, tx)
    if (held < totalFen) throw new UserError(code, { held: formatMoney(held), total: formatMoney(totalFen) }, field)
  }

  #print(tx: Tx, record: ReceiptRecord): Promise<number[]> {
    return queueSlip(tx, this.house, 'receipt', { register: 'cashier', id: record.id, no: record.no }, receiptSlipOf(this.house.settings.current.company, record))
  }
}
