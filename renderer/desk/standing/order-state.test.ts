import { expect, test } from 'vitest'
import { standing } from './order-state'

const minute = 60_000
const at = new Date(2026, 2, 12, 13, 0).getTime()
const order = (over: Partial<Parameters<typeof standing>[0]>): Parameters<typeof standing>[0] => ({
  state: 'issued', at, dueAt: at + 120 * minute, fetchedAt: null, assignedAt: null, startedAt: null, waitingUntil: null, finishedAt: null, returnedAt: null, verifiedAt: null, filedAt: null, ...over,
})

test('an order ages from the step it waits in, amber as its due time comes near', () => {
  expect(standing(order({}), at + minute)).toEqual({ mark: 'waiting', word: 'issued', edge: { kind: 'age', since: at, limit: 120 * minute } })
  expect(standing(order({ state: 'assigned', assignedAt: at + 10 * minute }), at + 20 * minute).edge).toEqual({ kind: 'age', since: at + 10 * minute, limit: 110 * minute })
})

test('13.R7 what is past its due time and not returned is 未返单, even when the work is done', () => {
  for (const state of ['issued', 'fetched', 'assigned', 'started', 'waiting-parts', 'done', 'signed'] as const) {
    expect(standing(order({ state, finishedAt: at + minute, waitingUntil: at }), at + 121 * minute), state).toEqual({ mark: 'overdue', word: 'unreturned', edge: { kind: 'age', since: at, limit: 120 * minute } })
  }
})

test('what came back or came to nothing is never 未返单', () => {
  for (const state of ['quoting', 'refused', 'returned', 'verified', 'filed', 'void'] as const) expect(standing(order({ state }), at + 500 * minute).word, state).toBe(state)
})

test('待料 tells the day the part arrives; a quote has no due time to be near to', () => {
  expect(standing(order({ state: 'waiting-parts', waitingUntil: at + 60 * minute }), at).edge).toEqual({ kind: 'day', at: at + 60 * minute, arrives: true })
  expect(standing(order({ state: 'quoting' }), at + 119 * minute).edge).toEqual({ kind: 'age', since: at })
})
