import { UserError } from '../../../shared/contract/errors'
import type { KeyCustody, keys } from '../../../shared/contract/keys'
import type { Signature } from '../../../shared/contract/base'
import { type CustodyAction, nextCustodyState } from '../../../shared/rules/key'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import type { Approver } from '../approvals'
import { foldName } from '../import/cells'
import { withdrawSlips } from '../queue-slip'
import { takeSignature } from '../signatures'
import { hangIn, mayUnseal, refuseSealTaken, refuseUnseen, sealedIn } from './custody'
import { readCustody } from './custody-rows'
import { loadHook, refuseTaken } from './hooks'
import { keyOf } from './loans'
import { type CustodyEvent, type CustodyRecord, hereOf } from './rows'
import { queueSealSlip } from './slips'
import { loadRecord, seenRecord, updateRecord } from './write'

interface Taken { action: CustodyAction; event: Omit<CustodyEvent, 'at' | 'by' | 'signed'> | null; signature: Signature | null; values?: Record<string, Sql>; approver?: Approver | null }

/** Whoever came signs. @throws UserError signer-differs {person} */
function refuseOtherSigner({ person, signature: { by = '' } }: { person: string; signature: Signature }): void {
  if (by && foldName(by) !== foldName(person)) throw new UserError('signer-differs', { person }, 'signature')
}

/** Somebody on the list came and signs. @throws UserError not-authorised {person}, signer-differs */
function refuseUnauthorised(custody: CustodyRecord, given: { person: string; signature: Signature }): void {
  const { person, signature: { by = '' } } = given
  const stranger = [person, by || person].find((name) => !mayUnseal(custody)(name))
  if (stranger !== undefined) throw new UserError('not-authorised', { person: stranger }, 'person')
  refuseOtherSigner(given)
}

/** One step of a 托管书: state, who and when, with the signature; its words sealed under its key. */
async function take(tx: Tx, house: House, custody: CustodyRecord, { action, event, signature, values = {}, approver = null }: Taken, note: string): Promise<CustodyRecord> {
  const state = nextCustodyState(custody.state, action)
  if (state === null) throw new UserError('wrong-state', { no: custody.no, state: custody.state })
  const signed = event ? await takeSignature(tx, house.attachments, signature, { register: 'keys', id: custody.id }, 'signature') : null
  const events = JSON.parse(custody.events) as CustodyEvent[]
  if (event) events.push({ ...event, at: tx.now, by: tx.scope.actor.name, signed })
  const key = keyOf(house.store.vault, custody)
  const next = await updateRecord(tx, 'key_custody', custody, { data_key: key.wrapped, events: JSON.stringify(events), ...values, state })
  await house.steps.add(tx, { register: 'keys', recordId: custody.id, action, from: custody.state, to: state, ...(note ? { note, key } : {}), ...(approver ? { person: approver.name } : {}), detail: { sealNo: next.seal_no } })
  return next
}

async function step(house: House, call: Call, seen: { id: number; version: number }, action: CustodyAction, work: (tx: Tx, custody: CustodyRecord) => Promise<unknown>): Promise<KeyCustody> {
  await house.store.write(call.scope, async (tx) => work(tx, await seenRecord<CustodyRecord>(tx, 'key_custody', seen, action)))
  return readCustody(house, seen.id)
}

/** Nobody's keys are under it any more. */
async function free(tx: Tx, custody: CustodyRecord): Promise<void> {
  for (const { keyId } of sealedIn(custody)) if (keyId !== null) await hangIn(tx, keyId, null)
}

/** 启封 (11.R4): by somebody on the list, who signs. Keys of hooks can then be lent to them. @throws UserError not-authorised, signer-differs, signature-missing, wrong-state, order-taken, stale */
export const unseal = (house: House, input: ParsedInput<typeof keys.unseal>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'unseal', async (tx, custody) => {
    refuseUnauthorised(custody, input)
    await take(tx, house, custody, { action: 'unseal', event: { kind: 'unsealed', person: input.person, reason: input.reason, sealNo: custody.seal_no }, signature: input.signature }, input.reason)
    for (const { keyId } of sealedIn(custody)) if (keyId !== null) tx.changed('keys', keyId)
  })

/** 再封: all keys are back, under a new seal, before somebody on the list. @throws UserError not-authorised, signer-differs, seal-photo-missing, seal-number-taken, key-out, signature-missing, wrong-state */
export const reseal = (house: House, input: ParsedInput<typeof keys.reseal>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'reseal', async (tx, custody) => {
    refuseUnauthorised(custody, input)
    // A seal that was broken closes nothing.
    if ((JSON.parse(custody.events) as CustodyEvent[]).some(({ sealNo }) => sealNo === input.sealNo)) throw new UserError('seal-number-taken', { sealNo: input.sealNo, no: custody.no }, 'sealNo')
    refuseUnseen(input)
    await refuseSealTaken(tx, input.sealNo)
    for (const { keyId, count } of sealedIn(custody)) if (keyId !== null) refuseTaken(await loadHook(tx, keyId), count)
    for (const photo of input.photoIds) await house.attachments.attach(tx, photo, 'photo', 'keys', custody.id)
    const photos = [...(JSON.parse(custody.photo_ids) as number[]), ...input.photoIds]
    const next = await take(tx, house, custody, {
      action: 'reseal', event: { kind: 'resealed', person: input.person, reason: '', sealNo: input.sealNo }, signature: input.signature, values: { seal_no: input.sealNo, photo_ids: JSON.stringify(photos), no_photo: input.noPhoto },
    }, '')
    await queueSealSlip(tx, house, next, sealedIn(next))
    for (const { keyId } of sealedIn(custody)) if (keyId !== null) tx.changed('keys', keyId)
  })

/**
 * 终止托管 (11.R4): signed for by who came; for somebody who is not on the list a supervisor agrees, with the reason. Keys of
 * hooks stay hanging there, or are handed over, and are no longer owned then (11.C4).
 * @throws UserError reason-required, approval-needed, signer-differs, invalid-input (hooks, and neither was said), key-lent while keys of it are out, signature-missing, wrong-state, order-taken, stale
 */
export async function endCustody(house: House, input: ParsedInput<typeof keys.endCustody>, call: Call): Promise<KeyCustody> {
  const approver = await approverOf(house, input, call)
  return step(house, call, input, 'end', async (tx, custody) => {
    refuseOtherSigner(input)
    const hooked = sealedIn(custody).some(({ keyId }) => keyId !== null)
    if (hooked && input.hooks === null) throw new UserError('invalid-input', {}, 'hooks')
    const given = await leaveHooks(tx, custody, input.hooks === 'given')
    const event = { kind: 'ended' as const, person: input.person, reason: input.reason, sealNo: custody.seal_no, ...(hooked ? { given } : {}) }
    await take(tx, house, custody, { action: 'end', event, signature: input.signature, values: { ended_at: tx.now }, approver }, input.reason)
    await free(tx, custody)
  })
}

/** Who agrees to somebody who is not on the list; null where they are. */
async function approverOf(house: House, { id, person, reason, approval }: ParsedInput<typeof keys.endCustody>, call: Call): Promise<Approver | null> {
  const custody = await loadRecord<CustodyRecord>({ query: (sql, parameters) => house.store.read(sql, parameters) }, 'key_custody', id)
  if (mayUnseal(custody)(person)) return null
  if (reason === '') throw new UserError('reason-required', {}, 'reason')
  return house.approvals.approve(approval, call, 'keys.check')
}

/** What becomes of keys that hang on hooks when their custody ends. @returns how many were handed over */
async function leaveHooks(tx: Tx, custody: CustodyRecord, given: boolean): Promise<number> {
  let all = 0
  for (const { keyId, count } of sealedIn(custody)) {
    if (keyId === null) continue
    const hook = await loadHook(tx, keyId)
    // Of those that were lost since there are fewer.
    const there = Math.min(count, Math.max(0, hereOf(hook)))
    if (there < count && hook.out > 0) throw new UserError('key-lent', { no: hook.no }, 'hooks')
    if (!given || there === 0) continue
    const owned = hook.owned - there
    await updateRecord(tx, 'key_hook', hook, { owned })
    await tx.audit({ action: 'change', register: 'keys', recordId: hook.id, detail: { changes: [{ field: 'owned', from: hook.owned, to: owned }], reason: custody.no } })
    all += there
  }
  return all
}

/** 作废: it was a slip of the hand; the number stays. @throws UserError wrong-state once it was opened */
export const voidCustody = (house: House, input: ParsedInput<typeof keys.voidCustody>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'void', async (tx, custody) => {
    if ((JSON.parse(custody.events) as CustodyEvent[]).length > 1) throw new UserError('wrong-state', { no: custody.no, state: custody.state })
    await take(tx, house, custody, { action: 'void', event: null, signature: null, values: { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason } }, input.reason)
    await free(tx, custody)
    await withdrawSlips(tx, house, { register: 'keys', id: custody.id })
  })
