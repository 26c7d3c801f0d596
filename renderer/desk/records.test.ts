import { expect, test } from 'vitest'
import { originOf, startQuery, wayTo, wayOfCode } from './records'

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

test('12.F5 the code of a pass opens 证件, a visitor slip none of the other registers', () => {
  expect(['QT1:SF26-000001:K7QD', 'QT1:SZ26-000913:AAAA', 'QT1:LZ26-000002:9XYZ', 'QT1:XK26-000003:BCDE'].map((code) => wayOfCode(code)?.path)).toEqual(Array(4).fill('/passes'))
  expect(wayOfCode('QT1:CM26-002118:K7QD')?.path).toBe('/exit-permits')
  expect([wayOfCode('QT1:DJ26-000001:K7QD'), wayOfCode('SF26-000001'), wayOfCode('QT1:SJ26-000001')]).toEqual([null, null, null])
})
