import type { Signed } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { paidServices, SavedSlip } from '../../../shared/contract/paid-services'
import type { Rating } from '../../../shared/contract/repairs'
import { fen } from '../../../shared/rules/money'
import { dayOf } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, takeSignature } from '../signatures'
import { refuseStale } from '../versions'
import { sumsNote } from './decide'
import { insertLines, readLines, refuseActual, totalColumns, withAmount } from './lines'
import type { SlipRecord } from './rows'
import { addStep, keyOf, loadLines, loadSlip, nextState, savedSlip, type SlipValues, updateSlip } from './write'

/**
 * What was really used, by line, before the client signs; work that came on top is quoted as nothing (17.R3).
 * @throws UserError agreement-missing, invalid-quantity, not-found for a line of another slip
 */
export function actuals(house: House, input: ParsedInput<typeof paidServices.actuals>, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    await refuseStale(tx, 'paid-services', slip, input.version, 'actuals')
    nextState(slip, 'complete')
    const lines = await loadLines(tx, slip.id)
    const used = new Map(input.lines.map((line) => [line.id, line.actualMilli]))
    if ([...used.keys()].some((id) => !lines.some((line) => line.id === id))) throw new UserError('not-found', {}, 'lines')
    const counted = lines.map((line, i) => {
      const actual = used.get(line.id)
      if (actual === undefined) return line
      refuseActual(actual, i + 1, line.name)
      return withAmount({ ...line, actual_milli: actual }, i + 1)
    })
    for (const line of counted) if (used.has(line.id)) await tx.query('UPDATE service_line SET actual_milli = ?, amount_fen = ? WHERE id = ?', [line.actual_milli, line.amount_fen, line.id])
    const more = await readLines(tx, input.more, dayOf(tx.now), true)
    await insertLines(tx, slip.id, more, lines.at(-1)?.position ?? 0)
    const next = await updateSlip(tx, slip, totalColumns([...counted, ...more]))
    await addStep(tx, house, slip, next, 'actuals', { note: sumsNote(slip, next) })
    return savedSlip(next)
  })
}

/** How the work ended, signed for by both sides. */
export interface Finished { worker: string; workerSigned: Signed | null; rating: Rating; comment: string; clientSigned: Signed }

/**
 * The work of a slip without a work order is done and signed for (17.R3).
 * @throws UserError signed-on-order where an order is signed instead, signature-missing, agreement-missing
 */
export function complete(house: House, input: ParsedInput<typeof paidServices.complete>, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    await refuseStale(tx, 'paid-services', slip, input.version, 'complete')
    if (slip.for_register !== null && slip.state === 'agreed') throw new UserError('signed-on-order', { no: slip.for_no })
    const of = { register: 'paid-services' as const, id: slip.id }
    nextState(slip, 'complete')
    const workerSigned = await takeSignature(tx, house.attachments, input.workerSignature, of, 'workerSignature')
    const clientSigned = await takeSignature(tx, house.attachments, input.signature, of, 'signature')
    return savedSlip(await finish(tx, house, slip, { worker: input.worker, workerSigned, rating: input.rating, comment: input.comment, clientSigned }))
  })
}

/**
 * Lines without an actual quantity count as quoted, and what they come to is due: of the tenant's receivable against
 * income. Where that is nothing, the slip is settled without a receipt.
 */
export async function finish(tx: Tx, house: House, slip: SlipRecord, finished: Finished): Promise<SlipRecord> {
  const done = nextState(slip, 'complete')
  await tx.query('UPDATE service_line SET actual_milli = quoted_milli WHERE service_id = ? AND replaced_at IS NULL AND actual_milli IS NULL', [slip.id])
  const nothing = slip.total_fen === 0
  const journal = nothing ? null : await house.ledger.post(tx, {
    kind: 'service-due', register: 'paid-services', recordId: slip.id, no: slip.no,
    postings: [{ account: 'receivable', amountFen: fen(slip.total_fen), tenantId: slip.tenant_id }, { account: 'service-income', amountFen: fen(-slip.total_fen), tenantId: slip.tenant_id }],
  })
  const { worker, workerSigned, rating, comment, clientSigned } = finished
  // The signature under the work is an emergency's agreement (17.R3).
  const agreement: SlipValues = slip.agreed_how === null ? { agreed_how: 'signed', ...signatureColumns('agree_sign', clientSigned) } : {}
  const next = await updateSlip(tx, slip, {
    state: nothing ? 'paid' : done, done_at: tx.now, paid_at: nothing ? tx.now : null, journal_id: journal, worker, rating, comment,
    ...signatureColumns('worker_sign', workerSigned), ...signatureColumns('client_sign', clientSigned), ...agreement, data_key: keyOf(house.store.vault, slip).wrapped,
  })
  await addStep(tx, house, slip, next, 'complete', { person: worker })
  return next
}

/** The amount is not due any more. */
export async function reverseDue(tx: Tx, house: House, slip: SlipRecord, kind: string): Promise<void> {
  if (slip.journal_id !== null) await house.ledger.reverse(tx, slip.journal_id, kind, '')
}

/** The work was signed for by mistake: it is not done, and nothing is due. @throws UserError already-paid, month-checked */
export async function takeBack(tx: Tx, house: House, slip: SlipRecord): Promise<void> {
  const state = nextState(slip, 'take-back')
  await reverseDue(tx, house, slip, 'service-taken-back')
  // Of an emergency, the signature that is taken back was the agreement too.
  const agreement: SlipValues = slip.emergency === 1 ? { agreed_how: null, ...signatureColumns('agree_sign', null) } : {}
  const next = await updateSlip(tx, slip, {
    state, done_at: null, paid_at: null, journal_id: null, month: '', worker: '', rating: null, comment: '', ...signatureColumns('worker_sign', null), ...signatureColumns('client_sign', null), ...agreement,
  })
  await addStep(tx, house, slip, next, 'take-back')
}
