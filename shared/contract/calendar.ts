import { z } from 'zod'
import { day, procedure, text } from './base'

/** Public holidays and the weekends worked for them, as the State Council announces them year by year (12.R9). */
export const calendarDay = z.object({ day, kind: z.enum(['holiday', 'workday']), name: text(20) })
export type CalendarDayRow = z.infer<typeof calendarDay>

const year = z.number().int().min(2000).max(2100)

export const calendar = {
  /** `entered`: somebody entered the year; without it only weekends are known, and the page says so. */
  year: procedure('settings.read').input(z.object({ year })).output(z.object({ year, days: z.array(calendarDay), entered: z.boolean() })),
  saveYear: procedure('calendar.write').input(z.object({ year, days: z.array(calendarDay).max(120) })).output(z.object({ year, days: z.array(calendarDay), entered: z.boolean() })),
  /** `count` working days before a day. */
  before: procedure('signed-in').input(z.object({ day, count: z.number().int().min(0).max(60) })).output(z.object({ day, entered: z.boolean() })),
}
