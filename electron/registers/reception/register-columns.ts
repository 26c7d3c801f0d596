import type { Category, EntryState } from '../../../shared/contract/reception'
import type { DocumentKind } from '../../../shared/rules/id-number'
import { dayOf, stampOf, timeOf } from '../../../shared/rules/time'
import { departmentWords, matterWords } from '../../../shared/slip/visitor-slip'
import type { ListedEntry } from './rows'

/** Registers on paper and in files keep the tower's language, whatever the language of the screen. */
const stateWords: Record<EntryState, string> = {
  expected: '预约', asked: '待回复', inside: '在内', left: '已离开', declined: '婉拒', 'no-show': '未到', waiting: '待告知', notified: '已告知', closed: '已结', void: '作废',
}
const categoryWords: Record<Category, string> = { repair: '报修', complaint: '投诉', enquiry: '咨询', appointment: '预约', message: '转告' }
const documentWords: Record<DocumentKind, string> = {
  resident: '居民身份证', 'hmt-permit': '港澳台居民居住证', 'foreign-permanent': '外国人永久居留身份证', passport: '护照', 'hm-travel': '港澳居民来往内地通行证', 'tw-travel': '台湾居民来往大陆通行证', other: '其他证件',
}

export interface RegisterColumn {
  title: string
  /** Width in characters, for a sheet; in millimetres of A4 landscape, for paper. Nought: not on paper. */
  width: number
  paper: number
  text: (entry: ListedEntry) => string
}

const time = (of: ListedEntry, at: number | null): string => (at === null ? '' : dayOf(at) === of.day ? timeOf(at) : stampOf(at))
const notified = (e: ListedEntry): string => [e.notified_department ? departmentWords[e.notified_department] : '', e.notified_person].filter(Boolean).join(' ')

/** 大厦来电、来访登记表 in the manual's order (16.F1); numbers of persons masked (P3). */
export const registerColumns: RegisterColumn[] = [
  { title: '编号', width: 14, paper: 21, text: (e) => e.no },
  { title: '日期时间', width: 17, paper: 16, text: (e) => stampOf(e.at) },
  { title: '来电/来访', width: 9, paper: 9, text: (e) => (e.kind === 'call' ? '来电' : '来访') },
  { title: '姓名', width: 14, paper: 16, text: (e) => e.name },
  { title: '单位', width: 28, paper: 26, text: (e) => e.company },
  { title: '电话', width: 15, paper: 21, text: (e) => e.phone_masked },
  { title: '事项', width: 40, paper: 36, text: (e) => [e.category ? categoryWords[e.category] : '', matterWords(e.purpose, e.matter)].filter(Boolean).join('：') },
  { title: '告知何人', width: 16, paper: 17, text: notified },
  { title: '告知时间', width: 17, paper: 12, text: (e) => time(e, e.notified_at) },
  { title: '处理结果', width: 30, paper: 22, text: (e) => e.result },
  { title: '接待人', width: 10, paper: 12, text: (e) => e.receptionist },
  { title: '预约时间', width: 17, paper: 0, text: (e) => time(e, e.expected_at) },
  { title: '被访人', width: 14, paper: 15, text: (e) => e.host_name },
  { title: '被访单位', width: 28, paper: 0, text: (e) => e.tenant_name },
  { title: '房号', width: 8, paper: 10, text: (e) => e.room },
  { title: '证件种类', width: 16, paper: 0, text: (e) => (e.document_kind ? documentWords[e.document_kind] : '') },
  { title: '证件号码', width: 21, paper: 24, text: (e) => e.document_masked },
  { title: '人数', width: 6, paper: 7, text: (e) => (e.kind === 'visit' ? String(e.people) : '') },
  { title: '临时卡', width: 9, paper: 11, text: (e) => e.card_no },
  { title: '离开时间', width: 17, paper: 12, text: (e) => time(e, e.left_at) },
  { title: '状态', width: 8, paper: 0, text: (e) => stateWords[e.state] },
  { title: '作废原因', width: 20, paper: 0, text: (e) => e.void_reason ?? '' },
]
