import type { Department } from '@shared/contract/base'
import type { ComplaintDetail } from '@shared/contract/complaints'
import { dayOf, timeOf } from '@shared/rules/time'
import { agreedMoment } from '../../../desk/moment'

/** Who handles it from now on, by when, as written. */
export interface HandlerForm { department: Department; person: string; day: string; time: string }

/** Whoever has it now, with the hours its level allows, counted from now where the time is past. */
export function handlerOf(complaint: Pick<ComplaintDetail, 'department' | 'person' | 'dueAt' | 'level'>, hours: readonly number[], now: number): HandlerForm {
  const due = complaint.dueAt > now ? complaint.dueAt : now + (hours[complaint.level - 1] ?? 24) * 3_600_000
  return { department: complaint.department ?? 'customer-service', person: complaint.person, day: dayOf(due), time: timeOf(due) }
}

/** As it is sent; which field is wrong otherwise. */
export function handlerInput(form: HandlerForm, now: number): { department: Department; person: string; dueAt: number } | { field: 'day' | 'dueAt'; code: string } {
  const due = agreedMoment(form.day, form.time, dayOf(now), '18:00')
  if (due === null) return { field: 'day', code: 'day' }
  if (typeof due === 'string') return { field: due === 'day' ? 'day' : 'dueAt', code: due }
  if (due <= now) return { field: 'dueAt', code: 'due-past' }
  return { department: form.department, person: form.person.trim(), dueAt: due }
}
