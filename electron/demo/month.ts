import type { Department } from '../../shared/contract/base'
import type { Category, EntryState, Purpose } from '../../shared/contract/reception'
import { addDays, dayOf } from '../../shared/rules/time'
import { departmentWords } from '../../shared/slip/visitor-slip'
import { usualValidUntil } from '../registers/reception/admission'
import type { DemoContact } from './directory'
import { type Grievance, grievances } from './grievances'
import { chargedJobs, type DemoJob, freeJobs } from './jobs'
import { callMatters, visitMatters } from './matters'
import type { Random } from './random'
import { busyMoment, demoDays, HOUR, MINUTE, type WorkDay } from './times'
import type { DemoVisitor } from './visitors'

/** What happened at the desk, before it has a number. */
export interface Happening {
  kind: 'visit' | 'call'; at: number; day: string; state: EntryState
  visitor: DemoVisitor | null; contact: DemoContact | null; people: number
  purpose: Purpose | null; category: Category | null; matter: string; department: Department | null
  cardNo: string; validUntil: number | null; expectedAt: number | null; insideAt: number | null; leftAt: number | null; answerNote: string
  acknowledgedAt: number | null; result: string; resultAt: number | null; voidReason: string | null
  /** Its entry came from this call. */
  from: Happening | null
  /** What was started from it, which settles it. */
  handedOn: { to: 'repairs'; job: DemoJob } | { to: 'complaints'; grievance: Grievance } | null
}

const nothing = {
  visitor: null, contact: null, people: 1, purpose: null, category: null, matter: '', department: null, cardNo: '', validUntil: null, expectedAt: null, insideAt: null, leftAt: null, answerNote: '',
  acknowledgedAt: null, result: '', resultAt: null, voidReason: null, from: null, handedOn: null,
} satisfies Partial<Happening>

interface Cast { random: Random; contacts: DemoContact[]; visitors: DemoVisitor[]; now: number; closingTime: string }

const DAYS = 30
const CARDS = 60
/** One complaint by phone in so many is more than a word can settle. */
const COMPLAINTS = 14
/** Out since yesterday. */
const MISSING_CARD = 36

/** A month at the desk, oldest first, ending with what is going on at `now`. */
export function makeMonth(cast: Cast): Happening[] {
  const days = demoDays(cast.random, cast.now, DAYS)
  const all = days.flatMap((day) => [
    ...Array.from({ length: day.visits }, () => visit(cast, day)),
    ...Array.from({ length: day.calls }, () => call(cast, busyMoment(cast.random, day))),
  ])
  handOn(all.sort((a, b) => a.at - b.at), cast.random)
  all.push(...goingOn(cast))
  all.sort((a, b) => a.at - b.at)
  giveCards(all)
  return all
}

function visit(cast: Cast, day: WorkDay): Happening {
  const { random, now, closingTime } = cast
  const at = busyMoment(random, day)
  const base = { ...nothing, kind: 'visit' as const, at, day: day.day, visitor: random.pick(cast.visitors), ...random.pick(visitMatters), people: random.chance(0.12) ? random.int(2, 12) : 1 }
  const to = random.chance(0.06) ? { department: random.pick(['engineering', 'leasing', 'finance'] as const) } : { contact: random.pick(cast.contacts) }
  if (random.chance(0.04)) return { ...base, ...to, state: 'declined', answerNote: random.pick(['在开会，改天再约', '没有预约', '人不在']) }
  if (random.chance(0.02)) return { ...base, ...to, state: 'no-show', at: at - 3 * HOUR, expectedAt: at }
  const leftAt = at + random.int(12, 140) * MINUTE
  const stay = { insideAt: at, validUntil: usualValidUntil(closingTime, at), cardNo: 'next', acknowledgedAt: 'department' in to ? Math.min(at + random.int(1, 20) * MINUTE, now) : null }
  if (leftAt > now) return { ...base, ...to, ...stay, state: 'inside' }
  if (random.chance(0.01)) return { ...base, ...to, ...stay, leftAt, state: 'void', voidReason: '重复登记' }
  return { ...base, ...to, ...stay, leftAt, state: 'left' }
}

function call(cast: Cast, at: number): Happening {
  const { random, now } = cast
  const { result, ...about } = random.pick(callMatters)
  const from = random.chance(0.75) ? { contact: random.pick(cast.contacts) } : { visitor: random.pick(cast.visitors) }
  const acknowledgedAt = at + random.int(1, 25) * MINUTE
  const resultAt = acknowledgedAt + random.int(5, 180) * MINUTE
  const base = { ...nothing, ...about, ...from, kind: 'call' as const, at, day: dayOf(at) }
  if (resultAt <= now) return { ...base, state: 'closed', acknowledgedAt, result, resultAt }
  return acknowledgedAt <= now ? { ...base, state: 'notified', acknowledgedAt } : { ...base, state: 'waiting' }
}

const byPhone = grievances.filter((grievance) => grievance.channel === 'phone')

/** Of the calls, those a repair or a complaint was started from: nobody else acknowledges or answers them. */
function handOn(all: readonly Happening[], random: Random): void {
  let complaints = 0
  for (const one of all) {
    if (one.kind !== 'call' || !one.contact) continue
    const open = { state: 'waiting', acknowledgedAt: null, result: '', resultAt: null } satisfies Partial<Happening>
    if (one.category === 'repair' && random.chance(0.6)) {
      const job = random.pick(random.chance(0.15) ? chargedJobs : freeJobs)
      Object.assign(one, open, { handedOn: { to: 'repairs', job }, matter: job.matter })
    } else if (one.category === 'complaint' && ++complaints % COMPLAINTS === 0) {
      const grievance = byPhone[complaints / COMPLAINTS % byPhone.length]!
      Object.assign(one, open, { handedOn: { to: 'complaints', grievance }, matter: grievance.cause })
    }
  }
}

/** What the newcomer finds: visitors inside, one past the time, two waiting for an answer, some expected, notices open. */
function goingOn(cast: Cast): Happening[] {
  const { random, now, contacts, closingTime } = cast
  const [returning, ...others] = cast.visitors
  const today = dayOf(now)
  const guest = (at: number, fields: Partial<Happening>): Happening =>
    ({ ...nothing, kind: 'visit', at, day: dayOf(at), state: 'inside', visitor: random.pick(others), contact: random.pick(contacts), purpose: 'meeting', ...fields })
  const inside = (minutes: number, fields: Partial<Happening> = {}): Happening => {
    const at = now - minutes * MINUTE
    return guest(at, { insideAt: at, validUntil: usualValidUntil(closingTime, at), cardNo: 'next', ...fields })
  }
  const open = (minutes: number): Happening => ({ ...call(cast, now - minutes * MINUTE), state: 'waiting', acknowledgedAt: null, result: '', resultAt: null })
  const yesterday = now - 22 * HOUR
  const lastWeek = now - 6 * 24 * HOUR
  const asked = { state: 'asked', cardNo: '' } as const
  const expected = (inMinutes: number, fields: Partial<Happening> = {}): Happening => {
    const expectedAt = now + inMinutes * MINUTE
    return guest(now - random.int(60, 110) * MINUTE, { state: 'expected', expectedAt, day: dayOf(expectedAt), ...fields })
  }
  const arranged = open(50)
  return [
    inside(8), inside(21), inside(34, { people: 3, purpose: 'interview' }), inside(52), inside(75, { purpose: 'works', matter: '空调维保' }),
    guest(yesterday, { insideAt: yesterday, validUntil: yesterday + 3 * HOUR, cardNo: 'missing', purpose: 'works', matter: '网络布线' }),
    guest(lastWeek, { state: 'left', visitor: returning!, contact: contacts[0]!, insideAt: lastWeek, leftAt: lastWeek + HOUR, validUntil: usualValidUntil(closingTime, lastWeek), cardNo: 'next' }),
    guest(now - 4 * MINUTE, asked), guest(now - 9 * MINUTE, asked),
    expected(25, { contact: contacts[0]!, visitor: returning! }), expected(70, { people: 2 }),
    { ...expected(110), from: arranged, at: arranged.at + MINUTE },
    { ...expected(24 * 60), day: addDays(today, 1) },
    arranged, open(3), open(12),
  ]
}

/** Cards go round in the order they are asked for; nobody gets one that is still out. */
function giveCards(all: Happening[]): void {
  const out = new Set([MISSING_CARD])
  let last = 0
  for (const one of all) {
    if (one.cardNo === 'missing') one.cardNo = cardOf(MISSING_CARD)
    if (one.cardNo !== 'next') continue
    do last = (last % CARDS) + 1
    while (out.has(last))
    if (one.state === 'inside') out.add(last)
    one.cardNo = cardOf(last)
  }
}

const cardOf = (serial: number): string => `T-${String(serial).padStart(3, '0')}`

/** Who is told, in words. */
export const hostOf = ({ department, contact }: Happening): string => contact?.name ?? (department ? departmentWords[department] : '')
