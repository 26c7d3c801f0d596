import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { fen } from '../../../shared/rules/money'
import { lineAmount, PRICE_MAX, QUANTITY_MAX } from '../../../shared/rules/paid-service'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { signatureColumns, signedOf, takeSignature } from '../signatures'
import type { Material, OrderRecord } from './rows'
import { seenOrder, stateAfter, takeStep, written } from './step'
import { keyOf, savedOrder } from './write'

/** 完工 (13.R4): the worker's signature, when, what was done and what was used. */
export function finishOrder(house: House, input: ParsedInput<typeof repairs.finish>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'finish')
    const to = stateAfter(order, 'finish')
    const finishedAt = checkedFinish(order, input.finishedAt ?? tx.now, tx.now)
    refuseMaterials(order, input.materials)
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'repairs', id: order.id }, 'signature')
    const key = keyOf(house.store.vault, order)
    return savedOrder(await takeStep(tx, house, order, { action: 'finish', to, person: signed.by, detail: written(key, { finishedAt, workRecord: input.workRecord }) }, {
      data_key: key.wrapped, finished_at: finishedAt, work_record: input.workRecord, materials: JSON.stringify(input.materials), worker: order.worker || signed.by, ...signatureColumns('worker_sign', signed),
    }))
  })
}

const minute = (at: number): number => Math.floor(at / 60_000)

/** To the minute, as forms have it. @throws UserError invalid-input (after now), end-before-start */
export function checkedFinish(order: Pick<OrderRecord, 'started_at'>, finishedAt: number, now: number): number {
  if (finishedAt > now) throw new UserError('invalid-input', {}, 'finishedAt')
  if (order.started_at !== null && minute(finishedAt) < minute(order.started_at)) throw new UserError('end-before-start', {}, 'finishedAt')
  return finishedAt
}

/** @throws UserError invalid-input where they belong on the 有偿服务单, invalid-quantity, invalid-price */
function refuseMaterials(order: OrderRecord, materials: readonly Material[]): void {
  if (materials.length > 0 && order.chargeable === 1) throw new UserError('invalid-input', {}, 'materials')
  for (const { name, quantityMilli, unitPriceFen } of materials) {
    if (quantityMilli <= 0 || quantityMilli > QUANTITY_MAX) throw new UserError('invalid-quantity', { name }, 'materials')
    if (unitPriceFen < 0 || unitPriceFen > PRICE_MAX) throw new UserError('invalid-price', { name }, 'materials')
    try {
      lineAmount(fen(unitPriceFen), quantityMilli)
    } catch {
      throw new UserError('invalid-price', { name }, 'materials')
    }
  }
}

/** 客户评价、签字 (13.R4): for a chargeable order the same signature stands on its 有偿服务单, and the amount is due (17.R3). */
export function signOrder(house: House, input: ParsedInput<typeof repairs.sign>, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const order = await seenOrder(tx, input, 'sign')
    const to = stateAfter(order, 'sign')
    const of = { register: 'repairs' as const, id: order.id }
    const signed = await takeSignature(tx, house.attachments, input.signature, of, 'signature')
    if (order.chargeable === 1) {
      await house.charges.charging.workSigned(tx, of, { worker: order.worker, workerSigned: signedOf(order, 'worker_sign'), rating: input.rating, comment: input.comment, clientSigned: signed })
    }
    const key = keyOf(house.store.vault, order)
    const detail = written(key, { rating: input.rating, client: signed.by, comment: input.comment })
    return savedOrder(await takeStep(tx, house, order, { action: 'sign', to, detail }, { data_key: key.wrapped, rating: input.rating, client_comment: input.comment, ...signatureColumns('client_sign', signed) }))
  })
}
