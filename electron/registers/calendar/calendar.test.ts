import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract, type Inputs } from '../../../shared/contract'
import { openTestHouse, type TestHouse } from '../testing'
import { createCalendar } from './calendar'

let t: TestHouse
beforeEach(async () => { t = await openTestHouse() })
afterEach(() => t.close())

const ask = <P extends keyof Inputs['calendar']>(of: P, input: Inputs['calendar'][P]) =>
  createCalendar(t.house)[of](contract.calendar[of]['~orpc'].inputSchema!.parse(input) as never, t.call('supervisor')) as ReturnType<ReturnType<typeof createCalendar>[P]>
const before = async (day: string, count: number) => ask('before', { day, count })

test('12.R9 two working days before the Spring Festival of 2026 go past the holidays, over the worked Saturday', async () => {
  // 2026-02-15 to 02-23 are off; Saturday the 14th is worked.
  expect(await before('2026-02-24', 1)).toEqual({ day: '2026-02-14', entered: true })
  expect(await before('2026-02-24', 2)).toEqual({ day: '2026-02-13', entered: true })
  expect(await before('2026-02-20', 2)).toEqual({ day: '2026-02-13', entered: true })
})

test('12.R9 two working days before National Day 2026, with the Sunday and the Saturday worked for it', async () => {
  // 2026-10-01 to 10-07 are off; Sunday 09-20 and Saturday 10-10 are worked.
  expect((await before('2026-10-08', 2)).day).toBe('2026-09-29')
  expect((await before('2026-10-12', 2)).day).toBe('2026-10-09')
  expect((await before('2026-09-21', 2)).day).toBe('2026-09-18')
})

test('12.R9 a year nobody entered is known by its weekends only, and says so; one that is not reached doesn\'t matter', async () => {
  expect(await before('2027-03-08', 2)).toEqual({ day: '2027-03-04', entered: false })
  expect(await before('2026-01-05', 2)).toEqual({ day: '2025-12-31', entered: false })
  expect(await before('2026-01-05', 1)).toEqual({ day: '2026-01-04', entered: true })
  expect(await ask('year', { year: 2027 })).toEqual({ year: 2027, days: [], entered: false })
})

test('12.R9 a supervisor enters a year, and what is counted follows; the former days stand in the chain', async () => {
  expect(await ask('saveYear', { year: 2027, days: [{ day: '2027-03-05', kind: 'holiday', name: '停电' }] })).toMatchObject({ entered: true, days: [{ day: '2027-03-05', kind: 'holiday', name: '停电' }] })
  expect(await before('2027-03-08', 2)).toEqual({ day: '2027-03-03', entered: true })
  await ask('saveYear', { year: 2027, days: [{ day: '2027-03-06', kind: 'workday', name: '调休上班' }] })
  expect((await before('2027-03-08', 2)).day).toBe('2027-03-05')
  const lines = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'calendar' ORDER BY id`)
  expect(JSON.parse(lines[1]!.detail)).toEqual({ year: 2027, from: ['2027-03-05 holiday'], to: ['2027-03-06 workday'] })
})

test('12.R9 a day twice, of another year or that is none is refused, and nothing is changed', async () => {
  const day = (of: string) => ({ day: of, kind: 'holiday' as const, name: '' })
  await expect(ask('saveYear', { year: 2026, days: [day('2026-05-01'), day('2026-05-01')] })).rejects.toMatchObject({ code: 'duplicate-day', params: { day: '2026-05-01' } })
  await expect(ask('saveYear', { year: 2026, days: [day('2027-05-01')] })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(ask('saveYear', { year: 2026, days: [day('2026-02-30')] })).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await ask('year', { year: 2026 })).days).toHaveLength(33 + 6)
})
