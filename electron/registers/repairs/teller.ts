import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may, type Role } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { openWorkOrderStates, type WorkOrderState } from '../../../shared/rules/work-order'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { condition, ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import { typedNumbers } from './find'
import { listRecords } from './list'
import { type ListedOrder, ROW_COLUMNS } from './rows'

type What = WaitingItem['what']

/** What an order waits for, and since when. */
const waits: Partial<Record<WorkOrderState, { what: What; since: (o: ListedOrder) => number | null }>> = {
  quoting: { what: 'order-quoting', since: (o) => o.at },
  issued: { what: 'order-unfetched', since: (o) => o.at },
  fetched: { what: 'order-working', since: (o) => o.fetched_at },
  assigned: { what: 'order-working', since: (o) => o.assigned_at },
  started: { what: 'order-working', since: (o) => o.started_at },
  'waiting-parts': { what: 'order-parts', since: (o) => o.started_at },
  done: { what: 'order-unsigned', since: (o) => o.finished_at },
  signed: { what: 'order-unreturned', since: (o) => o.finished_at },
  returned: { what: 'order-unverified', since: (o) => o.returned_at },
}
const atTheDesk: ReadonlySet<WorkOrderState> = new Set(['quoting', 'returned'])
const deskRoles: ReadonlySet<Role> = new Set(['receptionist', 'supervisor', 'administrator'])

/** Where it is and who has it, whom the desk chases; the company last, for a narrow line cuts its end. */
const detailOf = (o: ListedOrder): string => [o.room || o.place, o.worker || o.fetched_by, o.waiting_for, o.tenant_name].filter(Boolean).join('，')

/** The desk waits for the client's answer, for what came back, and for what is late in coming back; engineering for what is with it. */
function waitingItem(o: ListedOrder, viewer: SignedIn, all: boolean, now: number): WaitingItem[] {
  const wait = waits[o.state]
  if (!wait) return []
  const desk = deskRoles.has(viewer.role)
  const late = o.due_at < now
  if (!all && (desk ? !atTheDesk.has(o.state) && !late : atTheDesk.has(o.state))) return []
  const what: What = desk && !all && !atTheDesk.has(o.state) ? 'order-unreturned' : wait.what
  return [{ key: `${what}:${o.id}`, register: 'repairs', recordId: o.id, no: o.no, what, title: o.fault, detail: detailOf(o), since: wait.since(o) ?? o.at, dueAt: atTheDesk.has(o.state) ? null : o.due_at }]
}

/** What the register of repairs tells of itself on the pages that show them all. */
export const repairsTeller = (house: House): Teller => {
  const { store } = house
  return {
    async timeline(of, viewer, limit) {
      if (!may(viewer.role, 'repairs.read')) return []
      const { sql, parameters } = ofWhom(of, 'o')
      const rows = await store.read<ListedOrder>(`SELECT ${ROW_COLUMNS} FROM work_order o WHERE ${sql} ORDER BY o.id DESC LIMIT ?`, [...parameters, limit])
      return rows.map((o): TimelineItem => ({ register: 'repairs', recordId: o.id, no: o.no, kind: 'order', at: o.at, title: o.fault, state: o.state, room: o.room || o.place, amountFen: null }))
    },
    async waiting(viewer, of) {
      if (!may(viewer.role, 'repairs.read')) return []
      const place = of ? ofWhom(of, 'o') : condition('1')
      const rows = await store.read<ListedOrder>(`SELECT ${ROW_COLUMNS} FROM work_order o WHERE o.state IN (${openWorkOrderStates.map(() => '?').join(', ')}) AND ${place.sql} ORDER BY o.id`, [...openWorkOrderStates, ...place.parameters])
      const now = store.clock.now()
      return rows.flatMap((row) => waitingItem(row, viewer, of !== undefined, now))
    },
    async search(query, viewer, limit) {
      if (!may(viewer.role, 'repairs.read')) return []
      const numbers = typedNumbers(query.normalize('NFKC').toUpperCase().replace(/\s/g, ''), store.clock.now())
      const byNumber = await store.read<ListedOrder>(`SELECT ${ROW_COLUMNS} FROM work_order o WHERE o.no IN (SELECT value FROM json_each(?)) ORDER BY o.id DESC`, [JSON.stringify(numbers)])
      const byText = await listRecords(house, { filter: { view: 'all', from: null, to: null, states: [], trade: null, tenantId: null, unitId: null, worker: '', search: query }, before: null, limit })
      const known = new Set(byNumber.map((o) => o.id))
      return [...byNumber, ...byText.filter((o) => !known.has(o.id))].slice(0, limit)
        .map((o): SearchHit => ({ kind: 'order', id: o.id, title: o.fault, detail: [o.no, o.room || o.place, o.tenant_name].filter(Boolean).join('，'), state: o.state, at: o.at }))
    },
  }
}
