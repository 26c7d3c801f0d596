import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import type { Trade } from '../rules/work-order'
import type { Rating, Urgency } from '../contract/repairs'
import type { SlipDocument, SlipLine } from './document'

/** Slips and registers keep the tower's language, whatever the language of the screen. */
export const tradeWords: Record<Trade, string> = {
  plumbing: '水暖', electrical: '电气', 'air-conditioning': '空调', 'doors-locks': '门锁', carpentry: '木工', fire: '消防', lift: '电梯', 'low-voltage': '弱电', other: '其他',
}
export const urgencyWords: Record<Urgency, string> = { normal: '普通', urgent: '急', emergency: '紧急' }
export const ratingWords: Record<Rating, string> = { satisfied: '满意', fair: '一般', dissatisfied: '不满意' }

export const WORK_ORDER_SLIP = '维修工作令单'
export const URGE_SLIP = '催单'

/** Who keeps which copy 联次. */
const copyWords = ['工程联', '客户联', '客服联', '财务联'] as const

export interface WorkOrderSlipInput {
  tower: string
  serviceCentre: string
  no: string
  /** Epoch milliseconds. */
  at: number
  room: string
  place: string
  content: string
  company: string
  reporter: string
  /** A contact's extension. Never a phone number (P3). */
  extension: string
  appointmentAt: number | null
  dueAt: number
  trade: Trade
  urgency: Urgency
  chargeable: boolean
  emergencyFirst: boolean
  /** The 有偿服务单 the client agreed to; `totalFen` in whole fen. */
  charge: { no: string; totalFen: number } | null
  token: string
  /** Which of how many copies, from 1; null on a copy that is printed again. */
  copy: { index: number; of: number } | null
  receivedBy: string
  station: string
}

const BLANK = '＿＿＿＿＿＿＿＿＿＿＿＿'

/** 维修工作令单 (13.F2): what is wrong and where, on the way to it, and room for what engineering and the client write by hand (13.R4). */
export function workOrderSlip(input: WorkOrderSlipInput): SlipDocument {
  const copy = input.copy && `第${input.copy.index}联 ${copyWords[input.copy.index - 1] ?? ''}`.trim()
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    ...(copy ? [{ kind: 'text', text: `${copy}，共${input.copy!.of}联`, align: 'center' } as const] : []),
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
    { kind: 'rule', style: 'thin' },
    ...where(input),
  ]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('报修内容', input.content)
  if (input.room) fact('地点', input.place)
  fact('单位', input.company)
  fact('报修人', [input.reporter, input.extension && `分机${input.extension}`].filter(Boolean).join(' '))
  fact('预约', input.appointmentAt === null ? '' : stampOf(input.appointmentAt))
  fact('应完工', stampOf(input.dueAt))
  fact('工种', tradeWords[input.trade])
  fact('紧急', urgencyWords[input.urgency])
  fact('收费', chargeWords(input))
  lines.push(
    { kind: 'rule', style: 'thin' },
    ...['维修人', '完工时间', '维修记录'].map((label) => ({ kind: 'fact', label, value: BLANK }) as const),
    { kind: 'fact', label: '客户评价', value: '□满意　□一般　□不满意' },
    { kind: 'fact', label: '客户签字', value: BLANK },
    { kind: 'rule', style: 'thin' },
    { kind: 'qr', data: input.token },
    { kind: 'text', text: '完工签字后请将本单交回前台', align: 'center' },
    { kind: 'rule', style: 'dashed' },
    { kind: 'pair', left: `受理  ${input.receivedBy}`, right: `${input.station}台` },
  )
  return { title: WORK_ORDER_SLIP, lines }
}

/** Room in ×2: where the way leads. A place of no room stands there itself. */
function where(input: Pick<WorkOrderSlipInput, 'room' | 'place'>): SlipLine[] {
  const text = input.room ? `${input.room}室` : input.place
  return text === '' ? [] : [{ kind: 'text', text, align: 'center', size: 2 }, { kind: 'rule', style: 'thin' }]
}

function chargeWords({ chargeable, emergencyFirst, charge }: Pick<WorkOrderSlipInput, 'chargeable' | 'emergencyFirst' | 'charge'>): string {
  if (!chargeable) return '免费'
  if (charge) return `收费  ${charge.no}  ${formatMoney(fen(charge.totalFen), '￥')}`
  return emergencyFirst ? '收费，急修先做，单后补' : '收费'
}

export interface UrgeSlipInput {
  tower: string
  serviceCentre: string
  no: string
  /** When the order was opened, and when it was reminded of; epoch milliseconds. */
  at: number
  now: number
  room: string
  place: string
  fault: string
  company: string
  fetchedBy: string
  worker: string
  dueAt: number
  /** How often engineering has been reminded, this time counted. */
  reminders: number
  by: string
  station: string
}

/** 催单 n (13.R7): an order that has not come back. */
export function urgeSlip(input: UrgeSlipInput): SlipDocument {
  const lines: SlipLine[] = [
    { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.now) },
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: `催  ${input.reminders}`, align: 'center', size: 2 },
    ...where(input),
  ]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  fact('报修内容', input.fault)
  fact('单位', input.company)
  fact('报修时间', stampOf(input.at))
  fact('领单', input.fetchedBy || '还没有领单')
  fact('维修人', input.worker)
  fact('应完工', stampOf(input.dueAt))
  lines.push(
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: '完工请返单，未完请说明原因。', align: 'center' },
    { kind: 'fact', label: '原因', value: BLANK },
    { kind: 'rule', style: 'dashed' },
    { kind: 'pair', left: `催办  ${input.by}`, right: `${input.station}台` },
  )
  return { title: URGE_SLIP, lines }
}
