import type { cashier, DayClose, DayOpen, DayState } from '../../../shared/contract/cashier'
import { UserError } from '../../../shared/contract/errors'
import { DAY_CLOSE_SLIP, dayCloseSlip } from '../../../shared/slip/day-close-slip'
import type { SlipDocument } from '../../../shared/slip/document'
import { insertRowId, updateRow } from '../../store/rows'
import type { Sql } from '../../store/types'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { type SignatureOf, signatureColumns, signedOf, takeSignature } from '../signatures'
import { dayState } from './day-state'
import { printAgain } from './print-again'

export interface DayCloseRecord extends SignatureOf<'sign'> {
  id: number; no: string; at: number; day: string; station: string; by: string; drawer_close_id: number | null; drawer_close_no: string | null
  ledger_fen: number; counted_fen: number; held_fen: number; open: string; note: string
}
const LISTED = 'SELECT d.*, c.no AS drawer_close_no FROM day_close d LEFT JOIN drawer_close c ON c.id = d.drawer_close_id'

const dayCloseOf = (d: DayCloseRecord): DayClose => ({
  id: d.id, no: d.no, at: d.at, day: d.day, station: d.station, by: d.by, drawerCloseNo: d.drawer_close_no ?? '', ledgerFen: d.ledger_fen, countedFen: d.counted_fen, heldFen: d.held_fen,
  open: JSON.parse(d.open) as DayOpen[], note: d.note, signed: signedOf(d, 'sign')!,
})

/**
 * 日结 (M1): after the drawer was counted; what is still open is written down as it is, signed and printed. It goes on from
 * the one before; what comes in afterwards stands on the next. A second one of the same day says why.
 * @throws UserError day-closed {no} unless it is the one that was seen, reason-required, drawer-uncounted, signature-missing
 */
export function closeDay(house: House, { after, note, signature, print }: ParsedInput<typeof cashier.closeDay>, call: Call): Promise<DayClose> {
  return house.store.write(call.scope, async (tx) => {
    const { station, actor } = tx.scope
    const state = await dayState(house, tx, station, tx.now)
    refuseClosing(state, after, note)
    const [{ last }] = await tx.query<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM posting') as [{ last: number }]
    const no = await tx.number('day-closes')
    const values: Record<string, Sql> = {
      no, at: tx.now, day: state.day, station, by_id: actor.id, by: actor.name, drawer_close_id: state.stale ? null : state.lastCount!.id,
      ledger_fen: state.drawer.expectedFen, counted_fen: state.lastCount?.floatFen ?? 0, held_fen: state.deposits.heldFen, open: JSON.stringify(state.open), note, last_posting_id: last,
    }
    const id = await insertRowId(tx.query, 'day_close', values)
    const signed = signatureColumns('sign', await takeSignature(tx, house.attachments, signature, { register: 'cashier', id }, 'signature'))
    await updateRow(tx.query, 'day_close', id, signed)
    await tx.audit({ action: 'day-close', register: 'cashier', recordId: id, detail: { no, day: state.day, ledger: state.drawer.expectedFen, held: state.deposits.heldFen, open: state.open.map(({ what, count }) => ({ what, count })) } })
    tx.changed('cashier', id)
    const [record] = await tx.query<DayCloseRecord>(`${LISTED} WHERE d.id = ?`, [id])
    const close = dayCloseOf(record!)
    if (print) await queueSlip(tx, house, 'receipt', { register: 'cashier', id, no }, dayCloseSlip({ company: house.settings.current.company, close, state }))
    return close
  })
}

function refuseClosing({ closed, counted }: DayState, after: number | null, note: string): void {
  if (closed && closed.id !== after) throw new UserError('day-closed', { no: closed.no })
  if (closed && note === '') throw new UserError('reason-required', {}, 'note')
  if (!counted) throw new UserError('drawer-uncounted')
}

/**
 * 补打 (M2): what was signed is printed as it was then, whatever has happened since.
 * @throws UserError not-found, reprint-not-allowed, unknown-printer
 */
export function reprintDayClose(house: House, id: number, call: Call): Promise<{ printJobId: number }> {
  return house.store.write(call.scope, async (tx) => {
    const [record] = await tx.query<DayCloseRecord>(`${LISTED} WHERE d.id = ?`, [id])
    if (!record) throw new UserError('not-found')
    const [printed] = await tx.query<{ document: string }>(`SELECT document FROM print_job WHERE register = 'cashier' AND record_id = ? AND title = ? AND document IS NOT NULL ORDER BY id LIMIT 1`, [id, DAY_CLOSE_SLIP])
    const slip = printed ? (JSON.parse(printed.document) as SlipDocument) : dayCloseSlip({ company: house.settings.current.company, close: dayCloseOf(record), state: null })
    return { printJobId: await printAgain(tx, house, { register: 'cashier', id, no: record.no }, slip) }
  })
}

/** Of every station, newest first. */
export async function listDayCloses(house: House, { before, limit }: ParsedInput<typeof cashier.dayCloses>): Promise<Answer<typeof cashier.dayCloses>> {
  const records = await house.store.read<DayCloseRecord & Record<string, unknown>>(`${LISTED} WHERE d.id < ? ORDER BY d.id DESC LIMIT ?`, [before ?? Number.MAX_SAFE_INTEGER, limit])
  return { rows: records.map(dayCloseOf), next: records.length === limit ? records.at(-1)!.id : null }
}
