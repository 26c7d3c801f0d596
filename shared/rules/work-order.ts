import { addDays, dayOf, dayStart } from './time'

/** 维修工作令单 (13.R1–R7): where an order stands. `signed` waits to be returned, `returned` to be verified. */
export const workOrderStates = [
  'quoting', 'refused', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed', 'returned', 'verified', 'filed', 'void',
] as const
export type WorkOrderState = (typeof workOrderStates)[number]

export const workOrderActions = ['agree', 'refuse', 'requote', 'fetch', 'assign', 'start', 'wait', 'finish', 'sign', 'return', 'verify', 'file', 'void'] as const
export type WorkOrderAction = (typeof workOrderActions)[number]

const transitions: Record<WorkOrderState, Partial<Record<WorkOrderAction, WorkOrderState>>> = {
  // 13.R3: a chargeable repair is printed, and may begin, only when the client agreed to pay.
  quoting: { agree: 'issued', refuse: 'refused', void: 'void' },
  refused: { requote: 'quoting' },
  issued: { fetch: 'fetched', void: 'void' },
  fetched: { assign: 'assigned', void: 'void' },
  assigned: { assign: 'assigned', start: 'started', void: 'void' },
  started: { assign: 'started', wait: 'waiting-parts', finish: 'done', void: 'void' },
  'waiting-parts': { assign: 'waiting-parts', start: 'started', void: 'void' },
  done: { sign: 'signed' },
  signed: { return: 'returned' },
  returned: { verify: 'verified' },
  verified: { file: 'filed' },
  filed: {},
  void: {},
}

/** The state after `action`; null where it is not this step's turn. Nothing leads out of `void` and `filed`. */
export const nextWorkOrderState = (from: WorkOrderState, action: WorkOrderAction): WorkOrderState | null => transitions[from][action] ?? null

/** What an order waits for; null where nothing more is to come, or the client refused. */
export const dueAction: Record<WorkOrderState, WorkOrderAction | null> = {
  quoting: 'agree', refused: null, issued: 'fetch', fetched: 'assign', assigned: 'start', started: 'finish', 'waiting-parts': 'start',
  done: 'sign', signed: 'return', returned: 'verify', verified: 'file', filed: null, void: null,
}

/** The order the steps come in; `wait` stands beside `finish`. */
const way: readonly WorkOrderAction[] = ['agree', 'fetch', 'assign', 'start', 'wait', 'finish', 'sign', 'return', 'verify', 'file']

/** The step that must come first where `action` would skip one; null where the order is past it, or nothing is to come. */
export function skippedAction(from: WorkOrderState, action: WorkOrderAction): WorkOrderAction | null {
  const due = dueAction[from]
  return due !== null && nextWorkOrderState(from, action) === null && way.indexOf(action) > way.indexOf(due) ? due : null
}

const back: Partial<Record<WorkOrderState, WorkOrderState>> = {
  fetched: 'issued', assigned: 'fetched', started: 'assigned', 'waiting-parts': 'started', done: 'started', signed: 'done', returned: 'signed', verified: 'returned', filed: 'verified',
}

/** Where a wrong step goes back to, by a correction with its reason; null where there is no step to take back. */
export const workOrderStepBack = (from: WorkOrderState): WorkOrderState | null => back[from] ?? null

/** With engineering and not returned yet: what is chased (13.R7, 未返单). */
export const unreturnedStates: readonly WorkOrderState[] = ['issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed']
/** The work is still to be done, so that what is reported again can go with it (并入). */
export const undoneStates: readonly WorkOrderState[] = ['quoting', 'issued', 'fetched', 'assigned', 'started', 'waiting-parts']
/** Not finished for the desk. */
export const openWorkOrderStates: readonly WorkOrderState[] = ['quoting', ...unreturnedStates, 'returned']

export const trades = ['plumbing', 'electrical', 'air-conditioning', 'doors-locks', 'carpentry', 'fire', 'lift', 'low-voltage', 'other'] as const
export type Trade = (typeof trades)[number]

/**
 * When an order has to be finished (13.C5): as agreed, else on the day of the appointment, else on the day engineering
 * might begin. `from`: when that was: the report, or of a chargeable one the client's agreement (13.R3); what was agreed
 * for a time before that is agreed no more.
 */
export function workOrderDueAt({ from, appointmentAt, expectedFinishAt }: { from: number; appointmentAt: number | null; expectedFinishAt: number | null }): number {
  if (expectedFinishAt !== null && expectedFinishAt >= from) return expectedFinishAt
  return dayStart(addDays(dayOf(Math.max(appointmentAt ?? from, from)), 1)) - 1
}

const FAULT_MAX = 20

/** The short name of what is wrong: the first clause of what was reported. */
export function faultOf(content: string): string {
  const clause = content.split(/[，。；！？,.;!?\n]/).map((part) => part.trim()).find(Boolean) ?? content.trim()
  return [...clause].slice(0, FAULT_MAX).join('')
}

/**
 * 及时 (13.C5): finished no later than it was due (`workOrderDueAt`).
 * `dueAt` and `finishedAt` in epoch milliseconds. Null while the order is neither finished nor late.
 */
export function onTime(order: { dueAt: number; finishedAt: number | null }, now: number): boolean | null {
  if (order.finishedAt !== null) return order.finishedAt <= order.dueAt
  return now > order.dueAt ? false : null
}
