import { UserError } from '../../../shared/contract/errors'
import type { repairs, SavedOrder } from '../../../shared/contract/repairs'
import { dayOf, dayStart } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import { contactNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { type OriginFacts, speakerFrom } from '../origins'
import { checkedPhone } from '../personal'
import { type NewOrder, openOrder } from './open-order'
import { savedOrder } from './write'

type Input = ParsedInput<typeof repairs.save>

/**
 * 受理报修 (13.R1): straight from a call, visit or complaint, whose facts fill what was left empty (16.R3), or by itself.
 * @throws UserError invalid-input, caller-required, invalid-phone, in-the-past, due-before-now, end-before-start, not-found
 */
export function saveOrder(house: House, input: Input, call: Call): Promise<SavedOrder> {
  return house.store.write(call.scope, async (tx) => {
    const facts = input.from && (await house.origins.facts(tx, input.from))
    const asked = await askedFor(tx, house, input, facts)
    refuseIncomplete(asked)
    refusePast(asked, tx.now)
    const { order, printJobIds } = await openOrder(tx, house, asked, input.print)
    for (const photo of input.photoIds) await house.attachments.attach(tx, photo, 'photo', 'repairs', order.id)
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'repairs', id: order.id, no: order.no })
    return savedOrder(order, printJobIds)
  })
}

async function askedFor(tx: Tx, house: House, input: Input, facts: OriginFacts | null): Promise<NewOrder> {
  const speaker = speakerFrom({ ...input, name: input.reporter, phone: checkedPhone(input.phone) }, facts)
  const host = await resolveHost(tx, { ...speaker, department: null })
  // A place of no unit: whoever reports it has a room, and it is not there.
  const inUnit = speaker.place === '' || speaker.unitId !== null
  const emergencyFirst = input.chargeable && input.emergencyFirst
  return {
    content: input.content || (facts?.matter ?? ''), trade: input.trade, unitId: inUnit ? host.unitId : null, room: inUnit ? host.room : '', place: speaker.place, tenantId: host.tenantId, tenantName: host.tenantName,
    contactId: host.contactId, reporter: host.name, phone: speaker.phone || (await contactNumber(tx, house.store.vault, host.contactId)),
    appointmentAt: input.appointmentAt, expectedFinishAt: input.expectedFinishAt, urgency: emergencyFirst ? 'emergency' : input.urgency, chargeable: input.chargeable, emergencyFirst,
  }
}

/** What, where and from whom is always said (13.R1). */
function refuseIncomplete(asked: NewOrder): void {
  if (asked.content === '') throw new UserError('invalid-input', {}, 'content')
  if (asked.unitId === null && asked.tenantId === null && asked.place === '') throw new UserError('invalid-input', {}, 'unitId')
  if (asked.reporter === '' && asked.phone === '') throw new UserError('caller-required', {}, 'reporter')
}

function refusePast({ appointmentAt, expectedFinishAt }: NewOrder, now: number): void {
  // An appointment earlier today may be one that is just being kept.
  if (appointmentAt !== null && appointmentAt < dayStart(dayOf(now))) throw new UserError('in-the-past', {}, 'appointmentAt')
  if (expectedFinishAt !== null && expectedFinishAt <= now) throw new UserError('due-before-now', {}, 'expectedFinishAt')
  if (appointmentAt !== null && expectedFinishAt !== null && expectedFinishAt < appointmentAt) throw new UserError('end-before-start', {}, 'expectedFinishAt')
}
