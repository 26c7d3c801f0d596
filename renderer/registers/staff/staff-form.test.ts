import { expect, test } from 'vitest'
import type { StaffMember } from '@shared/contract/staff'
import { may } from '@shared/contract/permissions'
import { foundStaff, homeOf, roles, staffFaults, staffForm, stateOf } from './staff-form'

const NOW = 1_000_000
const member = (id: number, change: Partial<StaffMember> = {}): StaffMember => ({
  id, staffNo: `020${id}`, name: `员工${id}`, role: 'receptionist', department: 'customer-service', active: true, pausedUntil: null, lastSignInAt: null, ...change,
})

test('a new member of staff needs a six-digit PIN, twice the same; an old one keeps theirs when it is left empty', () => {
  const fresh = { ...staffForm(null), staffNo: '0218', name: '吴思敏' }
  expect(staffFaults(fresh)).toEqual({ pin: 'pinSix' })
  expect(staffFaults({ ...fresh, pin: '482915', pinAgain: '482916' })).toEqual({ pinAgain: 'pinMismatch' })
  expect(staffFaults({ ...fresh, pin: '482915', pinAgain: '482915' })).toEqual({})
  expect(staffFaults(staffForm(member(1)))).toEqual({})
  expect(staffFaults({ ...staffForm(member(1)), pin: '4829' })).toEqual({ pin: 'pinSix' })
  expect(staffFaults({ ...staffForm(member(1)), pinAgain: '482915' })).toEqual({ pin: 'pinSix' })
})

test('a pause ends by itself, and who is paused stands first in the list', () => {
  const paused = member(3, { pausedUntil: NOW + 1 })
  expect([stateOf(paused, NOW), stateOf(paused, NOW + 1), stateOf(member(4, { active: false, pausedUntil: NOW + 1 }), NOW)]).toEqual(['paused', 'active', 'inactive'])
  expect(foundStaff([member(2), member(1, { active: false }), paused], '', NOW).map((each) => each.id)).toEqual([3, 2, 1])
})

test('staff are found by number and by name', () => {
  const all = [member(1), member(2, { name: 'Daniel Foster' })]
  expect(foundStaff(all, 'FOST', NOW).map((each) => each.id)).toEqual([2])
  expect(foundStaff(all, '0201', NOW).map((each) => each.id)).toEqual([1])
})

test('a department\'s role starts in its own department, where its notices are', () => {
  for (const role of roles) if (!may(role, 'reception.write') && role !== 'administrator') expect(homeOf[role], role).toBe(role)
})
