import { UserError } from '../../../shared/contract/errors'
import type { exitPermits } from '../../../shared/contract/exit-permits'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { loadPermit, type SavedPermit, saved, stateAfter, takeStep } from './write'

/**
 * 撤销放行, 撤销交回: what was let out or taken back by mistake is so no more; a supervisor says so, and why. The count
 * stands, marked as taken back.
 * @throws UserError approval-needed, not-permitted, wrong-pin, order-taken, stale, wrong-state
 */
export async function undo(house: House, input: ParsedInput<typeof exitPermits.undo>, call: Call): Promise<SavedPermit> {
  const approver = await house.approvals.approve(input.approval, call, 'exit-permits.check')
  return house.store.write(call.scope, async (tx) => {
    const permit = await loadPermit(tx, input.id)
    const action = permit.state === 'reconciled' ? 'undo-reconcile' : 'undo-release'
    await refuseStale(tx, 'exit-permits', permit, input.version, action)
    const to = stateAfter(permit, action)
    // Whom to ask about it is known no more.
    if (permit.erased_at !== null) throw new UserError('wrong-state', { no: permit.no, state: permit.state })
    const step = { action, to, person: approver.name, note: input.reason } as const
    if (action === 'undo-reconcile') return saved(await takeStep(tx, house, permit, step, { slip_back_at: null, slip_back_by: '', ended_at: null }))
    await tx.query('UPDATE gate_check SET void_at = ?, void_by = ? WHERE permit_id = ? AND agrees = 1 AND void_at IS NULL', [tx.now, approver.name, permit.id])
    return saved(await takeStep(tx, house, permit, step, { released_at: null, checked_at: null, checked_by: '' }))
  })
}
