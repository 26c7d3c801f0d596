import { describe, expect, test } from 'vitest'
import { differenceOf, type ExitPermitAction, exitPermitActions, type ExitPermitState, exitPermitStates, nextExitPermitState, type Reconciliation, reconciliationOf } from './exit-permit'

/** Written out by hand: a row is a state, `-` a step that is not its turn. */
const table: Record<ExitPermitState, Record<ExitPermitAction, ExitPermitState | '-'>> = {
  held: { issue: 'issued', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: 'void' },
  issued: { issue: '-', release: 'released', differ: 'differs', amend: '-', reconcile: '-', 'close-unused': 'unused', void: 'void' },
  differs: { issue: '-', release: 'released', differ: 'differs', amend: 'issued', reconcile: '-', 'close-unused': 'unused', void: 'void' },
  released: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: 'reconciled', 'close-unused': '-', void: '-' },
  reconciled: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-' },
  unused: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-' },
  void: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-' },
}

describe('14.R4 14.F1 every step of a permit, allowed and forbidden', () => {
  for (const state of exitPermitStates) {
    test.each(exitPermitActions.map((action) => [action, table[state][action]] as const))(`14.R4 ${state}: %s leads to %s`, (action, to) => {
      expect(nextExitPermitState(state, action)).toBe(to === '-' ? null : to)
    })
  }
})

describe('14.F1 what the reconciliation says of a permit, on its day and after it', () => {
  test.each<[ExitPermitState, Reconciliation, Reconciliation]>([
    ['held', 'open', 'open'], ['issued', 'open', 'missing'], ['differs', 'open', 'missing'], ['released', 'used', 'missing'], ['reconciled', 'returned', 'returned'], ['unused', 'unused', 'unused'], ['void', 'void', 'void'],
  ])('14.F1 %s is %s, then %s', (state, onItsDay, after) => {
    expect(reconciliationOf({ state, leavingOn: '2026-03-12' }, '2026-03-12')).toBe(onItsDay)
    expect(reconciliationOf({ state, leavingOn: '2026-03-12' }, '2026-03-13')).toBe(after)
  })
  test('14.R4 too few is below nought, too many above', () => expect([differenceOf({ quantity: 12 }, 10), differenceOf({ quantity: 12 }, 12), differenceOf({ quantity: 12 }, 13)]).toEqual([-2, 0, 1]))
})
