import { describe, expect, test } from 'vitest'
import { ageOn, extendsAhead, nextPassState, openPassStates, type PassAction, passActions, type PassState, passStates, passVerdict, satisfies } from './pass'

/** Written out by hand: a row is a state, `-` a step that is not its turn. */
const table: Record<PassState, Record<PassAction, PassState | '-'>> = {
  ready: { 'hand-out': 'issued', renew: '-', reinstate: '-', lose: '-', return: 'returned', void: 'void' },
  issued: { 'hand-out': '-', renew: 'renewed', reinstate: '-', lose: 'lost', return: 'returned', void: '-' },
  lost: { 'hand-out': '-', renew: '-', reinstate: '-', lose: '-', return: '-', void: '-' },
  returned: { 'hand-out': '-', renew: '-', reinstate: '-', lose: '-', return: '-', void: '-' },
  renewed: { 'hand-out': '-', renew: '-', reinstate: 'issued', lose: '-', return: '-', void: '-' },
  void: { 'hand-out': '-', renew: '-', reinstate: '-', lose: '-', return: '-', void: '-' },
}

describe('12.R6 12.R8 12.R10 12.R11 every step of a pass, allowed and forbidden', () => {
  for (const state of passStates) {
    test.each(passActions.map((action) => [action, table[state][action]] as const))(`12.R6 ${state}: %s leads to %s`, (action, to) => {
      expect(nextPassState(state, action)).toBe(to === '-' ? null : to)
    })
  }
  test('M1 a deposit is held for what is in somebody\'s hands or made for them', () => expect(openPassStates).toEqual(['ready', 'issued']))
})

describe('12.F5 what a guard is told who scans a pass', () => {
  const term = { validFrom: '2026-03-12', validUntil: '2026-04-10' }
  test.each<[PassState, string, string]>([
    ['issued', '2026-03-11', 'not-yet'], ['issued', '2026-03-12', 'valid'], ['issued', '2026-04-10', 'valid'], ['issued', '2026-04-11', 'expired'],
    ['ready', '2026-03-20', 'not-issued'], ['lost', '2026-03-20', 'lost'], ['returned', '2026-03-20', 'void'], ['renewed', '2026-03-20', 'void'], ['void', '2026-03-20', 'void'],
  ])('12.F5 %s on %s is %s', (state, today, verdict) => expect(passVerdict({ state, ...term }, today)).toBe(verdict))
})

test('12.C3 a sealed paper was seen, too; one that was only seen bears no seal that anybody looked at', () => {
  expect(satisfies(['sealed'], 'seen')).toBe(true)
  expect(satisfies(['seen', 'stored'], 'sealed')).toBe(false)
  expect(satisfies(['sealed', 'stored'], 'stored')).toBe(true)
  expect(satisfies([], 'seen')).toBe(false)
})

test('12.R9 builders and contractors extend ahead, the others need not', () => {
  expect(['identity', 'construction', 'temporary', 'contractor'].map((kind) => extendsAhead(kind as 'identity'))).toEqual([false, true, false, true])
})

test('12.R3 a person\'s age counts full years, from the birthday on', () => {
  expect(ageOn('2010-03-13', '2026-03-12')).toBe(15)
  expect(ageOn('2010-03-12', '2026-03-12')).toBe(16)
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
})
