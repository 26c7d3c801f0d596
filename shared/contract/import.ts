import { z } from 'zod'
import { requiredText } from './base'

/** What is wrong with one cell of a file. */
export const importProblem = z.object({
  row: z.number().int(), column: z.string(), columnLetter: z.string(), value: z.string(),
  /** Worded from `import.reason.<code>`, with what to do from `import.remedy.<code>`. */
  code: z.enum([
    'empty', 'duplicate-row', 'unknown-room', 'unknown-tenant', 'unknown-host', 'several-hosts', 'not-a-number', 'out-of-range', 'not-a-date', 'not-a-time', 'in-the-past',
    'too-long', 'invalid-phone', 'letter-for-digit', 'not-a-choice', 'end-before-start', 'overlap', 'price-used',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportProblem = z.infer<typeof importProblem>

/** A table as somebody chose it: .xlsx, or CSV in UTF-8 or GB18030. */
export const importFile = z.object({ file: requiredText(260), bytes: z.instanceof(Uint8Array) })

/** What is to be known of a row that is taken in all the same. Worded from `import.note.<code>`. */
export const importNote = z.object({ row: z.number().int(), value: z.string(), code: z.enum(['denied-visitor']) })
export type ImportNote = z.infer<typeof importNote>

export const importPreview = z.object({
  previewId: z.string(), file: z.string(), sheet: z.string(),
  total: z.number().int(), good: z.number().int(), bad: z.number().int(), added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(),
  columns: z.array(z.object({ letter: z.string(), title: z.string(), field: z.string().nullable() })),
  problems: z.array(importProblem),
  notes: z.array(importNote),
  sample: z.array(z.array(z.string())),
})
export type ImportPreview = z.infer<typeof importPreview>

export const previewRef = z.object({ previewId: z.string() })
export const importResult = z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })
export type ImportResult = z.infer<typeof importResult>
/** Where a workbook was written; null when the user cancelled. */
export const writtenFile = z.object({ path: z.string() }).nullable()
