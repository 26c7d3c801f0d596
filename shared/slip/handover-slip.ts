import type { HandoverItem } from '../contract/handover'
import { stampOf, timeOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'

export interface HandoverSlipInput {
  tower: string
  serviceCentre: string
  no: string
  /** When it was signed off, epoch milliseconds. */
  at: number
  shift: string
  from: string
  station: string
  items: Pick<HandoverItem, 'no' | 'title' | 'detail' | 'since' | 'dropped'>[]
  message: string
  cardsOut: number
  cardsTotal: number
}

export const HANDOVER_SLIP = '交接单'

/** 交接单 (16.R5): what is carried over in writing, with room for the arriving one's signature. */
export function handoverSlip(input: HandoverSlipInput): SlipDocument {
  const open = input.items.filter((item) => item.dropped === null)
  const dropped = input.items.filter((item) => item.dropped !== null)
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
    { kind: 'rule', style: 'thin' },
    { kind: 'pair', left: `${input.shift}交班  ${input.from}`, right: `未完 ${open.length} 件` },
  ]
  open.forEach((item, i) => lines.push({ kind: 'rule', style: 'dashed' }, { kind: 'text', text: `${i + 1}. ${item.title}` }, ...under(item)))
  if (dropped.length > 0) {
    lines.push({ kind: 'rule', style: 'thin' }, { kind: 'text', text: '没有交下去' })
    for (const item of dropped) lines.push({ kind: 'text', text: `${item.title}：${item.dropped}` })
  }
  if (input.message) lines.push({ kind: 'rule', style: 'thin' }, { kind: 'fact', label: '留话', value: input.message })
  lines.push(
    { kind: 'rule', style: 'thin' },
    { kind: 'pair', left: '临时卡', right: `柜 ${input.cardsTotal - input.cardsOut}，外 ${input.cardsOut}` },
    { kind: 'rule', style: 'thin' },
    { kind: 'fact', label: '接班', value: '________________' },
    { kind: 'feed', rows: 1 },
    { kind: 'pair', left: `交班  ${input.from}`, right: `${input.station}台` },
  )
  return { title: HANDOVER_SLIP, lines }
}

function under(item: HandoverSlipInput['items'][number]): SlipLine[] {
  const left = [item.no, item.detail].filter(Boolean).join('，')
  if (left === '' && item.since === null) return []
  return [{ kind: 'pair', left: `   ${left}`, right: item.since === null ? '' : timeOf(item.since) }]
}
