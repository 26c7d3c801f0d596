import { describe, expect, test } from 'vitest'
import type { Unit } from '@shared/contract/tenants'
import { workOrderStates } from '@shared/rules/work-order'
import { complaintStates } from '@shared/rules/complaint'
import { paidServiceStates } from '@shared/rules/paid-service'
import { cuttingStates, custodyStates, loanStates } from '@shared/rules/key'
import { exitPermitStates } from '@shared/rules/exit-permit'
import { passStates } from '@shared/rules/pass'
import { signStates } from '@shared/rules/sign'
import type { TimelineItem } from '@shared/contract/overview'
import { faces } from '../../desk/records'
import { markOf } from '../../desk/state-mark'
import { byDay, registerOf, shownTabs, timelineTabs } from './timeline'
import { byFloor, parseArea, parseRooms } from './rooms'

const units = ['1808', '1809', '2203A', 'B101'].map((room, index): Unit => ({ id: index + 1, room, floor: room.startsWith('B') ? 'B1' : room.slice(0, 2), areaM2: null, status: 'vacant', tenantIds: [] }))

describe('rooms as typed', () => {
  test.each([
    ['1808', [1]], ['1808、1809', [1, 2]], [' 1809室，1808 ', [2, 1]], ['２２０３ａ', [3]], ['1808 1808', [1]], ['', []],
  ] as const)('"%s"', (typed, ids) => {
    expect(parseRooms(typed, units)).toEqual({ unitIds: [...ids], unknown: null })
  })

  test('a room the tower does not have is named, not dropped', () => {
    expect(parseRooms('1808、18O8', units)).toEqual({ unitIds: [1], unknown: '18O8' })
  })

  test('floors stand as in the tower, the highest first', () => {
    expect(byFloor([...units, { ...units[0]!, id: 9, room: '0901', floor: '9' }]).map((unit) => unit.room)).toEqual(['2203A', '1808', '1809', '0901', 'B101'])
  })

  test.each([['412.6', 412.6], ['1,024', 1024], ['４１２', 412], ['', null], ['0', undefined], ['412㎡', undefined], ['很大', undefined]] as const)('area "%s"', (typed, area) => {
    expect(parseArea(typed)).toBe(area)
  })
})

describe('the timeline of a client', () => {
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime()
  const entry = (recordId: number, kind: string, when: number): TimelineItem => ({ register: 'reception', recordId, no: `DJ26-${recordId}`, kind, at: when, title: '', state: 'left', room: '1808', amountFen: null })
  const entries = [entry(1, 'visit', at(10, 9)), entry(2, 'call', at(12, 8)), entry(3, 'visit', at(12, 14)), entry(4, 'call', at(11, 9))]

  test('stands under its days, newest first, today and yesterday by name', () => {
    expect(byDay(entries, 'all', '2026-03-12').map(({ day, near, entries: under }) => [day, near, under.map((each) => each.recordId)])).toEqual([
      ['2026-03-12', 'today', [3, 2]], ['2026-03-11', 'yesterday', [4]], ['2026-03-10', null, [1]],
    ])
  })

  test('shows one kind alone', () => {
    expect(byDay(entries, 'call', '2026-03-12').flatMap((day) => day.entries.map((each) => each.recordId))).toEqual([2, 4])
  })

  test('a state is told by its shape, an unknown one is over', () => {
    expect(['inside', 'asked', 'void', 'settled'].map((state) => markOf(state))).toEqual(['inside', 'waiting', 'void', 'left'])
  })

  test('every state of every register has a shape of its own, and every tab a register', () => {
    for (const state of [...workOrderStates, ...complaintStates, ...paidServiceStates]) if (!['refused', 'filed'].includes(state)) expect(markOf(state), state).not.toBe('left')
    const gone: Record<string, readonly string[]> = { 'passes': ['returned', 'renewed'], 'exit-permits': ['reconciled', 'unused'], 'keys': ['refused', 'ended'], 'signs': ['removed'] }
    for (const [register, states] of [['passes', passStates], ['exit-permits', exitPermitStates], ['keys', [...loanStates, ...custodyStates, ...cuttingStates]], ['signs', signStates]] as const) {
      expect([...new Set(states)].filter((state) => markOf(state, register) === 'left').sort(), register).toEqual([...gone[register]!].sort())
    }
    expect(timelineTabs.map(({ tab }) => registerOf(tab))).toEqual([null, 'reception', 'reception', ...faces.map((face) => face.register)])
  })

  test('what is asked for every day has a tab; what finds no room has one while it is chosen', () => {
    const all = timelineTabs.map(({ tab }) => tab)
    expect(shownTabs(all, 'all', all.length)).toMatchObject({ rest: [] })
    expect([...shownTabs(all, 'all', all.length).shown].sort()).toEqual([...all].sort())
    expect(shownTabs(all, 'all', 4)).toEqual({ shown: ['all', 'visit', 'call', 'repairs'], rest: ['complaints', 'passes', 'keys', 'exit-permits', 'paid-services', 'signs', 'cashier'] })
    expect(shownTabs(all, 'signs', 4)).toEqual({ shown: ['all', 'visit', 'call', 'signs'], rest: ['repairs', 'complaints', 'passes', 'keys', 'exit-permits', 'paid-services', 'cashier'] })
    expect(shownTabs(['all', 'visit', 'call'], 'all', 3).rest).toEqual([])
  })
})
