import { UserError } from '../../../shared/contract/errors'
import type { passes } from '../../../shared/contract/passes'
import { dayOf, parseDay } from '../../../shared/rules/time'
import { declarationSlip } from '../../../shared/slip/declaration-slip'
import type { SlipDocument } from '../../../shared/slip/document'
import { inChinese, say } from '../../../shared/rules/phrases'
import { insertRow } from '../../store/rows'
import type { Tx } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { signatureColumns, takeSignature } from '../signatures'
import type { PassRecord } from './rows'
import { footer, notifySecurity, sender } from './slips'
import { savedPass, seenPass, stateAfter, subjectOf, takeStep } from './write'

/** A row of `void_declaration` (12.F6). */
export interface DeclarationRecord { id: number; no: string; at: number; day: string; pass_id: number; lost_on: string; lost_where: string; declared_by: string; forfeited_fen: number; notice_id: number | null; by: string; station: string }

/** 作废声明 as it stands. */
export const declarationSlipOf = (tx: Tx, house: House, pass: PassRecord, d: DeclarationRecord): SlipDocument => declarationSlip({
  ...sender(house), ...footer(tx), no: d.no, at: d.at, passNo: pass.no, kind: pass.kind, holder: pass.holder, company: pass.company, lostOn: d.lost_on, lostWhere: d.lost_where, declaredBy: d.declared_by, forfeitedFen: d.forfeited_fen,
})

/**
 * 挂失 (12.R10): void for good, the deposit forfeited to income, the declaration numbered, signed, printed, security told.
 * @throws UserError wrong-state, already-void, pass-lost, order-taken, stale, in-the-past or invalid-input of the day, signature-missing
 */
export function lose(house: House, input: ParsedInput<typeof passes.lose>, call: Call): Promise<Answer<typeof passes.lose>> {
  return house.store.write(call.scope, async (tx) => {
    const pass = await seenPass(tx, input, 'lose')
    const to = stateAfter(pass, 'lose')
    if (parseDay(input.lostOn) === undefined || input.lostOn > dayOf(tx.now) || input.lostOn < dayOf(pass.issued_at ?? pass.at)) throw new UserError('invalid-input', {}, 'lostOn')
    const no = await tx.number('void-declarations')
    const forfeitedFen = await house.deposits.forfeit(tx, subjectOf(pass), inChinese(say('lost-of', { no })))
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'passes', id: pass.id }, 'signature')
    const next = await takeStep(tx, house, pass, { action: 'lose', to, note: no }, { ended_at: tx.now })
    const notice = await notifySecurity(tx, house, pass, 'lost', [next], input.print)
    const values = {
      no, at: tx.now, day: dayOf(tx.now), pass_id: pass.id, lost_on: input.lostOn, lost_where: input.lostWhere, declared_by: input.declaredBy, forfeited_fen: forfeitedFen, ...signatureColumns('sign', signed),
      notice_id: notice.noticeId, by: tx.scope.actor.name, station: tx.scope.station,
    }
    const declaration = await insertRow<DeclarationRecord>(tx.query, 'void_declaration', values)
    const jobs = input.print ? await queueSlip(tx, house, 'receipt', { register: 'passes', id: pass.id, no }, declarationSlipOf(tx, house, pass, declaration)) : []
    return { ...savedPass(next, [...jobs, ...notice.printJobIds]), declarationNo: no, forfeitedFen }
  })
}
