import { expect, test } from 'vitest'
import { rolePermissions, type Role } from '@shared/contract/permissions'
import type { CuttingState } from '@shared/rules/key'
import { cuttingSteps } from './cutting-actions'

const steps = (state: CuttingState, role: Role): string[] => cuttingSteps({ state }, (permission) => rolePermissions[role].has(permission))

test('11.R7 a cutting goes from the supervisor to who approves; the desk can only wait or withdraw it', () => {
  expect(steps('requested', 'receptionist')).toEqual(['void'])
  expect(steps('requested', 'supervisor')).toEqual(['check', 'refuse', 'void'])
  expect(steps('checked', 'supervisor')).toEqual(['void'])
  expect(steps('checked', 'administrator')).toEqual(['approve', 'refuse', 'void'])
})

test('11.C5 what is approved is cut, what is cut comes into the cupboard; then nothing is left to do', () => {
  expect(steps('approved', 'receptionist')).toEqual(['cut', 'void'])
  expect(steps('cut', 'receptionist')).toEqual(['register'])
  expect((['registered', 'refused', 'void'] as const).flatMap((state) => steps(state, 'administrator'))).toEqual([])
})
