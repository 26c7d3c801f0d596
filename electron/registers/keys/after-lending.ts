import { UserError } from '../../../shared/contract/errors'
import type { keys } from '../../../shared/contract/keys'
import { dayOf } from '../../../shared/rules/time'
import type { Approver } from '../approvals'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { withdrawSlips } from '../queue-slip'
import { changed, keyFace, loadLoan, loanStep, refuseDue, type SavedLoan, savedOf, seenLoan } from './loans'
import { outstanding } from './rows'
import { queueChaseSlip } from './slips'

/** 续借: a later return, and why. @throws UserError due-before-now, due-too-far, order-taken, stale */
export function extend(house: House, input: ParsedInput<typeof keys.extend>, call: Call): Promise<SavedLoan> {
  return house.store.write(call.scope, async (tx) => {
    const loan = await seenLoan(tx, input, 'extend')
    refuseDue(input.dueAt, tx.now)
    return savedOf(await loanStep(tx, house, loan, { action: 'extend', note: input.reason, changes: [changed('dueAt', loan.due_at, input.dueAt)] }, { due_at: input.dueAt }))
  })
}

/** 催还 (11.R5): counted, and on paper where there is a printer. Nothing that is written meanwhile gets stale by it. @throws UserError already-void, wrong-state once nothing is out */
export function chase(house: House, { id, print }: ParsedInput<typeof keys.chase>, call: Call): Promise<SavedLoan> {
  return house.store.write(call.scope, async (tx) => {
    const loan = await loadLoan(tx, id)
    if (outstanding(loan) === 0) throw new UserError(loan.state === 'void' ? 'already-void' : 'wrong-state', { no: loan.no, state: loan.state })
    const chased = loan.chased + 1
    await tx.query('UPDATE key_loan SET chased = ?, last_chased_at = ? WHERE id = ?', [chased, tx.now, id])
    await house.steps.add(tx, { register: 'keys', recordId: id, action: 'chase', from: loan.state, to: loan.state, note: String(chased) })
    tx.changed('keys', id)
    return savedOf(loan, print ? await queueChaseSlip(tx, house, { ...loan, chased }, keyFace(loan)) : [])
  })
}

/**
 * 作废: a loan that was a slip of the hand; its keys never left. It keeps its number. Who lent them says so on the same day;
 * later, or of another's loan, who may check agrees: the key counts as here from then on (11.C3).
 * @throws UserError approval-needed, already-void, wrong-state once a key came back or was lost, deposit-open while money is held for it
 */
export async function voidLoan(house: House, input: ParsedInput<typeof keys.voidLoan>, call: Call): Promise<SavedLoan> {
  const approver = await approverOf(house, input, call)
  return house.store.write(call.scope, async (tx) => {
    const loan = await seenLoan(tx, input, 'void')
    if (loan.returned + loan.lost > 0) throw new UserError('wrong-state', { no: loan.no, state: loan.state })
    if (loan.deposit_fen > 0) throw new UserError('deposit-open', { no: loan.no })
    const next = await loanStep(tx, house, loan, { action: 'void', note: input.reason, ...(approver ? { person: approver.name } : {}) }, { state: 'void', void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason })
    await withdrawSlips(tx, house, { register: 'keys', id: loan.id })
    return savedOf(next)
  })
}

/** Who agrees that it was one; null where whoever lent it says so on the same day. */
async function approverOf(house: House, { id, approval }: ParsedInput<typeof keys.voidLoan>, call: Call): Promise<Approver | null> {
  const [own] = await house.store.read('SELECT 1 FROM key_loan WHERE id = ? AND day = ? AND lent_by_id = ?', [id, dayOf(house.store.clock.now()), caller(call).staffId])
  return own ? null : house.approvals.approve(approval, call, 'keys.check')
}
