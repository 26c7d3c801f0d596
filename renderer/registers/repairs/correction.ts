import type { Inputs } from '@shared/contract'
import type { Urgency, WorkOrderDetail } from '@shared/contract/repairs'
import { dayOf, timeOf } from '@shared/rules/time'
import type { Trade } from '@shared/rules/work-order'
import { agreedMoment } from '../../desk/moment'

export type Changes = Inputs['repairs']['correct']['changes']

/** 更正 as it stands on the screen: plain data. The number is empty unless written anew; `noPhone` takes away the one that stands. */
export interface Correction {
  content: string; trade: Trade; urgency: Urgency; place: string; unitId: number | null; room: string; tenantId: number | null; company: string; reporter: string; phone: string; noPhone: boolean
  appointmentDay: string; appointmentTime: string; expectedDay: string; expectedTime: string; workRecord: string; finishedDay: string; finishedTime: string; reason: string
}

const day = (at: number | null): string => (at === null ? '' : dayOf(at))
const time = (at: number | null): string => (at === null ? '' : timeOf(at))

export function correctionOf(order: WorkOrderDetail): Correction {
  return {
    content: order.content, trade: order.trade, urgency: order.urgency, place: order.place, unitId: order.unitId, room: order.room, tenantId: order.tenantId, company: order.tenantName, reporter: order.reporter, phone: '', noPhone: false,
    appointmentDay: day(order.appointmentAt), appointmentTime: time(order.appointmentAt), expectedDay: day(order.expectedFinishAt), expectedTime: time(order.expectedFinishAt),
    workRecord: order.workRecord, finishedDay: day(order.finishedAt), finishedTime: time(order.finishedAt), reason: '',
  }
}

/** Of a draft, the fields that were written anew: what somebody else corrected meanwhile is not taken back. */
export function writtenAnew(draft: { was: Correction; now: Correction }): Partial<Correction> {
  const keys = Object.keys(draft.now) as (keyof Correction)[]
  return Object.fromEntries(keys.filter((key) => draft.now[key] !== draft.was[key]).map((key) => [key, draft.now[key]]))
}

const times = [
  { at: 'appointmentAt', day: 'appointmentDay', time: 'appointmentTime', usual: '' },
  { at: 'expectedFinishAt', day: 'expectedDay', time: 'expectedTime', usual: '18:00' },
  { at: 'finishedAt', day: 'finishedDay', time: 'finishedTime', usual: '' },
] as const

/** What cannot be sent as it is written; null when all is well. The code is one of `repairs.fault`. */
export function faultOfCorrection(order: WorkOrderDetail, form: Correction): { field: string; code: string } | null {
  if (!form.content.trim()) return { field: 'content', code: 'content-required' }
  if (form.unitId === null && form.room.trim()) return { field: 'room', code: 'room-unknown' }
  if (form.unitId === null && !form.place.trim()) return { field: 'place', code: 'place-required' }
  if (order.workRecord && !form.workRecord.trim()) return { field: 'workRecord', code: 'work-record' }
  for (const each of times) {
    if (each.at === 'finishedAt' && order.finishedAt === null) continue
    const at = agreedMoment(form[each.day], form[each.time], dayOf(order.at), each.usual)
    if (typeof at === 'string') return { field: at === 'day' ? each.day : each.at, code: at }
    if (each.at === 'finishedAt' && at === null) return { field: 'finishedAt', code: 'time' }
  }
  return null
}

/** What is written anew, as it is sent. A time that still reads the same is not changed by its seconds. */
export function changesOf(order: WorkOrderDetail, form: Correction): Changes {
  const changes: Changes = {}
  const was = correctionOf(order)
  for (const field of ['content', 'place', 'reporter', 'workRecord'] as const) if (form[field].trim() !== was[field].trim()) changes[field] = form[field].trim()
  if (form.trade !== was.trade) changes.trade = form.trade
  if (form.urgency !== was.urgency) changes.urgency = form.urgency
  if (form.unitId !== was.unitId) changes.unitId = form.unitId
  if (form.tenantId !== was.tenantId) changes.tenantId = form.tenantId
  if (form.noPhone || form.phone.trim()) changes.phone = form.noPhone ? '' : form.phone.trim()
  for (const each of times) {
    if (form[each.day].trim() === was[each.day] && form[each.time].trim() === was[each.time]) continue
    const at = agreedMoment(form[each.day], form[each.time], dayOf(order.at), each.usual)
    if (typeof at === 'string') continue
    if (each.at !== 'finishedAt') changes[each.at] = at
    else if (at !== null) changes.finishedAt = at
  }
  return changes
}
