import type { RecordRef } from '../../shared/contract/base'
import type { DemoContact } from './directory'
import { type DemoJob, workers } from './jobs'
import { countUsed, settle } from './money'
import type { Random } from './random'
import type { Life, Replay } from './replay'
import { atDesk, demoStaff } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

/** Where an order comes to rest whatever the time; `end` goes all the way. */
export type Rest = 'quote' | 'refuse' | 'save' | 'fetch' | 'start' | 'wait' | 'finish' | 'sign' | 'return' | 'verify' | 'void' | 'end'
export interface OrderPlan { at: number; from: RecordRef | null; contact: DemoContact; job: DemoJob; rest: Rest; emergencyFirst?: boolean; /** What the client finds wrong when asked. */ bad?: string; /** The amount stays due. */ owes?: boolean }
export interface Work { replay: Replay; random: Random; prices: Map<string, number> }
interface Order { id: number; version: number }

const OPINIONS = ['', '', '', '客户说来得快', '已恢复，客户满意', '现场看过，没有问题']
const COMMENTS = ['', '', '', '师傅很细心', '来得挺快', '希望提前打个电话']

/** A repair from its report to the file, by the people who do it. */
export async function* orderLife(work: Work, plan: OrderPlan): Life {
  const { replay, random } = work
  yield plan.at
  const { job, contact } = plan
  const chargeable = job.charge !== undefined
  const order = await replay.ask(atDesk(replay.at), 'repairs', 'save', {
    from: plan.from, content: job.matter, trade: job.trade, contactId: contact.id, unitId: contact.unit.id, tenantId: contact.tenant.id, chargeable, emergencyFirst: plan.emergencyFirst ?? false,
    urgency: random.chance(0.1) ? 'urgent' : 'normal', print: false,
  })
  if (chargeable) {
    yield replay.at + random.int(2, 6) * MINUTE
    const slip = await quote(work, { register: 'repairs', id: order.id }, job)
    if (plan.rest === 'quote') return
    if (!plan.emergencyFirst) {
      yield replay.at + random.int(4, 25) * MINUTE
      const agreed = plan.rest !== 'refuse'
      await replay.ask(atDesk(replay.at), 'paidServices', 'decide', { ...(await replay.seen('paid_service', slip)), agreed, how: 'read-out', reason: agreed ? '' : '价格高，自己找人换', signature: { by: contact.name }, print: false })
      if (!agreed) return
    }
  }
  if (plan.rest === 'void') {
    yield replay.at + random.int(5, 30) * MINUTE
    await replay.ask(atDesk(replay.at), 'repairs', 'void', { ...(await replay.seen('work_order', order.id)), reason: random.pick(['同事已报过，重复', '客户来电说已好']) })
    return
  }
  yield* course(work, order, plan)
}

/** 报价 from the price list. @returns the slip's id */
async function quote({ replay, prices }: Work, from: RecordRef, job: DemoJob): Promise<number> {
  const lines = job.charge!.map(([code, pieces]) => ({ priceItemId: prices.get(code)!, quantityMilli: Math.round(pieces * 1000) }))
  return (await replay.ask(atDesk(replay.at), 'paidServices', 'quote', { from, lines })).id
}

/** From the desk to engineering and back. */
async function* course(work: Work, { id }: Order, plan: OrderPlan): Life {
  const { replay, random } = work
  const { engineering } = demoStaff
  const { job, contact, rest } = plan
  const order = () => replay.seen('work_order', id)
  const signedBy = (by: string) => replay.signed(by)
  const worker = random.pick(workers)
  if (rest === 'save') return

  yield replay.at + random.int(6, 40) * MINUTE
  await replay.ask(engineering, 'repairs', 'fetch', { ...(await order()), by: engineering.name, worker: rest === 'fetch' ? '' : worker })
  if (rest === 'fetch') return
  yield replay.at + random.int(3, 15) * MINUTE
  await replay.ask(engineering, 'repairs', 'start', await order())
  if (rest === 'start') return

  if (job.waitsFor && (rest === 'wait' || random.chance(0.5))) {
    yield replay.at + random.int(10, 25) * MINUTE
    await replay.ask(engineering, 'repairs', 'wait', { ...(await order()), for: job.waitsFor, until: replay.at + 48 * HOUR })
    if (rest === 'wait') return
    yield deskTime(replay.at + random.int(20, 50) * HOUR)
    await replay.ask(engineering, 'repairs', 'start', await order())
  }
  yield random.chance(0.04) ? deskTime(replay.at + 16 * HOUR) : replay.at + random.int(15, 110) * MINUTE
  const materials = job.material ? [{ name: job.material[0], unit: job.material[1], quantityMilli: job.material[2] * 1000, unitPriceFen: 0 }] : []
  await replay.ask(engineering, 'repairs', 'finish', { ...(await order()), workRecord: job.record, materials, signature: await signedBy(worker) })
  if (rest === 'finish') return
  yield replay.at + random.int(2, 8) * MINUTE
  if (job.charge) await countUsed(work, id)
  await replay.ask(engineering, 'repairs', 'sign', { ...(await order()), rating: random.chance(0.88) ? 'satisfied' : random.chance(0.8) ? 'fair' : 'dissatisfied', comment: random.pick(COMMENTS), signature: await signedBy(contact.name) })
  if (job.charge && !plan.owes) yield* settle(work, id, contact)
  if (rest === 'sign') return

  yield deskTime(replay.at + random.int(15, 150) * MINUTE)
  await replay.ask(atDesk(replay.at), 'repairs', 'return', { ...(await order()), by: worker })
  if (rest === 'return') return
  yield deskTime(replay.at + random.int(2, 22) * HOUR)
  const stillWrong = plan.bad ?? ''
  const { reorder } = await replay.ask(atDesk(replay.at), 'repairs', 'verify', { ...(await order()), method: random.chance(0.8) ? 'phone' : 'visit', outcome: stillWrong ? 'bad' : 'good', opinion: stillWrong || random.pick(OPINIONS), stillWrong, print: false })
  if (reorder) {
    const { bad: _, ...again } = plan
    yield* course(work, { id: reorder.id, version: 1 }, { ...again, job: { matter: stillWrong, trade: job.trade, record: `${job.record}；复查正常` } })
  }
  if (rest === 'verify') return
  yield deskTime(replay.at + random.int(18, 60) * HOUR)
  await replay.ask(atDesk(replay.at), 'repairs', 'file', { ids: [id] })
}

/** A supervisor looks at a returned order now and then (13.R7). */
export async function* spotCheckLife({ replay, random }: Work, at: number): Life {
  yield at
  const [order] = await replay.find("SELECT id FROM work_order WHERE state IN ('returned', 'verified') AND id NOT IN (SELECT order_id FROM spot_check) ORDER BY id DESC LIMIT 1")
  const passed = random.chance(0.85)
  if (order) await replay.ask(demoStaff.supervisor, 'repairs', 'spotCheck', { id: order.id, stage: 'returned', passed, note: passed ? '签字齐全，回访属实' : '维修记录过于简单，已提醒' })
}
