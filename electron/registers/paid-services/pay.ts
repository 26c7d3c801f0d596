import { UserError } from '../../../shared/contract/errors'
import type { paidServices, SavedSlip } from '../../../shared/contract/paid-services'
import { fen } from '../../../shared/rules/money'
import { countedMilli } from '../../../shared/rules/paid-service'
import { addMonths } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { monthOf } from './months'
import { type LineRecord, lineOf, type SlipRecord } from './rows'
import { addStep, loadLines, loadSlip, nextState, savedSlip, updateSlip } from './write'

export type PaidSlip = SavedSlip & { receiptId: number; receiptNo: string; changeFen: number }

/** Nothing is due of a slip that comes to nothing. @throws UserError not-payable */
function refuseNothing(slip: SlipRecord): void {
  if (slip.state === 'paid' && slip.total_fen === 0) throw new UserError('not-payable', { no: slip.no, state: slip.state })
}

/** What the receipt says it was for; what came to nothing is not on it. */
const receiptLines = (lines: readonly LineRecord[]) =>
  lines.map(lineOf).filter((line) => line.amountFen > 0).map((line) =>
    ({ name: line.name, unit: line.unit, quantityMilli: countedMilli(line), unitPriceFen: line.unitPriceFen, amountFen: line.amountFen }))

/**
 * Paid at the desk, with its receipt (17.R4); one that was put on the month may be paid here too.
 * @throws UserError already-paid, not-payable, and what the receipt refuses (tendered-too-little, tendered-not-cash)
 */
export function pay(house: House, input: ParsedInput<typeof paidServices.pay>, call: Call): Promise<PaidSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    refuseNothing(slip)
    const state = nextState(slip, 'pay')
    await refuseStale(tx, 'paid-services', slip, input.version, 'pay')
    const taken = await house.receipts.take(tx, {
      payer: input.payer || slip.tenant_name || slip.client, room: slip.room, tenantId: slip.tenant_id, subject: inChinese(say('service-of', { said: slip.title })),
      register: 'paid-services', recordId: slip.id, recordNo: slip.no, lines: receiptLines(await loadLines(tx, slip.id)), totalFen: fen(slip.total_fen),
      payment: input.payment, tenderedFen: input.tenderedFen === null ? null : fen(input.tenderedFen), credits: [{ account: 'receivable', amountFen: fen(slip.total_fen) }], print: input.print,
    })
    // On a sheet that is checked it stays as it was handed over: 月结.
    const next = await updateSlip(tx, slip, { state, receipt_id: taken.id, paid_at: tx.now, month: slip.batch_id === null ? '' : slip.month })
    await addStep(tx, house, slip, next, 'pay', { note: taken.no })
    return { ...savedSlip(next, taken.printJobIds), receiptId: taken.id, receiptNo: taken.no, changeFen: taken.changeFen }
  })
}

/** Its receipt was voided: the slip is due again, or again on the notice of its month. @throws UserError month-checked */
export async function receiptVoided(tx: Tx, house: House, id: number, receiptId: number): Promise<void> {
  const slip = await loadSlip(tx, id)
  if (slip.receipt_id !== receiptId) return
  const action = slip.batch_id !== null && slip.month !== '' ? 'back-on-month' : 'unpay'
  const next = await updateSlip(tx, slip, { state: nextState(slip, action), receipt_id: null, paid_at: null })
  await addStep(tx, house, slip, next, action)
}

/**
 * 月结: onto the notice of a month, from the one the work was done in to the next one (17.R4).
 * @throws UserError not-payable, tenant-required (a notice goes to a company), month-checked, month-too-late, invalid-input (before the work)
 */
export function putOnMonth(house: House, input: ParsedInput<typeof paidServices.putOnMonth>, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    refuseNothing(slip)
    const state = nextState(slip, 'put-on-month')
    await refuseStale(tx, 'paid-services', slip, input.version, 'put-on-month')
    if (slip.tenant_id === null) throw new UserError('tenant-required', { no: slip.no })
    const month = input.month ?? monthOf(tx.now)
    if (month < monthOf(slip.done_at ?? slip.at)) throw new UserError('invalid-input', {}, 'month')
    const last = addMonths(monthOf(tx.now), 1)
    if (month > last) throw new UserError('month-too-late', { last }, 'month')
    const [checked] = await tx.query('SELECT 1 FROM service_batch WHERE month = ?', [month])
    if (checked) throw new UserError('month-checked', { no: slip.no }, 'month')
    const next = await updateSlip(tx, slip, { state, month })
    await addStep(tx, house, slip, next, 'put-on-month', { note: month })
    return savedSlip(next)
  })
}
