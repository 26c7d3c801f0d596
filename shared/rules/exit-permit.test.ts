import { describe, expect, test } from 'vitest'
import { coveredBy, differenceOf, goodsBeyond, owedOf, type ExitPermitAction, exitPermitActions, type ExitPermitState, exitPermitStates, nextExitPermitState, type Reconciliation, reconciliationOf } from './exit-permit'

/** Written out by hand: a row is a state, `-` a step that is not its turn. */
const table: Record<ExitPermitState, Record<ExitPermitAction, ExitPermitState | '-'>> = {
  held: { issue: 'issued', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: 'void', 'undo-release': '-', 'undo-reconcile': '-' },
  issued: { issue: '-', release: 'released', differ: 'differs', amend: '-', reconcile: '-', 'close-unused': 'unused', void: 'void', 'undo-release': '-', 'undo-reconcile': '-' },
  differs: { issue: '-', release: 'released', differ: 'differs', amend: 'issued', reconcile: '-', 'close-unused': 'unused', void: 'void', 'undo-release': '-', 'undo-reconcile': '-' },
  released: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: 'reconciled', 'close-unused': '-', void: '-', 'undo-release': 'issued', 'undo-reconcile': '-' },
  reconciled: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-', 'undo-release': '-', 'undo-reconcile': 'released' },
  unused: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-', 'undo-release': '-', 'undo-reconcile': '-' },
  void: { issue: '-', release: '-', differ: '-', amend: '-', reconcile: '-', 'close-unused': '-', void: '-', 'undo-release': '-', 'undo-reconcile': '-' },
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

describe('14.R2 14.R3 what an amendment may not do by itself', () => {
  const desks = { name: '办公桌', quantity: 12, unit: '张' }
  test('14.R2 more pieces, another thing, another unit, or one spread over two lines is beyond what was signed for; less is not', () => {
    const beyond = (...after: typeof desks[]) => goodsBeyond([desks], after).map(({ name, quantity, unit }) => `${name}${quantity}${unit}`)
    expect(beyond({ ...desks, quantity: 3 })).toEqual([])
    expect(beyond({ ...desks, quantity: 13 })).toEqual(['办公桌13张'])
    expect(beyond({ ...desks, quantity: 6 }, { ...desks, quantity: 6 })).toEqual([])
    expect(beyond({ ...desks, quantity: 6 }, { ...desks, quantity: 7 })).toEqual(['办公桌13张'])
    expect(beyond(desks, { name: '保险柜', quantity: 1, unit: '个' })).toEqual(['保险柜1个'])
    expect(beyond({ ...desks, unit: '组' })).toEqual(['办公桌12组'])
  })
  test('14.R3 ledger and mark are one sum; an agreement holds for no more than it was given for', () => {
    expect([owedOf({ owedFen: 640, hold: { amountFen: 9320 } }), owedOf({ owedFen: -5, hold: { amountFen: 300 } }), owedOf({ owedFen: 640, hold: { amountFen: null } }), owedOf({ owedFen: 0, hold: null })]).toEqual([9960, 300, 640, 0])
    const agreed = { owedFen: 640, marked: false }
    expect([coveredBy(agreed, agreed), coveredBy(agreed, { owedFen: 641, marked: false }), coveredBy(agreed, { owedFen: 0, marked: true }), coveredBy(null, agreed)]).toEqual([true, false, false, false])
  })
})
