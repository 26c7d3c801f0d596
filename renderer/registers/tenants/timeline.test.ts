import type { TimelineItem } from '@shared/contract/overview'
import { parseDay } from '@shared/rules/time'
import { expect, test } from 'vitest'
import { byDay } from './timeline'

const at = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime()
const item = (recordId: number, moment: number, expectedAt?: number): TimelineItem => ({ register: 'reception', recordId, no: '', kind: 'visit', at: moment, title: '', state: 'inside', room: '', amountFen: null, ...(expectedAt === undefined ? {} : { expectedAt }) })

test('16.R4 who is expected stands in the timeline on the day and at the time they are due', () => {
  const items = [item(1, at(12, 9)), item(2, at(12, 10), at(12, 15)), item(3, at(12, 11)), item(4, at(12, 8), at(13, 9)), item(5, at(11, 17))]
  expect(byDay(items, 'all', parseDay('2026-03-12')!).map(({ day, near, entries }) => [day, near, entries.map(({ recordId }) => recordId)])).toEqual([
    ['2026-03-13', null, [4]], ['2026-03-12', 'today', [2, 3, 1]], ['2026-03-11', 'yesterday', [5]],
  ])
})
