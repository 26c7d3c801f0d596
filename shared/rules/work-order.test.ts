import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dueAction, faultOf, nextWorkOrderState, onTime, openWorkOrderStates, skippedAction, undoneStates, unreturnedStates, type WorkOrderAction, workOrderActions, workOrderDueAt, type WorkOrderState, workOrderStates, workOrderStepBack,
} from './work-order'

/** Every step there is; what is not here is refused. */
const allowed: [WorkOrderState, WorkOrderAction, WorkOrderState][] = [
  ['quoting', 'agree', 'issued'], ['quoting', 'refuse', 'refused'], ['quoting', 'void', 'void'], ['refused', 'requote', 'quoting'],
  ['issued', 'fetch', 'fetched'], ['issued', 'void', 'void'],
  ['fetched', 'assign', 'assigned'], ['fetched', 'void', 'void'],
  ['assigned', 'assign', 'assigned'], ['assigned', 'start', 'started'], ['assigned', 'void', 'void'],
  ['started', 'assign', 'started'], ['started', 'wait', 'waiting-parts'], ['started', 'finish', 'done'], ['started', 'void', 'void'],
  ['waiting-parts', 'assign', 'waiting-parts'], ['waiting-parts', 'start', 'started'], ['waiting-parts', 'void', 'void'],
  ['done', 'sign', 'signed'], ['signed', 'return', 'returned'], ['returned', 'verify', 'verified'], ['verified', 'file', 'filed'],
]
const table = workOrderStates.flatMap((from) => workOrderActions.map((action) => [from, action, allowed.find(([state, step]) => state === from && step === action)?.[2] ?? null] as const))

describe('13.R2–13.R6 the way of a work order', () => {
  test.each(table)('13.R2 from %s, %s leads to %s', (from, action, to) => { expect(nextWorkOrderState(from, action)).toBe(to) })

  test('13.R3 a chargeable order is issued by nothing but the client\'s agreement', () => {
    expect(table.filter(([, , to]) => to === 'issued').map(([from, action]) => `${from} ${action}`)).toEqual(['quoting agree'])
  })

  test('13.C4 whatever is tried in whatever order, a void or filed order stays so', () => {
    fc.assert(fc.property(fc.constantFrom(...workOrderStates), fc.array(fc.constantFrom(...workOrderActions), { maxLength: 30 }), (start, actions) => {
      const seen = [start]
      for (const action of actions) {
        const next = nextWorkOrderState(seen.at(-1)!, action)
        if (next) seen.push(next)
      }
      const end = seen.findIndex((state) => state === 'void' || state === 'filed')
      expect(end === -1 || end === seen.length - 1).toBe(true)
    }))
  })

  test('13.R2 what an order waits for is a step it may take', () => {
    for (const state of workOrderStates) {
      const due = dueAction[state]
      if (due !== null) expect(nextWorkOrderState(state, due), state).not.toBeNull()
    }
  })

  test.each<[WorkOrderState, WorkOrderAction, WorkOrderAction | null]>([
    ['quoting', 'fetch', 'agree'], ['issued', 'start', 'fetch'], ['issued', 'finish', 'fetch'], ['fetched', 'start', 'assign'], ['assigned', 'finish', 'start'], ['assigned', 'wait', 'start'],
    ['waiting-parts', 'finish', 'start'], ['started', 'sign', 'finish'], ['done', 'return', 'sign'], ['signed', 'verify', 'return'], ['returned', 'file', 'verify'],
    ['fetched', 'fetch', null], ['done', 'start', null], ['filed', 'verify', null], ['void', 'fetch', null], ['refused', 'fetch', null], ['started', 'finish', null], ['done', 'void', null],
  ])('13.C3 an order that is %s can\'t %s: %s comes first', (from, action, needs) => { expect(skippedAction(from, action)).toBe(needs) })

  test.each<[WorkOrderState, WorkOrderState | null]>([
    ['quoting', null], ['refused', null], ['issued', null], ['fetched', 'issued'], ['assigned', 'fetched'], ['started', 'assigned'], ['waiting-parts', 'started'],
    ['done', 'started'], ['signed', 'done'], ['returned', 'signed'], ['verified', 'returned'], ['filed', 'verified'], ['void', null],
  ])('13.R2 a wrong step back from %s leads to %s', (from, to) => { expect(workOrderStepBack(from)).toBe(to) })

  test('13.R7 an order that is with engineering is open for the desk', () => {
    for (const state of unreturnedStates) expect(openWorkOrderStates).toContain(state)
    for (const state of ['refused', 'verified', 'filed', 'void'] as const) expect(openWorkOrderStates).not.toContain(state)
  })

  test('13.R1 what is reported again goes with an order whose finish is still to come', () => {
    const finishes = (state: WorkOrderState): boolean => {
      const due = dueAction[state]
      const next = due && nextWorkOrderState(state, due)
      return state === 'started' || (!!next && next !== 'filed' && finishes(next))
    }
    expect(workOrderStates.filter(finishes)).toEqual(undoneStates)
  })
})

describe('13.C5 及时', () => {
  const at = new Date(2026, 2, 12, 14, 26).getTime()
  const tomorrow = new Date(2026, 2, 13, 10, 0).getTime()
  const lastOf = (date: number) => new Date(2026, 2, date, 23, 59, 59, 999).getTime()

  test('13.C5 as agreed, else on the day of the appointment, else on the day it might begin', () => {
    expect(workOrderDueAt({ from: at, appointmentAt: tomorrow, expectedFinishAt: tomorrow + 3_600_000 })).toBe(tomorrow + 3_600_000)
    expect(workOrderDueAt({ from: at, appointmentAt: tomorrow, expectedFinishAt: null })).toBe(lastOf(13))
    expect(workOrderDueAt({ from: at, appointmentAt: null, expectedFinishAt: null })).toBe(lastOf(12))
  })

  test('13.C5 13.R3 what was agreed for a time gone by when the client agreed to pay does not count', () => {
    expect(workOrderDueAt({ from: tomorrow, appointmentAt: at, expectedFinishAt: at + 3_600_000 })).toBe(lastOf(13))
    expect(workOrderDueAt({ from: tomorrow, appointmentAt: at, expectedFinishAt: null })).toBe(lastOf(13))
  })

  test('13.C5 to the millisecond; neither while it is neither finished nor late', () => {
    expect(onTime({ dueAt: 1000, finishedAt: 1000 }, 9000)).toBe(true)
    expect(onTime({ dueAt: 1000, finishedAt: 1001 }, 9000)).toBe(false)
    expect(onTime({ dueAt: 1000, finishedAt: null }, 1000)).toBeNull()
    expect(onTime({ dueAt: 1000, finishedAt: null }, 1001)).toBe(false)
  })
})

test.each([
  ['空调不制冷，会议室也热', '空调不制冷'], ['茶水间水管接头漏水。', '茶水间水管接头漏水'], ['，，灯不亮', '灯不亮'], ['插座无电\n已断电', '插座无电'], ['Lamp is out; please hurry', 'Lamp is out'],
  ['北侧走廊尽头男卫生间第三个隔间的冲水阀一直流水', '北侧走廊尽头男卫生间第三个隔间的冲水阀一'], ['', ''], ['。', '。'],
])('13.F1 「%s」 is 「%s」 for short', (content, fault) => { expect(faultOf(content)).toBe(fault) })
