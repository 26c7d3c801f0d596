import type { complaints, SavedComplaint } from '../../../shared/contract/complaints'
import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import { dayOf } from '../../../shared/rules/time'
import { faultOf } from '../../../shared/rules/work-order'
import { caller } from '../caller'
import { contactNumber, personNumber } from '../contact-number'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { speakerFrom } from '../origins'
import { checkedPhone } from '../personal'
import { marked, meetingReason, repeatsOf } from './recurring'
import type { ComplaintRecord } from './rows'
import { assign, checkedDue, dueOf, escalate, handle, type Went } from './ways'
import { insertComplaint, insertRound, sealedNumber, turn, updateRound } from './write'

type Input = ParsedInput<typeof complaints.save>

export const saved = ({ complaint, jobs }: Went): SavedComplaint => ({ id: complaint.id, no: complaint.no, state: complaint.state, version: complaint.version, printJobIds: jobs })

/**
 * 受理 (7.R1–R4): who complains of what, where, when. Within the desk's authority it waits for the desk, or is handled on
 * the spot; beyond it the supervisor has it at once. Starts from a call or visit without typing anything twice (16.R3).
 */
export function saveComplaint(house: House, input: Input, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const facts = input.from ? await house.origins.facts(tx, input.from) : null
    const at = input.at ?? tx.now
    if (at > tx.now) throw new UserError('invalid-input', {}, 'at')
    const dueAt = input.dueAt === null ? dueOf(house, input.level, at) : checkedDue(input.dueAt, tx.now)
    const cause = input.cause || (facts?.matter ?? '')
    if (cause === '') throw new UserError('invalid-input', {}, 'cause')
    const speaker = speakerFrom({ ...input, phone: checkedPhone(input.phone) || (await personNumber(tx, house.store.vault, input.personId)) }, facts)
    const client = await resolveHost(tx, { ...speaker, department: null })
    if (client.name === '') throw new UserError('name-required', {}, 'name')

    const key = house.store.vault.newKey()
    const phone = speaker.phone || (await contactNumber(tx, house.store.vault, client.contactId))
    const repeats = await repeatsOf(tx, { unitId: client.unitId, place: speaker.place, kind: input.kind }, at)
    const complaint = await insertComplaint(tx, {
      no: await tx.number('complaints'), at, day: dayOf(at), state: 'received', station: tx.scope.station, received_by_id: caller(call).staffId, received_by: tx.scope.actor.name,
      unit_id: client.unitId, room: client.room, place: speaker.place, tenant_id: client.tenantId, tenant_name: client.tenantName, contact_id: client.contactId, name: client.name,
      data_key: key.wrapped, ...sealedNumber(house.store.vault, key, phone),
      channel: input.channel, kind: input.kind, level: input.level, title: faultOf(cause), cause, department: input.department, due_at: dueAt,
      repeats: Math.max(repeats.unit, repeats.kind), ...marked(null, meetingReason({ level: input.level, round: 1, repeats })),
    })
    await insertRound(tx, complaint.id, 1, { department: input.department, due_at: dueAt })
    for (const scan of input.scanIds) await house.attachments.attach(tx, scan, 'scan', 'complaints', complaint.id)
    await house.steps.add(tx, { register: 'complaints', recordId: complaint.id, action: 'create', from: '', to: complaint.state, detail: { no: complaint.no } })
    if (input.from && facts) await house.origins.started(tx, { ...input.from, no: facts.no }, { register: 'complaints', id: complaint.id, no: complaint.no })
    return saved(await firstStep(house, tx, complaint, input, call))
  })
}

/** What follows from how it was taken in, in the same transaction. */
async function firstStep(house: House, tx: Parameters<typeof turn>[0], complaint: ComplaintRecord, input: Input, call: Call): Promise<Went> {
  const done = { handling: input.handling, by: tx.scope.actor.name, at: tx.now }
  if (input.level >= 2) {
    const went = await escalate(house, tx, complaint, await turn(tx, complaint, null, 'escalate'), { level: input.level, note: '', print: input.print })
    if (input.handling === '') return went
    if (may(caller(call).role, 'complaints.handle')) return { ...went, complaint: await handle(house, tx, went.complaint, await turn(tx, went.complaint, null, 'handle'), done) }
    // A first measure of the desk: on record, but the supervisor settles it.
    await updateRound(tx, complaint, { handling: input.handling })
    return went
  }
  if (input.handling !== '') return { complaint: await handle(house, tx, complaint, await turn(tx, complaint, null, 'handle'), done), jobs: [] }
  if (input.department === null) return { complaint, jobs: [] }
  return assign(house, tx, complaint, await turn(tx, complaint, null, 'assign'), { department: input.department, person: '', dueAt: complaint.due_at }, input.print)
}
