import type { Notice } from '@shared/contract/notices'
import type { WaitingItem } from '@shared/contract/overview'
import type { EntryRow } from '@shared/contract/reception'
import { describe, expect, test } from 'vitest'
import { chartBox, hourMarks, usualSoFar } from './hour-chart'
import { isLate, isTold, todosOf } from './todo'

const minute = 60_000
const now = new Date(2026, 2, 12, 14, 26).getTime()
const entry = (id: number, fields: Partial<EntryRow>): EntryRow => ({ id, no: `DJ26-00${id}`, at: now, insideAt: null, askedAt: null, validUntil: null, ...fields }) as EntryRow
const notice = { id: 1, createdAt: now - 12 * minute, limitMinutes: 15, no: 'DJ26-004216', register: 'reception', recordId: 4216 } as Notice

describe('16.R4 等我办的', () => {
  test('16.C1 what is late stands first, the longest late on top, then the oldest', () => {
    const todos = todosOf({
      notices: [notice, { ...notice, id: 2, createdAt: now - 59 * minute }],
      asked: [entry(3, { askedAt: now - 8 * minute })],
      overdue: [entry(4, { insideAt: now - 100 * minute, validUntil: now - 34 * minute })],
      withoutResult: [entry(6, { at: now - minute }), entry(5, { at: now - 300 * minute })],
      records: [], months: [], answerLimitMinutes: 10,
    }, now)
    expect(todos.map((todo) => todo.key)).toEqual(['notice:2', 'entry:4', 'without-result', 'notice:1', 'entry:3'])
    expect(todos.map((todo) => isLate(todo, now))).toEqual([true, true, false, false, false])
    expect(todos[2]).toMatchObject({ count: 2, since: now - 300 * minute })
  })

  test('13.R7 7.R6 a record whose turn it is stands among them by its due time; its notice is not told twice', () => {
    const record = (what: WaitingItem['what'], recordId: number, since: number, dueAt: number | null): WaitingItem => ({ key: `${what}:${recordId}`, register: 'repairs', recordId, no: `WX26-00${recordId}`, what, title: '', detail: '', since, dueAt })
    const todos = todosOf({
      notices: [notice, { ...notice, id: 2, register: 'repairs', recordId: 8 }], asked: [], overdue: [], withoutResult: [], answerLimitMinutes: 10,
      records: [record('order-unverified', 9, now - 20 * minute, null), record('order-unreturned', 8, now - 3000 * minute, now - 1440 * minute)],
      months: [{ month: '2026-02', second: true, since: now - 5 * minute, count: 4 }],
    }, now)
    expect(todos.map((todo) => todo.key)).toEqual(['order-unreturned:8', 'order-unverified:9', 'notice:1', 'month:2026-02'])
    expect(todos.map((todo) => isLate(todo, now))).toEqual([true, false, false, false])
    expect(todos.at(-1)).toMatchObject({ count: 4, month: { month: '2026-02', second: true } })
  })

  test('nothing waits where nothing is open', () => {
    expect(todosOf({ notices: [], asked: [], overdue: [], withoutResult: [], records: [], months: [], answerLimitMinutes: 10 }, now)).toEqual([])
  })
})

describe('来访 by hour', () => {
  const none = Array<number>(24).fill(0)

  test('the working day is always there, an early or late hour with a visit is added', () => {
    expect(hourMarks(none, none, 9).map((mark) => mark.hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
    const today = none.with(6, 1)
    const usual = none.with(20, 2)
    const marks = hourMarks(today, usual, 6)
    expect([marks[0]!.hour, marks.at(-1)!.hour]).toEqual([6, 20])
    expect(marks[0]).toMatchObject({ value: 1, now: true, usualY: null })
    expect(marks.at(-1)).toMatchObject({ barTop: null, usual: 2 })
    const night = hourMarks(none.with(0, 1).with(23, 1), none, 23)
    expect(night).toHaveLength(24)
    expect(night.every((mark, at) => at === 0 || mark.x >= night[at - 1]!.x + mark.width), 'bars stand apart').toBe(true)
  })

  test('the highest value reaches the top, and all stay in the box', () => {
    const marks = hourMarks(none.with(9, 11).with(10, 5), none.with(9, 9), 10)
    expect(marks[1]!.barTop).toBe(chartBox.top)
    for (const mark of marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0)
      expect(mark.x + mark.width).toBeLessThanOrEqual(chartBox.width)
      expect(mark.usualY ?? chartBox.top).toBeGreaterThanOrEqual(chartBox.top)
    }
  })

  test('usual by now counts the running hour by its part', () => {
    expect(usualSoFar(none.with(8, 6).with(9, 10).with(10, 4), 10, 30)).toBe(18)
  })
})

test('14.R4 what the desk was told it acknowledges; what it told others, or somebody by name, it tells again', () => {
  const desk = { department: 'customer-service', name: '周晓岚' }
  expect(isTold({ department: 'customer-service', person: '' }, desk)).toBe(true)
  expect(isTold({ department: 'customer-service', person: '韩雪' }, desk)).toBe(false)
  expect(isTold({ department: 'customer-service', person: '韩雪' }, { ...desk, name: '韩雪' })).toBe(true)
  expect([isTold({ department: 'engineering', person: '' }, desk), isTold({ department: 'customer-service', person: '' }, null)]).toEqual([false, false])
})
