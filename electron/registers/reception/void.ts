import { UserError } from '../../../shared/contract/errors'
import type { EntryRow, reception } from '../../../shared/contract/reception'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { sealedReason } from '../history'
import { entryRow } from './rows'
import { keyOf, loadEntry, updateEntry } from './write'

/** 作废: the entry stays, struck through, and keeps its number; its open notice is no longer waited for and its card is free. */
export function voidEntry(desk: Desk, input: ParsedInput<typeof reception.void>, call: Call): Promise<EntryRow> {
  return desk.house.store.write(call.scope, async (tx) => {
    const entry = await loadEntry(tx, input.id)
    if (entry.state === 'void') throw new UserError('already-void', { no: entry.no })
    if (entry.version !== input.version) throw new UserError('stale', { no: entry.no })
    const key = keyOf(desk.house.store.vault, entry)
    const next = await updateEntry(tx, entry, { state: 'void', void_at: tx.now, void_reason: input.reason, data_key: key.wrapped })
    await desk.house.notices.close(tx, 'reception', entry.id)
    await tx.audit({ action: 'void', register: 'reception', recordId: entry.id, detail: { reason: sealedReason(key, input.reason), changes: [{ field: 'state', from: entry.state, to: 'void' }] } })
    return entryRow(next)
  })
}
