import { describe, expect, test } from 'vitest'
import { type ComplaintAction, complaintActions, type ComplaintState, complaintStates, nextComplaintState } from './complaint'

/** Written out by hand: a row is a state, `-` a step that is not its turn. */
const table: Record<ComplaintState, Record<ComplaintAction, ComplaintState | '-'>> = {
  received: { escalate: 'escalated', assign: 'handling', repair: 'repairing', resume: '-', handle: 'handled', satisfied: '-', dissatisfied: '-', reopen: '-', void: 'void' },
  escalated: { escalate: '-', assign: 'handling', repair: 'repairing', resume: '-', handle: 'handled', satisfied: '-', dissatisfied: '-', reopen: '-', void: 'void' },
  handling: { escalate: 'escalated', assign: 'handling', repair: 'repairing', resume: 'repairing', handle: 'handled', satisfied: '-', dissatisfied: '-', reopen: '-', void: 'void' },
  repairing: { escalate: 'escalated', assign: 'handling', repair: '-', resume: '-', handle: 'handled', satisfied: '-', dissatisfied: '-', reopen: '-', void: 'void' },
  handled: { escalate: 'escalated', assign: '-', repair: '-', resume: 'repairing', handle: '-', satisfied: 'closed', dissatisfied: 'handling', reopen: '-', void: '-' },
  closed: { escalate: '-', assign: '-', repair: '-', resume: '-', handle: '-', satisfied: '-', dissatisfied: '-', reopen: 'handling', void: '-' },
  void: { escalate: '-', assign: '-', repair: '-', resume: '-', handle: '-', satisfied: '-', dissatisfied: '-', reopen: '-', void: '-' },
}

describe('7.R3 7.R4 7.R5 every step of a complaint, allowed and forbidden', () => {
  for (const state of complaintStates) {
    test.each(complaintActions.map((action) => [action, table[state][action]] as const))(`7.R5 ${state}: %s leads to %s`, (action, to) => {
      expect(nextComplaintState(state, action)).toBe(to === '-' ? null : to)
    })
  }
})
