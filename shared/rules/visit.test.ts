import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryState, type EntryState } from '../contract/reception'
import { entryActions, nextState, type EntryAction } from './visit'

const visits: [EntryState, EntryAction, EntryState][] = [
  ['expected', 'ask', 'asked'], ['expected', 'admit', 'inside'], ['expected', 'decline', 'declined'], ['expected', 'no-show', 'no-show'], ['expected', 'void', 'void'],
  ['asked', 'admit', 'inside'], ['asked', 'decline', 'declined'], ['asked', 'void', 'void'],
  ['inside', 'leave', 'left'], ['inside', 'void', 'void'], ['left', 'void', 'void'], ['declined', 'void', 'void'], ['no-show', 'void', 'void'],
]
const calls: [EntryState, EntryAction, EntryState][] = [
  ['waiting', 'acknowledge', 'notified'], ['waiting', 'close', 'closed'], ['waiting', 'void', 'void'],
  ['notified', 'close', 'closed'], ['notified', 'void', 'void'], ['closed', 'void', 'void'],
]

describe.each([['visit', visits], ['call', calls]] as const)('16.R4 the way of a %s', (kind, allowed) => {
  test.each(allowed)('16.R4 %s + %s → %s', (from, action, to) => { expect(nextState(kind, from, action)).toBe(to) })

  test('16.R4 whatever is not in the table is refused', () => {
    const listed = new Set(allowed.map(([from, action]) => `${from} ${action}`))
    for (const from of entryState.options) {
      for (const action of entryActions) if (!listed.has(`${from} ${action}`)) expect(nextState(kind, from, action), `${from} ${action}`).toBeNull()
    }
  })

  test('16.R4 whatever is tried in whatever order, an entry ends: no state comes back and void is the last', () => {
    fc.assert(fc.property(fc.constantFrom(...entryState.options), fc.array(fc.constantFrom(...entryActions), { maxLength: 20 }), (start, actions) => {
      const seen = [start]
      for (const action of actions) {
        const next = nextState(kind, seen.at(-1)!, action)
        if (next) seen.push(next)
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.slice(0, -1)).not.toContain('void')
    }))
  })
})
