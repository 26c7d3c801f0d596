import type { ComplaintState } from '../../../shared/rules/complaint'
import { stampOf } from '../../../shared/rules/time'
import { channelWords, complaintKindWords, levelWords, opinionWords } from '../../../shared/slip/complaint-slip'
import { departmentWords } from '../../../shared/slip/visitor-slip'
import type { TableColumn } from '../table-file'
import type { ListedComplaint } from './rows'

/** Registers on paper and in files keep the tower's language, whatever the language of the screen. */
export const stateWords: Record<ComplaintState, string> = {
  received: '已受理', escalated: '已升级', handling: '处理中', repairing: '报修中', handled: '待问客户', closed: '已结案', void: '作废',
}

/** A complaint with what the last round that was handled, and the last that was asked about, say. */
export interface ExportedComplaint extends ListedComplaint { handling: string | null; asked_at: number | null; words: string | null }

/** 客户投诉记录 in the manual's order (7.F1), with how it goes; the number masked (P3). */
export const registerColumns: TableColumn<ExportedComplaint>[] = [
  { title: '编号', width: 14, text: (c) => c.no },
  { title: '渠道', width: 6, text: (c) => channelWords[c.channel] },
  { title: '姓名', width: 12, text: (c) => c.name },
  { title: '单位', width: 28, text: (c) => c.tenant_name },
  { title: '房号', width: 8, text: (c) => c.room },
  { title: '地点', width: 12, text: (c) => c.place },
  { title: '电话', width: 15, text: (c) => c.phone_masked },
  { title: '时间', width: 17, text: (c) => stampOf(c.at) },
  { title: '起因', width: 40, text: (c) => c.cause },
  { title: '类别', width: 8, text: (c) => complaintKindWords[c.kind] },
  { title: '级别', width: 6, text: (c) => levelWords[c.level] },
  { title: '责任', width: 16, text: (c) => [c.department ? departmentWords[c.department] : '', c.person].filter(Boolean).join(' ') },
  { title: '时限', width: 17, text: (c) => stampOf(c.due_at) },
  { title: '处理结果', width: 40, text: (c) => c.handling ?? '' },
  { title: '问客户', width: 17, text: (c) => (c.asked_at === null ? '' : stampOf(c.asked_at)) },
  { title: '客户意见', width: 10, text: (c) => (c.opinion ? opinionWords[c.opinion] : '') },
  { title: '原话', width: 30, text: (c) => c.words ?? '' },
  { title: '次数', width: 6, text: (c) => String(c.round) },
  { title: '升级', width: 17, text: (c) => (c.escalated_at === null ? '' : stampOf(c.escalated_at)) },
  { title: '状态', width: 8, text: (c) => stateWords[c.state] },
  { title: '结案', width: 17, text: (c) => (c.closed_at === null ? '' : stampOf(c.closed_at)) },
  { title: '受理人', width: 10, text: (c) => c.received_by },
  { title: '作废原因', width: 20, text: (c) => c.void_reason ?? '' },
]
