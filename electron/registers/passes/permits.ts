import { UserError } from '../../../shared/contract/errors'
import type { FitOutPermit, passes } from '../../../shared/contract/passes'
import { dayOf, parseDay } from '../../../shared/rules/time'
import { paperWords } from '../../../shared/slip/pass-words'
import { insertRow, updateRow } from '../../store/rows'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import { resolveHost } from '../host'
import type { House } from '../house'
import { foldName } from '../import/cells'
import { checkedPhone, sealedPhone } from '../personal'
import { keyOf, nextId } from './write'

/** A row of `fit_out_permit`: 施工许可证, as chapter 3 will keep it. */
export interface PermitRecord {
  id: number; no: string; version: number; at: number; by: string; tenant_id: number | null; tenant_name: string; unit_id: number | null; room: string; contractor: string; chief: string
  data_key: Buffer | null; phone_enc: Buffer | null; phone_hash: Buffer | null; phone_masked: string; content: string; valid_from: string; valid_until: string
  ended_at: number | null; ended_by: string | null; end_reason: string | null; erased_at: number | null
}

const MOST = 500
const SCANS = `(SELECT json_group_array(id) FROM attachment WHERE register = 'passes' AND record_id = f.id AND kind = 'scan' AND content IS NOT NULL) AS scans`
const OPEN = `(SELECT json_group_array(json_object('id', p.id, 'no', p.no, 'validUntil', p.valid_until)) FROM pass_application a JOIN pass p ON p.application_id = a.id WHERE a.fit_out_permit_id = f.id AND p.state IN ('ready', 'issued')) AS open`
type Shown = PermitRecord & { scans: string; open: string }
const inForce = (p: PermitRecord, today: string): boolean => p.ended_at === null && p.valid_from <= today && today <= p.valid_until

const permitShown = (p: Shown, today: string): FitOutPermit => ({
  id: p.id, no: p.no, tenantId: p.tenant_id, tenantName: p.tenant_name, unitId: p.unit_id, room: p.room, contractor: p.contractor, chief: p.chief, chiefPhoneMasked: p.phone_masked, content: p.content,
  validFrom: p.valid_from, validUntil: p.valid_until, scanIds: JSON.parse(p.scans) as number[], at: p.at, by: p.by, endedAt: p.ended_at, inForce: inForce(p, today), open: JSON.parse(p.open) as FitOutPermit['open'], version: p.version,
})

/** Newest first. */
export async function fitOutPermits(house: House, { search, tenantId, inForce: only }: ParsedInput<typeof passes.fitOutPermits>): Promise<FitOutPermit[]> {
  const today = dayOf(house.store.clock.now())
  const conditions: { sql: string; parameters: Sql[] }[] = [
    ...(tenantId === null ? [] : [{ sql: 'f.tenant_id = ?', parameters: [tenantId] }]),
    ...(only ? [{ sql: 'f.ended_at IS NULL AND ? BETWEEN f.valid_from AND f.valid_until', parameters: [today] }] : []),
    ...(search === '' ? [] : [{ sql: `instr(lower(f.no || ' ' || f.contractor || ' ' || f.tenant_name || ' ' || f.room || ' ' || f.chief), lower(?)) > 0`, parameters: [search.normalize('NFKC')] }]),
  ]
  const rows = await house.store.read<Shown & Record<string, unknown>>(
    `SELECT f.*, ${SCANS}, ${OPEN} FROM fit_out_permit f WHERE ${conditions.map((c) => c.sql).join(' AND ') || '1'} ORDER BY f.id DESC LIMIT ${MOST}`, conditions.flatMap((c) => c.parameters),
  )
  return rows.map((row) => permitShown(row, today))
}

/** @throws UserError not-found */
export async function permitOf(house: House, id: number): Promise<FitOutPermit> {
  const [row] = await house.store.read<Shown & Record<string, unknown>>(`SELECT f.*, ${SCANS}, ${OPEN} FROM fit_out_permit f WHERE f.id = ?`, [id])
  if (!row) throw new UserError('not-found')
  return permitShown(row, dayOf(house.store.clock.now()))
}

/** @throws UserError not-found, stale, duplicate-name (its number is another's), permit-in-use (its contractor is its passes'), scan-missing, invalid-phone, end-before-start, invalid-input */
export async function savePermit(house: House, input: ParsedInput<typeof passes.saveFitOutPermit>, call: Call): Promise<FitOutPermit> {
  const id = await house.store.write(call.scope, async (tx) => {
    for (const field of ['validFrom', 'validUntil'] as const) if (parseDay(input[field]) === undefined) throw new UserError('invalid-input', {}, field)
    if (input.validUntil < input.validFrom) throw new UserError('end-before-start', {}, 'validUntil')
    const before = input.id === null ? null : await loadPermit(tx, input.id)
    if (before && before.version !== input.version) throw new UserError('stale', { no: before.no })
    if (before && before.ended_at !== null) throw new UserError('wrong-state', { no: before.no, state: 'ended' })
    const [other] = await tx.query('SELECT 1 FROM fit_out_permit WHERE no = ? AND ended_at IS NULL AND id IS NOT ?', [input.no, input.id])
    if (other) throw new UserError('duplicate-name', { name: input.no }, 'no')
    const [scanned] = before === null ? [] : await tx.query(`SELECT 1 FROM attachment WHERE register = 'passes' AND record_id = ? AND kind = 'scan' AND content IS NOT NULL LIMIT 1`, [before.id])
    if (!scanned && input.scanIds.length === 0) throw new UserError('scan-missing', { papers: paperWords['fit-out-permit'] }, 'scanIds')
    if (before && foldName(before.contractor) !== foldName(input.contractor)) await refuseInUse(tx, before)
    const host = await resolveHost(tx, { contactId: null, name: '', department: null, tenantId: input.tenantId, unitId: input.unitId })
    const key = keyOf(house.store.vault, before ?? { data_key: null })
    // No number given leaves the one that stands there: the page knows it only masked.
    const phone = input.chiefPhone === null ? {} : sealedPhone(house.store.vault, key, 'fit_out_permit', checkedPhone(input.chiefPhone))
    const values: Record<string, Sql> = {
      no: input.no, tenant_id: host.tenantId, tenant_name: host.tenantName, unit_id: host.unitId, room: host.room, contractor: input.contractor, chief: input.chief, data_key: key.wrapped, ...phone,
      content: input.content, valid_from: input.validFrom, valid_until: input.validUntil,
    }
    const permit = before?.id ?? (await nextId(tx))
    if (before) await updateRow(tx.query, 'fit_out_permit', permit, { ...values, version: before.version + 1 })
    else await insertRow(tx.query, 'fit_out_permit', { id: permit, at: tx.now, by: tx.scope.actor.name, ...values })
    for (const scan of input.scanIds) await house.attachments.attach(tx, scan, 'scan', 'passes', permit)
    await tx.audit({ action: before ? 'fit-out-permit.change' : 'fit-out-permit.create', register: 'passes', recordId: permit, detail: {
      no: input.no, contractor: input.contractor, validFrom: input.validFrom, validUntil: input.validUntil, ...(before ? { before: { no: before.no, contractor: before.contractor, validFrom: before.valid_from, validUntil: before.valid_until } } : {}),
    } })
    tx.changed('passes', permit)
    return permit
  })
  return permitOf(house, id)
}

/** @throws UserError permit-in-use {no, n} */
async function refuseInUse(tx: Tx, permit: PermitRecord): Promise<void> {
  const [open] = await tx.query<{ n: number }>(`SELECT count(*) AS n FROM pass p JOIN pass_application a ON a.id = p.application_id WHERE a.fit_out_permit_id = ? AND p.state IN ('ready', 'issued')`, [permit.id])
  if (open!.n > 0) throw new UserError('permit-in-use', { no: permit.no, n: open!.n }, 'contractor')
}

/** The works are over, or were stopped: no pass is made on it any more. @throws UserError not-found, stale, wrong-state */
export async function endPermit(house: House, { id, version, reason }: ParsedInput<typeof passes.endFitOutPermit>, call: Call): Promise<FitOutPermit> {
  await house.store.write(call.scope, async (tx) => {
    const permit = await loadPermit(tx, id)
    if (permit.ended_at !== null) throw new UserError('wrong-state', { no: permit.no, state: 'ended' })
    if (permit.version !== version) throw new UserError('stale', { no: permit.no })
    await tx.query('UPDATE fit_out_permit SET ended_at = ?, ended_by = ?, end_reason = ?, version = version + 1 WHERE id = ?', [tx.now, tx.scope.actor.name, reason, id])
    await tx.audit({ action: 'fit-out-permit.end', register: 'passes', recordId: id, detail: { no: permit.no } })
    tx.changed('passes', id)
  })
  return permitOf(house, id)
}

async function loadPermit(tx: Tx, id: number): Promise<PermitRecord> {
  const [permit] = await tx.query<PermitRecord>('SELECT * FROM fit_out_permit WHERE id = ?', [id])
  if (!permit) throw new UserError('not-found', {}, 'fitOutPermitId')
  return permit
}

/**
 * The permit a construction pass hangs on (12.R3): in force today, for this contractor and this unit where they are given.
 * @throws UserError fit-out-permit-missing {no}: the permit that was named, or nothing
 */
export async function permitInForce(tx: Tx, id: number | null, of: { company: string; unitId: number | null }): Promise<PermitRecord> {
  const permit = id === null ? null : await loadPermit(tx, id)
  const fits = permit && inForce(permit, dayOf(tx.now)) && (of.company === '' || foldName(of.company) === foldName(permit.contractor)) && (of.unitId === null || permit.unit_id === null || of.unitId === permit.unit_id)
  if (!fits) throw new UserError('fit-out-permit-missing', { no: permit?.no ?? '' }, 'fitOutPermitId')
  return permit
}
