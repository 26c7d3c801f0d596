import type { PaidServiceRow, paidServices } from '../../../shared/contract/paid-services'
import { fen, formatMoney } from '../../../shared/rules/money'
import type { PaidServiceState } from '../../../shared/rules/paid-service'
import { stampOf } from '../../../shared/rules/time'
import { ratingWords } from '../../../shared/slip/service-slip'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type TableColumn, writeTable } from '../table-file'
import { monthSheet } from './month-sheet'

const stateWords: Record<PaidServiceState, string> = { quoted: '待同意', agreed: '已同意', refused: '未同意', done: '待收款', monthly: '月结', paid: '已收', void: '作废' }

const money = (amount: number): string => formatMoney(fen(amount), '')
const time = (at: number | null): string => (at === null ? '' : stampOf(at))

/** 有偿服务单 as a table (17.F2); numbers of persons masked (P3). */
const columns: TableColumn<PaidServiceRow>[] = [
  { title: '编号', width: 14, text: (s) => s.no },
  { title: '开单时间', width: 17, text: (s) => stampOf(s.at) },
  { title: '状态', width: 8, text: (s) => stateWords[s.state] },
  { title: '工令单号', width: 14, text: (s) => s.orderNo },
  { title: '房号', width: 8, text: (s) => s.room },
  { title: '单位', width: 28, text: (s) => s.tenantName },
  { title: '客户', width: 12, text: (s) => s.client },
  { title: '电话', width: 15, text: (s) => s.phoneMasked },
  { title: '事由', width: 30, text: (s) => s.title },
  { title: '人工', width: 12, text: (s) => money(s.labourFen) },
  { title: '材料', width: 12, text: (s) => money(s.materialFen) },
  { title: '合计', width: 12, text: (s) => money(s.totalFen) },
  { title: '紧急', width: 10, text: (s) => (s.emergency ? '先修后补单' : '') },
  { title: '维修人', width: 10, text: (s) => s.worker },
  { title: '完工时间', width: 17, text: (s) => time(s.doneAt) },
  { title: '评价', width: 8, text: (s) => (s.rating ? ratingWords[s.rating] : '') },
  { title: '月结', width: 9, text: (s) => s.month },
  { title: '收据号', width: 14, text: (s) => s.receiptNo },
  { title: '收款时间', width: 17, text: (s) => time(s.paidAt) },
  { title: '开单人', width: 10, text: (s) => s.openedBy },
  { title: '审核', width: 10, text: (s) => s.checkedBy },
  { title: '复核', width: 10, text: (s) => s.secondCheckedBy },
  { title: '不同意、作废原因', width: 20, text: (s) => s.voidReason ?? s.refusedReason },
]

/**
 * The month's sheet for finance: its slips, then the open ones, those on a later month, the refused and the void ones.
 * @returns null when the user cancelled. @throws UserError export-too-large, file-not-written
 */
export async function exportMonth(house: House, { month, format }: ParsedInput<typeof paidServices.exportMonth>, call: Call): Promise<{ path: string; rows: number } | null> {
  const path = await house.dialog.saveAs(`有偿服务-${month}.${format}`, format)
  if (path === null) return null
  const { rows, unsettled, later, refused, voids } = await monthSheet(house, month)
  const written = await writeTable(path, format, { name: `有偿服务 ${month}`, columns, rows: [...rows, ...unsettled, ...later, ...refused, ...voids] })
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: 'paid-services', recordId: null, detail: { month, format, rows: written } }))
  return { path, rows: written }
}
