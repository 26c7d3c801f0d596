import type { Department } from '@shared/contract/base'
import type { Settings } from '@shared/contract/system'

/** Why a field can't be saved; worded by `settings.<code>`. */
export interface Fault { code: 'needed' | 'badTime' | 'badNumber' | 'badAddress' | 'sameRole'; params?: Record<string, string | number> }
export type Faults = Record<string, Fault>

export interface ShiftRow { name: string; from: string; to: string }

/** The tower's settings as typed. */
export interface TowerForm {
  tower: string
  company: string
  serviceCentre: string
  closingTime: string
  cardPrefix: string
  cardCount: string
  shifts: ShiftRow[]
  noticeLimitMinutes: string
  answerLimitMinutes: string
  idleLockMinutes: string
  visitorRetentionDays: string
  purposeText: string
  servicePhone: string
  workOrderCopies: string
  onTimeGoalPercent: string
  /** Hours to settle a complaint of level 1, 2, 3. */
  complaintDueHours: string[]
  recordRetentionDays: string
  passExpiryDays: string
  movingNoticeDays: string
  /** One a line. */
  exits: string
  categoryDepartment: Record<string, Department>
}

/** Bounds of the numbers, as the contract has them. */
export const bounds = {
  cardCount: [1, 9999], noticeLimitMinutes: [1, 1440], answerLimitMinutes: [1, 240], idleLockMinutes: [1, 240], visitorRetentionDays: [1, 3650],
  workOrderCopies: [1, 4], onTimeGoalPercent: [1, 100], recordRetentionDays: [30, 3650], passExpiryDays: [1, 90], movingNoticeDays: [0, 60],
} as const
/** Of each of `complaintDueHours`. */
export const dueHourBounds = [1, 720] as const
type Numeric = keyof typeof bounds
const numeric = Object.keys(bounds) as Numeric[]

export function toTowerForm(settings: Settings): TowerForm {
  const { shifts, categoryDepartment, complaintDueHours, exits, ...rest } = settings
  const numbers = Object.fromEntries(numeric.map((field) => [field, String(settings[field])])) as Record<Numeric, string>
  return { ...rest, ...numbers, exits: exits.join('\n'), complaintDueHours: complaintDueHours.map(String), shifts: shifts.map((shift) => ({ ...shift })), categoryDepartment: { ...categoryDepartment } }
}

/** Why `text` is no whole number within `bounds`; undefined where it is one. */
function numberFault(text: string, [min, max]: readonly [number, number]): Fault | undefined {
  const value = Number(text)
  return /^\d+$/.test(text.trim()) && value >= min && value <= max ? undefined : { code: 'badNumber', params: { min, max } }
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
/** A shift may end at midnight. */
const UNTIL = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const exitsOf = (form: TowerForm): string[] => form.exits.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 8)

/** What keeps the form from being saved, by field; shifts as `shifts.<index>.<field>`, levels as `complaintDueHours.<index>`. */
export function towerFaults(form: TowerForm): Faults {
  const faults: Faults = {}
  for (const field of ['tower', 'company'] as const) if (!form[field].trim()) faults[field] = { code: 'needed' }
  if (exitsOf(form).length === 0) faults.exits = { code: 'needed' }
  if (!TIME.test(form.closingTime)) faults.closingTime = { code: 'badTime' }
  const add = (field: string, fault: Fault | undefined): void => { if (fault) faults[field] = fault }
  for (const field of numeric) add(field, numberFault(form[field], bounds[field]))
  form.complaintDueHours.forEach((hours, index) => add(`complaintDueHours.${index}`, numberFault(hours, dueHourBounds)))
  form.shifts.forEach((shift, index) => {
    if (!shift.name.trim()) faults[`shifts.${index}.name`] = { code: 'needed' }
    if (!TIME.test(shift.from)) faults[`shifts.${index}.from`] = { code: 'badTime' }
    if (!UNTIL.test(shift.to)) faults[`shifts.${index}.to`] = { code: 'badTime' }
  })
  return faults
}

/** The form as settings; only call it when there are no faults. */
export function fromTowerForm(form: TowerForm): Settings {
  const numbers = Object.fromEntries(numeric.map((field) => [field, Number(form[field])])) as Record<Numeric, number>
  return { ...form, ...numbers, exits: exitsOf(form), complaintDueHours: form.complaintDueHours.map(Number), shifts: form.shifts.map((shift) => ({ ...shift, name: shift.name.trim() })) }
}
