import type { Inputs } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/rules/time'
import type { DemoContact } from './directory'
import { personName, residentNumber } from './names'
import type { Work } from './orders'
import { portrait } from './portrait'
import type { Life } from './replay'
import { scribble } from './scribble'
import { atDesk, demoStaff } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

type Application = Inputs['passes']['apply']
type PassEnd = 'ready' | 'issued' | 'lost' | 'returned'

const TRADES = ['木工', '电工', '油漆工', '瓦工', '安装工', '保洁']
export const CONTRACTORS = ['鼎信装饰工程有限公司', '安泰电梯工程有限公司', '洁净源水务有限公司'] as const

/** One application from the papers to the end of its passes. `until` where the term is not the kind's. */
interface PassPlan { at: number; kind: Application['kind']; contact?: DemoContact; company?: string; people: number; end: PassEnd; permit?: () => number; reason?: string; until?: number; files?: boolean }

async function* passLife({ replay, random }: Work, plan: PassPlan): Life {
  yield plan.at
  const { contact, kind } = plan
  const who = contact?.name ?? personName(random)
  const { papers } = (await replay.ask(atDesk(replay.at), 'passes', 'kinds', undefined)).find((one) => one.kind === kind)!
  const holders = []
  for (let i = 0; i < plan.people; i++) {
    const name = i === 0 && contact ? contact.name : personName(random)
    holders.push({ name, documentNumber: residentNumber(random), photoId: await replay.picture(portrait(name), 'photo'), trade: kind === 'construction' ? TRADES[i % TRADES.length]! : '' })
  }
  const saved = await replay.ask(atDesk(replay.at), 'passes', 'apply', {
    kind, ...(contact ? { tenantId: contact.tenant.id, unitId: contact.unit.id, contactId: contact.id } : {}), company: plan.company ?? '', applicant: who, phone: contact ? '' : '13800138000', reason: plan.reason ?? '',
    fitOutPermitId: plan.permit?.() ?? null, validUntil: plan.until === undefined ? null : dayOf(plan.until), papers: papers.map(({ key, check }) => ({ key, checks: [check] })), holders, receipts: 'one', payment: random.pick(['cash', 'wechat', 'alipay'] as const), print: false,
    signature: plan.people === 1 && plan.end !== 'ready' ? await replay.signed(who) : null,
  })
  if (plan.files !== false) {
    yield deskTime(replay.at + 2 * HOUR)
    await replay.ask(atDesk(replay.at), 'passes', 'file', { applicationIds: [saved.applicationId] })
  }
  if (plan.end === 'ready') return
  const passes = () => Promise.all(saved.passes.map(({ id }) => replay.seen('pass', id)))
  if (plan.people > 1) {
    yield deskTime(replay.at + random.int(20, 120) * MINUTE)
    await replay.ask(atDesk(replay.at), 'passes', 'handOut', { passes: await passes(), signature: await replay.signed(who) })
  }
  if (plan.end === 'issued') return
  yield deskTime(replay.at + random.int(3, 6) * 24 * HOUR)
  const [first] = await passes()
  if (plan.end === 'lost') await replay.ask(atDesk(replay.at), 'passes', 'lose', { ...first!, lostOn: dayOf(replay.at), lostWhere: '地铁上', declaredBy: who, signature: await replay.signed(who), print: false })
  else await replay.ask(atDesk(replay.at), 'passes', 'return', { passes: await passes(), receiptNos: [saved.receipts[0]!.no], payment: 'wechat', signature: await replay.signed(who), print: false })
}

/** 施工许可证 of the works that are going on; the passes under it come after. */
async function* permitLife({ replay }: Work, at: number, contact: DemoContact, no: string, keep: (id: number) => void): Life {
  yield at
  const { id } = await replay.ask(demoStaff.supervisor, 'passes', 'saveFitOutPermit', {
    no, tenantId: contact.tenant.id, unitId: contact.unit.id, contractor: CONTRACTORS[0], chief: '郭凯', chiefPhone: '13911110000', content: '室内隔断、吊顶、强弱电改造', validFrom: dayOf(at), validUntil: addDays(dayOf(at), 90), scanIds: [await replay.picture(scribble(no), 'scan')],
  })
  keep(id)
}

/** A month of passes: some run out, some wait to be fetched, one is lost, some came back. */
export function passLives(work: Work, contacts: DemoContact[], now: number): Life[] {
  const { random } = work
  const DAY = 24 * HOUR
  const day = (days: number, hour = 0): number => deskTime(now - days * DAY - hour * HOUR)
  let permit = 0
  const permitId = () => permit
  const one = (days: number, end: PassEnd, more: Partial<PassPlan> = {}): Life => passLife(work, { at: day(days, 3), kind: 'identity', contact: random.pick(contacts), people: 1, end, ...more })
  return [
    permitLife(work, day(27), contacts[7]!, 'SG-2026-018', (id) => { permit = id }),
    passLife(work, { at: day(26, 2), kind: 'construction', company: CONTRACTORS[0], people: 6, end: 'issued', permit: permitId, until: now + 3 * DAY }),
    passLife(work, { at: day(20), kind: 'construction', company: CONTRACTORS[0], people: 2, end: 'issued', permit: permitId, until: now - 2 * DAY }),
    passLife(work, { at: day(18), kind: 'construction', company: CONTRACTORS[0], people: 3, end: 'returned', permit: permitId }),
    passLife(work, { at: Math.min(day(0, 3), now - 20 * MINUTE), kind: 'construction', company: CONTRACTORS[0], people: 12, end: 'ready', permit: permitId, files: false }),
    passLife(work, { at: day(22), kind: 'temporary', company: CONTRACTORS[2], people: 4, end: 'issued', reason: '送水' }), passLife(work, { at: day(16), kind: 'temporary', company: '味好送餐', people: 2, end: 'returned', reason: '送餐' }),
    passLife(work, { at: day(24), kind: 'contractor', company: CONTRACTORS[1], people: 4, end: 'issued' }),
    ...Array.from({ length: 14 }, (_, i) => one(2 + i * 2, i % 5 === 3 ? 'returned' : 'issued')), one(12, 'lost'), one(9, 'lost'), one(1, 'issued', { files: false }), one(0, 'ready', { at: now - 35 * MINUTE, files: false }),
  ]
}
