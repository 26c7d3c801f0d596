import type { calendar } from '../../../shared/contract/calendar'
import { UserError } from '../../../shared/contract/errors'
import { parseDay } from '../../../shared/rules/time'
import { insertRows } from '../../store/bulk'
import type { Call, Handlers, ParsedInput } from '../handlers'
import type { House } from '../house'
import { calendarDays, workingDaysBefore } from '../working-calendar'

/** 工作日历 (12.R9): a year's public holidays and the weekends worked for them. */
export function createCalendar(house: House): Handlers<'calendar'> {
  const read = house.store.read.bind(house.store) as typeof house.store.read
  const yearShown = async (year: number) => {
    const days = await calendarDays(read, year)
    return { year, days, entered: days.length > 0 }
  }
  return {
    year: ({ year }) => yearShown(year),
    async saveYear(input, call) {
      await saveYear(house, input, call)
      return yearShown(input.year)
    },
    async before({ day, count }) {
      const { day: before, missing } = await workingDaysBefore(read, day, count)
      return { day: before, entered: missing === null }
    },
  }
}

/** The year as it is given takes the place of what was entered before. @throws UserError duplicate-day, invalid-input */
function saveYear(house: House, { year, days }: ParsedInput<typeof calendar.saveYear>, call: Call): Promise<void> {
  const seen = new Set<string>()
  for (const { day } of days) {
    if (parseDay(day) === undefined || !day.startsWith(`${year}-`)) throw new UserError('invalid-input', { day }, 'days')
    if (seen.has(day)) throw new UserError('duplicate-day', { day }, 'days')
    seen.add(day)
  }
  return house.store.write(call.scope, async (tx) => {
    const before = await calendarDays(tx.query, year)
    await tx.query('DELETE FROM calendar_day WHERE day BETWEEN ? AND ?', [`${year}-01-01`, `${year}-12-31`])
    await insertRows(tx.query, 'calendar_day', ['day', 'kind', 'name'], days.map(({ day, kind, name }) => [day, kind, name]))
    await tx.audit({ action: 'calendar.save', register: 'calendar', recordId: null, detail: { year, from: before.map(({ day, kind }) => `${day} ${kind}`), to: days.map(({ day, kind }) => `${day} ${kind}`) } })
    tx.changed('calendar', year)
  })
}
