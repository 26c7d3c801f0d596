import { UserError } from '../../../shared/contract/errors'
import type { signs } from '../../../shared/contract/signs'
import { fen } from '../../../shared/rules/money'
import { stampOf } from '../../../shared/rules/time'
import { signKindWords } from '../../../shared/slip/sign-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Sql, Tx } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import { change } from '../history'
import type { House } from '../house'
import { withdrawSlips } from '../queue-slip'
import type { TakenReceipt } from '../receipts'
import { signatureColumns, takeSignature } from '../signatures'
import { refuseTooDear, refuseUnsealed } from './apply'
import type { SignRecord } from './rows'
import { queueOrder } from './slips'
import { keyOf, loadSign, type SavedSign, savedOf, seenSign, takeStep } from './write'

type Accept = ParsedInput<typeof signs.accept>

/**
 * 核对无误 (10.R2): signed for by the client, paid where it costs anything, and ordered from the maker.
 * @throws UserError signature-missing, sign-fee-missing, tendered-too-little, tendered-not-cash, already-void, wrong-state, order-taken, stale
 */
export function accept(house: House, input: Accept, call: Call): Promise<Answer<typeof signs.accept>> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'accept')
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'signs', id: sign.id }, 'signature')
    const taken = sign.fee_fen > 0 ? await takeFee(tx, house, sign, input) : null
    const next = await takeStep(tx, house, sign, { action: 'accept', note: taken?.no ?? '' }, { ...signatureColumns('confirm', signed), ordered_at: tx.now, receipt_id: taken?.id ?? null })
    const order = input.print ? await queueOrder(tx, house, next) : []
    return { ...savedOf(next, [...(taken?.printJobIds ?? []), ...order]), receiptNo: taken?.no ?? null, changeFen: taken?.changeFen ?? 0 }
  })
}

function takeFee(tx: Tx, house: House, sign: SignRecord, { payment, tenderedFen, print }: Accept): Promise<TakenReceipt> {
  if (payment === null) throw new UserError('sign-fee-missing', {}, 'payment')
  const totalFen = fen(sign.fee_fen)
  return house.receipts.take(tx, {
    payer: sign.tenant_name || sign.name_zh, room: sign.room, tenantId: sign.tenant_id, subject: inChinese(say('sign-of', { name: sign.name_zh })), register: 'signs', recordId: sign.id, recordNo: sign.no,
    lines: [{ name: inChinese(say('sign-fee-line', { sign: signKindWords[sign.kind] })), quantityMilli: 1000, unit: '', unitPriceFen: totalFen, amountFen: totalFen }],
    totalFen, payment, tenderedFen: tenderedFen === null ? null : fen(tenderedFen), credits: [{ account: 'sign-income', amountFen: totalFen }], print,
  })
}

/** Its receipt was voided, and the money given back: it is checked and paid anew. @throws UserError wrong-state once it hangs */
export async function receiptVoided(tx: Tx, house: House, id: number, receiptId: number): Promise<void> {
  const sign = await loadSign(tx, id)
  if (sign.receipt_id !== receiptId) return
  await takeStep(tx, house, sign, { action: 'unpay' }, { ...signatureColumns('confirm', null), receipt_id: null, ordered_at: null })
  await withdrawSlips(tx, house, { register: 'signs', id })
}

/** 有误退回 (10.R2): back to the client, with what is wrong. @throws UserError already-void, wrong-state, order-taken, stale */
export function giveBack(house: House, input: ParsedInput<typeof signs.return>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'return')
    return savedOf(await takeStep(tx, house, sign, { action: 'return', note: input.reason }, { returned_reason: input.reason }))
  })
}

/** 原件归档 (10.R2): the sealed application lies in the client's file. @throws UserError already-void, wrong-state before it is accepted, order-taken (or is filed), stale */
export function fileOriginal(house: House, input: ParsedInput<typeof signs.file>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'file')
    if (sign.filed_at !== null) throw new UserError('order-taken', { no: sign.no, by: sign.filed_by, at: stampOf(sign.filed_at) })
    return savedOf(await takeStep(tx, house, sign, { action: 'file' }, { filed_at: tx.now, filed_by: tx.scope.actor.name }))
  })
}

/** 重报: what was wrong is put right, under the client's seal again. @throws UserError papers-missing (the seal), amount-too-large, already-void, wrong-state, order-taken, stale */
export function resubmit(house: House, input: ParsedInput<typeof signs.resubmit>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'resubmit')
    refuseUnsealed(input.sealSeen)
    refuseTooDear(input.feeFen)
    const now = { nameZh: input.nameZh, nameEn: input.nameEn, size: input.size, place: input.place, kind: input.kind, feeFen: input.feeFen }
    const before: Record<keyof typeof now, Sql> = { nameZh: sign.name_zh, nameEn: sign.name_en, size: sign.size, place: sign.sign_place, kind: sign.kind, feeFen: sign.fee_fen }
    const key = keyOf(house.store.vault, sign)
    const changes = (Object.keys(now) as (keyof typeof now)[]).filter((field) => before[field] !== now[field]).map((field) => change(key, field, before[field] as string | number, now[field]))
    const next = await takeStep(tx, house, sign, { action: 'resubmit', detail: { changes } }, {
      name_zh: input.nameZh, name_en: input.nameEn, size: input.size, sign_place: input.place, kind: input.kind, fee_fen: input.feeFen, returned_reason: '',
    })
    return savedOf(next)
  })
}
