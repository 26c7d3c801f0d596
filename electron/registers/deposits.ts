import type { RegisterName } from '../../shared/contract/base'
import type { Deposit } from '../../shared/contract/cashier'
import { UserError } from '../../shared/contract/errors'
import type { Payment } from '../../shared/contract/paid-services'
import { type Fen, fen, sumFen } from '../../shared/rules/money'
import { dayOf } from '../../shared/rules/time'
import { inChinese, say } from '../../shared/rules/phrases'
import type { Ledger } from '../store/ledger'
import type { Tx } from '../store/types'
import type { Receipts } from './receipts'

export interface DepositRecord {
  id: number; at: number; day: string; state: Deposit['state']; kind: string; register: RegisterName; record_id: number; record_no: string; holder: string; tenant_id: number | null; company: string
  amount_fen: number; receipt_id: number; settled_at: number | null; settled_by: string; settle_journal_id: number | null; refund_id: number | null; reason: string; erased_at: number | null
}

export interface DepositSubject { register: RegisterName; recordId: number; recordNo: string }
export interface NewDeposit extends DepositSubject {
  /** What it is for: a kind of pass, `key`. */
  kind: string
  holder: string; tenantId: number | null; company: string
  amountFen: Fen; receiptId: number
}

export interface DepositRefund {
  of: readonly Pick<DepositSubject, 'register' | 'recordId'>[]
  /** The record the refund stands on, and what it says: 退还押金 施工证. */
  for: DepositSubject
  subject: string; payer: string; room: string; tenantId: number | null
  /** The receipts given when they were paid; or why one is not there, which somebody approved. */
  receiptNos: readonly string[]; receiptLost: string; approvedBy: string
  payment: Payment; print: boolean
}

/**
 * Deposits 押金 (M1): a liability from the receipt that took it until it is refunded against that receipt, or forfeited
 * to income. One is held for a record at a time; what is held is what the ledger's `deposit` account says.
 */
export class Deposits {
  constructor(private readonly ledger: Ledger, private readonly receipts: Receipts) {}

  /** Its money came with the receipt, which credits `deposit` for it. */
  async hold(tx: Tx, deposit: NewDeposit): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      `INSERT INTO deposit (at, day, state, kind, register, record_id, record_no, holder, tenant_id, company, amount_fen, receipt_id) VALUES (?, ?, 'held', ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      [tx.now, dayOf(tx.now), deposit.kind, deposit.register, deposit.recordId, deposit.recordNo, deposit.holder, deposit.tenantId, deposit.company, deposit.amountFen, deposit.receiptId],
    )
    await tx.audit({ action: 'deposit', register: 'cashier', recordId: deposit.receiptId, detail: { deposit: row!.id, recordNo: deposit.recordNo, amountFen: deposit.amountFen } })
    tx.changed('cashier', row!.id)
    return row!.id
  }

  /** The deposit of a record, the newest first; null where none was ever taken. */
  async of(tx: Pick<Tx, 'query'>, { register, recordId }: Pick<DepositSubject, 'register' | 'recordId'>): Promise<(DepositRecord & { receipt_no: string }) | null> {
    const [row] = await tx.query<DepositRecord & { receipt_no: string }>('SELECT d.*, r.no AS receipt_no FROM deposit d JOIN receipt r ON r.id = d.receipt_id WHERE d.register = ? AND d.record_id = ? ORDER BY d.id DESC LIMIT 1', [register, recordId])
    return row ?? null
  }

  /**
   * 退押金 against the receipt (12.R11): one refund for all of them, paid out of the drawer where it is cash.
   * Records without a deposit have nothing to refund; with none at all there is no refund.
   * @throws UserError deposit-settled {no}, receipt-mismatch {no, receiptNo}, drawer-short, approval-needed
   */
  async refund(tx: Tx, refund: DepositRefund): Promise<{ id: number; no: string; totalFen: Fen; printJobIds: number[] } | null> {
    const found = (await Promise.all(refund.of.map((of) => this.of(tx, of)))).filter((deposit) => deposit !== null)
    if (found.length === 0) return null
    const given = refund.receiptNos.map(givenNumber).filter((no) => no !== '')
    const without = new Set<DepositRecord>()
    for (const deposit of found) if (!this.#onReceipt(deposit, given, refund.receiptLost)) without.add(deposit)
    const totalFen = sumFen(found.map((deposit) => fen(deposit.amount_fen)))
    const paid = await this.receipts.refund(tx, {
      payer: refund.payer, room: refund.room, tenantId: refund.tenantId, subject: refund.subject, register: refund.for.register, recordId: refund.for.recordId, recordNo: refund.for.recordNo, payment: refund.payment, totalFen, debit: 'deposit', print: refund.print,
      lines: found.map((deposit) => ({ name: inChinese(say('refund-line', { no: deposit.record_no, receipt: deposit.receipt_no })), quantityMilli: 1000, unit: '', unitPriceFen: deposit.amount_fen, amountFen: deposit.amount_fen })),
    })
    for (const deposit of found) {
      const reason = without.has(deposit) ? inChinese(say('receipt-lost', { reason: refund.receiptLost, by: refund.approvedBy })) : ''
      await tx.query(`UPDATE deposit SET state = 'refunded', settled_at = ?, settled_by = ?, settle_journal_id = ?, refund_id = ?, reason = ? WHERE id = ?`, [tx.now, tx.scope.actor.name, paid.journalId, paid.id, reason, deposit.id])
      tx.changed('cashier', deposit.id)
    }
    return { id: paid.id, no: paid.no, totalFen, printJobIds: paid.printJobIds }
  }

  /** To income, on its own line (M1, 12.R10); nothing where none is held. @returns what was forfeited. @throws UserError deposit-settled */
  async forfeit(tx: Tx, of: DepositSubject, reason: string): Promise<Fen> {
    const deposit = await this.of(tx, of)
    if (!deposit) return fen(0)
    refuseSettled(deposit)
    const journalId = await this.ledger.post(tx, {
      kind: 'forfeit', register: of.register, recordId: of.recordId, no: of.recordNo,
      postings: [{ account: 'deposit', amountFen: fen(deposit.amount_fen), tenantId: deposit.tenant_id }, { account: 'forfeit-income', amountFen: fen(-deposit.amount_fen), tenantId: deposit.tenant_id }],
    })
    await tx.query(`UPDATE deposit SET state = 'forfeited', settled_at = ?, settled_by = ?, settle_journal_id = ?, reason = ? WHERE id = ?`, [tx.now, tx.scope.actor.name, journalId, reason, deposit.id])
    tx.changed('cashier', deposit.id)
    return fen(deposit.amount_fen)
  }

  /** Goes on to the record that takes the other's place (12.R8). @throws UserError deposit-settled */
  async move(tx: Tx, from: DepositSubject, to: DepositSubject): Promise<Fen> {
    const deposit = await this.of(tx, from)
    if (!deposit) return fen(0)
    refuseSettled(deposit)
    await tx.query('UPDATE deposit SET register = ?, record_id = ?, record_no = ? WHERE id = ?', [to.register, to.recordId, to.recordNo, deposit.id])
    await tx.audit({ action: 'deposit.move', register: 'cashier', recordId: deposit.receipt_id, detail: { deposit: deposit.id, from: from.recordNo, to: to.recordNo } })
    tx.changed('cashier', deposit.id)
    return fen(deposit.amount_fen)
  }

  /** Whoever it is held for was written wrong. */
  async rename(tx: Tx, { register, recordId }: Pick<DepositSubject, 'register' | 'recordId'>, holder: string): Promise<void> {
    const deposits = await tx.query<{ id: number }>(`UPDATE deposit SET holder = ? WHERE register = ? AND record_id = ? AND state = 'held' RETURNING id`, [holder, register, recordId])
    for (const { id } of deposits) tx.changed('cashier', id)
  }

  /** Its receipt was voided, and the money given back with it. @throws UserError deposit-settled when one was refunded or forfeited since */
  async voided(tx: Tx, receiptId: number): Promise<void> {
    for (const deposit of await tx.query<DepositRecord>('SELECT * FROM deposit WHERE receipt_id = ?', [receiptId])) refuseSettled(deposit)
    await tx.query(`UPDATE deposit SET state = 'void', settled_at = ?, settled_by = ? WHERE receipt_id = ?`, [tx.now, tx.scope.actor.name, receiptId])
  }

  /** Whether its receipt is among those given. @throws UserError deposit-settled; receipt-mismatch where it is not, and nobody says that it is lost */
  #onReceipt(deposit: DepositRecord & { receipt_no: string }, given: readonly string[], lost: string): boolean {
    refuseSettled(deposit)
    if (given.includes(deposit.receipt_no)) return true
    if (lost === '') throw new UserError('receipt-mismatch', { no: deposit.record_no, given: given.join('、') }, 'receiptNo')
    return false
  }
}

/** As it is typed or scanned: SJ26-000913, QT1:SJ26-000913. */
const givenNumber = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase().replace(/^QT1:/, '')

function refuseSettled(deposit: DepositRecord): void {
  if (deposit.state !== 'held') throw new UserError('deposit-settled', { no: deposit.record_no, state: deposit.state })
}
