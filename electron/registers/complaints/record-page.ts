import type { complaints } from '../../../shared/contract/complaints'
import { stampOf } from '../../../shared/rules/time'
import { channelWords, COMPLAINT_SLIP, complaintKindWords, levelWords, opinionWords } from '../../../shared/slip/complaint-slip'
import { departmentWords } from '../../../shared/slip/visitor-slip'
import type { Sql } from '../../store/types'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import { stateWords } from './register-columns'
import type { ComplaintRecord, RoundRecord } from './rows'
import { loadComplaint } from './write'

const howWords = { phone: '电话', visit: '上门', 'in-person': '当面' } as const
const stamp = (at: number | null): string => (at === null ? '' : stampOf(at))

const roundColumns: PaperColumn<RoundRecord>[] = [
  { title: '次', paper: 8, text: (r) => String(r.round) },
  { title: '责任部门、责任人', paper: 32, text: (r) => [r.department ? departmentWords[r.department] : '', r.person].filter(Boolean).join(' ') },
  { title: '时限', paper: 26, text: (r) => stamp(r.due_at) },
  { title: '处理', paper: 76, text: (r) => r.handling },
  { title: '处理人', paper: 20, text: (r) => r.handled_by },
  { title: '处理时间', paper: 26, text: (r) => stamp(r.handled_at) },
  { title: '问客户', paper: 34, text: (r) => [stamp(r.asked_at), r.asked_how ? howWords[r.asked_how] : '', r.asked_by].filter(Boolean).join(' ') },
  { title: '客户意见', paper: 20, text: (r) => (r.opinion ? opinionWords[r.opinion] : '') },
  { title: '原话', paper: 39, text: (r) => r.words },
]

/** 客户投诉记录 on A4 (7.F1): the facts over the rounds of handling, with places to sign. */
export function recordHtml(head: { company: string; tower: string }, c: ComplaintRecord, rounds: readonly RoundRecord[]): string {
  return paperTable({
    title: COMPLAINT_SLIP, head: [`${head.company}　${head.tower}`, `编号 ${c.no}　${stateWords[c.state]}`],
    before: [
      `客户：${c.name}　　单位：${c.tenant_name}　　房号：${c.room || c.place}　　电话：${c.phone_masked}`,
      `渠道：${channelWords[c.channel]}　　时间：${stampOf(c.at)}　　类别：${complaintKindWords[c.kind]}　　级别：${levelWords[c.level]}　　受理人：${c.received_by}`,
      `起因：${c.cause}`,
    ],
    columns: roundColumns, rows: rounds,
    after: [...(c.escalated_at === null ? [] : [`升级：${stampOf(c.escalated_at)}`]), ...(c.closed_at === null ? [] : [`结案：${stampOf(c.closed_at)}`]), ...(c.void_reason === null ? [] : [`作废：${c.void_reason}`])],
    signs: ['受理人：', '责任人：', '主管：', '日期：'],
  })
}

/** @returns null when the user cancelled. @throws UserError not-found, page-not-printed, file-not-written */
export async function printRecord(house: House, { id, to }: ParsedInput<typeof complaints.printRecord>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const query = <T>(sql: string, parameters?: Sql[]) => house.store.read<T>(sql, parameters)
  const complaint = await loadComplaint({ query }, id)
  const rounds = await query<RoundRecord>('SELECT * FROM complaint_round WHERE complaint_id = ? ORDER BY round', [id])
  const { company, tower } = house.settings.current
  const put = await putOnPaper(house, recordHtml({ company, tower }, complaint, rounds), to, `客户投诉记录-${complaint.no}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-record', register: 'complaints', recordId: id, detail: { to } }))
  return { ...put, rows: rounds.length }
}
