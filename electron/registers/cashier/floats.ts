import type { cashier, DrawerFloat } from '../../../shared/contract/cashier'
import { UserError } from '../../../shared/contract/errors'
import { CASH_MAX, fen, formatMoney } from '../../../shared/rules/money'
import { dayOf, stampOf } from '../../../shared/rules/time'
import { FLOAT_SLIP, floatSlip } from '../../../shared/slip/float-slip'
import { updateRow } from '../../store/rows'
import type { Tx } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { type SignatureOf, signatureColumns, signedOf, takeSignature } from '../signatures'

interface FloatRecord extends SignatureOf<'sign'> {
  id: number; no: string; at: number; day: string; station: string; by: string; amount_fen: number; note: string; journal_id: number
  void_at: number | null; void_by: string; void_reason: string | null; counted: number
}
/** A drawer that was counted since has its difference explained already. */
const LISTED = `SELECT f.*, EXISTS (SELECT 1 FROM drawer_close c WHERE c.station = f.station AND c.last_posting_id > (SELECT max(p.id) FROM posting p WHERE p.journal_id = f.journal_id)) AS counted FROM drawer_float f`

const floatOf = (f: FloatRecord): DrawerFloat => ({
  id: f.id, no: f.no, at: f.at, day: f.day, station: f.station, by: f.by, amountFen: f.amount_fen, note: f.note, signed: signedOf(f, 'sign')!,
  voidAt: f.void_at, voidBy: f.void_by, voidReason: f.void_reason ?? '', counted: f.counted === 1,
})

/** @throws UserError not-found */
async function loadFloat(tx: Tx, id: number): Promise<FloatRecord> {
  const [record] = await tx.query<FloatRecord>(`${LISTED} WHERE f.id = ?`, [id])
  if (!record) throw new UserError('not-found')
  return record
}

/**
 * 领备用金 (M1): cash that was handed in, or never came from the desk, back into this station's drawer; signed for by who
 * gave it, numbered and printed.
 * @throws UserError amount-too-large, signature-missing
 */
export function drawFloat(house: House, { amountFen, note, signature, print }: ParsedInput<typeof cashier.drawFloat>, call: Call): Promise<Answer<typeof cashier.drawFloat>> {
  return house.store.write(call.scope, async (tx) => {
    if (amountFen > CASH_MAX) throw new UserError('amount-too-large', { amount: formatMoney(fen(amountFen)), limit: formatMoney(CASH_MAX) }, 'amountFen')
    const { station, actor } = tx.scope
    const no = await tx.number('drawer-floats')
    const [{ id }] = await tx.query<{ id: number }>('INSERT INTO drawer_float (no, at, day, station, by_id, "by", amount_fen, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id', [no, tx.now, dayOf(tx.now), station, actor.id, actor.name, amountFen, note]) as [{ id: number }]
    const journalId = await house.ledger.post(tx, { kind: 'float', register: 'cashier', recordId: id, no, postings: [{ account: 'cash', amountFen: fen(amountFen) }, { account: 'handed-in', amountFen: fen(-amountFen) }] })
    const signed = signatureColumns('sign', await takeSignature(tx, house.attachments, signature, { register: 'cashier', id }, 'signature'))
    await updateRow(tx.query, 'drawer_float', id, { journal_id: journalId, ...signed })
    await tx.audit({ action: 'drawer-float', register: 'cashier', recordId: id, detail: { no, amountFen } })
    tx.changed('cashier', id)
    const float = floatOf(await loadFloat(tx, id))
    return { ...float, printJobIds: print ? await queueSlip(tx, house, 'receipt', { register: 'cashier', id, no }, floatSlip({ company: house.settings.current.company, float })) : [] }
  })
}

/**
 * One that was written wrong, the other way round; once the drawer was counted, the count has said what lay in it.
 * @throws UserError not-found, already-void, float-counted, void-short
 */
export function voidFloat(house: House, { id, reason }: ParsedInput<typeof cashier.voidFloat>, call: Call): Promise<DrawerFloat> {
  return house.store.write(call.scope, async (tx) => {
    const record = await loadFloat(tx, id)
    if (record.void_at !== null) throw new UserError('already-void', { no: record.no, by: record.void_by, at: stampOf(record.void_at) })
    // Its money lies in that drawer, not in this one.
    if (record.counted === 1 || record.station !== tx.scope.station) throw new UserError('float-counted', { no: record.no, station: record.station })
    await house.receipts.refuseShort(tx, fen(record.amount_fen), 'void-short')
    const journalId = await house.ledger.reverse(tx, record.journal_id, 'float-void', '')
    await tx.query('UPDATE drawer_float SET void_at = ?, void_by = ?, void_reason = ?, void_journal_id = ? WHERE id = ?', [tx.now, tx.scope.actor.name, reason, journalId, id])
    await tx.audit({ action: 'void', register: 'cashier', recordId: id, detail: { no: record.no, amountFen: record.amount_fen } })
    tx.changed('cashier', id)
    const waiting = await tx.query<{ id: number }>(`SELECT id FROM print_job WHERE register = 'cashier' AND record_id = ? AND title = ? AND state IN ('waiting', 'failed')`, [id, FLOAT_SLIP])
    for (const job of waiting) await house.jobs.setState(tx, job.id, ['waiting', 'failed'], 'cancelled')
    return floatOf(await loadFloat(tx, id))
  })
}

/** Of every station, newest first. */
export async function listFloats(house: House, { before, limit }: ParsedInput<typeof cashier.floats>): Promise<Answer<typeof cashier.floats>> {
  const records = await house.store.read<FloatRecord & Record<string, unknown>>(`${LISTED} WHERE f.id < ? ORDER BY f.id DESC LIMIT ?`, [before ?? Number.MAX_SAFE_INTEGER, limit])
  return { rows: records.map(floatOf), next: records.length === limit ? records.at(-1)!.id : null }
}
