import { z } from 'zod'
import { day, id, moment, procedure, requiredText, text } from './base'
import { importFile, importPreview, importResult, previewRef, writtenFile } from './import'

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

export const tenants = {
  units: procedure('tenants.read').output(z.array(unit)),
  list: procedure('tenants.read').input(z.object({ search: text(60).default(''), after: id.nullable().default(null), limit: z.number().int().max(500).default(100) })).output(z.object({ rows: z.array(tenant), next: id.nullable() })),
  get: procedure('tenants.read').input(z.object({ id })).output(tenantDetail),
  save: procedure('tenants.write').input(tenantInput).output(tenant),
  saveContact: procedure('tenants.write').input(contactInput).output(contact),
  saveUnit: procedure('tenants.write').input(unitInput).output(unit),
  /** Asks where to write the template workbook. */
  importTemplate: procedure('import').input(z.object({ kind: importKind })).output(writtenFile),
  /** Checks every row of a file; writes nothing. */
  importPreview: procedure('import').input(importFile.extend({ kind: importKind })).output(importPreview),
  /** Takes in the good rows of a preview in one transaction, after a backup; existing ones are updated, never doubled. */
  importAccept: procedure('import').input(previewRef).output(importResult),
  importDiscard: procedure('import').input(previewRef).output(z.void()),
  /** The bad rows with column and reason, as a workbook to mend. */
  importProblemsFile: procedure('import').input(previewRef).output(writtenFile),
}
