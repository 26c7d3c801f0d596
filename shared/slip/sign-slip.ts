import { fen, formatMoney } from '../rules/money'
import type { SignKind } from '../rules/sign'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'

/** Slips and registers keep the tower's language, whatever the language of the screen. */
export const signKindWords: Record<SignKind, string> = { 'lobby-directory': '大堂水牌', 'floor-directory': '楼层水牌', 'door-plate': '门牌', 'lift-lobby': '电梯厅水牌', 'other': '其他' }

export const SIGN_APPLICATION_SLIP = '水牌申请表'
export const SIGN_ORDER_SLIP = '水牌制作单'

export interface SignSlipInput {
  tower: string; serviceCentre: string; no: string
  /** Of the application; of the order, when it was ordered. Epoch milliseconds. */
  at: number
  company: string; room: string; kind: SignKind; size: string; nameZh: string; nameEn: string; place: string; feeFen: number
  applicant: string
  /** The number of the one it takes the place of. */
  replaces: string
  by: string; station: string
}

const head = ({ tower, serviceCentre, no, at }: SignSlipInput): SlipLine[] => [
  { kind: 'text', text: [tower, serviceCentre].filter(Boolean).join('　'), align: 'center' },
  { kind: 'rule', style: 'thick' },
  { kind: 'pair', left: `编号  ${no}`, right: stampOf(at) },
  { kind: 'rule', style: 'thin' },
]
const facts = (pairs: [label: string, value: string][]): SlipLine[] => pairs.flatMap(([label, value]) => (value ? [{ kind: 'fact' as const, label, value }] : []))
/** The sign's own words stand large and alone: they are what is checked. */
const words = ({ nameZh, nameEn }: SignSlipInput): SlipLine[] => [
  { kind: 'rule', style: 'thin' },
  { kind: 'text', text: nameZh, align: 'center', size: 2 },
  ...(nameEn ? [{ kind: 'text' as const, text: nameEn, align: 'center' as const }] : []),
  { kind: 'rule', style: 'thin' },
]
const roomWords = (room: string): string => (room ? `${room}室` : '')

/** 水牌申请表 (10.R1, 10.F1): what is asked for, with a place for the client's seal; no phone number (P3). */
export function signApplicationSlip(input: SignSlipInput): SlipDocument {
  return {
    title: SIGN_APPLICATION_SLIP,
    lines: [
      ...head(input), ...facts([['单位', input.company], ['房号', roomWords(input.room)], ['种类', signKindWords[input.kind]], ['尺寸', input.size], ['位置', input.place]]), ...words(input),
      ...facts([['费用', input.feeFen > 0 ? formatMoney(fen(input.feeFen), '￥') : '免费'], ['换下', input.replaces], ['申请人', input.applicant]]),
      { kind: 'qr', data: `QT1:${input.no}` },
      { kind: 'text', text: '请核对中英文名称，盖单位章' },
      { kind: 'fact', label: '客户盖章', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
      { kind: 'feed', rows: 2 },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `受理  ${input.by}`, right: `${input.station}台` },
    ],
  }
}

/** 水牌制作单 (10.R2): what the maker makes, as the client checked it. */
export function signOrderSlip(input: SignSlipInput): SlipDocument {
  return {
    title: SIGN_ORDER_SLIP,
    lines: [
      ...head(input), ...facts([['种类', signKindWords[input.kind]], ['尺寸', input.size], ['位置', input.place], ['单位', input.company], ['房号', roomWords(input.room)]]), ...words(input),
      ...facts([['换下', input.replaces]]),
      { kind: 'qr', data: `QT1:${input.no}` },
      { kind: 'text', text: '名称已经客户签字核对，请照此制作' },
      { kind: 'fact', label: '制作签收', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `下单  ${input.by}`, right: `${input.station}台` },
    ],
  }
}
