import type { Inputs } from '../../shared/contract'
import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import type { DemoContact } from './directory'
import type { Work } from './orders'
import type { Life } from './replay'
import { atDesk, demoStaff } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

type Goods = NonNullable<Inputs['exitPermits']['save']['goods']>
const LOADS: Goods[] = [
  [{ name: '打印机', quantity: 1, unit: '台', remark: '送修' }], [{ name: '旧货架', quantity: 6, unit: '件' }], [{ name: '文件柜', quantity: 4, unit: '个', remark: '两门，已空' }], [{ name: '样品箱', quantity: 9, unit: '件' }],
  [{ name: '服务器', quantity: 2, unit: '台', remark: '机身号末四位 7731' }], [{ name: '办公桌', quantity: 12, unit: '张', remark: '1.4 米，含桌腿' }, { name: '会议椅', quantity: 6, unit: '把' }], [{ name: '花架', quantity: 2, unit: '件' }],
]
const PLATES = ['京A·6L208', '京N·B7731', '京A·D51908', '']

const EXIT = '东门货运出口'

interface PermitPlan { at: number; contact: DemoContact; goods: Goods; rest: 'gate' | 'differs' | 'released' | 'back' | 'void'; signs?: boolean }

async function* permitLife({ replay, random }: Work, { at, contact, goods, rest, signs }: PermitPlan): Life {
  yield at
  const authority = signs
    ? { kind: 'signatory' as const, signatoryId: (await signatory(replay, contact)), signature: await replay.signed(contact.name), matches: true }
    : { kind: 'letter' as const, sealSeen: true }
  const { id } = await replay.ask(atDesk(replay.at), 'exitPermits', 'save', {
    kind: goods[0]!.remark === '送修' ? 'repair' : 'large', tenantId: contact.tenant.id, unitId: contact.unit.id, contactId: contact.id, goods, vehicleNo: random.pick(PLATES), leavingOn: dayOf(replay.at), authority, print: false,
  })
  if (rest === 'gate') return
  if (rest === 'void') {
    yield replay.at + 5 * MINUTE
    await replay.ask(atDesk(replay.at), 'exitPermits', 'void', { ...(await replay.seen('exit_permit', id)), reason: '重复开条' })
    return
  }
  yield replay.at + random.int(10, 60) * MINUTE
  const extra = rest === 'differs' ? 2 : 0
  await replay.ask(demoStaff.security, 'exitPermits', 'checkGoods', { ...(await replay.seen('exit_permit', id)), exit: EXIT, counts: goods.map(({ quantity }, line) => ({ line, found: quantity + (line === 0 ? extra : 0) })) })
  if (rest !== 'back') return
  yield deskTime(replay.at + 20 * HOUR)
  const [permit] = await replay.find<{ no: string }>(`SELECT no FROM exit_permit WHERE id = ${id}`)
  await replay.ask(atDesk(replay.at), 'exitPermits', 'slipBack', { codes: [permit!.no] })
}

/** 指定签字人 of a company, with a specimen. */
async function signatory(replay: Work['replay'], contact: DemoContact): Promise<number> {
  const [known] = await replay.find(`SELECT id FROM signatory WHERE contact_id = ${contact.id} AND active = 1`)
  if (known) return known.id
  const { signatureId } = await replay.signed(contact.name)
  return (await replay.ask(atDesk(replay.at), 'exitPermits', 'saveSignatory', { tenantId: contact.tenant.id, contactId: contact.id, name: contact.name, title: contact.title, specimenId: signatureId })).id
}

/** 退租 begins with its goods (14.R3): of the first of `contacts` whose company owes nothing, asked for a day ahead. */
async function* movingOut({ replay }: Work, at: number, contacts: DemoContact[]): Life {
  yield at
  const owing = new Set((await replay.find<{ id: number }>(`SELECT tenant_id AS id FROM posting WHERE account = 'receivable' AND tenant_id IS NOT NULL GROUP BY tenant_id HAVING sum(amount_fen) <> 0`)).map(({ id }) => id))
  const contact = contacts.find(({ tenant }) => !owing.has(tenant.id))!
  const goods = LOADS[5]!
  const { id } = await replay.ask(atDesk(replay.at), 'exitPermits', 'save', {
    kind: 'moving-out', tenantId: contact.tenant.id, unitId: contact.unit.id, contactId: contact.id, goods, vehicleNo: PLATES[0]!, leavingOn: addDays(dayOf(replay.at), 1), authority: { kind: 'letter', sealSeen: true }, print: false,
  })
  yield deskTime(replay.at + 24 * HOUR)
  await replay.ask(demoStaff.security, 'exitPermits', 'checkGoods', { ...(await replay.seen('exit_permit', id)), exit: EXIT, counts: goods.map(({ quantity }, line) => ({ line, found: quantity })) })
}

/** A month of permits: most went out and their slips came back; two at the gate, one that differs, one of yesterday unused. */
export function permitLives(work: Work, contacts: DemoContact[], now: number): Life[] {
  const { random } = work
  const DAY = 24 * HOUR
  // A permit is for its one day, however early it is.
  const today = (ago: number): number => Math.max(dayStart(dayOf(now)) + MINUTE, now - ago)
  const past = Array.from({ length: 24 }, (_, i) => permitLife(work, { at: deskTime(now - (28 - i) * DAY - random.int(0, 6) * HOUR), contact: random.pick(contacts), goods: LOADS[i % LOADS.length]!, rest: i === 9 ? 'void' : 'back', signs: i % 3 === 0 }))
  return [
    ...past, movingOut(work, deskTime(now - DAY - 3 * HOUR), contacts.slice(30, 60)), permitLife(work, { at: deskTime(now - DAY - 2 * HOUR), contact: contacts[11]!, goods: LOADS[6]!, rest: 'gate' }),
    permitLife(work, { at: today(70 * MINUTE), contact: contacts[12]!, goods: LOADS[0]!, rest: 'gate' }), permitLife(work, { at: today(38 * MINUTE), contact: contacts[13]!, goods: LOADS[1]!, rest: 'gate', signs: true }),
    permitLife(work, { at: today(150 * MINUTE), contact: contacts[14]!, goods: LOADS[2]!, rest: 'differs' }), permitLife(work, { at: today(4 * HOUR), contact: contacts[15]!, goods: LOADS[3]!, rest: 'released' }),
  ]
}
