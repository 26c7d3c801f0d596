import { denominations } from '../../shared/contract/cashier'
import { dayOf } from '../../shared/rules/time'
import type { DemoContact } from './directory'
import type { Work } from './orders'
import type { Life } from './replay'
import { atDesk, demoStaff } from './staff'
import { deskTime, HOUR, MINUTE } from './times'

/** Kept in the drawer for change. */
const FLOAT_FEN = 20_000

/** What was really used of the slip of an order; of something sold by the metre a little more than quoted. */
export async function countUsed({ replay, random }: Work, orderId: number): Promise<void> {
  const [slip] = await replay.find(`SELECT id FROM paid_service WHERE for_register = 'repairs' AND for_id = ${orderId} AND state = 'agreed'`)
  if (!slip) return
  const lines = await replay.find<{ id: number; quoted_milli: number }>(`SELECT id, quoted_milli FROM service_line WHERE service_id = ${slip.id} AND replaced_at IS NULL`)
  await replay.ask(demoStaff.engineering, 'paidServices', 'actuals', {
    ...(await replay.seen('paid_service', slip.id)), lines: lines.map((line) => ({ id: line.id, actualMilli: line.quoted_milli % 1000 === 0 ? line.quoted_milli : line.quoted_milli + random.int(1, 9) * 100 })),
  })
}

/** The client pays at the desk for the work, or has it put on the month's notice. */
export async function* settle(work: Work, orderId: number, contact: DemoContact): Life {
  const [slip] = await work.replay.find(`SELECT id FROM paid_service WHERE for_register = 'repairs' AND for_id = ${orderId} AND state = 'done'`)
  if (slip) yield* payLife(work, slip.id, contact)
}

async function* payLife({ replay, random }: Work, id: number, { tenant }: DemoContact): Life {
  yield deskTime(replay.at + random.int(10, 70) * MINUTE)
  const slip = await replay.seen('paid_service', id)
  if (random.chance(0.3)) {
    await replay.ask(atDesk(replay.at), 'paidServices', 'putOnMonth', slip)
    return
  }
  const payment = random.pick(['cash', 'cash', 'wechat', 'card'] as const)
  const [due] = await replay.find<{ total_fen: number }>(`SELECT total_fen FROM paid_service WHERE id = ${id}`)
  const tenderedFen = payment === 'cash' ? Math.ceil(due!.total_fen / 5000) * 5000 : null
  await replay.ask(atDesk(replay.at), 'paidServices', 'pay', { ...slip, payment, tenderedFen, payer: tenant.name, print: false })
}

/** A service without a repair: asked for at the desk, agreed on the phone, done and paid. `owes` leaves it due. */
export async function* serviceLife(work: Work, plan: { at: number; contact: DemoContact; title: string; code: string; pieces: number; owes?: boolean }): Life {
  const { replay, random, prices } = work
  const { contact, title } = plan
  yield plan.at
  const { id } = await replay.ask(atDesk(replay.at), 'paidServices', 'quote', {
    title, contactId: contact.id, unitId: contact.unit.id, tenantId: contact.tenant.id, lines: [{ priceItemId: prices.get(plan.code)!, quantityMilli: plan.pieces * 1000 }],
  })
  yield replay.at + random.int(5, 20) * MINUTE
  await replay.ask(atDesk(replay.at), 'paidServices', 'decide', { ...(await replay.seen('paid_service', id)), agreed: true, how: 'read-out', signature: { by: contact.name }, print: false })
  yield deskTime(replay.at + random.int(3, 9) * HOUR)
  const sign = (by: string) => replay.signed(by)
  await replay.ask(atDesk(replay.at), 'paidServices', 'complete', { ...(await replay.seen('paid_service', id)), worker: '李春生', workerSignature: await sign('李春生'), rating: 'satisfied', signature: await sign(contact.name) })
  if (!plan.owes) yield* payLife(work, id, contact)
}

/** At the end of a day the late shift counts the drawer and hands in what is above the float; once a coin too few is found. */
async function* drawerLife({ replay }: Work, at: number, missingFen = 0): Life {
  yield at
  const { expectedFen } = await replay.ask(demoStaff.late, 'cashier', 'drawer', undefined)
  if (expectedFen === 0) return
  const found = expectedFen - missingFen
  await replay.ask(demoStaff.late, 'cashier', 'close', { counts: counted(found), expectedFen, floatFen: Math.min(found, FLOAT_FEN), reason: missingFen === 0 ? '' : '找零多给，当日未能找回', print: false })
}

function counted(totalFen: number): { fen: number; pieces: number }[] {
  let left = totalFen
  return denominations.map((fen) => {
    const pieces = Math.floor(left / fen)
    left -= pieces * fen
    return { fen, pieces }
  })
}

/** The first morning's change comes from finance, signed for (M1). */
export async function* floatLife({ replay }: Work, at: number): Life {
  yield at
  await replay.ask(atDesk(replay.at), 'cashier', 'drawFloat', { amountFen: FLOAT_FEN, note: '找零备用', signature: await replay.signed(demoStaff.finance.name), print: false })
}

/** What is kept for change needs counting too before a day is closed: the late shift counts, signs and goes home (M1). */
export async function* dayCloseLife(work: Work, at: number, missingFen = 0): Life {
  const { replay } = work
  yield* drawerLife(work, at, missingFen)
  yield at + 9 * MINUTE
  const { late } = demoStaff
  const { counted, closed } = await replay.ask(late, 'cashier', 'dayState', undefined)
  if (counted && !closed) await replay.ask(late, 'cashier', 'closeDay', { signature: await replay.signed(late.name), print: false })
}

/** A receipt made out to the wrong name is voided, and the money taken anew (M2). */
export async function* voidedReceiptLife({ replay }: Work, at: number): Life {
  yield at
  const [receipt] = await replay.find<{ id: number; record_id: number; payer: string }>(`SELECT r.id, r.record_id, r.payer FROM receipt r JOIN paid_service s ON s.id = r.record_id WHERE r.register = 'paid-services' AND r.kind = 'receipt' AND r.void_at IS NULL AND r.payment <> 'cash' AND s.batch_id IS NULL ORDER BY r.id DESC LIMIT 1`)
  if (!receipt) return
  await replay.ask(demoStaff.supervisor, 'cashier', 'voidReceipt', { id: receipt.id, reason: '抬头开错', print: false })
  yield at + 3 * MINUTE
  await replay.ask(atDesk(replay.at), 'paidServices', 'pay', { ...(await replay.seen('paid_service', receipt.record_id)), payment: 'transfer', payer: receipt.payer, print: false })
}

/** The month before is checked by the supervisor on its second day; finance has still to check it again (17.R5). */
export async function* monthLife({ replay }: Work, at: number): Life {
  yield at
  const month = dayOf(new Date(at).setDate(0)).slice(0, 7)
  const [slip] = await replay.find(`SELECT id FROM paid_service WHERE batch_id IS NULL AND (month = '${month}' OR (state = 'paid' AND strftime('%Y-%m', paid_at / 1000, 'unixepoch', 'localtime') = '${month}')) LIMIT 1`)
  if (slip) await replay.ask(demoStaff.supervisor, 'paidServices', 'checkMonth', { month })
}

