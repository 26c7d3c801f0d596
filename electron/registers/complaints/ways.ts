import type { Department } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { ComplaintLevel, ComplaintState } from '../../../shared/rules/complaint'
import { SERIOUS_ROUND } from '../../../shared/rules/complaint'
import type { Tx } from '../../store/types'
import type { House } from '../house'
import { marked, meetingReason } from './recurring'
import type { ComplaintRecord } from './rows'
import { PROJECT_MANAGER, SUPERVISOR, tellAbove, tellDepartment } from './slips'
import { currentRound, insertRound, keyOf, updateComplaint, updateRound } from './write'

/** A complaint after a step, and what was queued for a printer. */
export interface Went { complaint: ComplaintRecord; jobs: number[] }
/** Who handles it, by when. */
export interface Handler { department: Department; person: string; dueAt: number }

export const dueOf = (house: House, level: ComplaintLevel, from: number): number => from + house.settings.current.complaintDueHours[level - 1]! * 3_600_000

/** @throws UserError due-before-now */
export function checkedDue(dueAt: number, now: number): number {
  if (dueAt <= now) throw new UserError('due-before-now', {}, 'dueAt')
  return dueAt
}

/** To the supervisor's list at once, with 客户投诉记录 (7.R4); a serious one to the project manager too. */
export async function escalate(house: House, tx: Tx, from: ComplaintRecord, state: ComplaintState, given: { level: ComplaintLevel; note: string; print: boolean }): Promise<Went> {
  const level = Math.max(2, from.level, given.level) as ComplaintLevel
  const dueAt = level > from.level ? Math.min(from.due_at, dueOf(house, level, tx.now)) : from.due_at
  const complaint = await updateComplaint(tx, from, { state, level, due_at: dueAt, escalated_at: from.escalated_at ?? tx.now, ...marked(from, meetingReason({ level, round: from.round })) })
  await updateRound(tx, complaint, { due_at: dueAt })
  await house.steps.add(tx, { register: 'complaints', recordId: from.id, action: 'escalate', from: from.state, to: state, note: given.note, key: keyOf(house.store.vault, from) })
  return { complaint, jobs: await tellAbove(house, tx, complaint, level === 3 ? [SUPERVISOR, PROJECT_MANAGER] : [SUPERVISOR], given.print) }
}

/** Somebody handles it from now on; whoever was told before need not answer any more. */
export async function assign(house: House, tx: Tx, from: ComplaintRecord, state: ComplaintState, to: Handler, print: boolean, note = ''): Promise<Went> {
  const key = keyOf(house.store.vault, from)
  const complaint = await updateComplaint(tx, from, { state, department: to.department, person: to.person, due_at: to.dueAt, data_key: key.wrapped })
  await updateRound(tx, complaint, { department: to.department, person: to.person, due_at: to.dueAt })
  await house.steps.add(tx, { register: 'complaints', recordId: from.id, action: 'assign', from: from.state, to: state, person: to.person, note, key })
  await house.notices.close(tx, 'complaints', from.id)
  return { complaint, jobs: await tellDepartment(house, tx, complaint, print) }
}

/** What was done; the client is to be asked now (7.R5). `note`: the orders that did it. */
export async function handle(house: House, tx: Tx, from: ComplaintRecord, state: ComplaintState, done: { handling: string; by: string; at: number; note?: string }): Promise<ComplaintRecord> {
  const round = await currentRound(tx, from)
  const complaint = await updateComplaint(tx, from, { state })
  // What was noted before stays: a first measure, a repair that was started.
  const handling = [round.handling, done.handling].filter(Boolean).join('；')
  await updateRound(tx, complaint, { handling, handled_at: done.at, handled_by: done.by })
  await house.steps.add(tx, { register: 'complaints', recordId: from.id, action: 'handle', from: from.state, to: state, person: done.by, note: done.note ?? '' })
  await house.notices.close(tx, 'complaints', from.id)
  return complaint
}

/** Handled again, under the same number (7.R5); from the third time on the project manager takes part, and the meeting hears of it. */
export async function nextRound(house: House, tx: Tx, from: ComplaintRecord, step: { action: 'dissatisfied' | 'reopen'; state: ComplaintState; note: string }, to: Handler, print: boolean): Promise<Went> {
  const round = from.round + 1
  const complaint = await updateComplaint(tx, from, {
    state: step.state, round, department: to.department, person: to.person, due_at: to.dueAt, closed_at: null, ...marked(from, meetingReason({ level: from.level, round })),
  })
  await insertRound(tx, from.id, round, { department: to.department, person: to.person, due_at: to.dueAt })
  await house.steps.add(tx, { register: 'complaints', recordId: from.id, action: step.action, from: from.state, to: step.state, person: to.person, note: step.note, key: keyOf(house.store.vault, from) })
  await house.notices.close(tx, 'complaints', from.id)
  const jobs = await tellDepartment(house, tx, complaint, print)
  return { complaint, jobs: round >= SERIOUS_ROUND ? [...jobs, ...(await tellAbove(house, tx, complaint, [PROJECT_MANAGER], print))] : jobs }
}
