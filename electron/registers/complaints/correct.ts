import type { complaints, SavedComplaint } from '../../../shared/contract/complaints'
import { UserError } from '../../../shared/contract/errors'
import { type ComplaintLevel, type ComplaintState, nextComplaintState } from '../../../shared/rules/complaint'
import { faultOf } from '../../../shared/rules/work-order'
import type { Tx } from '../../store/types'
import type { DataKey } from '../../store/vault'
import type { Call, ParsedInput } from '../handlers'
import { type Change, change, sealedReason } from '../history'
import { resolveHost } from '../host'
import type { House } from '../house'
import { checkedPhone, unsealed } from '../personal'
import { refuseStale } from '../versions'
import { marked, meetingReason, repeatsOf } from './recurring'
import type { ComplaintRecord } from './rows'
import { saved } from './save'
import { PROJECT_MANAGER, tellAbove } from './slips'
import { checkedDue, escalate } from './ways'
import { type ComplaintValues, keyOf, loadComplaint, sealedNumber, updateComplaint, updateRound } from './write'

type Changes = ParsedInput<typeof complaints.correct>['changes']

/** The columns whose former values the history keeps, by the names the page words them with. */
const keptFields = { cause: 'cause', kind: 'kind', level: 'level', channel: 'channel', name: 'name', tenantName: 'tenant_name', room: 'room', place: 'place', dueAt: 'due_at' } as const satisfies Record<string, keyof ComplaintRecord>

/**
 * Corrects a complaint; what stood there before stays in its history, with the reason.
 * @throws UserError already-void, stale, wrong-state (who was erased is not written anew), name-required, due-before-now
 */
export function correct(house: House, { id, version, reason, changes: to }: ParsedInput<typeof complaints.correct>, call: Call): Promise<void> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadOpen(tx, id, version)
    if (complaint.erased_at !== null && (['name', 'phone', 'cause'] as const).some((field) => to[field] !== undefined)) throw new UserError('wrong-state', { state: complaint.state })
    const key = keyOf(house.store.vault, complaint)
    const phone = phoneChange(house, key, complaint, to)
    const values: ComplaintValues = { ...plainValues(complaint, to, tx.now), ...(await placeValues(tx, complaint, to)), ...phone.values }
    const changes = [...changesOf(key, complaint, values), ...phone.changes]
    if (changes.length === 0) return
    const next = await updateComplaint(tx, complaint, { ...values, ...(await recurring(tx, { ...complaint, ...values } as ComplaintRecord)), data_key: key.wrapped })
    if (values.due_at !== undefined) await updateRound(tx, next, { due_at: next.due_at })
    await tx.audit({ action: 'correct', register: 'complaints', recordId: id, detail: { reason: sealedReason(key, reason), changes } })
    await raised(house, tx, complaint.level, next)
  })
}

/** Found to be beyond the desk's authority after all: who is above it is told at once, as if it had been received so (7.R4). */
async function raised(house: House, tx: Tx, before: ComplaintLevel, complaint: ComplaintRecord): Promise<void> {
  if (complaint.level <= before) return
  const state = nextComplaintState(complaint.state, 'escalate')
  if (state !== null && complaint.escalated_at === null) await escalate(house, tx, complaint, state, { level: complaint.level, note: '', print: true })
  else if (complaint.level === 3 && isOpen(complaint.state)) await tellAbove(house, tx, complaint, [PROJECT_MANAGER], true)
}

const isOpen = (state: ComplaintState): boolean => state !== 'closed' && state !== 'void'

async function loadOpen(tx: Tx, id: number, version: number): Promise<ComplaintRecord> {
  const complaint = await loadComplaint(tx, id)
  if (complaint.state === 'void') throw new UserError('already-void', { no: complaint.no })
  await refuseStale(tx, 'complaints', complaint, version, 'correct')
  return complaint
}

function plainValues(complaint: ComplaintRecord, to: Changes, now: number): ComplaintValues {
  if (to.name === '') throw new UserError('name-required', {}, 'name')
  return {
    ...(to.cause === undefined ? {} : { cause: to.cause, title: faultOf(to.cause) }),
    ...(to.kind === undefined ? {} : { kind: to.kind }), ...(to.level === undefined ? {} : { level: to.level }), ...(to.channel === undefined ? {} : { channel: to.channel }),
    ...(to.dueAt === undefined || to.dueAt === complaint.due_at ? {} : { due_at: checkedDue(to.dueAt, now) }),
    // Another name is another person: the contact of the directory was not who complained.
    ...(to.name === undefined || to.name === complaint.name ? {} : { name: to.name, contact_id: null }),
  }
}

async function placeValues(tx: Tx, complaint: ComplaintRecord, { unitId, tenantId, place }: Changes): Promise<ComplaintValues> {
  const values: ComplaintValues = place === undefined ? {} : { place }
  if (unitId === undefined && tenantId === undefined) return values
  const asked = { unitId: unitId === undefined ? complaint.unit_id : unitId, tenantId: tenantId === undefined ? complaint.tenant_id : tenantId }
  const found = await resolveHost(tx, { ...asked, contactId: null, name: complaint.name, department: null })
  // A unit that was taken away stays away, whatever rooms the company has.
  return { ...values, tenant_id: found.tenantId, tenant_name: found.tenantName, unit_id: asked.unitId === null ? null : found.unitId, room: asked.unitId === null ? '' : found.room }
}

function phoneChange(house: House, key: DataKey, complaint: ComplaintRecord, { phone }: Changes): { values: ComplaintValues; changes: Change[] } {
  if (phone === undefined) return { values: {}, changes: [] }
  const before = unsealed(house.store.vault, complaint.data_key, complaint.phone_enc, 'complaint.phone_enc')
  const after = checkedPhone(phone)
  return after === before ? { values: {}, changes: [] } : { values: sealedNumber(house.store.vault, key, after), changes: [change(key, 'phone', before, after)] }
}

function changesOf(key: DataKey, complaint: ComplaintRecord, values: ComplaintValues): Change[] {
  return (Object.keys(keptFields) as (keyof typeof keptFields)[]).flatMap((field) => {
    const [from, to] = [complaint[keptFields[field]], values[keptFields[field]]]
    return to === undefined || to === from || Buffer.isBuffer(to) ? [] : [change(key, field, from, to)]
  })
}

/** Repeats are counted anew as of the day it was received. */
async function recurring(tx: Tx, complaint: ComplaintRecord): Promise<ComplaintValues> {
  const repeats = await repeatsOf(tx, { unitId: complaint.unit_id, place: complaint.place, kind: complaint.kind }, complaint.at, complaint.id)
  return { repeats: Math.max(repeats.unit, repeats.kind), ...marked(complaint, meetingReason({ level: complaint.level, round: complaint.round, repeats })) }
}

/** By hand, with the reason; or no longer (5.R2). @throws UserError reason-required */
export function markForMeeting(house: House, { id, version, marked: mark, reason }: ParsedInput<typeof complaints.markForMeeting>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadOpen(tx, id, version)
    if (mark && reason === '') throw new UserError('reason-required', {}, 'reason')
    const key = keyOf(house.store.vault, complaint)
    const next = await updateComplaint(tx, complaint, { for_meeting: Number(mark), meeting_reason: mark ? reason : '', data_key: key.wrapped })
    await tx.audit({ action: mark ? 'mark-for-meeting' : 'unmark-for-meeting', register: 'complaints', recordId: id, detail: reason ? { reason: sealedReason(key, reason) } : {} })
    return saved({ complaint: next, jobs: [] })
  })
}
