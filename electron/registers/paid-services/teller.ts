import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { fen, formatMoney } from '../../../shared/rules/money'
import type { House } from '../house'
import { ofWhom, oneOf } from '../list-query'
import type { Teller } from '../tellers'
import { readRows, searched } from './list'
import type { ListedSlip } from './rows'

/** More than these wait for nobody at once. */
const WAITING = 500

const where = (slip: ListedSlip): string => [slip.room || slip.place, slip.tenant_name || slip.client].filter(Boolean).join('，')

/** What 有偿服务 tells of itself: to 单位档案, to who has to see to it, to the command bar. */
export const paidServicesTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    if (!may(viewer.role, 'services.read')) return []
    return (await readRows(house, [ofWhom(of, 's')], limit)).map((slip): TimelineItem =>
      ({ register: 'paid-services', recordId: slip.id, no: slip.no, kind: 'paid-service', at: slip.at, title: slip.title, state: slip.state, room: slip.room, amountFen: slip.total_fen }))
  },

  /** A quote waits for the client's answer, and what is due for its money: at the desk, which does both. That of an order is answered at the order, which tells it. */
  async waiting(viewer, of) {
    if (!may(viewer.role, of ? 'services.read' : 'services.write')) return []
    const rows = await readRows(house, [oneOf('s.state', ['quoted', 'done']), ...(of ? [ofWhom(of, 's')] : [])], WAITING)
    return rows.filter((slip) => slip.state !== 'quoted' || slip.for_register !== 'repairs').reverse().map((slip): WaitingItem => {
      const what = slip.state === 'quoted' ? 'service-quoted' : 'service-due'
      return {
        key: `${what}:${slip.id}`, register: 'paid-services', recordId: slip.id, no: slip.no, what, title: slip.title,
        detail: [where(slip), formatMoney(fen(slip.total_fen))].filter(Boolean).join('，'), since: slip.done_at ?? slip.at, dueAt: null,
      }
    })
  },

  async search(query, viewer, limit) {
    // One digit stands in every number.
    if (!may(viewer.role, 'services.read') || query.trim() === '' || /^\d{1,2}$/.test(query.trim())) return []
    return (await readRows(house, [searched(house.store.vault, query)], limit)).map((slip): SearchHit =>
      ({ kind: 'service', id: slip.id, title: `${slip.no} ${slip.title}`, detail: where(slip), state: slip.state, at: slip.at }))
  },
})
