import type { EntryKind, EntryState } from '../contract/reception'

/** What happens to an entry of the register (16.R1, 16.R4). */
export const entryActions = ['ask', 'admit', 'decline', 'leave', 'no-show', 'acknowledge', 'close', 'void'] as const
export type EntryAction = (typeof entryActions)[number]

type Transitions = Partial<Record<EntryState, Partial<Record<EntryAction, EntryState>>>>

const visit: Transitions = {
  expected: { ask: 'asked', admit: 'inside', decline: 'declined', 'no-show': 'no-show', void: 'void' },
  asked: { admit: 'inside', decline: 'declined', void: 'void' },
  inside: { leave: 'left', void: 'void' },
  left: { void: 'void' },
  declined: { void: 'void' },
  'no-show': { void: 'void' },
}

const call: Transitions = {
  waiting: { acknowledge: 'notified', close: 'closed', void: 'void' },
  notified: { close: 'closed', void: 'void' },
  closed: { void: 'void' },
}

/** The state after `action`; null where the entry's state does not allow it. Nothing leads out of `void`. */
export function nextState(kind: EntryKind, from: EntryState, action: EntryAction): EntryState | null {
  return (kind === 'visit' ? visit : call)[from]?.[action] ?? null
}

/** What 征询 leads to. */
export const actionOfAnswer = { 'to-ask': 'ask', agreed: 'admit', declined: 'decline' } as const
