import { UserError } from '../../../shared/contract/errors'
import type { exitPermits } from '../../../shared/contract/exit-permits'
import { dayOf, parseDay } from '../../../shared/rules/time'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type Authority, authorityColumns } from './authority'
import { approverOf, type Override, overrideColumns } from './clearance'
import { startMoveOut } from './move-out'
import type { PermitRecord } from './rows'
import { queueCopies } from './slips'
import { type SavedPermit, saved, seenPermit, stateAfter, takeStep } from './write'

export interface Issuing { leavingOn: string; authority: Authority | null; override: Override; print: boolean; /** '' for one that is issued as it is written. */ from?: '' }

/** @throws UserError in-the-past, invalid-input */
export function refuseDay(leavingOn: string, now: number): void {
  if (parseDay(leavingOn) === undefined) throw new UserError('invalid-input', {}, 'leavingOn')
  if (leavingOn < dayOf(now)) throw new UserError('in-the-past', {}, 'leavingOn')
}

/**
 * 签发: the authority is there (14.R2), nothing is owed or somebody who may has said why not (14.R3); a moving-out starts
 * chapter 2; three copies.
 */
export async function issueNow(tx: Tx, house: House, permit: PermitRecord, { leavingOn, authority, override, print, from }: Issuing): Promise<SavedPermit> {
  refuseDay(leavingOn, tx.now)
  if (!authority && permit.authority === null) throw new UserError('authority-missing', {}, 'authority')
  const cleared = await overrideColumns(tx, house, { ...permit, leaving_on: leavingOn }, override)
  const next = await takeStep(tx, house, permit, { action: 'issue', to: stateAfter(permit, 'issue'), from, person: String(cleared.override_by ?? ''), note: String(cleared.override_reason ?? '') }, {
    ...(authority ? await authorityColumns(tx, house, permit, authority) : {}), ...cleared, leaving_on: leavingOn, move_out_id: await startMoveOut(tx, permit), issued_at: tx.now, issued_by: tx.scope.actor.name,
  })
  return saved(next, print ? await queueCopies(tx, house, next) : [])
}

/** Of one that was held: it is paid now, or a supervisor allows it. @throws UserError as for saving; order-taken, stale, wrong-state */
export async function issueHeld(house: House, input: ParsedInput<typeof exitPermits.issue>, call: Call): Promise<SavedPermit> {
  const approver = await approverOf(house, input.approval, call)
  return house.store.write(call.scope, async (tx) => {
    const { permit } = await seenPermit(tx, input, 'issue')
    return issueNow(tx, house, permit, { leavingOn: input.leavingOn ?? permit.leaving_on, authority: input.authority, override: { approver, reason: input.overrideReason }, print: input.print })
  })
}
