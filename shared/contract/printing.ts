import { z } from 'zod'
import { id, moment, procedure, text } from './base'
import { slipDocument } from '../slip/document'
import { printJobReason, printJobState } from '../slip/printer-status'

export const jobState = z.enum([...printJobState.options, 'cancelled'])
export type JobState = z.infer<typeof jobState>

export const printJob = z.object({
  id, printer: z.string(), title: z.string(), register: z.string().nullable(), recordId: id.nullable(), no: z.string(),
  state: jobState,
  /** Worded from `printing.reason.<code>`. */
  reason: printJobReason.nullable(),
  reprintCount: z.number().int(), createdAt: moment, createdBy: z.string(), finishedAt: moment.nullable(),
})
export type PrintJob = z.infer<typeof printJob>

export const printing = {
  /** Not finished (waiting, printing, failed, unknown) oldest first, then what was printed today, newest first; for whoever may not read the register, of their department's printer only. */
  jobs: procedure('printing.read').input(z.object({ limit: z.number().int().max(200).default(100) })).output(z.array(printJob)),
  /** The slip as it should be; null once its personal data was erased. */
  document: procedure('printing.read').input(z.object({ id })).output(slipDocument.nullable()),
  /** An unknown print: a person looked at the paper. `complete`, or print again (the copy says 补打). */
  resolve: procedure('printing.write').input(z.object({ id, paper: z.enum(['complete', 'reprint']) })).output(printJob),
  /** A failed job of which nothing went out, again; or a copy of a printed one (says 补打). */
  reprint: procedure('printing.write').input(z.object({ id })).output(printJob),
  /** The slip as a PDF of its paper's size, where the user says; null when they cancelled. */
  pdf: procedure('printing.write').input(z.object({ id })).output(z.object({ path: z.string() }).nullable()),
  redirect: procedure('printing.write').input(z.object({ id, printer: text(40) })).output(printJob),
  cancel: procedure('printing.write').input(z.object({ id, reason: text(200) })).output(printJob),
  test: procedure('printing.write').input(z.object({ printer: text(40) })).output(printJob),
}
