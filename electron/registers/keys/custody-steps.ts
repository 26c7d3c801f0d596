import { UserError } from '../../../shared/contract/errors'
import type { KeyCustody, keys } from '../../../shared/contract/keys'
import type { Signature } from '../../../shared/contract/base'
import { type CustodyAction, nextCustodyState } from '../../../shared/rules/key'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { foldName } from '../import/cells'
import { withdrawSlips } from '../queue-slip'
import { takeSignature } from '../signatures'
import { hangIn, refuseSealTaken } from './custody'
import { readCustody } from './custody-rows'
import { loadHook, refuseTaken } from './hooks'
import { keyOf } from './loans'
import type { Authorised, CustodyEvent, CustodyRecord, SealedKey } from './rows'
import { queueSealSlip } from './slips'
import { seenRecord, updateRecord } from './write'

interface Taken { action: CustodyAction; event: Omit<CustodyEvent, 'at' | 'by' | 'signed'> | null; signature: Signature | null; values?: Record<string, Sql> }

const sealedIn = (custody: CustodyRecord): SealedKey[] => JSON.parse(custody.keys) as SealedKey[]
const authorisedIn = (custody: CustodyRecord): Authorised[] => JSON.parse(custody.authorised) as Authorised[]

/** @throws UserError not-authorised {person} */
function refuseUnauthorised(custody: CustodyRecord, ...persons: string[]): void {
  const listed = new Set(authorisedIn(custody).map(({ name }) => foldName(name)))
  const stranger = persons.find((person) => !listed.has(foldName(person)))
  if (stranger !== undefined) throw new UserError('not-authorised', { person: stranger }, 'person')
}

/** One step of a 托管书: state, who and when, with the signature; its words sealed under its key. */
async function take(tx: Tx, house: House, custody: CustodyRecord, { action, event, signature, values = {} }: Taken, note: string): Promise<CustodyRecord> {
  const state = nextCustodyState(custody.state, action)
  if (state === null) throw new UserError('wrong-state', { no: custody.no, state: custody.state })
  const signed = event ? await takeSignature(tx, house.attachments, signature, { register: 'keys', id: custody.id }, 'signature') : null
  const events = JSON.parse(custody.events) as CustodyEvent[]
  if (event) events.push({ ...event, at: tx.now, by: tx.scope.actor.name, signed })
  const key = keyOf(house.store.vault, custody)
  const next = await updateRecord(tx, 'key_custody', custody, { data_key: key.wrapped, events: JSON.stringify(events), ...values, state })
  await house.steps.add(tx, { register: 'keys', recordId: custody.id, action, from: custody.state, to: state, ...(note ? { note, key } : {}), detail: { sealNo: next.seal_no } })
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

/** 启封 (11.R4): by somebody on the list, who signs. Keys of hooks can then be lent to them. @throws UserError not-authorised, signature-missing, wrong-state, order-taken, stale */
export const unseal = (house: House, input: ParsedInput<typeof keys.unseal>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'unseal', async (tx, custody) => {
    refuseUnauthorised(custody, input.person, ...(input.signature.by ? [input.signature.by] : []))
    await take(tx, house, custody, { action: 'unseal', event: { kind: 'unsealed', person: input.person, reason: input.reason, sealNo: custody.seal_no }, signature: input.signature }, input.reason)
    for (const { keyId } of sealedIn(custody)) if (keyId !== null) tx.changed('keys', keyId)
  })

/** 再封: all keys are back, under a new seal, before somebody on the list. @throws UserError not-authorised, seal-number-taken, key-out, signature-missing, wrong-state */
export const reseal = (house: House, input: ParsedInput<typeof keys.reseal>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'reseal', async (tx, custody) => {
    refuseUnauthorised(custody, input.person, ...(input.signature.by ? [input.signature.by] : []))
    await refuseSealTaken(tx, input.sealNo)
    for (const { keyId, count } of sealedIn(custody)) if (keyId !== null) refuseTaken(await loadHook(tx, keyId), count)
    for (const photo of input.photoIds) await house.attachments.attach(tx, photo, 'photo', 'keys', custody.id)
    const photos = [...(JSON.parse(custody.photo_ids) as number[]), ...input.photoIds]
    const next = await take(tx, house, custody, {
      action: 'reseal', event: { kind: 'resealed', person: input.person, reason: '', sealNo: input.sealNo }, signature: input.signature, values: { seal_no: input.sealNo, photo_ids: JSON.stringify(photos) },
    }, '')
    await queueSealSlip(tx, house, next, sealedIn(next))
    for (const { keyId } of sealedIn(custody)) if (keyId !== null) tx.changed('keys', keyId)
  })

/** 终止托管: given back, signed for; to somebody who is not on the list only with the reason. @throws UserError reason-required, signature-missing, wrong-state, order-taken, stale */
export const endCustody = (house: House, input: ParsedInput<typeof keys.endCustody>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'end', async (tx, custody) => {
    const listed = authorisedIn(custody).some(({ name }) => foldName(name) === foldName(input.person))
    if (!listed && input.reason === '') throw new UserError('reason-required', {}, 'reason')
    await take(tx, house, custody, { action: 'end', event: { kind: 'ended', person: input.person, reason: input.reason, sealNo: custody.seal_no }, signature: input.signature, values: { ended_at: tx.now } }, input.reason)
    await free(tx, custody)
  })

/** 作废: it was a slip of the hand; the number stays. @throws UserError wrong-state once it was opened */
export const voidCustody = (house: House, input: ParsedInput<typeof keys.voidCustody>, call: Call): Promise<KeyCustody> =>
  step(house, call, input, 'void', async (tx, custody) => {
    if ((JSON.parse(custody.events) as CustodyEvent[]).length > 1) throw new UserError('wrong-state', { no: custody.no, state: custody.state })
    await take(tx, house, custody, { action: 'void', event: null, signature: null, values: { void_at: tx.now, void_by: tx.scope.actor.name, void_reason: input.reason } }, input.reason)
    await free(tx, custody)
    await withdrawSlips(tx, house, { register: 'keys', id: custody.id })
  })
