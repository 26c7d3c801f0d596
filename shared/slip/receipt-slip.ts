import type { Payment } from '../contract/paid-services'
import { capitals } from '../rules/capitals'
import { fen, type Fen, formatMoney } from '../rules/money'
import { quantityText } from '../rules/paid-service'
import { stampOf } from '../rules/time'
import { amountTable } from './amount-table'
import { pending, type SlipDocument, type SlipLine } from './document'

export const RECEIPT_SLIP = '收据'
export const VOID_RECEIPT_SLIP = '作废收据'
export const REFUND_SLIP = '退款收据'
/** How a deposit stands on its receipt (M1), and what a pass costs beside it. */
export const DEPOSIT_LINE = '押金（退还时凭本收据）'
export const PASS_FEE_LINE = '工本费'

export const paymentWords: Record<Payment, string> = { cash: '现金', card: '刷卡', transfer: '转账', wechat: '微信', alipay: '支付宝' }

export interface ReceiptSlipInput {
  /** `refund`: money that went out, signed for by who received it. */
  kind: 'receipt' | 'refund'
  /** Who takes the money: the management company. */
  company: string
  /** Null before saving: the number is taken on saving, so the slip only says so. */
  no: string | null
  /** When it was paid, epoch milliseconds. */
  at: number
  payer: string
  room: string
  subject: string
  /** What it was paid for: YC26-000341. */
  recordNo: string
  lines: readonly { name: string; unit: string; quantityMilli: number; unitPriceFen: number; amountFen: number }[]
  totalFen: Fen
  payment: Payment
  /** Cash given; null for other kinds, or when it was counted out exactly. */
  tenderedFen: Fen | null
  changeFen: Fen
  cashier: string
  station: string
  /** Set when it was voided: the slip then says so instead. */
  voided: { at: number; by: string; station: string; reason: string } | null
}

const money = (amount: number): string => formatMoney(fen(amount), '')

/** 收据 (M1, M2): what was paid for, the total in figures and capitals. A voided one is 作废收据, with the reason. */
export function receiptSlip(input: ReceiptSlipInput): SlipDocument {
  const { voided } = input
  const lines: SlipLine[] = [{ kind: 'text', text: input.company, align: 'center' }, { kind: 'rule', style: 'thick' }]
  const fact = (label: string, value: string): void => {
    if (value) lines.push({ kind: 'fact', label, value })
  }
  if (voided) {
    lines.push({ kind: 'text', text: '作　废', align: 'center', size: 2 })
    fact('作废时间', stampOf(voided.at))
    fact('原因', voided.reason)
    lines.push({ kind: 'rule', style: 'thin' })
  }
  lines.push({ kind: 'pair', left: input.no === null ? [{ text: '编号  ' }, pending('保存时取号')] : `编号  ${input.no}`, right: stampOf(input.at) })
  const refund = input.kind === 'refund'
  fact(refund ? '收款单位' : '交款单位', input.payer)
  fact('房号', input.room && `${input.room}室`)
  fact('事由', input.subject)
  fact('单号', input.recordNo)
  lines.push(
    { kind: 'rule', style: 'thin' },
    amountTable(input.lines.map((line) => [line.unit ? `${line.name}（${line.unit}）` : line.name, quantityText(line.quantityMilli), money(line.unitPriceFen), money(line.amountFen)])),
    { kind: 'rule', style: 'thin' },
    { kind: 'pair', left: '合计（人民币）', right: formatMoney(input.totalFen, '￥') },
    { kind: 'fact', label: '大写', value: capitals(input.totalFen) },
    refund ? { kind: 'pair', left: `退款  ${paymentWords[input.payment]}`, right: '' } : { kind: 'pair', left: `付款  ${paymentWords[input.payment]}`, right: input.tenderedFen === null ? `找零  ${money(input.changeFen)}` : `收  ${money(input.tenderedFen)}  找零  ${money(input.changeFen)}` },
    { kind: 'rule', style: 'dashed' },
  )
  if (voided) {
    lines.push(
      { kind: 'text', text: '本收据已作废，编号保留。' },
      { kind: 'fact', label: '退款签收', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
      { kind: 'pair', left: `作废  ${voided.by}  ${voided.station}台`, right: '盖章' },
    )
    return { title: VOID_RECEIPT_SLIP, lines }
  }
  if (refund) {
    lines.push({ kind: 'fact', label: '领款签收', value: '＿＿＿＿＿＿＿＿＿＿＿＿' }, { kind: 'pair', left: `退款  ${input.cashier}  ${input.station}台`, right: '盖章' })
    return { title: REFUND_SLIP, lines }
  }
  lines.push(
    input.no === null ? { kind: 'qr-pending', words: ['二维码', '保存后生成'] } : { kind: 'qr', data: `QT1:${input.no}` },
    { kind: 'pair', left: `收款  ${input.cashier}  ${input.station}台`, right: '盖章' },
  )
  return { title: RECEIPT_SLIP, lines }
}
