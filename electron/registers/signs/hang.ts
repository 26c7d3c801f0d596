import { UserError } from '../../../shared/contract/errors'
import type { signs } from '../../../shared/contract/signs'
import { dayOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { loadReceipt } from '../receipt-record'
import { withdrawSlips } from '../queue-slip'
import { loadSign, type SavedSign, savedOf, seenSign, takeStep } from './write'

/**
 * 装好, with its photo; what it takes the place of comes down with it (10.R3).
 * @throws UserError reason-required without a photo, invalid-input for a day before it was ordered or still to come, not-found (no such picture), already-void, wrong-state, order-taken, stale
 */
export function install(house: House, input: ParsedInput<typeof signs.install>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'install')
    if (input.photoIds.length === 0 && input.noPhotoReason === '') throw new UserError('reason-required', {}, 'noPhotoReason')
    const day = checkedDay(input.installedOn, dayOf(sign.ordered_at ?? sign.at), tx.now, 'installedOn')
    await attachPhotos(tx, house, sign.id, input.photoIds)
    const next = await takeStep(tx, house, sign, { action: 'install', note: input.photoIds.length === 0 ? inChinese(say('no-photo', { reason: input.noPhotoReason })) : '', detail: { installedOn: day } }, { installed_on: day })
    const old = sign.replaces_id === null ? null : await loadSign(tx, sign.replaces_id)
    if (old?.state === 'installed') await takeStep(tx, house, old, { action: 'remove', note: sign.no, detail: { removedOn: day } }, { removed_on: day, remove_reason: sign.no })
    return savedOf(next)
  })
}

/** 拆除 (10.R3). @throws UserError invalid-input for a day before it was installed or still to come, not-found (no such picture), already-void, wrong-state, order-taken, stale */
export function remove(house: House, input: ParsedInput<typeof signs.remove>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'remove')
    const day = checkedDay(input.removedOn, sign.installed_on ?? '', tx.now, 'removedOn')
    await attachPhotos(tx, house, sign.id, input.photoIds)
    return savedOf(await takeStep(tx, house, sign, { action: 'remove', note: input.reason, detail: { removedOn: day } }, { removed_on: day, remove_reason: input.reason }))
  })
}

/** 作废 of one that does not hang yet; money that was taken goes back with its receipt. @throws UserError paid-cannot-void, already-void, wrong-state, order-taken, stale */
export function voidSign(house: House, input: ParsedInput<typeof signs.void>, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    const sign = await seenSign(tx, input, 'void')
    if (sign.receipt_id !== null && (await loadReceipt(tx, sign.receipt_id)).void_at === null) throw new UserError('paid-cannot-void', { no: sign.no })
    const next = await takeStep(tx, house, sign, { action: 'void', note: input.reason }, { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason })
    await withdrawSlips(tx, house, { register: 'signs', id: sign.id })
    return savedOf(next)
  })
}

function checkedDay(given: string | null, earliest: string, now: number, field: string): string {
  const day = given ?? dayOf(now)
  if (day < earliest || day > dayOf(now)) throw new UserError('invalid-input', { from: earliest, to: dayOf(now) }, field)
  return day
}

async function attachPhotos(tx: Tx, house: House, id: number, photoIds: readonly number[]): Promise<void> {
  for (const photo of photoIds) await house.attachments.attach(tx, photo, 'photo', 'signs', id)
}
