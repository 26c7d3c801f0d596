import { expect, test } from 'vitest'
import { standing, verdictMark } from './pass-state'

const pass = { state: 'issued' as const, at: 1, day: '2026-03-01', validFrom: '2026-03-01', validUntil: '2026-03-20', issuedAt: 2, endedAt: null }

test('12.R8 a pass runs out by days: in force, about to end, past its last day', () => {
  expect(standing(pass, '2026-03-05', 7)).toEqual({ mark: 'done', word: 'issued', edge: { kind: 'until', day: '2026-03-20' } })
  expect(standing(pass, '2026-03-13', 7)).toEqual({ mark: 'waiting', word: 'expiring', edge: { kind: 'left', days: 7 } })
  expect(standing(pass, '2026-03-20', 7)).toMatchObject({ word: 'expiring', edge: { days: 0 } })
  expect(standing(pass, '2026-03-22', 7)).toEqual({ mark: 'overdue', word: 'expired', edge: { kind: 'past', days: 2 } })
  expect(standing(pass, '2026-02-27', 7).word).toBe('not-yet')
})

test('what is over keeps its word whatever the day is', () => {
  expect((['lost', 'returned', 'renewed', 'void'] as const).map((state) => standing({ ...pass, state, endedAt: 9 }, '2027-01-01', 7).word)).toEqual(['lost', 'returned', 'renewed', 'void'])
})

test('12.F5 only a valid pass is shown in the colour of 在内', () => {
  expect(Object.entries(verdictMark).filter(([, mark]) => mark === 'inside').map(([verdict]) => verdict)).toEqual(['valid'])
})
