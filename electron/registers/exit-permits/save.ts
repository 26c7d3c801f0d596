import { UserError } from '../../../shared/contract/errors'
import type { exitPermits } from '../../../shared/contract/exit-permits'
import { dayOf } from '../../../shared/rules/time'
import { updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { type OriginFacts, speakerFrom } from '../origins'
import { checkedPhone, phoneTail, sealedPhone } from '../personal'
import { newToken } from '../token'
import { authorityColumns } from './authority'
import { approverOf } from './clearance'
import { issueNow, refuseDay } from './issue'
import type { PermitRecord } from './rows'
import { insertRecord, type SavedPermit, saved } from './write'

type Input = ParsedInput<typeof exitPermits.save>

/**
 * 开出门条 (14.R2, 14.R3): whose goods leave, which, when and by which exit, by whose authority; issued with its three
 * copies, or kept as 待签发 until what is owed is paid or its time has come. Starts from another record without typing anything twice (16.R3).
 * @throws UserError no-goods, name-required, invalid-phone, invalid-input, in-the-past, unknown-exit, authority-missing, signature-differs, signature-missing, arrears, finance-hold, too-early-for-moving, reason-required, wrong-pin …
 */
export async function savePermit(house: House, input: Input, call: Call): Promise<SavedPermit> {
  const approver = input.kind === 'moving-out' && !input.hold ? await approverOf(house, input.approval, call) : null
  return house.store.write(call.scope, async (tx) => {
    if (input.goods.length === 0) throw new UserError('no-goods', {}, 'goods')
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const whose = await whoseGoods(tx, house, input, facts)
    const leavingOn = input.leavingOn ?? dayOf(tx.now)
    refuseDay(leavingOn, tx.now)
    const no = await tx.number('exit-permits')
    const permit = await insertRecord<PermitRecord>(tx, 'exit_permit', {
      no, at: tx.now, day: dayOf(tx.now), state: 'held', station: tx.scope.station, kind: input.kind, token: newToken(no), ...whose, goods: JSON.stringify(input.goods), vehicle_no: plainPlate(input.vehicleNo),
      leaving_on: leavingOn, exit: knownExit(house, input.exit), company_seal: Number(input.companySeal), by_id: tx.scope.actor.id, by: tx.scope.actor.name,
    })
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'exit-permits', id: permit.id, no })
    if (!input.hold) return issueNow(tx, house, permit, { ...input, leavingOn, override: { approver, reason: input.overrideReason }, from: '' })
    if (input.authority) {
      const columns = await authorityColumns(tx, house, permit, input.authority)
      await updateRow(tx.query, 'exit_permit', permit.id, columns)
    }
    await house.steps.add(tx, { register: 'exit-permits', recordId: permit.id, action: 'hold', from: '', to: 'held', detail: { no } })
    return saved(permit)
  })
}

/** What the form says goes first; what it leaves empty comes from the record it starts from. */
async function whoseGoods(tx: Tx, house: House, input: Input, facts: OriginFacts | null): Promise<Record<string, Sql>> {
  const { vault } = house.store
  const speaker = speakerFrom({ name: input.applicant, phone: checkedPhone(input.phone), contactId: input.contactId, tenantId: input.tenantId, unitId: input.unitId, place: '' }, facts)
  const found = await resolveHost(tx, { ...speaker, department: null })
  const client = input.noCompany ? { ...found, tenantId: null, tenantName: '', ...(input.unitId === null ? { unitId: null, room: '' } : {}) } : found
  if (client.name === '') throw new UserError('name-required', {}, 'applicant')
  // What a company owes is looked up before it moves out; somebody of no company does not.
  if (input.kind === 'moving-out' && client.tenantId === null) throw new UserError('invalid-input', {}, 'tenantId')
  const key = vault.newKey()
  const phone = speaker.phone || (await contactNumber(tx, vault, client.contactId))
  return {
    unit_id: client.unitId, room: client.room, place: speaker.place, tenant_id: client.tenantId, tenant_name: client.tenantName || (input.noCompany ? '' : (facts?.company ?? '')), contact_id: client.contactId, applicant: client.name,
    data_key: key.wrapped, ...sealedPhone(vault, key, 'exit_permit', phone), phone_tail: phoneTail(vault, phone),
  }
}

export const plainPlate = (typed: string): string => typed.normalize('NFKC').toUpperCase()

/** One of the designated exits (14.R4), the first where none is said. @throws UserError unknown-exit */
function knownExit({ settings: { current: { exits } } }: House, exit: string): string {
  if (exit === '') return exits[0]!
  if (!exits.includes(exit)) throw new UserError('unknown-exit', { exit }, 'exit')
  return exit
}
