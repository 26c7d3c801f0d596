import { type cashier, denominations, type DrawerClose } from '../../../shared/contract/cashier'
import { UserError } from '../../../shared/contract/errors'
import { fen, formatMoney } from '../../../shared/rules/money'
import { dayOf } from '../../../shared/rules/time'
import { drawerSlip } from '../../../shared/slip/drawer-slip'
import type { NewPosting } from '../../store/ledger'
import type { Sql, Tx } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import { drawerOf } from './drawer'

type Close = ParsedInput<typeof cashier.close>
export interface CloseRecord {
  id: number; no: string; at: number; day: string; station: string; by: string; expected_fen: number; counted_fen: number; difference_fen: number; reason: string
  handed_in_fen: number; float_fen: number; counts: string; last_posting_id: number
}

export const closeOf = (record: CloseRecord): DrawerClose => ({
  id: record.id, no: record.no, at: record.at, day: record.day, station: record.station, by: record.by, expectedFen: record.expected_fen, countedFen: record.counted_fen, differenceFen: record.difference_fen,
  reason: record.reason, handedInFen: record.handed_in_fen, floatFen: record.float_fen, counts: JSON.parse(record.counts) as DrawerClose['counts'],
})

/** @throws UserError invalid-input for a note there is none of, or one that is counted twice */
function checkedCounts(counts: Close['counts']): Close['counts'] {
  const known = counts.every((count) => denominations.some((note) => note === count.fen))
  if (!known || new Set(counts.map((count) => count.fen)).size < counts.length) throw new UserError('invalid-input', {}, 'counts')
  return counts.filter((count) => count.pieces > 0).sort((a, b) => b.fen - a.fen)
}

/**
 * 清点 (M1): what was counted becomes what the ledger says. A difference is posted, with its reason on the count; what
 * is not left as float is handed in, so that afterwards the ledger's balance of this drawer is the float.
 * @throws UserError drawer-changed, drawer-difference, float-too-large, invalid-input
 */
export function closeDrawer(house: House, input: Close, call: Call): Promise<DrawerClose> {
  return house.store.write(call.scope, async (tx) => {
    const { station, actor } = tx.scope
    const drawer = await drawerOf(tx, house.ledger, station)
    const expected = fen(drawer.expectedFen)
    if (input.expectedFen !== expected) throw new UserError('drawer-changed', { expected: formatMoney(expected) })
    const counts = checkedCounts(input.counts)
    const counted = fen(counts.reduce((total, count) => total + count.fen * count.pieces, 0))
    const difference = fen(counted - expected)
    if (difference !== 0 && input.reason === '') throw new UserError('drawer-difference', { difference: formatMoney(difference) }, 'reason')
    if (input.floatFen > counted) throw new UserError('float-too-large', { counted: formatMoney(counted) }, 'floatFen')
    const handedIn = fen(counted - input.floatFen)

    const no = await tx.number('drawer-closes')
    const [record] = await tx.query<CloseRecord>(
      `INSERT INTO drawer_close (no, at, day, station, by_id, by, expected_fen, counted_fen, difference_fen, reason, handed_in_fen, float_fen, counts, last_posting_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING *`,
      [no, tx.now, dayOf(tx.now), station, actor.id, actor.name, expected, counted, difference, difference === 0 ? '' : input.reason, handedIn, input.floatFen, JSON.stringify(counts)],
    )
    const post = async (kind: string, postings: NewPosting[]): Promise<void> => {
      if (postings[0]!.amountFen !== 0) await house.ledger.post(tx, { kind, register: 'cashier', recordId: record!.id, no, postings })
    }
    await post('drawer-difference', [{ account: 'cash', amountFen: difference }, { account: 'drawer-difference', amountFen: fen(-difference) }])
    await post('handed-in', [{ account: 'handed-in', amountFen: handedIn }, { account: 'cash', amountFen: fen(-handedIn) }])
    // The next count begins after these.
    await tx.query('UPDATE drawer_close SET last_posting_id = (SELECT coalesce(max(id), 0) FROM posting) WHERE id = ?', [record!.id])
    await tx.audit({ action: 'drawer-close', register: 'cashier', recordId: record!.id, detail: { no, expected, counted, difference, handedIn, float: input.floatFen } })
    tx.changed('cashier', record!.id)
    const close = closeOf(record!)
    if (input.print) await print(tx, house, close, drawer)
    return close
  })
}

function print(tx: Tx, house: House, close: DrawerClose, drawer: Awaited<ReturnType<typeof drawerOf>>): Promise<number[]> {
  return queueSlip(tx, house, 'receipt', { register: 'cashier', id: close.id, no: close.no }, drawerSlip({ company: house.settings.current.company, close, drawer }))
}

/** Of every station, newest first. */
export async function listCloses(house: House, { before, limit }: ParsedInput<typeof cashier.closes>): Promise<{ rows: DrawerClose[]; next: number | null }> {
  const parameters: Sql[] = [before ?? Number.MAX_SAFE_INTEGER, limit]
  const records = await house.store.read<CloseRecord>('SELECT * FROM drawer_close WHERE id < ? ORDER BY id DESC LIMIT ?', parameters)
  return { rows: records.map(closeOf), next: records.length === limit ? records.at(-1)!.id : null }
}
