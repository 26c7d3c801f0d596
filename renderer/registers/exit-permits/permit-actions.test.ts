import { expect, test } from 'vitest'
import { may, type Permission, type Role } from '@shared/contract/permissions'
import { exitPermitStates, reconciliationOf } from '@shared/rules/exit-permit'
import { besides, stepsFor } from './permit-actions'

const as = (role: Role) => (permission: Permission): boolean => may(role, permission)
const facts = (leavingOn: string) => exitPermitStates.map((state) => ({ state, reconciliation: reconciliationOf({ state, leavingOn }, '2026-03-12') }))
const steps = (leavingOn: string, role: Role = 'receptionist') => Object.fromEntries(facts(leavingOn).map((of) => [of.state, stepsFor(of, as(role)).join(' ')]))

test('14.F1 the desk\'s steps on the permit\'s day: issue what was held, amend what differs, take the slip back', () => {
  expect(steps('2026-03-12')).toEqual({ held: 'issue', issued: '', differs: 'amend unused', released: 'back', reconciled: '', unused: '', void: '' })
})

test('14.F1 after its day a permit is chased until it is closed, and amended no more', () => {
  expect(steps('2026-03-11')).toMatchObject({ issued: 'unused chase', differs: 'unused chase', released: 'back chase' })
})

test('finance and the gate only read at the desk\'s page', () => {
  for (const role of ['finance', 'security'] as const) expect(Object.values(steps('2026-03-12', role)).join('')).toBe('')
})

test('14.F1 M2 what is void or unused only stands; a release or a slip that was a mistake is taken back; a copy is printed again while it may be needed', () => {
  const side = Object.fromEntries(facts('2026-03-12').map((of) => [of.state, besides(of, as('receptionist')).join(' ')]))
  expect(side).toEqual({ held: 'void', issued: 'reprint unused void', differs: 'void', released: 'reprint undo-release', reconciled: 'undo-reconcile', unused: '', void: '' })
})
