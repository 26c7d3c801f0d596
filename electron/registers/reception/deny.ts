import { UserError } from '../../../shared/contract/errors'
import { may } from '../../../shared/contract/permissions'
import type { DenyEntry } from '../../../shared/contract/reception'
import type { Tx } from '../../store/types'
import { caller } from '../caller'
import { type Denial, denyName, type Identity } from '../denied'
import type { Call, ParsedInput } from '../handlers'
import type { reception } from '../../../shared/contract/reception'
import type { Desk } from './desk'
import { checkedDocument, checkedPhone, sealedDocument, sealedPhone } from '../personal'
import type { EntryRecord } from './rows'

export const identityOf = (entry: Pick<EntryRecord, 'name' | 'companions' | 'phone_hash' | 'document_hash'>): Identity =>
  ({ name: entry.name, companions: JSON.parse(entry.companions) as string[], phoneHash: entry.phone_hash, documentHash: entry.document_hash })

/** The reason is for those who may read the list. */
export const visibleDenial = (denial: Denial | null, call: Call): { id: number; reason: string | null } | null =>
  denial && { id: denial.id, reason: may(caller(call).role, 'deny-list.read') ? denial.reason : null }

/**
 * Somebody on the deny list is let in only by one who may read the list, and who says why.
 * @throws UserError denied-visitor, reason-required
 */
export function refuseDenied(denial: Denial | null, call: Call, reason: string): void {
  if (!denial) return
  if (!may(caller(call).role, 'deny-list.read')) throw new UserError('denied-visitor', {}, 'name')
  if (reason === '') throw new UserError('reason-required', {}, 'answerNote')
}

interface DenyRow {
  id: number; name: string; document_masked: string; phone_masked: string; reason: string; at: number; by: string
  lifted_at: number | null; lifted_by: string | null; lift_reason: string | null
}
const COLUMNS = 'id, name, document_masked, phone_masked, reason, at, by, lifted_at, lifted_by, lift_reason'

const denyEntry = (row: DenyRow): DenyEntry => ({
  id: row.id, name: row.name, documentMasked: row.document_masked, phoneMasked: row.phone_masked, reason: row.reason, at: row.at, by: row.by,
  liftedAt: row.lifted_at, liftedBy: row.lifted_by, liftReason: row.lift_reason,
})

/** In force first, newest first. */
export async function denyList(desk: Desk): Promise<DenyEntry[]> {
  return (await desk.house.store.read<DenyRow>(`SELECT ${COLUMNS} FROM deny ORDER BY lifted_at IS NOT NULL, id DESC LIMIT 1000`)).map(denyEntry)
}

export async function deny(desk: Desk, input: ParsedInput<typeof reception.deny>, call: Call): Promise<DenyEntry> {
  const { vault } = desk.house.store
  return desk.house.store.write(call.scope, async (tx) => {
    const key = vault.newKey()
    const phone = sealedPhone(vault, key, 'deny', checkedPhone(input.phone))
    const { documentKind, documentNumber } = checkedDocument(input.documentKind, input.documentNumber, tx.now)
    const document = sealedDocument(vault, key, 'deny', documentKind, documentNumber)
    const [row] = await tx.query<DenyRow>(
      `INSERT INTO deny (name, name_folded, data_key, document_enc, document_hash, document_masked, phone_enc, phone_hash, phone_masked, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
      [input.name, denyName(input.name), key.wrapped, document.document_enc, document.document_hash, document.document_masked, phone.phone_enc, phone.phone_hash, phone.phone_masked, input.reason, tx.now, tx.scope.actor.name],
    )
    await tx.audit({ action: 'deny', register: 'reception', recordId: null, detail: { deny: row!.id } })
    tx.changed('reception', row!.id)
    return denyEntry(row!)
  })
}

export async function liftDenial(desk: Desk, input: ParsedInput<typeof reception.liftDenial>, call: Call): Promise<DenyEntry> {
  return desk.house.store.write(call.scope, (tx) => lift(tx, input))
}

async function lift(tx: Tx, input: { id: number; reason: string }): Promise<DenyEntry> {
  const [row] = await tx.query<DenyRow>(
    `UPDATE deny SET lifted_at = ?, lifted_by = ?, lift_reason = ? WHERE id = ? AND lifted_at IS NULL RETURNING ${COLUMNS}`,
    [tx.now, tx.scope.actor.name, input.reason, input.id],
  )
  if (!row) throw new UserError((await tx.query('SELECT 1 FROM deny WHERE id = ?', [input.id])).length > 0 ? 'wrong-state' : 'not-found')
  await tx.audit({ action: 'deny.lift', register: 'reception', recordId: null, detail: { deny: row.id } })
  tx.changed('reception', row.id)
  return denyEntry(row)
}
