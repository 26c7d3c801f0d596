import { fen, formatMoney } from '../rules/money'
import type { PassKind } from '../rules/pass'
import { inChinese, passesOf, say } from '../rules/phrases'
import { stampOf } from '../rules/time'
import type { SlipDocument, SlipLine } from './document'
import { passKindWords } from './pass-words'

export const PASS_NOTICE_SLIP = '证件告知单'
export const PASS_REMINDER_SLIP = '到期提醒'
export const PASS_PROCEDURE_SLIP = '办证/退证程序表'
const BLANK = '＿＿＿＿＿＿＿＿＿＿＿＿'

export interface SlipHead {
  tower: string; serviceCentre: string
  no: string
  /** Epoch milliseconds. */
  at: number
}
/** Who made the slip, and where. */
export interface SlipFoot { by: string; station: string }

export const head = (input: SlipHead): SlipLine[] => [
  { kind: 'text', text: [input.tower, input.serviceCentre].filter(Boolean).join('　'), align: 'center' },
  { kind: 'rule', style: 'thick' },
  { kind: 'pair', left: `编号  ${input.no}`, right: stampOf(input.at) },
  { kind: 'rule', style: 'thin' },
]

export const facts = (pairs: readonly (readonly [label: string, value: string])[]): SlipLine[] => pairs.filter(([, value]) => value !== '').map(([label, value]) => ({ kind: 'fact', label, value }))

/** What security is told of passes, for its own record (12.R7, 12.R8, 12.R10). */
export const passNews = { issued: inChinese(say('pass-issued')), renewed: inChinese([say('pass-renewed'), say('pass-old-void')]), lost: inChinese(say('pass-lost')) }
export type PassNews = keyof typeof passNews

/** SZ26-000913 至 SZ26-000924 where the numbers follow one another, else the first and how many. */
export function rangeWords(nos: readonly string[]): string {
  const [from, to] = [nos[0] ?? '', nos.at(-1) ?? '']
  if (nos.length < 2) return from
  return inChinese(Number(to.slice(-6)) - Number(from.slice(-6)) === nos.length - 1 ? say('range', { from, to }) : say('range-more', { from, n: nos.length }))
}

export interface PassNoticeInput extends SlipHead, SlipFoot {
  news: PassNews; kind: PassKind; nos: readonly string[]; company: string; room: string
  /** Of a single one; of several only their numbers stand here (P3). */
  holder: string
  validUntil: string
}

export function passNoticeSlip(input: PassNoticeInput): SlipDocument {
  return {
    title: PASS_NOTICE_SLIP,
    lines: [
      ...head(input),
      { kind: 'text', text: passNews[input.news], align: 'center', size: 2 },
      { kind: 'rule', style: 'thin' },
      ...facts([['证件', inChinese(passesOf(input.kind, input.nos.length))], ['证件号', rangeWords(input.nos)], ['持证人', input.nos.length === 1 ? input.holder : ''], ['单位', input.company], ['房号', input.room && `${input.room}室`], ['有效至', input.news === 'lost' ? '' : input.validUntil]]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: input.news === 'lost' ? '见此证请收回，通知客服。' : '请登记备查，收到请签收。', align: 'center' },
      { kind: 'fact', label: '签收', value: BLANK },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `客服  ${input.by}`, right: `${input.station}台` },
    ],
  }
}

export interface PassReminderInput extends SlipHead, SlipFoot {
  company: string; room: string
  passes: readonly { no: string; kind: PassKind; holder: string; validUntil: string; reminders: number }[]
}

/** 到期提醒, for the company to take along: whose passes end when. */
export function passReminderSlip(input: PassReminderInput): SlipDocument {
  return {
    title: PASS_REMINDER_SLIP,
    lines: [
      ...head(input),
      ...facts([['单位', input.company], ['房号', input.room && `${input.room}室`]]),
      { kind: 'rule', style: 'thin' },
      ...input.passes.flatMap((pass): SlipLine[] => [
        { kind: 'pair', left: pass.holder, right: passKindWords[pass.kind] },
        { kind: 'pair', left: `  ${pass.no}`, right: `有效至 ${pass.validUntil}` },
      ]),
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '请在到期前带旧证和照片来续证；施工证、专业公司胸卡提前两个工作日。不再用的请退证。' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `客服  ${input.by}`, right: `${input.station}台` },
    ],
  }
}

export interface PassProcedureInput extends SlipHead, SlipFoot {
  kind: PassKind; company: string; room: string; count: number; applicant: string; reason: string; validFrom: string; validUntil: string
  /** 单位名单（盖章）. */
  papers: readonly string[]
  depositFen: number; feeFen: number; receiptNos: readonly string[]
  issuedOn: string; receivedBy: string; returnedOn: string; returnedBy: string; refundNos: readonly string[]; refundFen: number
}

const money = (amount: number): string => formatMoney(fen(amount), '￥')

/** 办证/退证程序表 (12.F3) of one application, as it stands. */
export function passProcedureSlip(input: PassProcedureInput): SlipDocument {
  return {
    title: PASS_PROCEDURE_SLIP,
    lines: [
      ...head(input),
      ...facts([
        ['证件种类', passKindWords[input.kind]], ['单位', input.company], ['房号', input.room && `${input.room}室`], ['人数', `${input.count} 人`], ['经办人', input.applicant], ['事由', input.reason],
        ['资料', input.papers.join('、')], ['押金', input.depositFen > 0 ? money(input.depositFen) : ''], ['工本费', money(input.feeFen)], ['收据号', input.receiptNos.join('、')],
      ]),
      { kind: 'rule', style: 'thin' },
      ...facts([['发证日期', input.issuedOn], ['有效期', `${input.validFrom} 至 ${input.validUntil}`], ['领证签名', input.receivedBy || BLANK], ['退证日期', input.returnedOn || BLANK], ['退押金', [input.refundNos.join('、'), input.refundFen > 0 ? money(input.refundFen) : ''].filter(Boolean).join('　') || BLANK], ['退证签名', input.returnedBy || BLANK]]),
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `客服  ${input.by}`, right: `${input.station}台` },
    ],
  }
}
