import type { Inputs } from '../../shared/contract'
import type { DemoContact, DemoUnit } from './directory'
import { workers } from './jobs'
import type { Work } from './orders'
import type { Life } from './replay'
import { atDesk, demoStaff } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

const ROOMS: [place: string, type: Inputs['keys']['save']['type'], name: string][] = [
  ['B1 水泵房', 'plant-room', '水泵房'], ['B1 配电室', 'plant-room', '配电室'], ['B2 柴发机房', 'plant-room', '柴发机房'], ['40 层电梯机房', 'lift', '电梯机房'], ['1 层消防控制室', 'plant-room', '消控室'], ['31 层新风机房', 'plant-room', '新风机房'],
  ['22 层弱电间', 'riser', '弱电间'], ['22 层茶水间', 'cabinet', '茶水间'], ['B1 垃圾房', 'other', '垃圾房'], ['屋面', 'other', '屋面门'],
]
const REASONS = ['更换门锁配件', '电梯维保', '空调检修', '清洗水箱', '弱电检查', '消防年检', '灭火器更换']
export const KEY_HOOKS = 88

/** The board as it hangs: plant rooms first, then a hook for each of the first rooms. */
async function* boardLife({ replay, random }: Work, at: number, units: DemoUnit[], hung: (ids: number[]) => void): Life {
  yield at
  const ids: number[] = []
  for (let i = 0; i < KEY_HOOKS; i++) {
    const [board, hook] = i < 56 ? ['A', i + 1] as const : ['B', i - 55] as const
    const room = ROOMS[i]
    const { id } = await replay.ask(demoStaff.supervisor, 'keys', 'save', room
      ? { board, hook, place: room[0], type: room[1], name: room[2], owned: 2 }
      : { board, hook, unitId: units[i * 3]!.id, type: 'door', name: random.chance(0.8) ? '前门' : '后门', owned: random.int(1, 4) })
    ids.push(id)
  }
  hung(ids)
}

interface LoanPlan { at: number; key: () => number; hours: number; back: boolean; chased?: boolean }
async function* loanLife({ replay, random }: Work, { at, key, hours, back, chased }: LoanPlan): Life {
  yield at
  const borrower = random.pick(workers)
  const { id } = await replay.ask(atDesk(replay.at), 'keys', 'lend', { keyId: key(), reason: random.pick(REASONS), borrower, company: '工程部', dueAt: replay.at + hours * HOUR, signature: await replay.signed(borrower), print: false })
  if (chased) {
    yield replay.at + (hours + 1) * HOUR
    await replay.ask(atDesk(replay.at), 'keys', 'chase', { id, print: false })
  }
  if (!back) return
  yield replay.at + random.int(30, hours * 60) * MINUTE
  await replay.ask(atDesk(replay.at), 'keys', 'return', { ...(await replay.seen('key_loan', id)), count: 1, signature: await replay.signed(borrower), print: false })
}

async function* custodyLife({ replay }: Work, at: number, contact: DemoContact, key: () => number, sealNo: string): Life {
  yield at
  await replay.ask(atDesk(replay.at), 'keys', 'takeCustody', {
    tenantId: contact.tenant.id, unitId: contact.unit.id, reason: '节假日应急', sealNo, purposeExplained: true, clientSealSeen: true, stamped: true, noPhoto: '摄像头送修', keys: [{ keyId: key(), type: 'door', name: '前门', count: 1 }],
    authorised: [{ name: contact.name, title: contact.title }], signature: await replay.signed(contact.name), print: false,
  })
}

async function* cuttingLife({ replay }: Work, at: number, key: () => number, goesOn: boolean): Life {
  yield at
  const { id } = await replay.ask(atDesk(replay.at), 'keys', 'requestCutting', { keyId: key(), count: 2, reason: '人员增加' })
  if (!goesOn) return
  yield deskTime(replay.at + 3 * HOUR)
  await replay.ask(demoStaff.supervisor, 'keys', 'checkCutting', { ...(await replay.seen('key_cutting', id)), agreed: true })
  yield deskTime(replay.at + 5 * HOUR)
  await replay.ask(demoStaff.administrator, 'keys', 'approveCutting', { ...(await replay.seen('key_cutting', id)), agreed: true })
  yield deskTime(replay.at + 24 * HOUR)
  await replay.ask(atDesk(replay.at), 'keys', 'cut', { ...(await replay.seen('key_cutting', id)), by: '便民锁业' })
  await replay.ask(atDesk(replay.at), 'keys', 'registerCut', await replay.seen('key_cutting', id))
}

async function* stocktakeLife({ replay }: Work, at: number): Life {
  yield at
  const hooks = await replay.find<{ id: number; here: number }>(`SELECT k.id, k.owned - coalesce((SELECT sum(l.count - l.returned - l.lost) FROM key_loan l WHERE l.key_id = k.id AND l.state = 'out'), 0) AS here FROM key_hook k WHERE k.board = 'A' AND k.active = 1`)
  const { id } = await replay.ask(demoStaff.late, 'keys', 'saveStocktake', { board: 'A', lines: hooks.map((hook) => ({ keyId: hook.id, expected: hook.here, found: hook.here })) })
  yield replay.at + HOUR
  await replay.ask(demoStaff.supervisor, 'keys', 'checkStocktake', await replay.seen('stocktake', id))
}

/** Two boards, a month of loans, three out now and one of them late, keys in custody, one cut, one to be approved. */
export function keyLives(work: Work, contacts: DemoContact[], units: DemoUnit[], now: number): Life[] {
  const { random } = work
  const DAY = 24 * HOUR
  let hooks: number[] = []
  const hook = (index: number) => () => hooks[index]!
  const out = [18, 30, 43] as const
  const cut = [25, 26] as const
  // Keys of a room are kept for the company that sits there; not those that are out or being cut.
  const taken: readonly number[] = [...out, ...cut]
  const kept = contacts.filter(({ tenant }, at) => contacts[at - 1]?.tenant !== tenant)
    .map((contact) => ({ contact, index: units.findIndex(({ id }) => id === contact.unit.id) / 3 }))
    .filter(({ index }) => Number.isInteger(index) && index >= ROOMS.length && index < KEY_HOOKS && !taken.includes(index)).slice(0, 4)
  const past = Array.from({ length: 22 }, (_, i) => loanLife(work, { at: deskTime(now - (27 - i) * DAY - random.int(0, 5) * HOUR), key: hook(i % ROOMS.length), hours: random.int(2, 6), back: true }))
  return [
    boardLife(work, now - 29 * DAY, units, (ids) => { hooks = ids }), ...past,
    loanLife(work, { at: now - 5 * HOUR, key: hook(out[0]), hours: 2, back: false, chased: true }), loanLife(work, { at: now - 70 * MINUTE, key: hook(out[1]), hours: 3, back: false }), loanLife(work, { at: now - 25 * MINUTE, key: hook(out[2]), hours: 4, back: false }),
    ...kept.map(({ contact, index }, i) => custodyLife(work, deskTime(now - (15 - i) * DAY), contact, hook(index), `F-000${i + 1}`)),
    cuttingLife(work, deskTime(now - 8 * DAY), hook(cut[0]), true), cuttingLife(work, deskTime(now - DAY), hook(cut[1]), false), stocktakeLife(work, deskTime(now - 3 * DAY)),
  ]
}
