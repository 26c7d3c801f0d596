import type { Permission } from '@shared/contract/permissions'
import { expect, test } from 'vitest'
import { besides, stepsFor } from './pass-actions'

const pass = { state: 'issued' as const, verdict: 'valid' as const, replacedBy: null, declaration: null, filed: false, erased: false }
const desk = (permission: Permission): boolean => permission !== 'passes.check'
const all = (): boolean => true

test('12.R6 what is ready is handed out; what is with its holder is renewed, comes back, or is lost', () => {
  expect(stepsFor({ ...pass, state: 'ready' }, desk)).toEqual(['handOut', 'return'])
  expect(stepsFor(pass, desk)).toEqual(['renew', 'return', 'lose'])
  expect(stepsFor({ ...pass, verdict: 'expired' }, desk)[0]).toBe('return')
  expect(stepsFor(pass, () => false)).toEqual([])
})

test('12.R10 a lost pass is replaced once', () => {
  expect(stepsFor({ ...pass, state: 'lost', verdict: 'lost' }, desk)).toEqual(['replace'])
  expect(stepsFor({ ...pass, state: 'lost', verdict: 'lost', replacedBy: { id: 9, no: 'SF26-000009' } }, desk)).toEqual([])
})

test('a pass made by mistake is void by a supervisor, and only before it is handed out', () => {
  expect(besides({ ...pass, state: 'ready' }, all)).toContain('void')
  expect(besides({ ...pass, state: 'ready' }, desk)).not.toContain('void')
  expect(besides(pass, all)).not.toContain('void')
})

test('12.R7 what is not filed yet may be, once nothing of it waits', () => {
  expect(besides(pass, desk)).toContain('file')
  expect(besides({ ...pass, state: 'returned' }, desk)).toContain('file')
  expect(besides({ ...pass, state: 'ready' }, desk)).not.toContain('file')
  expect(besides({ ...pass, filed: true }, desk)).not.toContain('file')
})
