import { UserError } from '../../../shared/contract/errors'
import type { paidServices, SavedSlip } from '../../../shared/contract/paid-services'
import type { Signed } from '../../../shared/contract/base'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import { refuseStale } from '../versions'
import { insertLines, readLines, totalColumns } from './lines'
import { queuePaper } from './papers'
import type { SlipRecord } from './rows'
import { addStep, keyOf, loadSlip, nextState, savedSlip, updateSlip } from './write'

type Decision = ParsedInput<typeof paidServices.decide>

/** The record the slip is for hears of it in the same transaction; a slip by itself tells nobody. */
function tellCharged(tx: Tx, house: House, slip: SlipRecord, decision: 'agreed' | 'refused' | 'requoted', note: string, print: boolean): Promise<number[]> | null {
  const charged = slip.for_register === null ? null : house.charges.charged(slip.for_register)
  return charged && charged.decided(tx, slip.for_id!, decision, note, print)
}

/**
 * The client's answer (17.R2): agreed by signature, or by word on the phone, marked so; or refused with the reason, and
 * signed where the client is there. With a work order the order is printed and goes on (13.R3), else the slip is.
 * @throws UserError reason-required, signature-missing
 */
export function decide(house: House, input: Decision, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    const action = input.agreed ? 'agree' : 'refuse'
    await refuseStale(tx, 'paid-services', slip, input.version, action)
    const state = nextState(slip, action)
    if (!input.agreed && input.reason === '') throw new UserError('reason-required', {}, 'reason')
    const signed = await answerOf(tx, house, slip, input)
    const how = input.agreed ? input.how : isSignature(signed) ? 'signed' : 'read-out'
    const next = await updateSlip(tx, slip, { state, agreed_how: how, ...signatureColumns('agree_sign', signed), refused_reason: input.agreed ? '' : input.reason, data_key: keyOf(house.store.vault, slip).wrapped })
    await addStep(tx, house, slip, next, action, { note: how === 'read-out' ? 'read-out' : '' })
    const told = await tellCharged(tx, house, next, input.agreed ? 'agreed' : 'refused', input.reason, input.print)
    const jobs = told ?? (input.agreed && input.print ? await queuePaper(tx, house, next, 'slip') : [])
    return savedSlip(next, jobs)
  })
}

const isSignature = (signed: Signed): boolean => signed.signatureId !== null || signed.onPaper

/** Who answered: a signature, or a name alone where the quote was read out, or refused. */
async function answerOf(tx: Tx, house: House, slip: SlipRecord, { agreed, how, signature }: Decision): Promise<Signed> {
  if (agreed && how === 'signed') return takeSignature(tx, house.attachments, signature, { register: 'paid-services', id: slip.id }, 'signature')
  if (signature && (signature.signatureId !== null || signature.onPaper)) return takeSignature(tx, house.attachments, signature, { register: 'paid-services', id: slip.id }, 'signature')
  return { by: signature?.by || slip.client || slip.tenant_name, at: tx.now, signatureId: null, onPaper: false, scanId: null }
}

const begun = async (tx: Tx, house: House, slip: SlipRecord): Promise<boolean> =>
  slip.for_register !== null && (await house.charges.charged(slip.for_register)?.begun(tx, slip.for_id!)) === true

/**
 * New lines for a slip that is quoted, refused or agreed; the old ones are kept, and the client is asked again. Of an
 * emergency nobody is asked before its end. Once the work has begun that was agreed to, the actual quantities say what
 * is different (17.R3).
 * @throws UserError no-lines, work-begun, and what `readLines` refuses
 */
export function requote(house: House, input: ParsedInput<typeof paidServices.requote>, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    await refuseStale(tx, 'paid-services', slip, input.version, 'requote')
    const asked = nextState(slip, 'requote')
    if (slip.state === 'agreed' && slip.emergency === 0 && (await begun(tx, house, slip))) throw new UserError('work-begun', { no: slip.for_no })
    const state = slip.emergency ? 'agreed' : asked
    if (input.lines.length === 0) throw new UserError('no-lines', {}, 'lines')
    const lines = await readLines(tx, input.lines, dayOf(tx.now))
    await tx.query('UPDATE service_line SET replaced_at = ? WHERE service_id = ? AND replaced_at IS NULL', [tx.now, slip.id])
    await insertLines(tx, slip.id, lines)
    const totals = totalColumns(lines)
    const next = await updateSlip(tx, slip, { state, ...totals, quoted_fen: totals.total_fen, agreed_how: null, ...signatureColumns('agree_sign', null), refused_reason: '' })
    await addStep(tx, house, slip, next, 'requote', { note: sumsNote(slip, next) })
    const told = state === 'quoted' ? ((await tellCharged(tx, house, next, 'requoted', '', false)) ?? []) : []
    const jobs = input.print ? await queuePaper(tx, house, next, slip.emergency ? 'slip' : 'quote') : []
    return savedSlip(next, [...told, ...jobs])
  })
}

/** What a step changed of the sum, in figures: 173.00 → 220.00. */
export const sumsNote = (from: SlipRecord, to: SlipRecord): string => (from.total_fen === to.total_fen ? '' : `${figures(from)} → ${figures(to)}`)
const figures = ({ total_fen }: SlipRecord): string => (total_fen / 100).toFixed(2)
