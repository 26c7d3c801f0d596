import { expect, test } from 'vitest'
import { may, type Permission, type Role } from '@shared/contract/permissions'
import { complaintStates } from '@shared/rules/complaint'
import { besides, stepsFor } from './complaint-actions'

const as = (role: Role) => (permission: Permission): boolean => may(role, permission)
const steps = (role: Role) => Object.fromEntries(complaintStates.map((state) => [state, stepsFor({ state, erased: false }, as(role)).join(' ')]))

test('7.R3 7.R4 7.R5 the steps of each state; what is beyond the desk\'s authority is the supervisor\'s', () => {
  expect(steps('receptionist')).toEqual({
    received: 'handle assign repair escalate', escalated: 'repair', handling: 'handle assign repair escalate', repairing: 'handle assign escalate', handled: 'ask escalate', closed: '', void: '',
  })
  expect(steps('supervisor')).toMatchObject({ escalated: 'handle assign repair', closed: 'reopen' })
  expect(Object.values(steps('engineering')).join('')).toBe('')
})

test('a void one only stands; an erased one is not corrected', () => {
  expect([...besides({ state: 'void', erased: false }, as('supervisor'))]).toEqual([])
  expect([...besides({ state: 'closed', erased: true }, as('supervisor'))]).toEqual(['reprint', 'meeting'])
  expect([...besides({ state: 'handling', erased: false }, as('receptionist'))].sort()).toEqual(['correct', 'meeting', 'reprint', 'urge', 'void'])
})

test('7.R4 one on the supervisor\'s list is voided by the supervisor, not at the desk', () => {
  const voids = (role: Role): boolean => besides({ state: 'escalated', erased: false }, as(role)).has('void')
  expect([voids('receptionist'), voids('supervisor')]).toEqual([false, true])
})
