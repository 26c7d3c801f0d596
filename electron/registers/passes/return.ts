import type { passes } from '../../../shared/contract/passes'
import { inChinese, say, passesOf } from '../../../shared/rules/phrases'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import { savedPass, seenPasses, stateAfter, subjectOf, takeStep } from './write'

/**
 * 退证 (12.R11): taken back and cancelled, each deposit refunded against its receipt, signed. Without the receipt a
 * supervisor agrees, and the reason stands with the deposit. One that waits at the desk is given up the same way.
 * @throws UserError pass-lost, wrong-state, already-void, order-taken, stale, receipt-mismatch, deposit-settled, drawer-short, approval-needed, signature-missing
 */
export async function takeBack(house: House, input: ParsedInput<typeof passes.return>, call: Call): Promise<Answer<typeof passes.return>> {
  const withoutReceipt = input.receiptLost !== ''
  const approver = withoutReceipt ? await house.approvals.approve(input.approval, call, 'passes.check') : null
  return house.store.write(call.scope, async (tx) => {
    const found = await seenPasses(tx, input.passes, 'return')
    const [first] = found
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'passes', id: first!.id }, 'signature')
    const refund = await house.deposits.refund(tx, {
      of: found.filter(({ deposit_fen }) => deposit_fen > 0).map(subjectOf), for: subjectOf(first!), subject: inChinese(say('passes-back', { said: [passesOf(first!.kind, found.length)] })), payer: first!.company, room: first!.room, tenantId: first!.tenant_id,
      receiptNos: input.receiptNos, receiptLost: input.receiptLost, approvedBy: approver?.name ?? '', payment: input.payment, print: input.print,
    })
    const returned = []
    for (const pass of found) {
      const next = await takeStep(tx, house, pass, { action: 'return', to: stateAfter(pass, 'return'), note: refund?.no ?? '', ...(approver ? { detail: { approvedBy: approver.name, receiptLost: true } } : {}) }, {
        ended_at: tx.now, ...(pass.deposit_fen > 0 ? { refund_id: refund?.id ?? null } : {}), ...signatureColumns('returner', signed),
      })
      returned.push(savedPass(next))
    }
    return { passes: returned, refundNo: refund?.no ?? '', refundFen: refund?.totalFen ?? 0, printJobIds: refund?.printJobIds ?? [] }
  })
}
