import { describe, expect, test } from 'vitest'
import { standing } from './entry-state'
import { filterOf, noNarrowing } from './list-filter'

const minute = 60_000
const now = new Date(2026, 2, 12, 14, 26).getTime()
const limits = { answerLimitMinutes: 10, noticeLimitMinutes: 15 }
const visit = {
  kind: 'visit' as const, state: 'inside' as const, at: now - 24 * minute, expectedAt: null, askedAt: null, insideAt: now - 24 * minute, leftAt: null,
  validUntil: now + 60 * minute, notifiedAt: null, acknowledgedAt: null, voidAt: null, result: '',
}

describe('16.R4 how an entry stands', () => {
  test('16.R4 inside until the slip runs out, overdue after it', () => {
    expect(standing(visit, now, limits)).toEqual({ mark: 'inside', word: 'inside', edge: { kind: 'age', since: visit.insideAt }, over: false })
    const late = { ...visit, insideAt: now - 100 * minute, validUntil: now - 34 * minute }
    expect(standing(late, now, limits)).toEqual({ mark: 'overdue', word: 'overdue', edge: { kind: 'age', since: late.insideAt, limit: 66 * minute }, over: false })
    expect(standing({ ...late, state: 'left', leftAt: now }, now, limits)).toMatchObject({ mark: 'left', edge: { kind: 'time', at: now }, over: true })
  })

  test('16.R4 a host who has not answered ages from the asking on', () => {
    expect(standing({ ...visit, state: 'asked', askedAt: now - 8 * minute }, now, limits)).toEqual({
      mark: 'waiting', word: 'asked', edge: { kind: 'age', since: now - 8 * minute, limit: 10 * minute }, over: false,
    })
  })

  test('16.R3 a call that something was started from says what; one closed by hand is only closed', () => {
    const word = (result: string) => standing({ ...visit, kind: 'call', state: 'closed', result }, now, limits).word
    expect(['转报修 WX26-001207', '转投诉 TS26-000087', '转有偿服务 YC26-000012', '已答复', '转报修了', '请转 WX26-001207'].map(word)).toEqual(['to-repairs', 'to-complaints', 'to-services', 'closed', 'closed', 'closed'])
  })

  test('16.R1 a notice nobody acknowledged is told as overdue', () => {
    const call = { ...visit, kind: 'call' as const, state: 'waiting' as const, notifiedAt: now - 10 * minute }
    expect(standing(call, now, limits)).toMatchObject({ mark: 'waiting', word: 'waiting' })
    expect(standing({ ...call, notifiedAt: now - 16 * minute }, now, limits)).toMatchObject({ mark: 'overdue', word: 'unacknowledged' })
    expect(standing({ ...call, state: 'notified' }, now, limits)).toMatchObject({ mark: 'done', edge: null })
  })
})

describe('16.R4 the list', () => {
  test('16.R4 全部 is today; who is inside or awaited is shown of any day', () => {
    expect(filterOf('visit', 'all', noNarrowing(), '2026-03-12')).toMatchObject({ kind: 'visit', states: [], from: '2026-03-12', to: '2026-03-12', receptionistId: null })
    expect(filterOf('visit', 'inside', noNarrowing(), '2026-03-12')).toMatchObject({ states: ['inside'], from: null, to: null, overdue: false })
    expect(filterOf('visit', 'overdue', noNarrowing(), '2026-03-12')).toMatchObject({ overdue: true, from: null })
  })

  test('a search looks at all days; a range is put in order', () => {
    expect(filterOf('visit', 'all', { ...noNarrowing(), search: ' 陆文 ' }, '2026-03-12')).toMatchObject({ search: '陆文', from: null, to: null })
    expect(filterOf('call', 'all', { ...noNarrowing(), from: '2026-03-10', to: '2026-03-01', author: 3 }, '2026-03-12')).toMatchObject({
      from: '2026-03-01', to: '2026-03-10', receptionistId: 3,
    })
  })
})
