import { UserError } from '../../../shared/contract/errors'
import type { passes, savedPass as savedPassSchema } from '../../../shared/contract/passes'
import type { z } from 'zod'
import type { Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { withdrawSlips } from '../queue-slip'
import { loadReceipt } from '../receipt-record'
import type { PassRecord } from './rows'
import { keyOf, loadApplication, loadPass, savedPass, seenPass, stateAfter, subjectOf, takeStep, updateApplication } from './write'

/**
 * 作废 of a pass that was made by mistake and is still at the desk. Money that was taken goes back with its receipt.
 * @throws UserError paid-cannot-void, pass-issued, pass-lost, already-void, wrong-state, order-taken, stale
 */
export function voidPass(house: House, input: ParsedInput<typeof passes.void>, call: Call): Promise<z.infer<typeof savedPassSchema>> {
  return house.store.write(call.scope, async (tx) => {
    const pass = await seenPass(tx, input, 'void')
    stateAfter(pass, 'void')
    if (pass.receipt_id !== null && (await loadReceipt(tx, pass.receipt_id)).void_at === null) throw new UserError('paid-cannot-void', { no: pass.no })
    const next = await undo(tx, house, pass, input.reason)
    await closeApplication(tx, house, pass.application_id, input.reason)
    return savedPass(next)
  })
}

/** Its receipt was voided, and the money given back: the passes are void with it. @throws UserError pass-issued where one is in somebody's hands or came to an end */
export async function receiptVoided(tx: Tx, house: House, receiptId: number): Promise<void> {
  const paid = await tx.query<PassRecord>(`SELECT * FROM pass WHERE receipt_id = ? AND state <> 'void' ORDER BY id`, [receiptId])
  const used = paid.find(({ state }) => state !== 'ready')
  if (used) throw new UserError('pass-issued', { no: used.no })
  if (paid.length === 0) return
  const { void_reason } = await loadReceipt(tx, receiptId)
  for (const pass of paid) await undo(tx, house, pass, void_reason ?? '')
  await closeApplication(tx, house, paid[0]!.application_id, void_reason ?? '')
}

/** Void; what it had renewed is in force again, and has its deposit back. */
async function undo(tx: Tx, house: House, pass: PassRecord, reason: string): Promise<PassRecord> {
  const key = keyOf(house.store.vault, pass)
  const next = await takeStep(tx, house, pass, { action: 'void', to: 'void', note: reason, key }, { ended_at: tx.now, void_at: tx.now, void_by: tx.scope.actor.name, void_reason: reason, data_key: key.wrapped })
  const renewed = pass.replaces_id === null ? null : await loadPass(tx, pass.replaces_id)
  if (renewed?.state === 'renewed') {
    await house.deposits.move(tx, subjectOf(pass), subjectOf(renewed))
    await takeStep(tx, house, renewed, { action: 'reinstate', to: stateAfter(renewed, 'reinstate'), note: pass.no }, { ended_at: null, renewed_on: null })
  }
  return next
}

/** With its last pass the application is void, too: security's notice of it is no longer waited for, and not printed. */
async function closeApplication(tx: Tx, house: House, id: number, reason: string): Promise<void> {
  const [open] = await tx.query(`SELECT 1 FROM pass WHERE application_id = ? AND state <> 'void' LIMIT 1`, [id])
  if (open) return
  await updateApplication(tx, await loadApplication(tx, id), { state: 'void', void_at: tx.now, void_by: tx.scope.actor.name, void_reason: reason })
  await house.notices.close(tx, 'passes', id)
  await withdrawSlips(tx, house, { register: 'passes', id })
}
