import { UserError } from '../../../shared/contract/errors'
import type { exitPermits, Goods } from '../../../shared/contract/exit-permits'
import { goodsBeyond } from '../../../shared/rules/exit-permit'
import { dayOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { change } from '../history'
import type { House } from '../house'
import { withdrawSlips } from '../queue-slip'
import { newToken } from '../token'
import { authorityColumns } from './authority'
import { approverOf, overrideAgain } from './clearance'
import { voidMoveOut } from './move-out'
import { goodsOf, type PermitRecord } from './rows'
import { plainPlate } from './save'
import { queueCopies } from './slips'
import { keyOf, type SavedPermit, saved, seenPermit, takeStep } from './write'

const authorityWords = { letter: inChinese(say('authority-letter')), signatory: inChinese(say('authority-signatory')) }
const listWords = (goods: readonly Goods[]): string => goods.map(({ name, quantity, unit, remark }) => `${name}${quantity}${unit}${remark && `（${remark}）`}`).join('、')

/**
 * 改条: other goods after the gate said that they differ. More than the company's letter or signature covers wants another
 * one (14.R2), and a moving-out leaves as the company stands now (14.R3). Printed anew under another QR code: what was
 * printed before is no longer good.
 * @throws UserError permit-expired, goods-beyond-authority, authority-missing, signature-differs, signature-missing, arrears, finance-hold, reason-required, wrong-pin, already-void, permit-released, order-taken, stale, wrong-state
 */
export async function amend(house: House, input: ParsedInput<typeof exitPermits.amend>, call: Call): Promise<SavedPermit> {
  const approver = await approverOf(house, input.approval, call)
  return house.store.write(call.scope, async (tx) => {
    const { permit, next } = await seenPermit(tx, input, 'amend')
    if (permit.leaving_on < dayOf(tx.now)) throw new UserError('permit-expired', { no: permit.no, id: permit.id, day: permit.leaving_on })
    const key = keyOf(house.store.vault, permit)
    const vehicleNo = input.vehicleNo === null ? permit.vehicle_no : plainPlate(input.vehicleNo)
    const changes = [change(key, 'goods', listWords(goodsOf(permit)), listWords(input.goods)), ...(vehicleNo === permit.vehicle_no ? [] : [change(key, 'vehicleNo', permit.vehicle_no, vehicleNo)]), ...(input.authority ? [change(key, 'authority', authorityWords[permit.authority ?? 'letter'], inChinese([say(`authority-${input.authority.kind}`), say('checked-anew')]))] : [])]
    const beyond = goodsBeyond(goodsOf(permit), input.goods)
    if (beyond.length > 0 && !input.authority) throw new UserError('goods-beyond-authority', { goods: beyond.map(({ name, quantity, unit }) => `${name}${quantity}${unit}`).join('、') }, 'authority')
    const cleared = await overrideAgain(tx, permit, { approver, reason: input.overrideReason })
    await endAtGate(tx, house, permit)
    const amended = await takeStep(tx, house, permit, { action: 'amend', to: next, person: String(cleared.override_by ?? ''), note: [input.reason, String(cleared.override_reason ?? '')].filter(Boolean).join('；'), changes }, {
      ...(input.authority ? await authorityColumns(tx, house, permit, input.authority) : {}), ...cleared,
      goods: JSON.stringify(input.goods), vehicle_no: vehicleNo, token: newToken(permit.no), copies: permit.copies + 1, issued_at: tx.now, issued_by: tx.scope.actor.name,
    })
    return saved(amended, input.print ? await queueCopies(tx, house, amended) : [])
  })
}

/** 作废; the number stays, and so does that of the moving-out it started, void with it. @throws UserError already-void, permit-released, order-taken, stale, wrong-state */
export function voidPermit(house: House, input: ParsedInput<typeof exitPermits.void>, call: Call): Promise<SavedPermit> {
  return house.store.write(call.scope, async (tx) => {
    const { permit, next } = await seenPermit(tx, input, 'void')
    await endAtGate(tx, house, permit)
    await voidMoveOut(tx, permit, input.reason)
    await house.origins.finished(tx, { register: 'exit-permits', id: permit.id, no: permit.no }, 'void')
    return saved(await takeStep(tx, house, permit, { action: 'void', to: next, note: input.reason }, { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason, ended_at: tx.now }))
  })
}

/** 未用核销 (14.F1): it did not go out, and why. @throws UserError already-void, permit-released, order-taken, stale, wrong-state */
export function closeUnused(house: House, input: ParsedInput<typeof exitPermits.closeUnused>, call: Call): Promise<SavedPermit> {
  return house.store.write(call.scope, async (tx) => {
    const { permit, next } = await seenPermit(tx, input, 'close-unused')
    await endAtGate(tx, house, permit)
    return saved(await takeStep(tx, house, permit, { action: 'close-unused', to: next, note: input.reason }, { unused_reason: input.reason, ended_at: tx.now }))
  })
}

/** Nobody waits any more for what the gate said, and no slip of before comes out of the printer. */
export async function endAtGate(tx: Tx, house: House, permit: PermitRecord): Promise<void> {
  await house.notices.close(tx, 'exit-permits', permit.id)
  await withdrawSlips(tx, house, { register: 'exit-permits', id: permit.id })
}
