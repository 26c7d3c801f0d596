import { dayOf } from '../../shared/rules/time'
import { writtenItem } from '../registers/handover/unfinished'
import { insertRows } from '../store/bulk'
import { formatNumber } from '../store/numbers'
import type { Sql, Tx } from '../store/types'
import type { Trace } from './entries'
import { demoStaff } from './staff'
import { MINUTE, type WorkDay } from './times'

const MESSAGES = ['', '小票机还剩半卷纸，新纸在左手柜第二格。', '', '晚上七点 3102 有培训，电梯会忙。', '']
const LAST_MESSAGE = '2203 的会开到五点半，送客时请带回临时卡。小票机还剩半卷纸，新纸在左手柜第二格。'

/** The early shift's hand-over of each day that is over by then; the last one leaves two lines open. */
export async function insertHandovers(tx: Tx, days: Pick<WorkDay, 'day' | 'opens'>[], now: number, station: string): Promise<Trace[]> {
  const { early, late, supervisor } = demoStaff
  const done = days.map(({ opens }) => new Date(opens).setHours(15, 58, 0, 0)).filter((at) => at + 10 * MINUTE <= now)
  const traces: Trace[] = []
  const serials = new Map<number, number>()
  const rows = done.map((at, i): Sql[] => {
    const id = i + 1
    const year = new Date(at).getFullYear()
    serials.set(year, (serials.get(year) ?? 0) + 1)
    const no = formatNumber('handover', year, serials.get(year)!)
    const isLast = i === done.length - 1
    const written = isLast ? ['B1 水泵房钥匙在蒋大为处，催了两次', '等电梯维保回话，回了告诉 2706 顾先生'] : []
    const items = written.map((text, n) => ({ ...writtenItem({ id, no }, n + 1, text, at, early.name), seen: true }))
    const trace = (action: string, when: number, staff: { id: number; name: string }) => traces.push({ at: when, scope: { actor: { id: staff.id, name: staff.name }, station }, line: { action, register: 'handover', recordId: id, detail: { no } } })
    trace('sign-off', at, early)
    trace('acknowledge', at + 4 * MINUTE, late)
    if (!isLast) trace('recheck', at + 60 * MINUTE, supervisor)
    return [
      id, no, dayOf(at), '早班', station, 'acknowledged', early.id, early.name, late.id, late.name, JSON.stringify(items), isLast ? LAST_MESSAGE : MESSAGES[i % MESSAGES.length]!, 3, 60,
      at, at + 4 * MINUTE, ...(isLast ? [null, null] : [at + 60 * MINUTE, supervisor.name]),
    ]
  })
  const columns = [
    'id', 'no', 'day', 'shift', 'station', 'state', 'from_id', 'from_name', 'to_id', 'to_name', 'items', 'message', 'cards_out', 'cards_total',
    'signed_off_at', 'acknowledged_at', 'rechecked_at', 'rechecked_by',
  ]
  await insertRows(tx.query, 'handover', columns, rows)
  await insertRows(tx.query, 'number_series', ['series', 'year', 'last'], [...serials].map(([year, last]) => ['handover', year, last]))
  return traces
}
