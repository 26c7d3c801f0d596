import { may } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { typedNumbers } from '../../store/numbers'
import type { House } from '../house'
import type { Teller } from '../tellers'
import type { HandoverRow } from './rows'

/** A hand-over is found by its number (JB26-000012), or by its digits from three on. */
export const handoverTeller = ({ store }: House): Teller => ({
  async search(query, viewer, limit) {
    if (!may(viewer.role, 'handover.write') || /^\s*\d{1,2}\s*$/.test(query)) return []
    const rows = await store.read<HandoverRow & Record<string, unknown>>('SELECT * FROM handover WHERE no IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?', [JSON.stringify(typedNumbers(['handover'], query, store.clock.now())), limit])
    return rows.map((row): SearchHit => ({ kind: 'handover', id: row.id, title: row.no, detail: [`${row.day} ${row.shift}`, [row.from_name, row.to_name].filter(Boolean).join(' → ')].join('，'), state: row.state, at: row.signed_off_at }))
  },
})
