import type { cashier } from '../../../shared/contract/cashier'
import { payment } from '../../../shared/contract/paid-services'
import { capitals } from '../../../shared/rules/capitals'
import { fen, formatMoney } from '../../../shared/rules/money'
import { addDays, dayOf, dayStart, stampOf, timeOf } from '../../../shared/rules/time'
import { paymentWords } from '../../../shared/slip/receipt-slip'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import type { ReceiptRecord } from '../receipt-record'

const money = (amount: number): string => formatMoney(fen(amount), '￥')
const signedFen = ({ kind, total_fen }: ReceiptRecord): number => (kind === 'refund' ? -total_fen : total_fen)
const voidText = (record: ReceiptRecord): string => (record.void_at === null ? '' : `${stampOf(record.void_at)} ${record.void_by ?? ''}作废：${record.void_reason ?? ''}`)

const columns: PaperColumn<ReceiptRecord>[] = [
  { title: '编号', paper: 24, text: (r) => r.no },
  { title: '时间', paper: 12, text: (r) => timeOf(r.at) },
  { title: '台', paper: 8, text: (r) => r.station },
  { title: '交款单位', paper: 52, text: (r) => r.payer },
  { title: '房号', paper: 14, text: (r) => r.room },
  { title: '事由', paper: 40, text: (r) => r.subject },
  { title: '单号', paper: 24, text: (r) => r.record_no },
  { title: '付款', paper: 14, text: (r) => paymentWords[r.payment] },
  { title: '金额', paper: 22, text: (r) => money(signedFen(r)) },
  { title: '收款', paper: 16, text: (r) => r.cashier },
  { title: '备注', paper: 40, text: voidText },
]

/**
 * The day's receipts on A4, sums by kind of payment, and the older ones that were voided that day. One that was voided
 * on a later day counts here: its money was taken, and stands on that day's sheet as given back.
 */
export function dayReceiptsHtml(head: { company: string; tower: string; day: string }, rows: readonly ReceiptRecord[], voidedLater: readonly ReceiptRecord[]): string {
  const [year, month, date] = head.day.split('-').map(Number)
  const voided = (receipt: ReceiptRecord): boolean => receipt.void_at !== null && dayOf(receipt.void_at) === head.day
  const receipts = rows.filter(({ kind }) => kind === 'receipt')
  const refunds = rows.filter(({ kind }) => kind === 'refund')
  const good = receipts.filter((receipt) => !voided(receipt))
  const total = (of: readonly ReceiptRecord[]) => fen(of.reduce((sum, receipt) => sum + receipt.total_fen, 0))
  const byPayment = (all: readonly ReceiptRecord[]): string => payment.options.map((kind) => ({ kind, of: all.filter((receipt) => receipt.payment === kind) })).filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => `${paymentWords[kind]} ${of.length} 张 ${money(total(of))}`).join('　')
  return paperTable({
    title: '收据登记表',
    head: [`${head.company}　${head.tower}`, `${year}年${month}月${date}日　收据 ${receipts.length} 张　作废 ${receipts.length - good.length} 张${refunds.length > 0 ? `　退款收据 ${refunds.length} 张` : ''}`],
    columns, rows, struck: voided,
    after: [
      byPayment(good),
      `合计（人民币） ${money(total(good))}　大写 ${capitals(total(good))}`,
      ...(refunds.length > 0 ? [`退款　${byPayment(refunds)}`, `退款合计（人民币） ${money(total(refunds))}　大写 ${capitals(total(refunds))}　收退相抵 ${money(total(good) - total(refunds))}`] : []),
      ...voidedLater.map((receipt) => `当日作废往日收据 ${receipt.no}（${receipt.day}）　${paymentWords[receipt.payment]} ${money(receipt.total_fen)}　${voidText(receipt)}`),
    ].filter((line) => line !== ''),
    signs: ['收款：', '财务：', '日期：'],
  })
}

/** @returns null when the user cancelled. @throws UserError page-not-printed, file-not-written */
export async function printDay(house: House, { day, to }: ParsedInput<typeof cashier.printDay>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const { company, tower } = house.settings.current
  const receipts = await house.store.read<ReceiptRecord>('SELECT * FROM receipt WHERE day = ? ORDER BY id', [day])
  const voidedLater = await house.store.read<ReceiptRecord>('SELECT * FROM receipt WHERE void_at >= ? AND void_at < ? AND day <> ? ORDER BY id', [dayStart(day), dayStart(addDays(day, 1)), day])
  const put = await putOnPaper(house, dayReceiptsHtml({ company, tower, day }, receipts, voidedLater), to, `收据登记表-${day}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-day', register: 'cashier', recordId: null, detail: { day, to, rows: receipts.length } }))
  return { ...put, rows: receipts.length }
}
