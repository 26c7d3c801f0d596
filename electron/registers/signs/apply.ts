import { UserError } from '../../../shared/contract/errors'
import type { signs } from '../../../shared/contract/signs'
import { fen, formatMoney } from '../../../shared/rules/money'
import { SIGN_FEE_MAX } from '../../../shared/rules/sign'
import { dayOf } from '../../../shared/rules/time'
import { insertRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { type OriginFacts, speakerFrom } from '../origins'
import { checkedPhone, phoneTail, sealedPhone } from '../personal'
import type { SignRecord } from './rows'
import { queueApplication } from './slips'
import { loadSign, type SavedSign, savedOf } from './write'

type Input = ParsedInput<typeof signs.apply>

/**
 * 水牌申请表 (10.R1, 10.F1): kind, size, fee and the company's correct name, under the client's seal. Starts from another
 * record without typing anything twice (16.R3).
 * @throws UserError papers-missing (the seal), amount-too-large, invalid-phone, not-found, wrong-state (what it replaces is not installed), order-taken (or is being replaced)
 */
export function apply(house: House, input: Input, call: Call): Promise<SavedSign> {
  return house.store.write(call.scope, async (tx) => {
    refuseUnsealed(input.sealSeen)
    refuseTooDear(input.feeFen)
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const whose = await whoseSign(tx, house, input, facts)
    if (input.replaces !== null) await refuseReplacing(tx, input.replaces)
    const no = await tx.number('signs')
    const values: Record<string, Sql> = {
      no, at: tx.now, day: dayOf(tx.now), state: 'applied', station: tx.scope.station, ...whose, kind: input.kind, size: input.size, name_zh: input.nameZh, name_en: input.nameEn, sign_place: input.place,
      fee_fen: input.feeFen, seal_seen: 1, by: tx.scope.actor.name, replaces_id: input.replaces,
    }
    const sign = await insertRow<SignRecord>(tx.query, 'sign', values)
    for (const scan of input.scanIds) await house.attachments.attach(tx, scan, 'scan', 'signs', sign.id)
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'signs', id: sign.id, no })
    await house.steps.add(tx, { register: 'signs', recordId: sign.id, action: 'create', from: '', to: 'applied', detail: { no } })
    tx.changed('signs', sign.id)
    return savedOf(sign, input.print ? await queueApplication(tx, house, sign) : [])
  })
}

/** @throws UserError papers-missing */
export function refuseUnsealed(sealSeen: boolean): void {
  if (!sealSeen) throw new UserError('papers-missing', { papers: '单位盖章', keys: 'seal' }, 'sealSeen')
}

/** @throws UserError amount-too-large */
export function refuseTooDear(feeFen: number): void {
  if (feeFen > SIGN_FEE_MAX) throw new UserError('amount-too-large', { amount: formatMoney(fen(feeFen)), limit: formatMoney(fen(SIGN_FEE_MAX)) }, 'feeFen')
}

/** One that hangs gives way to one other. @throws UserError not-found, wrong-state, order-taken */
async function refuseReplacing(tx: Tx, id: number): Promise<void> {
  const old = await loadSign(tx, id)
  if (old.state !== 'installed') throw new UserError('wrong-state', { no: old.no, state: old.state }, 'replaces')
  const [taken] = await tx.query<{ by: string; at: number }>(`SELECT "by", at FROM sign WHERE replaces_id = ? AND state <> 'void'`, [id])
  if (taken) throw new UserError('order-taken', { no: old.no, by: taken.by, at: dayOf(taken.at) }, 'replaces')
}

/** What the form says goes first; what it leaves empty comes from the record it starts from. */
async function whoseSign(tx: Tx, house: House, input: Input, facts: OriginFacts | null): Promise<Record<string, Sql>> {
  const { vault } = house.store
  const speaker = speakerFrom({ name: input.applicant, phone: checkedPhone(input.phone), contactId: input.contactId, tenantId: input.tenantId, unitId: input.unitId, place: '' }, facts)
  const client = await resolveHost(tx, { ...speaker, department: null })
  // Of a company in several rooms the form says which; the lobby's sign may be of none.
  const [several] = speaker.unitId !== null || client.tenantId === null ? [] : await tx.query('SELECT 1 FROM tenancy y WHERE y.tenant_id = ? AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = ? AND c.unit_id IS NOT NULL) LIMIT 1 OFFSET 1', [client.tenantId, client.contactId])
  if (several) Object.assign(client, { unitId: null, room: '' })
  const [unit] = client.unitId === null ? [] : await tx.query<{ floor: string }>('SELECT floor FROM unit WHERE id = ?', [client.unitId])
  const key = vault.newKey()
  const phone = speaker.phone || (await contactNumber(tx, vault, client.contactId))
  return {
    unit_id: client.unitId, room: client.room, floor: unit?.floor ?? '', place: speaker.place, tenant_id: client.tenantId, tenant_name: client.tenantName || (facts?.company ?? ''), contact_id: client.contactId, applicant: client.name,
    data_key: key.wrapped, ...sealedPhone(vault, key, 'sign', phone), phone_tail: phoneTail(vault, phone),
  }
}
