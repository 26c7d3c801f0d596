import type { Department } from '../contract/base'
import type { Purpose } from '../contract/reception'
import { dayOf, timeOf } from '../rules/time'
import { pending, type SlipDocument, type SlipLine, type SlipSpan } from './document'

/** Slips keep the tower's language, whatever the language of the screen. */
export const purposeWords: Record<Purpose, string> = {
  meeting: '面谈', delivery: '送件', interview: '面试', works: '施工', other: '其他',
}
export const departmentWords: Record<Department, string> = {
  'customer-service': '客服部', engineering: '工程部', security: '保安部', finance: '财务部', cleaning: '保洁部', leasing: '租务部',
}

export interface VisitorSlipInput {
  tower: string
  serviceCentre: string
  /** Null before saving: the number is taken on saving, so the slip only says so. */
  no: string | null
  /** Epoch milliseconds. */
  at: number
  room: string
  cardNo: string
  name: string
  company: string
  /** The person visited, or the department. */
  hostName: string
  hostCompany: string
  /** 事由 in words; see `matterWords`. */
  matter: string
  people: number
  validUntil: number | null
  /** What the QR code says; null before saving. */
  token: string | null
  retentionDays: number
  receptionist: string
  station: string
}

/** 事由: the purpose, with what was written to it. */
export function matterWords(purpose: Purpose | null, matter: string): string {
  if (purpose === null) return matter
  if (purpose === 'other' && matter) return matter
  return matter ? `${purposeWords[purpose]}，${matter}` : purposeWords[purpose]
}

const moment = (ms: number): string => `${dayOf(ms)} ${timeOf(ms)}`

/** 访客单: what a guard reads (room and card) in ×2; no document or phone number (P3). */
export function visitorSlip(input: VisitorSlipInput): SlipDocument {
  const preview = input.no === null
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: [{ text: '编号  ' }, preview ? pending('保存时取号') : { text: input.no! }], right: moment(input.at) },
    { kind: 'rule', style: 'thin' },
    ...place(input, preview),
    { kind: 'fact', label: '来访人', value: input.name ? input.name : [pending('……')] },
  ]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('单位', input.company)
  if (input.hostName) fact('被访人', input.hostName)
  else if (preview) lines.push({ kind: 'fact', label: '被访人', value: [pending('……')] })
  fact('公司', input.hostCompany)
  fact('事由', input.matter)
  fact('人数', `${input.people}人`)
  if (input.validUntil !== null) fact('有效至', moment(input.validUntil))
  lines.push(
    { kind: 'rule', style: 'thin' },
    input.token === null ? { kind: 'qr-pending', words: ['二维码', '保存后生成'] } : { kind: 'qr', data: input.token },
    { kind: 'text', text: input.cardNo ? '离开时请将本单与临时卡交回前台' : '离开时请将本单交回前台', align: 'center' },
    { kind: 'rule', style: 'dashed' },
    { kind: 'text', text: `登记信息只用于来访管理，${input.retentionDays}天后删除。` },
    { kind: 'pair', left: `接待  ${input.receptionist}`, right: `${input.station}台` },
  )
  return { title: '访客单', lines }
}

function place(input: VisitorSlipInput, preview: boolean): SlipLine[] {
  const spans: SlipSpan[] = []
  if (input.room) spans.push({ text: `${input.room}室` })
  else if (preview) spans.push(pending('待选房号'))
  if (input.cardNo) spans.push({ text: spans.length > 0 ? `   ${input.cardNo}` : input.cardNo })
  if (spans.length === 0) return []
  return [{ kind: 'text', text: spans, align: 'center', size: 2 }, { kind: 'rule', style: 'thin' }]
}
