import type { Goods } from '../contract/exit-permits'
import { type ExitPermitKind, owes, type Paid } from '../rules/exit-permit'
import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import { pending, type SlipDocument, type SlipLine } from './document'

/** Slips and registers keep the tower's language, whatever the language of the screen. */
export const exitKindWords: Record<ExitPermitKind, string> = { large: '大件', 'moving-out': '搬离', repair: '送修' }

/** Who keeps which copy 联次, in their order (14.F1). */
export const permitCopies = ['desk', 'guard', 'client'] as const
export type PermitCopy = (typeof permitCopies)[number]
export const permitCopyWords: Record<PermitCopy, string> = { desk: '前台联', guard: '门岗联', client: '客户联' }

export const EXIT_PERMIT_SLIP = '出门条'
export const GOODS_DIFFER_SLIP = '货条不符单'
export const PERMIT_CHASE_SLIP = '出门条追查单'
const ORDINALS = '一二三'
const BLANK = '＿＿＿＿＿'

interface Head { tower: string; serviceCentre: string }

/** Company, unit, applicant and what is to be read at the gate. */
interface Permit {
  company: string; room: string; applicant: string; kind: ExitPermitKind; vehicleNo: string
  /** The one day it is valid on, YYYY-MM-DD, and the one exit. */
  leavingOn: string
  exit: string
}

export interface ExitPermitSlipInput extends Head, Permit {
  /** Null before saving: the number is taken on saving, so the slip only says so. */
  no: string | null
  /** Epoch milliseconds. */
  at: number
  goods: readonly Goods[]
  /** What was checked (14.R2): the company's sealed letter, or a signature like its specimen; null while neither was. */
  authority: { kind: 'letter' } | { kind: 'signatory'; name: string } | null
  companySeal: boolean
  /** How payments stood when they were looked up (moving out); null where they were not. */
  payments: Paid | null
  /** Who let it be issued although something is owed, or before its time, and why. */
  override: { by: string; reason: string } | null
  /** What the QR code says; null before saving. */
  token: string | null
  /** 1, and one more each time it was amended: an older slip is no longer good. */
  edition: number
  copy: PermitCopy
  by: string
  station: string
}

const head = ({ tower, serviceCentre }: Head, no: string | null, at: number): SlipLine[] => [
  { kind: 'text', text: [tower, serviceCentre].filter(Boolean).join('　'), align: 'center' },
  { kind: 'rule', style: 'thick' },
  { kind: 'pair', left: no === null ? [{ text: '编号  ' }, pending('保存时取号')] : `编号  ${no}`, right: stampOf(at) },
  { kind: 'rule', style: 'thin' },
]
const facts = (pairs: readonly (readonly [label: string, value: string])[]): SlipLine[] => pairs.flatMap(([label, value]) => (value ? [{ kind: 'fact' as const, label, value }] : []))
const roomWords = (room: string): string => room && `${room}室`
const whose = ({ company, room, applicant, kind }: Permit): SlipLine[] => facts([['单位', company], ['房号', roomWords(room)], ['申请人', applicant && `${applicant}  ${exitKindWords[kind]}`], ['类别', applicant ? '' : exitKindWords[kind]]])
/** What the guard reads first: the plate in ×2, the one day, the one exit. */
const atGate = ({ vehicleNo, leavingOn, exit }: Permit): SlipLine[] => [
  ...(vehicleNo ? [{ kind: 'text', text: vehicleNo, align: 'center', size: 2 } as const] : []),
  { kind: 'text', text: `限${leavingOn}当日　${exit}`, align: 'center' },
  { kind: 'rule', style: 'thin' },
]

/** 12张: how many of what unit. */
export const quantityWords = ({ quantity, unit }: Pick<Goods, 'quantity' | 'unit'>): string => `${quantity}${unit}`
export const piecesOf = (goods: readonly Pick<Goods, 'quantity'>[]): number => goods.reduce((sum, { quantity }) => sum + quantity, 0)

const goodsTable = (goods: readonly Goods[]): SlipLine[] => [
  {
    kind: 'table', columns: [{ width: 20, align: 'left' }, { width: 10, align: 'right' }, { width: 2, align: 'left' }, { width: 16, align: 'left' }],
    rows: [['货物', '数量', '', '备注'], ...goods.map((line) => [line.name, quantityWords(line), '', line.remark])],
  },
  { kind: 'pair', left: `合计${goods.length}种`, right: `${piecesOf(goods)}件` },
  { kind: 'rule', style: 'thin' },
]

function checked({ authority, companySeal, payments, override }: ExitPermitSlipInput): SlipLine[] {
  const owing = payments && owes(payments) ? (payments.owedFen > 0 ? formatMoney(fen(payments.owedFen), '￥') : '财务标记') : ''
  const agreed = override && [owing, `${override.by}准予放行${override.reason && `：${override.reason}`}`].filter(Boolean).join('  ')
  return facts([
    ['函件', authority?.kind === 'letter' ? '单位盖章函件已验' : ''], ['签字人', authority?.kind === 'signatory' ? `${authority.name}  与留样相符` : ''],
    ['单位章', companySeal && authority?.kind !== 'letter' ? '已验' : ''], ['费用', payments && !owing ? '已查，无欠费' : ''], [owing ? '欠费' : '主管', agreed ?? ''],
  ])
}

/** 大厦出门条 (14.F1), one of three copies that differ only in 联次. No phone number (P3). */
export function exitPermitSlip(input: ExitPermitSlipInput): SlipDocument {
  return {
    title: EXIT_PERMIT_SLIP,
    lines: [
      ...head(input, input.no, input.at),
      ...(input.edition > 1 ? [{ kind: 'text', text: `改条 第${input.edition}版，旧条作废`, align: 'center' } as const] : []),
      ...atGate(input),
      ...whose(input),
      { kind: 'rule', style: 'thin' },
      ...goodsTable(input.goods),
      ...checked(input),
      input.token === null ? { kind: 'qr-pending', words: ['二维码', '保存后生成'] } : { kind: 'qr', data: input.token },
      { kind: 'text', text: '货证相符方可出门，签名后留门岗联', align: 'center' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `核对人${BLANK}　时间＿＿＿`, right: '相符□ 不符□' },
      { kind: 'pair', left: `开条  ${input.by}  ${input.station}台`, right: '盖章' },
      { kind: 'pair', left: `第${ORDINALS[permitCopies.indexOf(input.copy)]}联  ${permitCopyWords[input.copy]}`, right: '共三联' },
    ],
  }
}

export interface GoodsDifferSlipInput extends Head, Permit {
  no: string
  /** When the goods were counted, epoch milliseconds. */
  at: number
  found: readonly { name: string; listed: number; found: number }[]
  /** What lies there and stands on no line. */
  extra: string
  guard: string
  station: string
}

/** 货条不符: what the guard counted against what the permit says; it stays inside (14.R4). */
export function goodsDifferSlip(input: GoodsDifferSlipInput): SlipDocument {
  return {
    title: GOODS_DIFFER_SLIP,
    lines: [
      ...head(input, input.no, input.at),
      { kind: 'text', text: '不符　没有放行', align: 'center', size: 2 },
      ...atGate(input),
      ...whose(input),
      { kind: 'rule', style: 'thin' },
      {
        kind: 'table', columns: [{ width: 24, align: 'left' }, { width: 8, align: 'right' }, { width: 8, align: 'right' }, { width: 8, align: 'right' }],
        rows: [['货物', '条上', '实点', '差'], ...input.found.filter((line) => line.found !== line.listed).map((line) => [line.name, String(line.listed), String(line.found), signedNumber(line.found - line.listed)])],
      },
      ...facts([['条外', input.extra]]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '请改条，或卸下再点。', align: 'center' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `门岗  ${input.guard}`, right: `${input.station}台` },
    ],
  }
}

const signedNumber = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference))

export interface PermitChaseSlipInput extends Head, Permit {
  no: string
  /** When it is chased, epoch milliseconds. */
  at: number
  /** When and by whom it was released; null for one nobody has used or closed. */
  released: { at: number; by: string } | null
  /** How often it was chased, this time counted. */
  times: number
  by: string
  station: string
}

/** 追查 n (14.F1): its day is over, and neither is the slip back nor has anybody said that it was not used. */
export function permitChaseSlip(input: PermitChaseSlipInput): SlipDocument {
  return {
    title: PERMIT_CHASE_SLIP,
    lines: [
      ...head(input, input.no, input.at),
      { kind: 'text', text: `追查  ${input.times}`, align: 'center', size: 2 },
      ...atGate(input),
      ...whose(input),
      ...facts([['放行', input.released ? `${stampOf(input.released.at)}  ${input.released.by}` : '没有放行记录']]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: input.released ? '请交回门岗联。' : '请查明是否出门。没有用的，交回原条核销。', align: 'center' },
      { kind: 'fact', label: '查明', value: `${BLANK}${BLANK}` },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `追查  ${input.by}`, right: `${input.station}台` },
    ],
  }
}
