import { UserError } from '../../../shared/contract/errors'
import type { exitPermits, ExitPermitDetail } from '../../../shared/contract/exit-permits'
import { dayOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { byCode } from './code'
import { permitDetail } from './detail'
import { goodsOf, type PermitRecord } from './rows'
import { queueDifferSlip } from './slips'
import { loadPermit, refuseEnded, seenPermit, takeStep } from './write'

type Found = ExitPermitDetail['checks'][number]['found']

/** @throws UserError permit-expired, permit-not-yet, wrong-state (held, closed as unused); each with the permit's id */
function refuseNotToday(permit: PermitRecord, now: number): void {
  const { id, no, leaving_on: day } = permit
  if (permit.state === 'held' || permit.state === 'unused') throw new UserError('wrong-state', { no, id, state: permit.state })
  const today = dayOf(now)
  if (day < today) throw new UserError('permit-expired', { no, id, day })
  if (day > today) throw new UserError('permit-not-yet', { no, id, day })
}

/**
 * At the gate (14.R4): the permit of a scanned QR code or a typed number, where it lets goods out today.
 * @throws UserError not-found, number-ambiguous, permit-replaced (an older slip of one that was amended), permit-expired, permit-not-yet, permit-released, already-void, wrong-state
 */
export async function findAtGate(house: House, code: string): Promise<ExitPermitDetail> {
  const now = house.store.clock.now()
  const found = await byCode((sql, parameters) => house.store.read(sql, parameters) as never, code, now, `state IN ('issued', 'differs') AND leaving_on = '${dayOf(now)}'`)
  if (!found) throw new UserError('not-found')
  if ('nos' in found) throw new UserError('number-ambiguous', { typed: code.trim(), nos: found.nos.join('、') }, 'code')
  const { permit, current } = found
  refuseEnded(permit, now)
  if (!current) throw new UserError('permit-replaced', { no: permit.no, id: permit.id })
  refuseNotToday(permit, now)
  return permitDetail(house, permit.id)
}

/**
 * The guard's count, line by line, at the exit where it is taken. All agree: released, with time and name. Else it does not leave,
 * and desk and guard are told (14.R4); it may be counted again.
 * @throws UserError permit-other-exit, unknown-exit, permit-expired, permit-not-yet, permit-released, already-void, invalid-input (not every line once), order-taken, stale, wrong-state
 */
export async function checkGoods(house: House, input: ParsedInput<typeof exitPermits.checkGoods>, call: Call): Promise<ExitPermitDetail> {
  await house.store.write(call.scope, async (tx) => {
    const before = await loadPermit(tx, input.id)
    const found = countedLines(before, input.counts)
    const agrees = input.extra === '' && found.every((line) => line.found === line.listed)
    const action = agrees ? 'release' : 'differ'
    const { permit, next } = await seenPermit(tx, input, action)
    refuseNotToday(permit, tx.now)
    const { exits } = house.settings.current
    if (!exits.includes(input.exit)) throw new UserError('unknown-exit', { exit: input.exit }, 'exit')
    // One whose exit bears another name since leaves by any of the designated ones.
    if (exits.includes(permit.exit) && input.exit !== permit.exit) throw new UserError('permit-other-exit', { no: permit.no, exit: permit.exit }, 'exit')
    await tx.query('INSERT INTO gate_check (permit_id, at, by_id, by, exit, agrees, found, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
      permit.id, tx.now, tx.scope.actor.id, tx.scope.actor.name, input.exit, Number(agrees), JSON.stringify(found), input.extra,
    ])
    const checked = { checked_at: tx.now, checked_by: tx.scope.actor.name }
    if (agrees) {
      await house.notices.close(tx, 'exit-permits', permit.id)
      await takeStep(tx, house, permit, { action, to: next }, { ...checked, released_at: tx.now })
      return
    }
    await takeStep(tx, house, permit, { action, to: next, note: differenceWords(found, input.extra) }, checked)
    await tell(tx, house, permit, { found, extra: input.extra })
  })
  return permitDetail(house, input.id)
}

/** @throws UserError invalid-input unless every line was counted once */
function countedLines(permit: PermitRecord, counts: readonly { line: number; found: number }[]): Found {
  const goods = goodsOf(permit)
  const byLine = new Map(counts.map(({ line, found }) => [line, found]))
  if (byLine.size !== counts.length || byLine.size !== goods.length || goods.some((_, line) => !byLine.has(line))) throw new UserError('invalid-input', {}, 'counts')
  return goods.map(({ name, quantity }, line) => ({ line, name, listed: quantity, found: byLine.get(line)! }))
}

const differenceWords = (found: Found, extra: string): string =>
  [...found.filter((line) => line.found !== line.listed).map((line) => inChinese([say('on-permit', { name: line.name, n: line.listed }), say('counted', { n: line.found })])), extra && inChinese(say('off-permit', { what: extra }))].filter(Boolean).join('；')

/** The desk, on its screen and on its paper; an earlier count is no longer waited for. */
async function tell(tx: Tx, house: House, permit: PermitRecord, check: { found: Found; extra: string }): Promise<void> {
  await house.notices.close(tx, 'exit-permits', permit.id)
  const text = inChinese([say('goods-differ'), say('not-let-out'), permit.room && say('room', { room: permit.room }), permit.tenant_name, differenceWords(check.found, check.extra)])
  await house.notices.create(tx, { department: 'customer-service', person: '', text, register: 'exit-permits', recordId: permit.id, no: permit.no })
  await queueDifferSlip(tx, house, permit, check)
}
