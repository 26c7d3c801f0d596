import type { Department } from '../contract/base'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'
import { departmentWords } from './visitor-slip'

export interface NoticeSlipInput {
  tower: string
  serviceCentre: string
  no: string
  /** Epoch milliseconds. */
  at: number
  department: Department
  /** Whom in the department; empty for whoever is there. */
  person: string
  /** Who came or called, with the company. */
  who: string
  /** How to reach them: a contact's name and extension. Never a phone number (P3). */
  reachBy: string
  room: string
  /** 事由 or 事项 in words. */
  matter: string
  kind: 'visit' | 'call'
  /** How often the department was reminded; above nought the slip opens with 催. */
  reminders: number
  receptionist: string
  station: string
}

/** 告知单: what the department concerned gets on its own printer (16.R1). */
export function noticeSlip(input: NoticeSlipInput): SlipDocument {
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
    { kind: 'rule', style: 'thin' },
  ]
  if (input.reminders > 0) lines.push({ kind: 'text', text: `催  ${input.reminders}`, align: 'center', size: 2 })
  lines.push(
    { kind: 'text', text: input.room ? `${departmentWords[input.department]}   ${input.room}室` : departmentWords[input.department], align: 'center', size: 2 },
    { kind: 'rule', style: 'thin' },
  )
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('告知', input.person)
  fact(input.kind === 'visit' ? '来访人' : '来电人', input.who)
  fact('联系', input.reachBy)
  fact(input.kind === 'visit' ? '事由' : '事项', input.matter)
  lines.push(
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: '收到请签收，或在屏上确认。', align: 'center' },
    { kind: 'fact', label: '签收', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
    { kind: 'rule', style: 'dashed' },
    { kind: 'pair', left: `接待  ${input.receptionist}`, right: `${input.station}台` },
  )
  return { title: '告知单', lines }
}
