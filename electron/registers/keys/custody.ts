import { UserError } from '../../../shared/contract/errors'
import type { KeyCustody, keys } from '../../../shared/contract/keys'
import { maskDocumentNumber } from '../../../shared/rules/mask'
import { dayOf } from '../../../shared/rules/time'
import { updateRow } from '../../store/rows'
import type { Tx } from '../../store/types'
import type { DataKey } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { checkedDocument } from '../personal'
import { foldName } from '../import/cells'
import { signatureColumns, takeSignature } from '../signatures'
import { readCustody } from './custody-rows'
import { loadHook, refuseTaken } from './hooks'
import { type Authorised, type CustodyEvent, type CustodyRecord, hereOf, type HookState, type SealedKey } from './rows'
import { queueSealSlip } from './slips'
import { insertRecord } from './write'

type Input = ParsedInput<typeof keys.takeCustody>

export const sealedIn = (custody: CustodyRecord): SealedKey[] => JSON.parse(custody.keys) as SealedKey[]
/** Who may have it unsealed, by name. */
export function mayUnseal(custody: CustodyRecord): (person: string) => boolean {
  const listed = new Set((JSON.parse(custody.authorised) as Authorised[]).map(({ name }) => foldName(name)))
  return (person) => listed.has(foldName(person))
}

/** Keys that were unsealed are lent to those on the 托管书 only (11.R4); the others of their hook to anybody. @throws UserError not-authorised {person} */
export async function refuseStranger(tx: Tx, hook: HookState, count: number, person: string): Promise<void> {
  const [custody] = await tx.query<CustodyRecord>(`SELECT * FROM key_custody WHERE id = ? AND state = 'unsealed'`, [hook.custody_id])
  if (!custody || mayUnseal(custody)(person)) return
  const unsealed = sealedIn(custody).reduce((sum, { keyId, count: of }) => sum + (keyId === hook.id ? of : 0), 0)
  if (count > hereOf(hook) - unsealed) throw new UserError('not-authorised', { person }, 'borrower')
}

/** A number stands on one seal at a time. @throws UserError seal-number-taken {sealNo, no} */
export async function refuseSealTaken(tx: Tx, sealNo: string): Promise<void> {
  const [other] = await tx.query<{ no: string }>(`SELECT no FROM key_custody WHERE seal_no = ? AND state = 'sealed'`, [sealNo])
  if (other) throw new UserError('seal-number-taken', { sealNo, no: other.no }, 'sealNo')
}

/**
 * 收存托管 (11.R1–R4): purpose explained, the client's seal seen, our stamp on it, who may unseal, the seal's number and
 * photo; keys of hooks among them are sealed from now on.
 * @throws UserError step-skipped (purpose, seal, stamp), seal-photo-missing, invalid-input, seal-number-taken, key-sealed, key-out, invalid-document-number, signature-missing, not-found
 */
export async function takeCustody(house: House, input: Input, call: Call): Promise<KeyCustody> {
  const id = await house.store.write(call.scope, async (tx) => {
    refuseUndone(input)
    refuseUnseen(input)
    await refuseSealTaken(tx, input.sealNo)
    const client = await resolveHost(tx, { contactId: null, name: '', department: null, tenantId: input.tenantId, unitId: input.unitId })
    const key = house.store.vault.newKey()
    const authorised = input.authorised.map((person, index) => authorisedOf(key, person, index, tx.now))
    const sealed = await sealedKeys(tx, input.keys)
    const no = await tx.number('key-custody')
    const custody = await insertRecord<CustodyRecord>(tx, 'key_custody', {
      no, at: tx.now, day: dayOf(tx.now), state: 'sealed', station: tx.scope.station, tenant_id: client.tenantId, tenant_name: client.tenantName, unit_id: client.unitId, room: client.room, reason: input.reason, seal_no: input.sealNo,
      purpose_explained: 1, client_seal_seen: 1, stamped: 1, no_photo: input.noPhoto, keys: JSON.stringify(sealed), authorised: JSON.stringify(authorised), data_key: key.wrapped, photo_ids: JSON.stringify(input.photoIds), keeper: tx.scope.actor.name,
    })
    for (const photo of input.photoIds) await house.attachments.attach(tx, photo, 'photo', 'keys', custody.id)
    const signed = await takeSignature(tx, house.attachments, input.signature, { register: 'keys', id: custody.id }, 'signature')
    const event: CustodyEvent = { at: tx.now, kind: 'sealed', by: tx.scope.actor.name, person: signed.by, reason: input.reason, sealNo: input.sealNo, signed }
    const columns = { ...signatureColumns('client_sign', signed), events: JSON.stringify([event]) }
    await updateRow(tx.query, 'key_custody', custody.id, columns)
    for (const { keyId } of sealed) if (keyId !== null) await hangIn(tx, keyId, custody.id)
    await house.steps.add(tx, { register: 'keys', recordId: custody.id, action: 'seal', from: '', to: 'sealed', detail: { no, sealNo: input.sealNo, keys: sealed.map(({ no: tag, count }) => ({ no: tag, count })) } })
    if (input.print) await queueSealSlip(tx, house, custody, sealed)
    return custody.id
  })
  return readCustody(house, id)
}

/** Says of a hook whose 托管书 its keys are under. */
export async function hangIn(tx: Tx, keyId: number, custodyId: number | null): Promise<void> {
  await tx.query('UPDATE key_hook SET custody_id = ?, version = version + 1 WHERE id = ?', [custodyId, keyId])
  tx.changed('keys', keyId)
}

/** A seal is photographed, or it is said why not. @throws UserError seal-photo-missing */
export function refuseUnseen({ photoIds, noPhoto }: { photoIds: readonly number[]; noPhoto: string }): void {
  if (photoIds.length === 0 && noPhoto === '') throw new UserError('seal-photo-missing', {}, 'noPhoto')
}

function refuseUndone({ purposeExplained, clientSealSeen, stamped, tenantId, unitId }: Input): void {
  if (tenantId === null && unitId === null) throw new UserError('invalid-input', {}, 'tenantId')
  if (!purposeExplained) throw new UserError('step-skipped', {}, 'purposeExplained')
  if (!clientSealSeen) throw new UserError('step-skipped', {}, 'clientSealSeen')
  if (!stamped) throw new UserError('step-skipped', {}, 'stamped')
}

function authorisedOf(key: DataKey, { name, title, documentKind, documentNumber }: Input['authorised'][number], index: number, now: number): Authorised {
  try {
    const document = checkedDocument(documentKind, documentNumber, now)
    const { documentKind: kind, documentNumber: number } = document
    return kind === null ? { name, title, kind, enc: '', masked: '' } : { name, title, kind, enc: key.encrypt(number, 'key_custody.authorised').toString('base64'), masked: maskDocumentNumber(kind, number) }
  } catch (error) {
    // The form has several of them.
    if (error instanceof UserError) throw new UserError(error.code, error.params, `authorised.${index}.documentNumber`)
    throw error
  }
}

/** The client's own keys by what they are; those of a hook are on it, and not under another 托管书. */
async function sealedKeys(tx: Tx, given: Input['keys']): Promise<SealedKey[]> {
  const sealed: SealedKey[] = []
  for (const { keyId, no, type, name, count } of given) {
    if (keyId === null) {
      sealed.push({ keyId, no, type, name, count })
      continue
    }
    if (sealed.some((other) => other.keyId === keyId)) throw new UserError('invalid-input', {}, 'keys')
    const hook = await loadHook(tx, keyId, 'keys')
    if (hook.custody_id !== null) throw new UserError('key-sealed', { no: hook.no }, 'keys')
    refuseTaken(hook, count)
    sealed.push({ keyId, no: hook.no, type: hook.type, name: hook.name, count })
  }
  return sealed
}
