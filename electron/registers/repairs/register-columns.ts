import { dayOf, stampOf, timeOf } from '../../../shared/rules/time'
import type { WorkOrderState } from '../../../shared/rules/work-order'
import { ratingWords, tradeWords, urgencyWords } from '../../../shared/slip/work-order-slip'
import type { PaperColumn } from '../paper-table'
import type { TableColumn } from '../table-file'
import type { ListedOrder } from './rows'

/** Registers on paper and in files keep the tower's language, whatever the language of the screen. */
const stateWords: Record<WorkOrderState, string> = {
  quoting: '待报价', refused: '不同意', issued: '待领单', fetched: '已领单', assigned: '已派工', started: '维修中', 'waiting-parts': '待料', done: '待签字', signed: '待返单', returned: '待核验', verified: '已核验', filed: '已归档', void: '作废',
}

const time = (of: ListedOrder, at: number | null): string => (at === null ? '' : dayOf(at) === of.day ? timeOf(at) : stampOf(at))
const onTimeWords = (o: ListedOrder): string => (o.finished_at === null || o.state === 'void' ? '' : o.finished_at <= o.due_at ? '及时' : '不及时')

/** 客户报修登记表 in the manual's order (13.F1), then what 维修工作令单 adds for a sheet (13.F2); numbers of persons masked (P3). */
export const registerColumns: (TableColumn<ListedOrder> & PaperColumn<ListedOrder>)[] = [
  { title: '单号', width: 14, paper: 21, text: (o) => o.no },
  { title: '报修时间', width: 17, paper: 16, text: (o) => stampOf(o.at) },
  { title: '报修内容', width: 40, paper: 46, text: (o) => o.content },
  { title: '房号', width: 16, paper: 16, text: (o) => [o.room, o.place].filter(Boolean).join(' ') },
  { title: '单位', width: 28, paper: 34, text: (o) => o.tenant_name },
  { title: '报修人', width: 12, paper: 15, text: (o) => o.reporter },
  { title: '电话', width: 15, paper: 21, text: (o) => o.phone_masked },
  { title: '预约', width: 17, paper: 14, text: (o) => time(o, o.appointment_at) },
  { title: '受理人', width: 10, paper: 13, text: (o) => o.received_by },
  { title: '紧急', width: 8, paper: 9, text: (o) => urgencyWords[o.urgency] },
  { title: '领单人', width: 10, paper: 13, text: (o) => o.fetched_by },
  { title: '完工时间', width: 17, paper: 14, text: (o) => time(o, o.finished_at) },
  { title: '确认', width: 10, paper: 13, text: (o) => (o.state === 'void' ? '作废' : o.rating ? ratingWords[o.rating] : '') },
  { title: '工种', width: 8, paper: 0, text: (o) => tradeWords[o.trade] },
  { title: '收费', width: 8, paper: 0, text: (o) => (o.chargeable === 1 ? '收费' : '免费') },
  { title: '维修人', width: 10, paper: 0, text: (o) => o.worker },
  { title: '派工时间', width: 17, paper: 0, text: (o) => time(o, o.assigned_at) },
  { title: '应完工', width: 17, paper: 0, text: (o) => stampOf(o.due_at) },
  { title: '及时', width: 8, paper: 0, text: onTimeWords },
  { title: '返单时间', width: 17, paper: 0, text: (o) => time(o, o.returned_at) },
  { title: '核验时间', width: 17, paper: 0, text: (o) => time(o, o.verified_at) },
  { title: '状态', width: 8, paper: 0, text: (o) => stateWords[o.state] },
  { title: '作废原因', width: 20, paper: 0, text: (o) => o.void_reason ?? '' },
]
