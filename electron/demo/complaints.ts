import type { RecordRef } from '../../shared/contract/base'
import type { DemoContact } from './directory'
import type { Grievance } from './grievances'
import { orderLife, type Work } from './orders'
import type { Life } from './replay'
import { atDesk, demoStaff, staffOf } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

export interface ComplaintPlan { at: number; from: RecordRef | null; contact: DemoContact; grievance: Grievance; /** Where it comes to rest. */ rest: 'save' | 'assign' | 'handle' | 'again' | 'end' }

/** A complaint from its intake to the client's last word (7.R1–R5). */
export async function* complaintLife(work: Work, { at, from, contact, grievance, rest }: ComplaintPlan): Life {
  const { replay, random } = work
  const { level, channel, kind, cause, department } = grievance
  yield at
  const { id } = await replay.ask(atDesk(replay.at), 'complaints', 'save', {
    from, channel, kind, level, cause: from ? '' : cause, contactId: contact.id, unitId: contact.unit.id, tenantId: contact.tenant.id, handling: grievance.onTheSpot ? grievance.handling : '', print: false,
  })
  if (rest === 'save') return
  const seen = () => replay.seen('complaint', id)
  if (grievance.repair) yield* orderLife(work, { at: replay.at + 2 * MINUTE, from: { register: 'complaints', id }, contact, job: grievance.repair, rest: 'end' })
  else if (!grievance.onTheSpot) {
    yield replay.at + random.int(5, 40) * MINUTE
    const who = level >= 2 ? demoStaff.supervisor : atDesk(replay.at)
    const to = department ?? 'customer-service'
    await replay.ask(who, 'complaints', 'assign', { ...(await seen()), department: to, person: staffOf(to).name, dueAt: replay.at + 24 * HOUR, print: false })
    if (rest === 'assign') return
    yield deskTime(replay.at + random.int(2, 6) * HOUR)
    await replay.ask(level >= 2 ? demoStaff.supervisor : atDesk(replay.at), 'complaints', 'handle', { ...(await seen()), handling: grievance.handling, by: staffOf(to).name })
  }
  if (rest === 'handle') return
  yield deskTime(replay.at + random.int(1, 5) * HOUR)
  const ask = async (opinion: Grievance['opinion'], words: string) =>
    replay.ask(atDesk(replay.at), 'complaints', 'ask', { ...(await seen()), how: channel === 'in-person' ? 'in-person' : 'phone', opinion, words, print: false })
  await ask(grievance.opinion, grievance.words)
  if (!grievance.again || rest === 'again') return
  yield deskTime(replay.at + random.int(3, 8) * HOUR)
  await replay.ask(atDesk(replay.at), 'complaints', 'handle', { ...(await seen()), handling: grievance.again.handling })
  yield deskTime(replay.at + random.int(2, 5) * HOUR)
  await ask('satisfied', grievance.again.words)
}
