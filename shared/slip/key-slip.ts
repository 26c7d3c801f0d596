import type { KeyType } from '../rules/key'
import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'

/** Slips and registers keep the tower's language, whatever the language of the screen. */
export const keyTypeWords: Record<KeyType, string> = {
  door: '房门', mailbox: '信箱', cabinet: '柜', 'plant-room': '机房', riser: '管井', lift: '电梯', 'car-park': '车库', other: '其他',
}

export const KEY_LOAN_SLIP = '钥匙借用单'
export const KEY_CHASE_SLIP = '钥匙催还单'
export const KEY_SEAL_SLIP = '钥匙封存签'

interface Head { tower: string; serviceCentre: string; no: string; /** Epoch milliseconds. */ at: number }

const head = ({ tower, serviceCentre, no, at }: Head): SlipLine[] => [
  { kind: 'text', text: [tower, serviceCentre].filter(Boolean).join('　'), align: 'center' },
  { kind: 'rule', style: 'thick' },
  { kind: 'pair', left: `编号  ${no}`, right: stampOf(at) },
  { kind: 'rule', style: 'thin' },
]
const facts = (pairs: [label: string, value: string][]): SlipLine[] => pairs.flatMap(([label, value]) => (value ? [{ kind: 'fact' as const, label, value }] : []))
const big = (text: string): SlipLine[] => [{ kind: 'text', text, align: 'center', size: 2 }, { kind: 'rule', style: 'thin' }]
const roomWords = (room: string): string => (room ? `${room}室` : '')
const foot = (label: string, by: string, station: string): SlipLine[] => [{ kind: 'rule', style: 'dashed' }, { kind: 'pair', left: `${label}  ${by}`, right: `${station}台` }]

export interface KeyLoanSlipInput extends Head {
  /** A-34, and what it opens. */
  keyNo: string
  keyName: string
  room: string
  place: string
  count: number
  reason: string
  borrower: string
  company: string
  passNo: string
  dueAt: number
  /** Whole fen; nought for none. */
  depositFen: number
  receiptNo: string
  lentBy: string
  station: string
}

/** 钥匙借用单 (11.F1): which key, whose, until when; no phone number (P3). The QR code finds the loan when it comes back. */
export function keyLoanSlip(input: KeyLoanSlipInput): SlipDocument {
  const lines: SlipLine[] = [
    ...head(input),
    ...big(`${input.keyNo}   ${input.count}把`),
    ...facts([
      ['钥匙', input.keyName], ['房号', roomWords(input.room)], ['部位', input.place], ['借用事由', input.reason], ['借用人', input.borrower], ['单位', input.company], ['证件', input.passNo],
      ['应还', stampOf(input.dueAt)], ['押金', input.depositFen > 0 ? `${formatMoney(fen(input.depositFen), '￥')}  收据 ${input.receiptNo}` : ''],
    ]),
    { kind: 'rule', style: 'thin' },
    { kind: 'qr', data: `QT1:${input.no}` },
    { kind: 'text', text: input.depositFen > 0 ? '还钥匙请带本单和收据，凭收据退押金' : '还钥匙请带本单', align: 'center' },
    ...foot('借出', input.lentBy, input.station),
  ]
  return { title: KEY_LOAN_SLIP, lines }
}

export interface KeyChaseSlipInput extends Head {
  /** When it is chased. */
  now: number
  keyNo: string
  keyName: string
  room: string
  /** Keys that are still out. */
  count: number
  borrower: string
  company: string
  dueAt: number
  /** How often it was chased, this time counted. */
  times: number
  by: string
  station: string
}

/** 催还 n (11.R5): a key that has not come back. */
export function keyChaseSlip(input: KeyChaseSlipInput): SlipDocument {
  return {
    title: KEY_CHASE_SLIP,
    lines: [
      ...head({ ...input, at: input.now }),
      { kind: 'text', text: `催  ${input.times}`, align: 'center', size: 2 },
      ...big(`${input.keyNo}   ${input.count}把`),
      ...facts([['钥匙', input.keyName], ['房号', roomWords(input.room)], ['借用人', input.borrower], ['单位', input.company], ['借出', stampOf(input.at)], ['应还', stampOf(input.dueAt)]]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '请即归还；要续借请到前台说明。', align: 'center' },
      ...foot('催还', input.by, input.station),
    ],
  }
}

export interface KeySealSlipInput extends Head {
  sealNo: string
  client: string
  room: string
  keys: readonly { no: string; type: KeyType; name: string; count: number }[]
  keeper: string
  station: string
}

/** Goes onto the sealed bag (11.R3): whose keys, under which seal, by which 托管书. */
export function keySealSlip(input: KeySealSlipInput): SlipDocument {
  return {
    title: KEY_SEAL_SLIP,
    lines: [
      ...head(input),
      ...big(input.sealNo),
      ...facts([['客户', input.client], ['房号', roomWords(input.room)]]),
      { kind: 'rule', style: 'thin' },
      { kind: 'table', columns: [{ width: 20, align: 'left' }, { width: 8, align: 'left' }, { width: 6, align: 'right' }], rows: [['钥匙', '种类', '把数'], ...input.keys.map(({ no, type, name, count }) => [[no, name].filter(Boolean).join(' '), keyTypeWords[type], String(count)])] },
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '启封须托管书所列的人到场，当面登记。', align: 'center' },
      ...foot('封存', input.keeper, input.station),
    ],
  }
}
