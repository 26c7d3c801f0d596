import { z } from 'zod'
import { day, id, moment, procedure, requiredText, text } from './base'

export const unitStatus = z.enum(['let', 'vacant'])
export const unit = z.object({ id, room: z.string(), floor: z.string(), areaM2: z.number().nullable(), status: unitStatus, tenantIds: z.array(id) })
export type Unit = z.infer<typeof unit>

export const contact = z.object({
  id, tenantId: id, unitId: id.nullable(), room: z.string(), name: z.string(), pinyin: z.string(), title: z.string(), extension: z.string(),
  phoneMasked: z.string(), canSign: z.boolean(), active: z.boolean(),
})
export type Contact = z.infer<typeof contact>

export const tenant = z.object({
  id, name: z.string(), shortName: z.string(), rooms: z.array(z.string()), unitIds: z.array(id),
  movedInOn: day.nullable(), active: z.boolean(), remark: z.string(),
})
export type Tenant = z.infer<typeof tenant>

export const tenantDetail = tenant.extend({
  contacts: z.array(contact),
  /** Newest first; what happened with this company, from every register. */
  timeline: z.array(z.object({ register: z.string(), recordId: id, no: z.string(), kind: z.string(), at: moment, title: z.string(), state: z.string(), room: z.string() })),
  inside: z.number().int(), openNotices: z.number().int(),
})
export type TenantDetail = z.infer<typeof tenantDetail>

export const tenantInput = z.object({
  id: id.nullable().default(null), name: requiredText(120), shortName: text(40).default(''), unitIds: z.array(id).default([]),
  movedInOn: day.nullable().default(null), active: z.boolean().default(true), remark: text(400).default(''),
})
export const contactInput = z.object({
  id: id.nullable().default(null), tenantId: id, unitId: id.nullable().default(null), name: requiredText(60), title: text(40).default(''),
  extension: text(20).default(''), phone: text(30).nullable().default(null), canSign: z.boolean().default(false), active: z.boolean().default(true),
})
export const unitInput = z.object({ id: id.nullable().default(null), room: requiredText(20), floor: requiredText(10), areaM2: z.number().positive().max(100000).nullable().default(null) })

// ---- import of units, tenants and contacts (first run, and again at any time) ----
export const importKind = z.enum(['units', 'tenants', 'contacts'])
export type ImportKind = z.infer<typeof importKind>
export const importProblem = z.object({
  row: z.number().int(), column: z.string(), columnLetter: z.string(), value: z.string(),
  /** Worded from `import.reason.<code>`, with what to do from `import.remedy.<code>`. */
  code: z.enum(['empty', 'duplicate-row', 'unknown-room', 'unknown-tenant', 'not-a-number', 'not-a-date', 'too-long', 'invalid-phone', 'letter-for-digit', 'not-a-choice']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportProblem = z.infer<typeof importProblem>
export const importPreview = z.object({
  previewId: z.string(), file: z.string(), sheet: z.string(), kind: importKind,
  total: z.number().int(), good: z.number().int(), bad: z.number().int(), added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(),
  columns: z.array(z.object({ letter: z.string(), title: z.string(), field: z.string().nullable() })),
  problems: z.array(importProblem),
  sample: z.array(z.array(z.string())),
})
export type ImportPreview = z.infer<typeof importPreview>

export const tenants = {
  units: procedure('tenants.read').output(z.array(unit)),
  list: procedure('tenants.read').input(z.object({ search: text(60).default(''), after: id.nullable().default(null), limit: z.number().int().max(500).default(100) })).output(z.object({ rows: z.array(tenant), next: id.nullable() })),
  get: procedure('tenants.read').input(z.object({ id })).output(tenantDetail),
  save: procedure('tenants.write').input(tenantInput).output(tenant),
  saveContact: procedure('tenants.write').input(contactInput).output(contact),
  saveUnit: procedure('tenants.write').input(unitInput).output(unit),
  /** Asks where to write the template workbook; null when cancelled. */
  importTemplate: procedure('import').input(z.object({ kind: importKind })).output(z.object({ path: z.string() }).nullable()),
  /** Reads a workbook (.xlsx) or CSV (UTF-8 or GB18030) and checks every row; writes nothing. */
  importPreview: procedure('import').input(z.object({ kind: importKind, file: requiredText(260), bytes: z.instanceof(Uint8Array) })).output(importPreview),
  /** Takes in the good rows of a preview in one transaction, after a backup; existing ones are updated, never doubled. */
  importAccept: procedure('import').input(z.object({ previewId: z.string() })).output(z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })),
  importDiscard: procedure('import').input(z.object({ previewId: z.string() })).output(z.void()),
  /** The bad rows with column and reason, as a workbook to mend; null when cancelled. */
  importProblemsFile: procedure('import').input(z.object({ previewId: z.string() })).output(z.object({ path: z.string() }).nullable()),
}
