import { UserError } from '../../../shared/contract/errors'
import type { keys } from '../../../shared/contract/keys'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Sql, Tx } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import { changed, keyFace, loanStep, savedOf, seenLoan } from './loans'
import { type LoanRecord, outstanding, type Return } from './rows'

type Input = ParsedInput<typeof keys.return>
type Refund = NonNullable<Awaited<ReturnType<House['deposits']['refund']>>>

/** Where a loan's keys have all come back or are lost, it has ended; not before its deposit was settled. */
export const endOf = (loan: Pick<LoanRecord, 'count' | 'lost'>): 'returned' | 'lost' => (loan.lost === loan.count ? 'lost' : 'returned')

/**
 * 归还 (11.R5): so many keys, signed for by who brings them. With the last one the deposit goes back against its receipt
 * (M1); count nought where the rest was lost and only the deposit is still to be given back.
 * @throws UserError invalid-input (more than are out), signature-missing, receipt-mismatch, approval-needed (the receipt is lost), drawer-short, order-taken, stale
 */
export async function returnKeys(house: House, input: Input, call: Call): Promise<Answer<typeof keys.return>> {
  const approvedBy = await approverOf(house, input, call)
  return house.store.write(call.scope, async (tx) => {
    const loan = await seenLoan(tx, input, 'return')
    const left = outstanding(loan)
    if (input.count > left || (input.count === 0 && left > 0)) throw new UserError('invalid-input', { max: left }, 'count')
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'keys', id: loan.id }, 'signature')
    const returns: Return[] = [...(JSON.parse(loan.returns) as Return[]), { at: tx.now, count: input.count, signed, to: tx.scope.actor.name }]
    const last = input.count === left
    const refund = last && loan.deposit_fen > 0 ? await refundDeposit(tx, house, loan, input, approvedBy) : null
    const values: Record<string, Sql> = {
      returned: loan.returned + input.count, returns: JSON.stringify(returns), ...signatureColumns('returner', signed),
      ...(last ? { state: endOf(loan), returned_at: tx.now, returned_to: tx.scope.actor.name, deposit_fen: 0, refund_id: refund?.id ?? null } : {}),
    }
    const next = await loanStep(tx, house, loan, { action: 'return', changes: [changed('returned', loan.returned, loan.returned + input.count)] }, values)
    return { ...savedOf(next, refund?.printJobIds), refundFen: refund?.totalFen ?? 0 }
  })
}

/** A lost receipt is a supervisor's matter; where no deposit is held nobody is asked. */
async function approverOf(house: House, { id, receiptNo, receiptLost, approval }: Input, call: Call): Promise<string> {
  if (receiptNo !== '' || receiptLost === '') return ''
  const [held] = await house.store.read('SELECT 1 FROM key_loan WHERE id = ? AND deposit_fen > 0', [id])
  return held ? (await house.approvals.approve(approval, call, 'keys.check')).name : ''
}

async function refundDeposit(tx: Tx, house: House, loan: LoanRecord, { receiptNo, receiptLost, payment, print }: Input, approvedBy: string): Promise<Refund | null> {
  const { no } = keyFace(loan)
  return house.deposits.refund(tx, {
    of: [{ register: 'keys', recordId: loan.id }], for: { register: 'keys', recordId: loan.id, recordNo: loan.no }, subject: inChinese(say('key-refund', { key: no })),
    payer: loan.company || loan.tenant_name || loan.borrower, room: loan.room, tenantId: loan.tenant_id, receiptNos: receiptNo === '' ? [] : [receiptNo], receiptLost: receiptNo === '' ? receiptLost : '', approvedBy, payment, print,
  })
}

/** The receipt of its deposit was voided, and the money given back with it: the keys are out without one, or the loan has ended where none is. */
export async function depositVoided(tx: Tx, house: House, id: number, receiptId: number): Promise<void> {
  const [loan] = await tx.query<LoanRecord>('SELECT * FROM key_loan WHERE id = ? AND receipt_id = ?', [id, receiptId])
  if (!loan) return
  await loanStep(tx, house, loan, { action: 'deposit-void', changes: [changed('depositFen', loan.deposit_fen, 0)] },
    { deposit_fen: 0, ...(outstanding(loan) === 0 ? { state: endOf(loan), returned_at: tx.now, returned_to: tx.scope.actor.name } : {}) })
}
