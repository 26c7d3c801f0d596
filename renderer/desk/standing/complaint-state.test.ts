import { expect, test } from 'vitest'
import { standing } from './complaint-state'

const hour = 3_600_000
const now = new Date(2026, 2, 12, 14, 26).getTime()
const open = { state: 'handling', at: now - hour, dueAt: now + 23 * hour, opinion: null, closedAt: null } as const

test('7.R6 an open complaint ages, shows what is left past two thirds of its time, and is late after it', () => {
  expect(standing(open, now)).toEqual({ mark: 'waiting', word: 'handling', edge: { kind: 'age', since: open.at, limit: 24 * hour } })
  expect(standing(open, now + 17 * hour)).toEqual({ mark: 'waiting', word: 'handling', edge: { kind: 'left', until: open.dueAt } })
  expect(standing(open, now + 24 * hour)).toMatchObject({ mark: 'overdue', word: 'late', edge: { kind: 'age' } })
  for (const state of ['received', 'escalated', 'repairing'] as const) expect(standing({ ...open, state }, open.dueAt + 60_000).word, state).toBe('late')
  expect(standing({ ...open, state: 'handled' }, open.dueAt + 60_000)).toMatchObject({ mark: 'overdue', word: 'handled' })
})

test('7.R5 a closed one says what the client thinks of it, a void one keeps its number', () => {
  expect(standing({ ...open, state: 'closed', opinion: 'fairly-satisfied', closedAt: now }, now)).toEqual({ mark: 'done', word: 'fairly-satisfied', edge: { kind: 'day', at: now } })
  expect(standing({ ...open, state: 'void' }, now)).toMatchObject({ mark: 'void', edge: { kind: 'kept' } })
})
