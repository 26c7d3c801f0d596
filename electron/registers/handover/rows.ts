import type { Handover } from '../../../shared/contract/handover'
import type { StoredItem } from './stored-item'

export interface HandoverRow {
  id: number; no: string; day: string; shift: string; station: string; state: Handover['state']
  from_id: number; from_name: string; to_id: number | null; to_name: string | null; items: string; message: string; cards_out: number; cards_total: number
  signed_off_at: number; acknowledged_at: number | null; rechecked_at: number | null; rechecked_by: string | null; recheck_note: string
  signature_off_id: number | null; signature_on_id: number | null
}

/** Those of a hand-over that was signed off when none told it have no due time. */
export const storedItems = (row: Pick<HandoverRow, 'items'>): StoredItem[] => (JSON.parse(row.items) as StoredItem[]).map((item) => ({ ...item, dueAt: item.dueAt ?? null }))

export const toHandover = (row: HandoverRow, items: Handover['items']): Handover => ({
  id: row.id, no: row.no, day: row.day, shift: row.shift, state: row.state, fromId: row.from_id, from: row.from_name, to: row.to_name, station: row.station, items, message: row.message,
  cardsOut: row.cards_out, cardsTotal: row.cards_total, signedOffAt: row.signed_off_at, acknowledgedAt: row.acknowledged_at,
  recheckedAt: row.rechecked_at, recheckedBy: row.rechecked_by, recheckNote: row.recheck_note, signatureOffId: row.signature_off_id, signatureOnId: row.signature_on_id,
})
