import type { TimelineItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import type { House } from '../house'
import { ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import type { EntryRecord } from './rows'

type Row = Pick<EntryRecord, 'id' | 'no' | 'kind' | 'at' | 'name' | 'matter' | 'state' | 'room' | 'host_name' | 'company' | 'expected_at'>

/** Calls and visits of a company or unit. Who came and why is for those who may read the register; the others see that somebody did (P3). */
export const receptionTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    const { sql, parameters } = ofWhom(of)
    const rows = await house.store.read<Row>(`SELECT id, no, kind, at, name, matter, state, room, host_name, company, expected_at FROM entry WHERE ${sql} ORDER BY id DESC LIMIT ?`, [...parameters, limit])
    const withWords = may(viewer.role, 'reception.read')
    return rows.map(({ id, name, matter, host_name: host, company, expected_at: expectedAt, ...row }): TimelineItem => ({
      register: 'reception', recordId: id, ...row, title: withWords ? [name, matter].filter(Boolean).join('：') : '', amountFen: null,
      ...(expectedAt !== null && (row.state === 'expected' || row.state === 'no-show') ? { expectedAt } : {}),
      ...(withWords && row.kind === 'visit' ? { visit: { name, host, company } } : {}),
    }))
  },

  async dayEnd() {
    const inside = await house.store.read<{ no: string; people: number }>(`SELECT no, people FROM entry WHERE kind = 'visit' AND state = 'inside' ORDER BY id`)
    // Heads, as the rail counts them: who came in a group has one entry.
    return [{ what: 'visitors-inside', count: inside.reduce((sum, { people }) => sum + people, 0), nos: inside.map(({ no }) => no) }]
  },
})
