import { UserError } from '../../../shared/contract/errors'
import type { Charge, WorkOrderDetail } from '../../../shared/contract/repairs'
import { fen } from '../../../shared/rules/money'
import { lineAmount } from '../../../shared/rules/paid-service'
import { historyOf } from '../history'
import type { House } from '../house'
import { signedOf } from '../signatures'
import { type Material, type OrderRecord, orderRow } from './rows'
import { spotChecksOf } from './spot-checks'

const SAME_UNIT_MS = 365 * 86_400_000
const SAME_UNIT_MOST = 20

/** Everything about one order, the number masked. @throws UserError not-found */
export async function orderDetail(house: House, id: number): Promise<WorkOrderDetail> {
  const { store, links, notices, steps } = house
  const now = store.clock.now()
  const [order] = await store.read<OrderRecord>('SELECT * FROM work_order WHERE id = ?', [id])
  if (!order) throw new UserError('not-found')
  const [linked, told, taken, history, spotChecks, photos, jobs, sameUnit, charge, reorderNo] = await Promise.all([
    links.of('repairs', id), notices.ofRecord('repairs', id), steps.of('repairs', id), historyOf(store, 'repairs', id, order.data_key), spotChecksOf(store, id),
    store.read<{ id: number }>(`SELECT id FROM attachment WHERE register = 'repairs' AND record_id = ? AND kind = 'photo' AND content IS NOT NULL ORDER BY id`, [id]),
    store.read<WorkOrderDetail['jobs'][number] & Record<string, unknown>>(`SELECT id, title, printer, state, created_at AS createdAt, reprint_count AS reprintCount FROM print_job WHERE register = 'repairs' AND record_id = ? ORDER BY id`, [id]),
    sameUnitOrders(house, order, now),
    chargeShown(house, order),
    noOf(house, order.reorder_id),
  ])
  return {
    ...orderRow(order, now),
    version: order.version, station: order.station, contactId: order.contact_id, expectedFinishAt: order.expected_finish_at, workRecord: order.work_record,
    materials: (JSON.parse(order.materials) as Material[]).map((material) => ({ ...material, amountFen: lineAmount(fen(material.unitPriceFen), material.quantityMilli) })),
    workerSigned: signedOf(order, 'worker_sign'), clientSigned: signedOf(order, 'client_sign'), clientComment: order.client_comment,
    verification: order.verified_at === null ? null : { at: order.verified_at, by: order.verified_by, method: order.verify_method!, outcome: order.verify_outcome!, opinion: order.verify_opinion, reorderNo },
    photoIds: photos.map((photo) => photo.id), charge, spotChecks, sameUnit, steps: taken,
    links: linked.map(({ register, recordId, no, direction, note }) => ({ register, recordId, no, direction, note })),
    notices: told.map(({ id: notice, department, person, createdAt, acknowledgedAt, acknowledgedBy }) => ({ id: notice, department, person, createdAt, acknowledgedAt, acknowledgedBy })),
    jobs, history,
  }
}

/** Its 有偿服务单; of an order that became free there is none in force. */
const chargeShown = (house: House, order: OrderRecord): Promise<Charge | null> => (order.chargeable === 1 ? house.charges.charging.of(house.store, { register: 'repairs', id: order.id }) : Promise.resolve(null))

async function noOf(house: House, id: number | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await house.store.read<{ no: string }>('SELECT no FROM work_order WHERE id = ?', [id])
  return row?.no ?? null
}

async function sameUnitOrders(house: House, order: OrderRecord, now: number): Promise<WorkOrderDetail['sameUnit']> {
  if (order.unit_id === null) return []
  return house.store.read<WorkOrderDetail['sameUnit'][number] & Record<string, unknown>>(
    `SELECT id, no, fault, at, state, trade FROM work_order WHERE unit_id = ? AND id <> ? AND at >= ? AND state <> 'void' ORDER BY id DESC LIMIT ${SAME_UNIT_MOST}`, [order.unit_id, order.id, now - SAME_UNIT_MS],
  )
}
