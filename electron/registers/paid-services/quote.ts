import type { RegisterName } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { paidServices, SavedSlip } from '../../../shared/contract/paid-services'
import { dayOf } from '../../../shared/rules/time'
import { faultOf } from '../../../shared/rules/work-order'
import { inChinese, say } from '../../../shared/rules/phrases'
import { insertRowId } from '../../store/rows'
import type { Tx } from '../../store/types'
import { caller } from '../caller'
import type { ChargedSide } from '../charges'
import { contactNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { speakerFrom } from '../origins'
import { checkedPhone, phoneTail, sealedPhone } from '../personal'
import { insertLines, type NewLine, readLines, totalColumns } from './lines'
import { queuePaper } from './papers'
import { loadSlip, savedSlip, type SlipValues } from './write'

type Input = ParsedInput<typeof paidServices.quote>

/**
 * Opens a 有偿服务单 with its number (17.R2): from a work order, a call or a visit, or by itself. An emergency's is
 * agreed at once and marked so; its agreement is the signature under the work (17.R3).
 * @throws UserError no-lines, quote-open, name-required, and what `readLines` and the record it is for refuse
 */
export function quote(house: House, input: Input, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    if (input.lines.length === 0) throw new UserError('no-lines', {}, 'lines')
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const charged = input.from && house.charges.charged(input.from.register)
    const order = charged && input.from ? await chargedOrder(tx, charged, { ...input.from, no: facts!.no }) : null
    const speaker = speakerFrom({ name: input.client, phone: input.phone, contactId: input.contactId, tenantId: input.tenantId, unitId: input.unitId, place: input.place }, facts)
    const client = await resolveHost(tx, { contactId: speaker.contactId, name: speaker.name, department: null, tenantId: speaker.tenantId, unitId: speaker.unitId })
    if (client.name === '' && client.tenantId === null) throw new UserError('name-required', {}, 'client')

    const lines = await readLines(tx, input.lines, dayOf(tx.now))
    const totals = totalColumns(lines)
    const emergency = input.emergency || order?.emergencyFirst === true
    const key = house.store.vault.newKey()
    const phone = checkedPhone(speaker.phone) || (await contactNumber(tx, house.store.vault, client.contactId))
    // A place that is named is not the company's own room, unless that is named too.
    const inRoom = speaker.unitId !== null || speaker.place === ''
    const no = await tx.number('paid-services')
    const state = emergency ? ('agreed' as const) : ('quoted' as const)
    const id = await insertSlip(tx, {
      no, at: tx.now, day: dayOf(tx.now), state, station: tx.scope.station, opened_by_id: caller(call).staffId, opened_by: tx.scope.actor.name,
      unit_id: inRoom ? client.unitId : null, room: inRoom ? client.room : '', place: speaker.place, tenant_id: client.tenantId, tenant_name: client.tenantName, contact_id: client.contactId, client: client.name,
      data_key: key.wrapped, ...sealedPhone(house.store.vault, key, 'paid_service', phone), phone_tail: phoneTail(house.store.vault, phone),
      title: input.title || faultOf(facts?.matter ?? '') || titleOf(lines), emergency: Number(emergency), ...(order && { for_register: order.register, for_id: order.id, for_no: order.no }),
      ...totals, quoted_fen: totals.total_fen,
    })
    await insertLines(tx, id, lines)
    await house.steps.add(tx, { register: 'paid-services', recordId: id, action: 'quote', from: '', to: state })
    if (input.from) await house.origins.started(tx, { ...input.from, no: facts!.no }, { register: 'paid-services', id, no })
    // Nobody has to be asked first, so the order need not wait for it any more.
    const orderJobs = order && emergency && !order.emergencyFirst ? await charged!.decided(tx, order.id, 'agreed', inChinese(say('works-first')), input.print) : []
    const slip = await loadSlip(tx, id)
    const jobs = input.print ? await queuePaper(tx, house, slip, emergency ? 'slip' : 'quote') : []
    return savedSlip(slip, [...orderJobs, ...jobs])
  })
}

interface Order { register: RegisterName; id: number; no: string }

/**
 * The record that is charged for. One slip is in force for it: another price is a new quote of the same slip.
 * @throws UserError quote-open
 */
async function chargedOrder(tx: Tx, charged: ChargedSide, order: Order): Promise<Order & { emergencyFirst: boolean }> {
  const [open] = await tx.query<{ no: string }>(`SELECT no FROM paid_service WHERE for_register = ? AND for_id = ? AND state <> 'void'`, [order.register, order.id])
  if (open) throw new UserError('quote-open', { no: open.no })
  return { ...order, ...(await charged.quoted(tx, order.id)) }
}

const titleOf = (lines: readonly NewLine[]): string => (lines.length > 1 ? inChinese(say('lines-more', { first: lines[0]!.name, n: lines.length })) : lines[0]!.name)

async function insertSlip(tx: Tx, values: SlipValues): Promise<number> {
  const id = await insertRowId(tx.query, 'paid_service', values)
  tx.changed('paid-services', id)
  return id
}
