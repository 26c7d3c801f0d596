import { UserError } from '../../../shared/contract/errors'
import type { Department } from '../../../shared/contract/base'
import { COMPLAINT_SLIP, complaintSlip, complaintUrgeSlip } from '../../../shared/slip/complaint-slip'
import type { SlipDocument } from '../../../shared/slip/document'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import type { ComplaintRecord, RoundRecord } from './rows'
import { loadComplaint } from './write'

/** Who takes part beside the departments: a person of customer service, told by the same kind of notice. */
export const SUPERVISOR = inChinese(say('supervisor'))
export const PROJECT_MANAGER = inChinese(say('project-manager'))

async function slipOf(house: House, tx: Tx, c: ComplaintRecord): Promise<SlipDocument> {
  const rounds = await tx.query<Pick<RoundRecord, 'round' | 'handling' | 'opinion'>>('SELECT round, handling, opinion FROM complaint_round WHERE complaint_id = ? ORDER BY round', [c.id])
  const { tower, serviceCentre } = house.settings.current
  return complaintSlip({
    tower, serviceCentre, no: c.no, at: c.at, channel: c.channel, kind: c.kind, level: c.level, room: c.room, place: c.place, name: c.name, company: c.tenant_name,
    phoneMasked: c.phone_masked, cause: c.cause, department: c.department, person: c.person, dueAt: c.due_at, rounds, receivedBy: c.received_by, station: c.station,
  })
}

const subject = (c: ComplaintRecord) => ({ register: 'complaints' as const, id: c.id, no: c.no })
/** Customer service's own printer, or the desk's where it has none. */
const recordPrinter = (house: House): string => (house.printerRoles().includes('customer-service') ? 'customer-service' : 'receipt')

/** One line of the department's list. It names the client, so the retention sweep empties it (P3). */
const noticeText = (c: ComplaintRecord): string => inChinese([c.room ? say('room', { room: c.room }) : c.place, say('complained', { who: c.name }), say(`level-${c.level}`), c.title])

const notice = (house: House, tx: Tx, c: ComplaintRecord, department: Department, person: string): Promise<number> =>
  house.notices.create(tx, { department, person, text: noticeText(c), register: 'complaints', recordId: c.id, no: c.no })

/** The department that handles it is told at once, on its screen and on its printer. */
export async function tellDepartment(house: House, tx: Tx, c: ComplaintRecord, print: boolean): Promise<number[]> {
  const department = c.department ?? 'customer-service'
  await notice(house, tx, c, department, c.person)
  return print ? queueSlip(tx, house, department, subject(c), await slipOf(house, tx, c)) : []
}

/** Somebody above the desk is told at once, with 客户投诉记录 (7.R4). */
export async function tellAbove(house: House, tx: Tx, c: ComplaintRecord, people: readonly string[], print: boolean): Promise<number[]> {
  for (const person of people) await notice(house, tx, c, 'customer-service', person)
  return print ? queueSlip(tx, house, recordPrinter(house), subject(c), await slipOf(house, tx, c)) : []
}

/** Whoever has it hears of it once more (7.R2): the supervisor of what is escalated, else the department; on paper too. */
export async function tellUrged(house: House, tx: Tx, c: ComplaintRecord, reminders: number, print: boolean): Promise<number[]> {
  const above = c.state === 'escalated'
  const department = above ? 'customer-service' : (c.department ?? 'customer-service')
  const person = above ? SUPERVISOR : c.person
  await house.notices.create(tx, { department, person, text: inChinese(say('urged', { n: reminders, said: noticeText(c) })), register: 'complaints', recordId: c.id, no: c.no })
  const { tower, serviceCentre } = house.settings.current
  return print ? queueSlip(tx, house, above ? recordPrinter(house) : department, subject(c), complaintUrgeSlip({
    tower, serviceCentre, no: c.no, at: c.at, now: tx.now, level: c.level, kind: c.kind, room: c.room, place: c.place, company: c.tenant_name, title: c.title, department, person, dueAt: c.due_at,
    reminders, by: tx.scope.actor.name, station: tx.scope.station,
  })) : []
}

/** 补打记录, as the complaint stands now; a copy says so with its count (M2). @throws UserError reprint-not-allowed, unknown-printer */
export function reprint(house: House, id: number, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    if (complaint.state === 'void' || complaint.erased_at !== null) throw new UserError('reprint-not-allowed', { state: complaint.state })
    const printer = recordPrinter(house)
    if (!house.printerRoles().includes(printer)) throw new UserError('unknown-printer', { printer })
    const document = await slipOf(house, tx, complaint)
    const earlier = await house.jobs.latestOf(tx, 'complaints', id, COMPLAINT_SLIP)
    // Not printed before: this is the first one, not a copy.
    const printJobId = earlier === null
      ? await house.jobs.create(tx, { printer, register: 'complaints', recordId: id, no: complaint.no, document })
      : await house.jobs.reprint(tx, earlier, document)
    return { printJobId }
  })
}
