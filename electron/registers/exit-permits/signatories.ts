import { UserError } from '../../../shared/contract/errors'
import type { exitPermits, Signatory } from '../../../shared/contract/exit-permits'
import { dayOf, parseDay } from '../../../shared/rules/time'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { plainChanges } from '../history'
import type { House } from '../house'
import { tenantExists } from './standing'
import { insertRecord } from './write'

/** A row of `signatory`. */
export interface SignatoryRecord {
  id: number; version: number; tenant_id: number; contact_id: number | null; name: string; title: string; specimen_id: number | null; specimen_on: string; valid_until: string | null; active: 0 | 1; ended_at: number | null
}

const signatoryOf = (s: SignatoryRecord): Signatory => ({
  id: s.id, tenantId: s.tenant_id, contactId: s.contact_id, name: s.name, title: s.title, specimenId: s.specimen_id, specimenOn: s.specimen_on, validUntil: s.valid_until, active: s.active === 1, version: s.version,
})

/** A company's designated signatories (14.R2): those in force first, then by name; without those who were erased. */
export const signatories = async ({ store }: House, tenantId: number): Promise<Signatory[]> =>
  (await store.read<SignatoryRecord & Record<string, unknown>>(`SELECT * FROM signatory WHERE tenant_id = ? AND name <> '' ORDER BY active DESC, name, id`, [tenantId])).map(signatoryOf)

/** @throws UserError not-found */
export async function loadSignatory(tx: Pick<Tx, 'query'>, id: number): Promise<SignatoryRecord> {
  const [signatory] = await tx.query<SignatoryRecord>('SELECT * FROM signatory WHERE id = ?', [id])
  if (!signatory) throw new UserError('not-found', {}, 'signatoryId')
  return signatory
}

/**
 * Enters a signatory, or changes one. Without a new specimen the one on file stays; who signs for a company does not
 * change companies.
 * @throws UserError not-found, stale, in-the-past, invalid-input
 */
export function saveSignatory(house: House, input: ParsedInput<typeof exitPermits.saveSignatory>, call: Call): Promise<Signatory> {
  return house.store.write(call.scope, async (tx) => {
    const today = dayOf(tx.now)
    const before = input.id === null ? null : await loadSignatory(tx, input.id)
    if (before && (before.version !== input.version || before.tenant_id !== input.tenantId)) throw new UserError('stale', { no: before.name })
    if (input.validUntil !== null && parseDay(input.validUntil) === undefined) throw new UserError('invalid-input', {}, 'validUntil')
    if (input.active && input.validUntil !== null && input.validUntil < today && input.validUntil !== before?.valid_until) throw new UserError('in-the-past', {}, 'validUntil')
    await tenantExists(tx.query, input.tenantId)
    await refuseStranger(tx, input)
    const renewed = input.specimenId !== null && input.specimenId !== before?.specimen_id
    const values: Record<string, Sql> = {
      contact_id: input.contactId, name: input.name, title: input.title, valid_until: input.validUntil, active: Number(input.active), ended_at: input.active ? null : (before?.ended_at ?? tx.now),
      specimen_id: input.specimenId ?? before?.specimen_id ?? null, specimen_on: renewed || !before ? today : before.specimen_on,
    }
    const signatory = before ? await change(tx, before, values) : await insertRecord<SignatoryRecord>(tx, 'signatory', { tenant_id: input.tenantId, ...values })
    if (renewed) await house.attachments.attach(tx, input.specimenId!, 'signature', 'exit-permits', signatory.id)
    // Whose signature it is stands in the row only: the chain can't be erased (P3).
    const { name: _name, title: _title, ...plain } = values
    await tx.audit({ action: 'signatory', register: 'exit-permits', recordId: signatory.id, detail: { tenantId: input.tenantId, changes: plainChanges(before ?? {}, plain) } })
    return signatoryOf(signatory)
  })
}

async function refuseStranger(tx: Tx, { contactId, tenantId }: Pick<ParsedInput<typeof exitPermits.saveSignatory>, 'contactId' | 'tenantId'>): Promise<void> {
  if (contactId === null) return
  const [contact] = await tx.query('SELECT 1 FROM contact WHERE id = ? AND tenant_id = ?', [contactId, tenantId])
  if (!contact) throw new UserError('not-found', {}, 'contactId')
}

async function change(tx: Tx, before: SignatoryRecord, values: Record<string, Sql>): Promise<SignatoryRecord> {
  const [row] = await tx.query<SignatoryRecord>(`UPDATE signatory SET ${Object.keys(values).map((column) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ? RETURNING *`, [...Object.values(values), before.id])
  tx.changed('exit-permits', before.id)
  return row!
}
