import { expect, test } from 'vitest'
import { originOf, startQuery, wayTo } from './records'

test('16.R3 what a record is started from goes through the route and comes back the same', () => {
  const record = { register: 'reception', id: 412 } as const
  expect(originOf(startQuery(record).from)).toEqual(record)
})

test.each([undefined, '', 'reception', 'reception:', 'reception:0', 'reception:-3', 'reception:1e3', 'staff:1', ':5', ['reception:1']])('16.R3 %j starts nothing', (from) => {
  expect(originOf(from)).toBeNull()
})

test('a call and a visit are seen on their own pages, what has no page nowhere', () => {
  expect(wayTo({ register: 'reception', recordId: 3, kind: 'visit' })).toEqual({ path: '/visits', query: { entry: '3' } })
  expect(wayTo({ register: 'reception', recordId: 3, kind: 'call' })).toEqual({ path: '/calls', query: { entry: '3' } })
  expect(wayTo({ register: 'complaints', recordId: 9 })).toEqual({ path: '/complaints', query: { entry: '9' } })
  expect(wayTo({ register: 'handover', recordId: 1 })).toBeNull()
})
