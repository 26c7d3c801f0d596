import type { Drawer, DrawerClose } from '../contract/cashier'
import { capitals } from '../rules/capitals'
import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import { pair, type SlipColumn, type SlipDocument, type SlipLine } from './document'
import { paymentWords } from './receipt-slip'

export const DRAWER_SLIP = '清点单'

export interface DrawerSlipInput {
  company: string
  close: Omit<DrawerClose, 'id' | 'day'>
  /** As it was before the count. */
  drawer: Drawer
}

const money = (amount: number): string => formatMoney(fen(amount), '')
const columns = (last: number): SlipColumn[] => [{ width: 24, align: 'left' }, { width: 10, align: 'right' }, { width: last, align: 'right' }]

/** What was counted, by notes and coins. */
export const notesTable = (counts: DrawerClose['counts']): SlipLine => ({ kind: 'table', columns: columns(14), rows: [['面额', '张数', '金额'], ...counts.map((of) => [money(of.fen), String(of.pieces), money(of.fen * of.pieces)])] })

/** 清点单 (M1): notes and coins by piece, against what the ledger said; what was handed in and what stays; places to sign. */
export function drawerSlip({ company, close, drawer }: DrawerSlipInput): SlipDocument {
  const others = drawer.byPayment.filter((of) => of.payment !== 'cash' && (of.count > 0 || of.amountFen !== 0))
  const { first, last, count, voids, refunds } = drawer.receipts
  const lines: SlipLine[] = [
    { kind: 'text', text: company, align: 'center' },
    { kind: 'rule', style: 'thick' },
    pair(`编号  ${close.no}`, stampOf(close.at)),
  ]
  if (drawer.since !== null) lines.push(pair('上次清点', stampOf(drawer.since)))
  lines.push(count > 0 ? pair('收据', first === last ? first : `${first} 至 ${last}`) : pair('收据', '没有'))
  if (count + voids + refunds > 0) lines.push(pair('', `收 ${count} 张，作废 ${voids} 张${refunds > 0 ? `，退款 ${refunds} 张` : ''}`))
  lines.push(
    { kind: 'rule', style: 'thin' },
    pair('上次留存', money(drawer.floatFen)), pair('现金收入', money(drawer.takenFen)), pair('现金退回', money(drawer.returnedFen)), ...(drawer.drawnFen === 0 ? [] : [pair('领备用金', money(drawer.drawnFen))]), pair('账面现金', money(close.expectedFen)),
    { kind: 'rule', style: 'thin' },
    notesTable(close.counts),
    pair('点出现金', money(close.countedFen)), pair('差额', money(close.differenceFen)),
  )
  if (close.reason) lines.push({ kind: 'fact', label: '差额原因', value: close.reason })
  lines.push(
    { kind: 'rule', style: 'thin' },
    pair('上交财务（人民币）', formatMoney(fen(close.handedInFen), '￥')),
    { kind: 'fact', label: '大写', value: capitals(fen(close.handedInFen)) },
    pair('留存备用金', money(close.floatFen)),
  )
  if (others.length > 0) lines.push({ kind: 'rule', style: 'thin' }, ...others.map((of) => pair(`${paymentWords[of.payment]}  ${of.count} 张`, money(of.amountFen))))
  lines.push(
    { kind: 'rule', style: 'dashed' },
    { kind: 'fact', label: '财务签收', value: '＿＿＿＿＿＿＿＿＿＿＿＿' },
    { kind: 'feed', rows: 1 },
    pair(`清点  ${close.by}`, `${close.station}台`),
  )
  return { title: DRAWER_SLIP, lines }
}
