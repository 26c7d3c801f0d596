import { expect, test } from 'vitest'
import { renewedTerm, termOf, tooEarlyToRenew } from './pass-term'

const of = { today: '2026-03-12', validFrom: null, validUntil: null, termDays: 30, permitUntil: null }

test('12.F5 a pass is valid from today for its kind\'s term, both ends included', () => {
  expect(termOf(of)).toEqual({ validFrom: '2026-03-12', validUntil: '2026-04-10' })
  expect(termOf({ ...of, termDays: 1 })).toEqual({ validFrom: '2026-03-12', validUntil: '2026-03-12' })
  expect(termOf({ ...of, validFrom: '2026-03-16', validUntil: '2026-03-20' })).toEqual({ validFrom: '2026-03-16', validUntil: '2026-03-20' })
})

test('12.R3 a construction pass ends with its fit-out permit', () => {
  expect(termOf({ ...of, permitUntil: '2026-03-31' })).toEqual({ validFrom: '2026-03-12', validUntil: '2026-03-31' })
  expect(termOf({ ...of, permitUntil: '2026-03-31', validUntil: '2026-04-01' })).toMatchObject({ fault: 'term-too-long' })
  expect(termOf({ ...of, permitUntil: '2026-03-11' })).toMatchObject({ fault: 'end-before-start' })
})

test('12.F5 a term that is longer than its kind\'s, ends before it begins or is over is refused', () => {
  expect(termOf({ ...of, validUntil: '2026-04-11' })).toMatchObject({ fault: 'term-too-long' })
  expect(termOf({ ...of, validFrom: '2026-03-20', validUntil: '2026-03-19' })).toMatchObject({ fault: 'end-before-start' })
  expect(termOf({ ...of, validFrom: '2026-03-01', validUntil: '2026-03-11' })).toMatchObject({ fault: 'in-the-past' })
})

test('12.R8 a renewed pass is valid at once, and a term longer than the old one; a late one from today', () => {
  const renewal = { today: '2026-03-12', oldUntil: '2026-03-20', validUntil: null, termDays: 30, permitUntil: null }
  expect(renewedTerm(renewal)).toEqual({ validFrom: '2026-03-12', validUntil: '2026-04-19' })
  expect(renewedTerm({ ...renewal, oldUntil: '2026-03-01' })).toEqual({ validFrom: '2026-03-12', validUntil: '2026-04-10' })
  expect(renewedTerm({ ...renewal, permitUntil: '2026-04-01' })).toEqual({ validFrom: '2026-03-12', validUntil: '2026-04-01' })
  expect(renewedTerm({ ...renewal, validUntil: '2026-04-20' })).toEqual({ fault: 'term-too-long', until: '2026-04-19' })
})

test('12.R8 what ends in a month or later is not renewed yet, or what its reminder has not come for', () => {
  expect(tooEarlyToRenew('2026-04-11', '2026-03-12', 14)).toBe(false)
  expect(tooEarlyToRenew('2026-04-12', '2026-03-12', 14)).toBe(true)
  expect(tooEarlyToRenew('2026-05-01', '2026-03-12', 60)).toBe(false)
})
