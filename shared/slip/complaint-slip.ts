import type { Channel, ClientOpinion } from '../contract/complaints'
import type { Department } from '../contract/base'
import type { ComplaintKind, ComplaintLevel } from '../rules/complaint'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'
import { departmentWords } from './visitor-slip'

/** Slips and registers on paper keep the tower's language, whatever the language of the screen. */
export const channelWords: Record<Channel, string> = { phone: '电话', written: '书面', 'in-person': '当面' }
export const complaintKindWords: Record<ComplaintKind, string> = {
  repair: '维修', environment: '环境', service: '服务', noise: '噪声', safety: '安全', parking: '停车', fees: '收费', other: '其他',
}
export const levelWords: Record<ComplaintLevel, string> = { 1: '一级', 2: '二级', 3: '三级' }
export const opinionWords: Record<ClientOpinion, string> = { satisfied: '满意', 'fairly-satisfied': '基本满意', dissatisfied: '不满意' }

export interface ComplaintSlipInput {
  tower: string
  serviceCentre: string
  no: string
  /** When the client complained, epoch milliseconds. */
  at: number
  channel: Channel
  kind: ComplaintKind
  level: ComplaintLevel
  room: string
  place: string
  name: string
  company: string
  /** Masked (P3). */
  phoneMasked: string
  cause: string
  department: Department | null
  person: string
  dueAt: number
  /** What was done before, and what the client said of it. */
  rounds: { round: number; handling: string; opinion: ClientOpinion | null }[]
  receivedBy: string
  station: string
}

export const COMPLAINT_SLIP = '客户投诉记录'
export const COMPLAINT_URGE_SLIP = '投诉催办单'
const ordinals = '一二三四五六七八九'
const BLANK = '＿＿＿＿＿＿＿＿＿＿＿＿'

export type ComplaintUrgeInput = Pick<ComplaintSlipInput, 'tower' | 'serviceCentre' | 'no' | 'at' | 'level' | 'kind' | 'room' | 'place' | 'company' | 'department' | 'person' | 'dueAt' | 'station'> & {
  /** When, how often with this time, by whom. */
  now: number; reminders: number; by: string; title: string
}

/** 催办 n (7.R2): a complaint that waits for whoever has it; names nobody who complained (P3). */
export function complaintUrgeSlip(input: ComplaintUrgeInput): SlipDocument {
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.now) },
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: [`催  ${input.reminders}`, input.room ? `${input.room}室` : ''].filter(Boolean).join('   '), align: 'center', size: 2 },
    { kind: 'rule', style: 'thin' },
  ]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('事由', input.title)
  fact('类别', `${complaintKindWords[input.kind]}  ${levelWords[input.level]}`)
  fact('单位', input.company)
  fact('地点', input.place)
  fact('投诉时间', stampOf(input.at))
  fact('责任', [input.department ? departmentWords[input.department] : '', input.person].filter(Boolean).join('  '))
  fact('时限', stampOf(input.dueAt))
  lines.push(
    { kind: 'rule', style: 'thin' },
    { kind: 'fact', label: '处理情况', value: BLANK },
    { kind: 'rule', style: 'dashed' },
    { kind: 'pair', left: `催办  ${input.by}`, right: `${input.station}台` },
  )
  return { title: COMPLAINT_URGE_SLIP, lines }
}

/** 客户投诉记录 (7.F1): level and room in ×2; places for what is done and what the client thinks of it. */
export function complaintSlip(input: ComplaintSlipInput): SlipDocument {
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: input.room ? `${levelWords[input.level]}   ${input.room}室` : levelWords[input.level], align: 'center', size: 2 },
    { kind: 'rule', style: 'thin' },
  ]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('渠道', channelWords[input.channel])
  fact('客户', input.name)
  fact('单位', input.company)
  fact('电话', input.phoneMasked)
  fact('地点', input.place)
  fact('类别', complaintKindWords[input.kind])
  fact('起因', input.cause)
  fact('责任', [input.department ? departmentWords[input.department] : '', input.person].filter(Boolean).join('  '))
  fact('时限', stampOf(input.dueAt))
  const done = input.rounds.filter((round) => round.handling !== '')
  if (done.length > 0) lines.push({ kind: 'rule', style: 'thin' })
  for (const { round, handling, opinion } of done) fact(`第${ordinals[round - 1] ?? round}次`, opinion ? `${handling}（${opinionWords[opinion]}）` : handling)
  lines.push(
    { kind: 'rule', style: 'thin' },
    { kind: 'fact', label: '处理结果', value: BLANK },
    { kind: 'fact', label: '问客户', value: BLANK },
    { kind: 'fact', label: '客户意见', value: '□满意  □基本满意  □不满意' },
    { kind: 'rule', style: 'dashed' },
    { kind: 'pair', left: `受理  ${input.receivedBy}`, right: `${input.station}台` },
  )
  return { title: COMPLAINT_SLIP, lines }
}
