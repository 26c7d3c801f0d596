import { UserError } from '../../../shared/contract/errors'
import type { Handover } from '../../../shared/contract/handover'
import { shiftAt } from '../../../shared/rules/shift'
import { dayOf } from '../../../shared/rules/time'
import { HANDOVER_SLIP, handoverSlip } from '../../../shared/slip/handover-slip'
import type { Sql, Tx } from '../../store/types'
import { caller } from '../caller'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { type HandoverRow, storedItems, toHandover } from './rows'
import { fillIn } from './stored-item'
import { handoverTeller } from './teller'
import { unfinished, writtenItem } from './unfinished'

/** A shift is handed over about its end: until this long into the next one, it is still the one before that hands over. */
const GRACE = 30 * 60_000
const PRINTER = 'receipt'

/** 交接班 (16.R5): signed off by one, acknowledged item by item by another and locked by that, re-checked by a supervisor. */
export function createHandover(house: House): Handlers<'handover'> {
  const { store, settings, jobs, attachments } = house
  house.tellers.provide('handover', handoverTeller(house))
  const read = <T>(sql: string, parameters?: Sql[]) => store.read<T>(sql, parameters)

  const shiftEnding = (now: number): string => shiftAt(settings.current.shifts, now - GRACE).name
  const asHandover = async (row: HandoverRow): Promise<Handover> => toHandover(row, await fillIn(read, storedItems(row)))

  async function handover(id: number): Promise<Handover> {
    const [row] = await read<HandoverRow>('SELECT * FROM handover WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return asHandover(row)
  }

  async function locked(tx: Tx, id: number): Promise<HandoverRow> {
    const [row] = await tx.query<HandoverRow>('SELECT * FROM handover WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return row
  }

  async function cardsOut(query: typeof read): Promise<number> {
    const [row] = await query<{ n: number }>(`SELECT count(*) AS n FROM entry WHERE card_no <> '' AND state IN ('asked', 'inside')`)
    return row!.n
  }

  async function queueSlip(tx: Tx, id: number): Promise<number> {
    const row = await locked(tx, id)
    const items = await fillIn(tx.query, storedItems(row))
    const { tower, serviceCentre } = settings.current
    return jobs.create(tx, {
      printer: PRINTER, register: 'handover', recordId: id, no: row.no,
      document: handoverSlip({
        tower, serviceCentre, no: row.no, at: row.signed_off_at, shift: row.shift, from: row.from_name, station: row.station, items, message: row.message,
        cardsOut: row.cards_out, cardsTotal: row.cards_total,
      }),
    })
  }

  return {
    async propose(_, call) {
      const now = store.clock.now()
      const [pending] = await read<HandoverRow>(`SELECT * FROM handover WHERE state = 'signed-off' ORDER BY id DESC LIMIT 1`)
      return {
        shift: shiftEnding(now), items: await fillIn(read, await unfinished(read, now, await house.tellers.waiting(caller(call)))),
        cardsOut: await cardsOut(read), cardsTotal: settings.current.cardCount, pending: pending ? await asHandover(pending) : null,
      }
    },

    async signOff({ dropped, written, message, signatureId, print }, call) {
      const { staffId, name } = caller(call)
      const waiting = await house.tellers.waiting(caller(call))
      const id = await store.write(call.scope, async (tx) => {
        const [open] = await tx.query<{ no: string; from_name: string }>(`SELECT no, from_name FROM handover WHERE state = 'signed-off' LIMIT 1`)
        if (open) throw new UserError('handover-open', { no: open.no, by: open.from_name })
        const no = await tx.number('handover')
        const [{ newId } = { newId: 1 }] = await tx.query<{ newId: number }>('SELECT coalesce(max(id), 0) + 1 AS newId FROM handover')
        const reasons = new Map(dropped.map((drop) => [drop.key, drop.reason]))
        const items = [
          ...(await unfinished(tx.query, tx.now, waiting)).map((item) => ({ ...item, dropped: reasons.get(item.key) ?? null })),
          ...written.map((text, i) => writtenItem({ id: newId, no }, i + 1, text, tx.now, name)),
        ]
        await tx.query(
          `INSERT INTO handover (id, no, day, shift, station, state, from_id, from_name, items, message, cards_out, cards_total, signed_off_at, signature_off_id)
           VALUES (?, ?, ?, ?, ?, 'signed-off', ?, ?, ?, ?, ?, ?, ?, ?)`,
          [newId, no, dayOf(tx.now), shiftEnding(tx.now), call.scope.station, staffId, name, JSON.stringify(items), message, await cardsOut(tx.query), settings.current.cardCount, tx.now, signatureId],
        )
        if (signatureId !== null) await attachments.attach(tx, signatureId, 'signature', 'handover', newId)
        // Why something is dropped may name somebody: it stands on the hand-over, where it can be erased (P3).
        await tx.audit({ action: 'sign-off', register: 'handover', recordId: newId, detail: { no, open: items.filter((item) => item.dropped === null).length, dropped: items.filter((item) => item.dropped !== null).map(({ key }) => key) } })
        if (print && house.printerRoles().includes(PRINTER)) await queueSlip(tx, newId)
        tx.changed('handover', newId)
        return newId
      })
      return handover(id)
    },

    async acknowledge({ id, seen, signatureId }, call) {
      const { staffId, name } = caller(call)
      await store.write(call.scope, async (tx) => {
        const row = await locked(tx, id)
        if (row.state !== 'signed-off') throw new UserError('already-acknowledged', { by: row.to_name ?? '' })
        if (row.from_id === staffId) throw new UserError('handover-self')
        const items = storedItems(row).map((item) => ({ ...item, seen: seen.includes(item.key) }))
        const unseen = items.filter((item) => item.dropped === null && !item.seen).length
        if (unseen > 0) throw new UserError('handover-unseen', { count: unseen }, 'seen')
        await tx.query(`UPDATE handover SET state = 'acknowledged', to_id = ?, to_name = ?, items = ?, acknowledged_at = ?, signature_on_id = ? WHERE id = ?`, [staffId, name, JSON.stringify(items), tx.now, signatureId, id])
        if (signatureId !== null) await attachments.attach(tx, signatureId, 'signature', 'handover', id)
        await tx.audit({ action: 'acknowledge', register: 'handover', recordId: id, detail: { no: row.no, seen: items.filter((item) => item.seen).length } })
        tx.changed('handover', id)
      })
      return handover(id)
    },

    async recheck({ id, note }, call) {
      await store.write(call.scope, async (tx) => {
        const row = await locked(tx, id)
        if (row.state !== 'acknowledged' || row.rechecked_at !== null) throw new UserError('wrong-state', { state: row.rechecked_at === null ? row.state : 'rechecked' })
        await tx.query('UPDATE handover SET rechecked_at = ?, rechecked_by = ?, recheck_note = ? WHERE id = ?', [tx.now, call.scope.actor.name, note, id])
        await tx.audit({ action: 'recheck', register: 'handover', recordId: id, detail: { no: row.no } })
        tx.changed('handover', id)
      })
      return handover(id)
    },

    async list({ before, limit }) {
      const rows = await read<HandoverRow>('SELECT * FROM handover WHERE id < ? ORDER BY id DESC LIMIT ?', [before ?? Number.MAX_SAFE_INTEGER, limit + 1])
      const shown = rows.slice(0, limit)
      return { rows: await Promise.all(shown.map(asHandover)), next: rows.length > limit ? shown.at(-1)!.id : null }
    },

    get: ({ id }) => handover(id),

    async reprint({ id }, call) {
      if (!house.printerRoles().includes(PRINTER)) throw new UserError('unknown-printer', { printer: PRINTER })
      const printJobId = await store.write(call.scope, async (tx) => {
        const latest = await jobs.latestOf(tx, 'handover', id, HANDOVER_SLIP)
        // Signed off without a slip: this is the first one, not a copy.
        return latest === null ? queueSlip(tx, id) : jobs.reprint(tx, latest)
      })
      return { printJobId }
    },
  }
}
