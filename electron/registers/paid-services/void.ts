import { UserError } from '../../../shared/contract/errors'
import type { paidServices, SavedSlip } from '../../../shared/contract/paid-services'
import { may } from '../../../shared/contract/permissions'
import type { Tx } from '../../store/types'
import { caller } from '../caller'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { refuseStale } from '../versions'
import { reverseDue } from './complete'
import type { SlipRecord } from './rows'
import { addStep, keyOf, loadSlip, nextState, savedSlip, updateSlip } from './write'

/** 作废: the slip keeps its number (17.R6); what was due is reversed. @throws UserError paid-cannot-void, month-checked, already-void */
export async function voidSlip(tx: Tx, house: House, slip: SlipRecord, reason: string): Promise<SlipRecord> {
  const state = nextState(slip, 'void')
  await reverseDue(tx, house, slip, 'service-void')
  const key = keyOf(house.store.vault, slip)
  const next = await updateSlip(tx, slip, { state, journal_id: null, void_at: tx.now, void_by: tx.scope.actor.name, void_reason: reason, data_key: key.wrapped })
  await addStep(tx, house, slip, next, 'void', { note: reason, key })
  return next
}

export function voidPaidService(house: House, input: ParsedInput<typeof paidServices.void>, call: Call): Promise<SavedSlip> {
  return house.store.write(call.scope, async (tx) => {
    const slip = await loadSlip(tx, input.id)
    await refuseStale(tx, 'paid-services', slip, input.version, 'void')
    // What the client signed for is owed: writing it off is for who answers for the month.
    if ((slip.state === 'done' || slip.state === 'monthly') && !may(caller(call).role, 'services.check')) throw new UserError('not-permitted')
    return savedSlip(await voidSlip(tx, house, slip, input.reason))
  })
}
