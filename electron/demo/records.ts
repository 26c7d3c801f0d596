import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import type { House } from '../registers/house'
import type { Tx } from '../store/types'
import { complaintLife } from './complaints'
import type { DemoContact, DemoTenant, DemoUnit } from './directory'
import type { Month, Trace } from './entries'
import { beingHandled, grievances, overdue, secondRound, toAsk } from './grievances'
import { chargedJobs, type DemoJob, freeJobs } from './jobs'
import { keyLives } from './keys'
import { dayCloseLife, floatLife, monthLife, serviceLife, voidedReceiptLife } from './money'
import { type OrderPlan, orderLife, type Rest, spotCheckLife, type Work } from './orders'
import { passLives } from './passes'
import { permitLives } from './permits'
import { enterPrices } from './prices'
import type { Random } from './random'
import { type Life, Replay } from './replay'
import { signLives } from './signs'
import { demoStaff } from './staff'
import { HOUR, MINUTE } from './times'

const DAY = 24 * HOUR

/** A month of repairs, paid services and complaints, passes, keys, exit permits and signs: those the calls led to, and those that are still open at `now`. */
export async function playRecords(tx: Tx, house: House, { random, units, tenants, contacts, month, now }: { random: Random; units: DemoUnit[]; tenants: DemoTenant[]; contacts: DemoContact[]; month: Month; now: number }): Promise<Trace[]> {
  const replay = new Replay(tx, house)
  const first = addDays(dayOf(now), -30)
  const prices = await enterPrices(replay, `${Number(first.slice(0, 4)) - 1}-01-01`)
  const work: Work = { replay, random, prices }
  const counter = [...passLives(work, contacts, now), ...keyLives(work, contacts, units, now), ...permitLives(work, contacts, now), ...signLives(work, tenants, now)]
  await replay.play([...started(work, month), ...open(work, contacts, now), ...services(work, contacts, now), ...checks(work, first), ...counter], now)
  // Security has what it was told of passes and permits, but for the last hours.
  await tx.query(`UPDATE notice SET acknowledged_at = created_at + ?, acknowledged_by = ? WHERE register IN ('passes', 'exit-permits') AND acknowledged_at IS NULL AND closed_at IS NULL AND created_at < ?`, [10 * MINUTE, demoStaff.security.name, now - 3 * HOUR])
  return replay.traces
}

/** From the calls of the month, a few minutes after each. */
function started(work: Work, month: Month): Life[] {
  const { random } = work
  const lives: Life[] = []
  for (const [{ at, handedOn, contact }, entry] of month.entryOf) {
    if (!handedOn || !contact) continue
    const plan = { at: at + random.int(1, 4) * MINUTE, from: { register: 'reception' as const, id: entry.id }, contact }
    if (handedOn.to === 'repairs') lives.push(orderLife(work, { ...plan, job: handedOn.job, ...turn(random, lives.length) }))
    else lives.push(complaintLife(work, { ...plan, grievance: handedOn.grievance, rest: 'end' }))
  }
  return lives
}

/** Most go the whole way; now and then one is void, or comes back because it did not hold. */
function turn(random: Random, index: number): Pick<OrderPlan, 'rest' | 'bad' | 'emergencyFirst'> {
  if (index % 45 === 20) return { rest: 'void' }
  return random.chance(0.03) ? { rest: 'end', bad: '第二天又出现同样的情况，请再来看' } : { rest: 'end' }
}

/** What the newcomer finds open, whatever the hour. */
function open(work: Work, contacts: DemoContact[], now: number): Life[] {
  const { random } = work
  const [cold, smell, leak, flicker] = freeJobs as [DemoJob, DemoJob, DemoJob, DemoJob]
  const waiting = freeJobs.filter((job) => job.waitsFor)
  const [lock, socket, tap, drain, thermostat] = chargedJobs as [DemoJob, DemoJob, DemoJob, DemoJob, DemoJob]
  const order = (ago: number, job: DemoJob, rest: Rest, more: Partial<OrderPlan> = {}): Life => orderLife(work, { at: now - ago, from: null, contact: random.pick(contacts), job, rest, ...more })
  const complaint = (ago: number, grievance: typeof overdue, rest: 'save' | 'assign' | 'handle' | 'again' | 'end'): Life => complaintLife(work, { at: now - ago, from: null, contact: random.pick(contacts), grievance, rest })
  return [
    order(12 * MINUTE, socket, 'quote'), order(26 * HOUR, thermostat, 'quote'), order(5 * DAY, lock, 'refuse'),
    order(9 * MINUTE, smell, 'save'), order(95 * MINUTE, cold, 'start', { contact: contacts[0]! }), order(70 * MINUTE, flicker, 'fetch'),
    order(3 * DAY, waiting[0]!, 'wait'), order(6 * DAY, waiting[1]!, 'wait'), order(5 * HOUR, tap, 'finish'),
    order(2 * DAY, leak, 'sign'), order(3 * DAY, flicker, 'sign'), order(4 * DAY, cold, 'sign'),
    order(28 * HOUR, smell, 'return'), order(30 * HOUR, drain, 'return', { emergencyFirst: true }), order(50 * HOUR, drain, 'verify', { owes: true }), order(8 * DAY, tap, 'end'), order(11 * DAY, socket, 'end'), order(15 * DAY, lock, 'end'),
    complaint(3 * DAY, overdue, 'save'), complaint(2 * DAY, secondRound, 'again'), complaint(3 * HOUR, beingHandled, 'assign'), complaint(7 * HOUR, toAsk, 'handle'),
    complaint(12 * DAY, grievances[4]!, 'end'), complaint(9 * DAY, grievances[3]!, 'end'), complaint(16 * DAY, grievances[1]!, 'end'),
  ]
}

function services(work: Work, contacts: DemoContact[], now: number): Life[] {
  const { random } = work
  const plans = [
    [19, '加时空调，周末加班', 'K-03', 4], [14, '地毯清洗，会议区', 'B-01', 60], [13, '墙面挂装投影幕', 'Z-02', 1], [7, '加时空调，晚间培训', 'K-03', 3], [4, '办公家具拆装', 'Z-01', 5], [2, '临时保洁，活动后', 'B-03', 6],
  ] as const
  return plans.map(([days, title, code, pieces]) => serviceLife(work, { at: now - days * DAY - 5 * HOUR, contact: random.pick(contacts), title, code, pieces, owes: days === 2 }))
}

/** What the desk and its supervisor do by the calendar. */
function checks(work: Work, first: string): Life[] {
  const days = Array.from({ length: 31 }, (_, i) => dayStart(addDays(first, i)))
  return [
    ...days.slice(0, 1).map((day) => floatLife(work, day + 8.1 * HOUR)),
    ...days.map((day, i) => dayCloseLife(work, day + 18.6 * HOUR, i === 17 ? 500 : 0)),
    ...days.filter((_, i) => i % 4 === 3).map((day) => spotCheckLife(work, day + 10.5 * HOUR)),
    ...days.filter((day) => new Date(day).getDate() === 2).map((day) => monthLife(work, day + 10 * HOUR)),
    voidedReceiptLife(work, days[29]! + 11 * HOUR),
  ]
}
