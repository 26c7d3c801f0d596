import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import { complaintKindWords } from '../../shared/slip/complaint-slip'
import { insertRows } from './bulk'
import { eraseEndedSignatories, exitPermitKinds } from './exit-permit-retention'
import { eraseLines, eraseReasons, OF_RECORDS } from './handover-retention'
import { eraseClosedIncidents, keyKinds } from './key-retention'
import { withoutPerson } from './nameless'
import { orderTexts, type OrderTexts } from './order-text'
import { passKinds } from './pass-retention'
import { person, refusedAt, type SettledKind, signatures, THESE, VOID_REASON } from './settled-kind'
import type { SettingsStore } from './settings'
import { signKinds } from './sign-retention'
import type { Store } from './store'
import { ERASED_JOB, erasedInBatches, mergeTextIndex } from './sweep'
import { indexedPairs } from './text-index'
import type { Scope, Tx } from './types'

/**
 * Records whose client is erased once their own period is over, which runs from when they were settled. Number, place, company, work done,
 * times, amounts and the way of each stay; what is said of the work does without the name and numbers of who said it.
 */
const kinds: SettledKind[] = [
  {
    table: 'work_order', register: 'repairs', settled: `state IN ('filed', 'refused', 'void')`, since: `coalesce(void_at, filed_at, ${refusedAt('repairs', 'work_order')}, at)`, parameters: [], says: { name: 'reporter', texts: ['fault', 'content', 'work_record'] },
    erase: `${person('reporter')}, ${signatures('worker_sign', 'client_sign')}, client_comment = '', verify_opinion = '', waiting_for = '', ${VOID_REASON}`,
    clear: async (tx, ids) => {
      await tx.query(`UPDATE spot_check SET note = '' WHERE order_id ${THESE}`, [ids])
      await tx.query(`DELETE FROM work_order_text WHERE rowid ${THESE}`, [ids])
      const orders = await tx.query<OrderTexts & { id: number }>(`SELECT * FROM work_order WHERE id ${THESE}`, [ids])
      await insertRows(tx.query, 'work_order_text', ['rowid', 'pairs'], orders.map((order) => [order.id, indexedPairs(orderTexts(order))]))
    },
  },
  {
    // One on a month's notice is settled here when finance has it, checked twice (17.R5).
    table: 'paid_service', register: 'paid-services', parameters: [], says: { name: 'client', texts: ['title'] },
    settled: `(state IN ('paid', 'refused', 'void') OR (state = 'monthly' AND batch_id IN (SELECT id FROM service_batch WHERE second_at IS NOT NULL)))`,
    since: `coalesce(void_at, (SELECT second_at FROM service_batch b WHERE b.id = batch_id), paid_at, ${refusedAt('paid-services', 'paid_service')}, at)`,
    erase: `${person('client')}, ${signatures('agree_sign', 'worker_sign', 'client_sign')}, comment = '', refused_reason = '', ${VOID_REASON}`,
  },
  {
    // Its title is the client's words, too; what kind it was of is not.
    table: 'complaint', register: 'complaints', settled: `state IN ('closed', 'void')`, since: 'coalesce(void_at, closed_at, at)', parameters: [JSON.stringify(complaintKindWords)],
    erase: `${person('name')}, title = coalesce(json_extract(?, '$."' || kind || '"'), ''), cause = '', meeting_reason = '', ${VOID_REASON}`,
    clear: (tx, ids) => tx.query(`UPDATE complaint_round SET handling = '', words = '' WHERE complaint_id ${THESE}`, [ids]),
  },
  ...keyKinds,
  ...passKinds,
  ...signKinds,
  ...exitPermitKinds,
]

/** Erases who reported, was charged or complained from records whose period is over (P3). @returns how many */
export async function eraseSettledRecords({ store, settings }: { store: Store; settings: SettingsStore }, scope: Scope, now: number): Promise<number> {
  const limit = dayStart(addDays(dayOf(now), -settings.current.recordRetentionDays))
  let erased = 0
  for (const kind of kinds) {
    const count = await erasedInBatches(store, scope, (tx, batch) => eraseRecords(tx, kind, limit, batch))
    if (count > 0 && kind.register === 'repairs') await mergeTextIndex(store, scope, 'work_order_text')
    erased += count
  }
  await store.write(scope, async (tx) => {
    await eraseClosedIncidents(tx, limit)
    await eraseEndedSignatories(tx, limit)
    await eraseLines(tx, limit, OF_RECORDS)
    await eraseReasons(tx, limit, OF_RECORDS)
  })
  return erased
}

async function eraseRecords(tx: Tx, { table, register, settled, since, erase, parameters, pictures, says, clear }: SettledKind, limit: number, batch: number): Promise<number> {
  const rows = await tx.query<{ id: number; name: string } & Record<string, string | number>>(
    `SELECT id${says ? `, ${says.name} AS name, ${says.texts.join(', ')}` : ''}${pictures ? `, ${pictures.of} AS pictures` : ''} FROM ${table} WHERE data_key IS NOT NULL AND ${since} < ? AND ${settled} ORDER BY ${since} LIMIT ?`, [limit, batch],
  )
  if (rows.length === 0) return 0
  for (const text of says?.texts ?? []) {
    for (const row of rows) {
      const kept = withoutPerson(String(row[text]), row.name)
      if (kept !== row[text]) await tx.query(`UPDATE ${table} SET ${text} = ? WHERE id = ?`, [kept, row.id])
    }
  }
  const ids = JSON.stringify(rows.map((row) => row.id))
  await tx.query(`UPDATE ${table} SET ${erase}, erased_at = ?, version = version + 1 WHERE id ${THESE}`, [...parameters, tx.now, ids])
  await clear?.(tx, ids, rows)
  const ofThese = `register = '${register}' AND record_id ${THESE}`
  const shared = pictures ? rows.flatMap((row) => JSON.parse(String(row.pictures)) as (number | null)[]) : []
  await tx.query(
    `UPDATE attachment SET data_key = NULL, content = NULL WHERE ((${ofThese}) OR id ${THESE})${pictures ? ` AND NOT (${pictures.shown})` : ''}`, [ids, JSON.stringify(shared)],
  )
  await tx.query(`UPDATE print_job SET ${ERASED_JOB} WHERE ${ofThese}`, [tx.now, ids])
  await tx.query(`UPDATE notice SET text = '' WHERE ${ofThese}`, [ids])
  await tx.query(`UPDATE step SET note = '' WHERE ${ofThese}`, [ids])
  for (const { id } of rows) tx.changed(register, id)
  return rows.length
}
