import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import type { ComplaintState } from '../../../shared/rules/complaint'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { type Condition, condition, ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import { searched } from './list'
import { type ListedComplaint, OPEN, ROW_COLUMNS } from './rows'

const reads = (viewer: SignedIn): boolean => may(viewer.role, 'complaints.read')

/** What a complaint in each state waits for. */
const waitsFor: Partial<Record<ComplaintState, WaitingItem['what']>> = {
  received: 'complaint-new', escalated: 'complaint-escalated', handling: 'complaint-handling', repairing: 'complaint-repairing', handled: 'complaint-to-ask',
}

/** What the register of complaints says on the pages that show all registers. */
export const complaintTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    if (!reads(viewer)) return []
    return (await rows(house, [ofWhom(of, 'c')], limit)).map((c): TimelineItem => ({
      register: 'complaints', recordId: c.id, no: c.no, kind: c.kind, at: c.at, title: [c.name, c.title].filter(Boolean).join('：'), state: c.state, room: c.room, amountFen: null,
    }))
  },

  async waiting(viewer, of) {
    if (!reads(viewer)) return []
    const now = house.store.clock.now()
    const open = await rows(house, [condition(`c.state IN ${OPEN}`), ...(of ? [ofWhom(of, 'c')] : [])], WAITING)
    return open.reverse().filter((c) => of !== undefined || isTurnOf(viewer, c, now)).map((c): WaitingItem => ({
      key: `${waitsFor[c.state]!}:${c.id}`, register: 'complaints', recordId: c.id, no: c.no, what: waitsFor[c.state]!, title: c.title, detail: [c.room || c.place, c.tenant_name].filter(Boolean).join('，'),
      since: c.at, dueAt: c.due_at,
    }))
  },

  async search(query, viewer, limit) {
    if (!reads(viewer)) return []
    return (await rows(house, [searched(house, query)], limit)).map((c) => ({
      kind: 'complaint', id: c.id, title: `${c.no} ${c.title}`, detail: [c.room || c.place, c.name, c.tenant_name].filter(Boolean).join('，'), state: c.state, at: c.at,
    }))
  },
})

const WAITING = 500

/** Escalated ones are the supervisor's; what a department handles is looked after again when it is late (7.R6). */
function isTurnOf(viewer: SignedIn, complaint: ListedComplaint, now: number): boolean {
  if (complaint.state === 'received' || complaint.state === 'handled') return true
  return complaint.due_at < now || (complaint.state === 'escalated' && may(viewer.role, 'complaints.handle'))
}

const rows = (house: House, conditions: Condition[], limit: number): Promise<ListedComplaint[]> =>
  house.store.read<ListedComplaint>(`SELECT ${ROW_COLUMNS} FROM complaint c WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')} ORDER BY c.id DESC LIMIT ?`, [...conditions.flatMap(({ parameters }) => parameters), limit])
