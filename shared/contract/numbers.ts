import { z } from 'zod'
import { day, moment, pageTo, paged, procedure } from './base'

/** The series a gap proof can be made of (13.C4, 17.R6, M2). */
export const provenSeries = z.enum(['reception', 'repairs', 'paid-services', 'complaints', 'receipts', 'refunds', 'drawer-closes', 'drawer-floats', 'day-closes', 'pass-applications', 'identity', 'construction', 'temporary', 'contractor', 'void-declarations', 'exit-permits', 'move-outs', 'key-loans', 'key-cutting', 'key-custody', 'signs'])
export type ProvenSeries = z.infer<typeof provenSeries>

/**
 * Computed from the rows of the register, not from the counter that gave the numbers: every number between the first
 * and the last of the period is there once, or it is named. A period in two years has a range for each.
 */
export const numbersProof = z.object({
  series: provenSeries, from: day, to: day, at: moment,
  ranges: z.array(z.object({ first: z.string(), last: z.string(), count: z.number().int() })),
  count: z.number().int(),
  voids: z.array(z.object({ no: z.string(), reason: z.string(), at: moment, by: z.string() })),
  /** Numbers that no row has, a run of them as A–B; `explained` is when a backup was restored that moved the series on (YYYY-MM-DD HH:MM), empty where nothing explains it. */
  missing: z.array(z.object({ no: z.string(), explained: z.string() })),
  complete: z.boolean(),
})
export type NumbersProof = z.infer<typeof numbersProof>

const period = { series: provenSeries, from: day, to: day }
export const numbers = {
  proof: procedure('numbers.read').input(z.object(period)).output(numbersProof),
  print: procedure('numbers.read').input(z.object({ series: provenSeries, from: day, until: day, to: pageTo })).output(paged),
}
