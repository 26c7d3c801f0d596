import type { complaints, SavedComplaint } from '../../../shared/contract/complaints'
import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import type { ComplaintRecord } from './rows'
import { saved } from './save'
import { assign, checkedDue, dueOf, escalate, handle, type Handler, nextRound } from './ways'
import { keyOf, loadComplaint, roundBegan, turn, updateComplaint, updateRound } from './write'

type Input<K extends keyof typeof complaints> = ParsedInput<(typeof complaints)[K]>

/** What is on the supervisor's list the supervisor settles, or says who does (7.R4). @throws UserError not-permitted */
function refuseBeyondAuthority(complaint: ComplaintRecord, call: Call): void {
  if (complaint.state === 'escalated' && !may(caller(call).role, 'complaints.handle')) throw new UserError('not-permitted')
}

/** Who handles it from now on, by when. @throws UserError due-before-now */
const handler = ({ department, person, dueAt }: Handler, now: number): Handler => ({ department, person, dueAt: checkedDue(dueAt, now) })

export function escalateComplaint(house: House, { id, version, level, note, print }: Input<'escalate'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const state = await turn(tx, complaint, version, 'escalate')
    return saved(await escalate(house, tx, complaint, state, { level, note, print }))
  })
}

export function assignComplaint(house: House, { id, version, print, ...to }: Input<'assign'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const state = await turn(tx, complaint, version, 'assign')
    refuseBeyondAuthority(complaint, call)
    return saved(await assign(house, tx, complaint, state, handler(to, tx.now), print))
  })
}

export function handleComplaint(house: House, { id, version, handling, by, at }: Input<'handle'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const state = await turn(tx, complaint, version, 'handle')
    refuseBeyondAuthority(complaint, call)
    const handledAt = at ?? tx.now
    if (handledAt > tx.now) throw new UserError('invalid-input', {}, 'at')
    // To the minute, as forms have it: not before the client said that it was not settled (7.R5).
    const began = await roundBegan(tx, complaint)
    if (handledAt < began - (began % 60_000)) throw new UserError('end-before-start', {}, 'at')
    return saved({ complaint: await handle(house, tx, complaint, state, { handling, by: by || tx.scope.actor.name, at: handledAt }), jobs: [] })
  })
}

/** The client was asked how it was settled (7.R5): that ends it, or begins the next round under the same number. */
export function askClient(house: House, { id, version, how, opinion, words, again, print }: Input<'ask'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const action = opinion === 'dissatisfied' ? 'dissatisfied' : 'satisfied'
    const state = await turn(tx, complaint, version, action)
    const to = again ?? { department: complaint.department ?? 'customer-service', person: complaint.person, dueAt: dueOf(house, complaint.level, tx.now) }
    const next = action === 'dissatisfied' ? handler(to, tx.now) : null
    await updateRound(tx, complaint, { asked_at: tx.now, asked_by: tx.scope.actor.name, asked_how: how, opinion, words })
    if (next) return saved(await nextRound(house, tx, await updateComplaint(tx, complaint, { opinion }), { action: 'dissatisfied', state, note: '' }, next, print))
    const closed = await updateComplaint(tx, complaint, { state, opinion, closed_at: tx.now })
    await house.steps.add(tx, { register: 'complaints', recordId: id, action, from: complaint.state, to: state })
    await house.notices.close(tx, 'complaints', id)
    return saved({ complaint: closed, jobs: [] })
  })
}

/** A closed one is taken up again, as another round, with the reason. */
export function reopenComplaint(house: House, { id, version, reason, ...to }: Input<'reopen'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const state = await turn(tx, complaint, version, 'reopen')
    const key = keyOf(house.store.vault, complaint)
    const kept = await updateComplaint(tx, complaint, { data_key: key.wrapped })
    return saved(await nextRound(house, tx, kept, { action: 'reopen', state, note: reason }, handler(to, tx.now), true))
  })
}

/** 作废: it stays, struck through, and keeps its number; one on the supervisor's list only at the supervisor's hand (7.R4). @throws UserError not-permitted */
export function voidComplaint(house: House, { id, version, reason }: Input<'void'>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const state = await turn(tx, complaint, version, 'void')
    refuseBeyondAuthority(complaint, call)
    const key = keyOf(house.store.vault, complaint)
    const voided = await updateComplaint(tx, complaint, { state, void_at: tx.now, void_by: tx.scope.actor.name, void_reason: reason, data_key: key.wrapped })
    await house.steps.add(tx, { register: 'complaints', recordId: id, action: 'void', from: complaint.state, to: state, note: reason, key })
    await house.notices.close(tx, 'complaints', id)
    return saved({ complaint: voided, jobs: [] })
  })
}
