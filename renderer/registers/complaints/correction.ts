import type { Inputs } from '@shared/contract'
import type { Channel, ComplaintDetail } from '@shared/contract/complaints'
import type { ComplaintKind, ComplaintLevel } from '@shared/rules/complaint'
import { dayOf, timeOf } from '@shared/rules/time'
import { agreedMoment } from '../../desk/moment'

export type Changes = Inputs['complaints']['correct']['changes']

/** 更正 as it stands on the screen: plain data. The number is empty unless written anew; `noPhone` takes away the one that stands. */
export interface Correction {
  channel: Channel; name: string; phone: string; noPhone: boolean; unitId: number | null; room: string; place: string; tenantId: number | null; company: string
  cause: string; kind: ComplaintKind; level: ComplaintLevel; dueDay: string; dueTime: string; reason: string
}

export const correctionOf = (c: ComplaintDetail): Correction => ({
  channel: c.channel, name: c.name, phone: '', noPhone: false, unitId: c.unitId, room: c.room, place: c.place, tenantId: c.tenantId, company: c.tenantName,
  cause: c.cause, kind: c.kind, level: c.level, dueDay: dayOf(c.dueAt), dueTime: timeOf(c.dueAt), reason: '',
})

/** Of a draft, the fields that were written anew: what somebody else corrected meanwhile is not taken back. */
export function writtenAnew(draft: { was: Correction; now: Correction }): Partial<Correction> {
  const keys = Object.keys(draft.now) as (keyof Correction)[]
  return Object.fromEntries(keys.filter((key) => draft.now[key] !== draft.was[key]).map((key) => [key, draft.now[key]]))
}

const dueOf = (form: Correction, c: ComplaintDetail): number | null | 'day' | 'time' => agreedMoment(form.dueDay, form.dueTime, dayOf(c.dueAt), '18:00')

/** What cannot be sent as it is written; null when all is well. The code is one of `complaints.fault`. */
export function faultOfCorrection(c: ComplaintDetail, form: Correction): { field: string; code: string } | null {
  if (!form.name.trim() && !c.erased) return { field: 'name', code: 'name' }
  if (form.unitId === null && form.room.trim()) return { field: 'room', code: 'room-unknown' }
  if (!form.cause.trim()) return { field: 'cause', code: 'cause' }
  const due = dueOf(form, c)
  if (due === null || due === 'day') return { field: 'dueDay', code: 'day' }
  if (due === 'time') return { field: 'dueAt', code: 'time' }
  return form.reason.trim() ? null : { field: 'reason', code: 'reason' }
}

/** What is written anew, as it is sent. A time that still reads the same is not changed by its seconds. */
export function changesOf(c: ComplaintDetail, form: Correction): Changes {
  const was = correctionOf(c)
  const changes: Changes = {}
  for (const field of ['name', 'place', 'cause'] as const) if (form[field].trim() !== was[field].trim()) changes[field] = form[field].trim()
  if (form.channel !== was.channel) changes.channel = form.channel
  if (form.kind !== was.kind) changes.kind = form.kind
  if (form.level !== was.level) changes.level = form.level
  if (form.unitId !== was.unitId) changes.unitId = form.unitId
  if (form.tenantId !== was.tenantId) changes.tenantId = form.tenantId
  if (form.noPhone || form.phone.trim()) changes.phone = form.noPhone ? '' : form.phone.trim()
  const due = dueOf(form, c)
  if ((form.dueDay.trim() !== was.dueDay || form.dueTime.trim() !== was.dueTime) && typeof due === 'number') changes.dueAt = due
  return changes
}
