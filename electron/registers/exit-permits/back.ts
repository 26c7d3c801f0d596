import { UserError } from '../../../shared/contract/errors'
import type { exitPermits } from '../../../shared/contract/exit-permits'
import { reconciliationOf } from '../../../shared/rules/exit-permit'
import { dayOf } from '../../../shared/rules/time'
import { inChinese, say } from '../../../shared/rules/phrases'
import type { Tx } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { byCode } from './code'
import { goodsOf, goodsWords, LISTED, type ListedPermit, permitRow } from './rows'
import { queueChaseSlip } from './slips'
import { loadPermit, type SavedPermit, saved, stateAfter, takeStep } from './write'

type Back = Answer<typeof exitPermits.slipBack>

/** 门岗交回 (14.F1): a pile of slips, scanned one after the other. One that can't be taken back is left, with why; the others are. */
export function slipBack(house: House, { codes }: ParsedInput<typeof exitPermits.slipBack>, call: Call): Promise<Back> {
  return house.store.write(call.scope, async (tx) => {
    const back: Back['back'] = []
    const left: Back['left'] = []
    for (const code of codes) {
      const taken = await takeBack(tx, house, code)
      if (typeof taken === 'string') left.push({ code, why: taken })
      else back.push(taken)
    }
    return { back, left }
  })
}

async function takeBack(tx: Tx, house: House, code: string): Promise<Back['back'][number] | Back['left'][number]['why']> {
  const found = await byCode(tx.query, code, tx.now, `state = 'released'`)
  if (!found) return 'not-found'
  if ('nos' in found) return 'ambiguous'
  const { permit } = found
  if (permit.state === 'reconciled') return 'back'
  if (!found.current) return 'replaced'
  if (permit.state !== 'released') return permit.state
  await takeStep(tx, house, permit, { action: 'reconcile', to: stateAfter(permit, 'reconcile') }, { slip_back_at: tx.now, slip_back_by: tx.scope.actor.name, ended_at: tx.now })
  // Nobody looks for it any more.
  await house.notices.close(tx, 'exit-permits', permit.id)
  return { id: permit.id, no: permit.no, room: permit.room, tenantName: permit.tenant_name, goods: goodsOf(permit) }
}

/** 追查: counted, told to security, who keep the slips, and on paper where there is a printer. Nothing that is written meanwhile gets stale by it. @throws UserError wrong-state unless it is missing */
export function chase(house: House, { id, print }: ParsedInput<typeof exitPermits.chase>, call: Call): Promise<SavedPermit> {
  return house.store.write(call.scope, async (tx) => {
    const permit = await loadPermit(tx, id)
    if (reconciliationOf({ state: permit.state, leavingOn: permit.leaving_on }, dayOf(tx.now)) !== 'missing') throw new UserError('wrong-state', { no: permit.no, state: permit.state })
    const chased = permit.chased + 1
    await tx.query('UPDATE exit_permit SET chased = ?, last_chased_at = ? WHERE id = ?', [chased, tx.now, id])
    await house.steps.add(tx, { register: 'exit-permits', recordId: id, action: 'chase', from: permit.state, to: permit.state, note: String(chased) })
    await house.notices.close(tx, 'exit-permits', id)
    const asks = permit.state === 'released' ? [say('chase-slip', { n: chased }), say('bring-slip')] : [say('chase-goods', { n: chased }), say('find-out')]
    await house.notices.create(tx, { department: 'security', person: '', text: inChinese([...asks, permit.room && say('room', { room: permit.room }), permit.tenant_name, goodsWords(permit)]), register: 'exit-permits', recordId: id, no: permit.no })
    tx.changed('exit-permits', id)
    return saved(permit, print ? await queueChaseSlip(tx, house, { ...permit, chased }) : [])
  })
}

/** 核销: the permits of a day by what became of them, oldest first. */
export async function reconciliation(house: House, { day }: ParsedInput<typeof exitPermits.reconciliation>): Promise<Answer<typeof exitPermits.reconciliation>> {
  const today = dayOf(house.store.clock.now())
  const rows = (await house.store.read<ListedPermit>(`${LISTED} WHERE p.leaving_on = ? ORDER BY p.id`, [day])).map((row) => permitRow(row, today))
  const count = (of: (typeof rows)[number]['reconciliation']): number => rows.filter((row) => row.reconciliation === of).length
  return { day, rows, used: count('used'), returned: count('returned'), unused: count('unused'), missing: count('missing'), open: count('open'), void: count('void') }
}
