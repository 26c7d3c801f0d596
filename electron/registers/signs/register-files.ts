import type { signs } from '../../../shared/contract/signs'
import { fen, formatMoney } from '../../../shared/rules/money'
import type { SignState } from '../../../shared/rules/sign'
import { stampOf } from '../../../shared/rules/time'
import { signKindWords } from '../../../shared/slip/sign-slip'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { condition } from '../list-query'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import type { TableColumn } from '../table-file'
import { listRecords, readSigns } from './list'
import type { ListedSign } from './rows'

const TITLE = '水牌登记表'
const stateWords: Record<SignState, string> = { applied: '待核对', returned: '已退回', ordered: '制作中', installed: '已装', removed: '已拆', void: '作废' }
const amissWords: Record<NonNullable<ListedSign['amiss']>, string> = { left: '已退租待拆', moved: '已换房待拆', renamed: '已更名待换' }

/** 10.F1 in the manual's order, then what became of it; phone numbers masked (P3). */
const columns: (TableColumn<ListedSign> & PaperColumn<ListedSign>)[] = [
  { title: '编号', width: 14, paper: 22, text: (s) => s.no },
  { title: '日期', width: 12, paper: 18, text: (s) => s.day },
  { title: '单位', width: 30, paper: 38, text: (s) => s.tenant_name },
  { title: '房号', width: 8, paper: 12, text: (s) => s.room },
  { title: '种类', width: 12, paper: 16, text: (s) => signKindWords[s.kind] },
  { title: '尺寸', width: 14, paper: 18, text: (s) => s.size },
  { title: '中文名称', width: 30, paper: 38, text: (s) => s.name_zh },
  { title: '英文名称', width: 30, paper: 34, text: (s) => s.name_en },
  { title: '位置', width: 16, paper: 20, text: (s) => s.sign_place },
  { title: '费用', width: 10, paper: 16, text: (s) => formatMoney(fen(s.fee_fen), '') },
  { title: '收据', width: 14, paper: 20, text: (s) => s.receipt_no ?? '' },
  { title: '安装日期', width: 12, paper: 18, text: (s) => s.installed_on ?? '' },
  { title: '拆除日期', width: 12, paper: 18, text: (s) => s.removed_on ?? '' },
  { title: '状态', width: 12, paper: 16, text: (s) => (s.amiss ? amissWords[s.amiss] : stateWords[s.state]) },
  { title: '退租日期', width: 12, paper: 0, text: (s) => (s.amiss === 'left' || s.amiss === 'moved' ? (s.left_on ?? '') : '') },
  { title: '原件归档', width: 17, paper: 0, text: (s) => (s.filed_at === null ? '' : stampOf(s.filed_at)) },
  { title: '申请人', width: 12, paper: 0, text: (s) => s.applicant },
  { title: '电话', width: 15, paper: 0, text: (s) => s.phone_masked },
  { title: '下单时间', width: 17, paper: 0, text: (s) => (s.ordered_at === null ? '' : stampOf(s.ordered_at)) },
  { title: '退回原因', width: 20, paper: 0, text: (s) => s.returned_reason },
  { title: '拆除原因', width: 20, paper: 0, text: (s) => s.remove_reason },
  { title: '作废原因', width: 20, paper: 0, text: (s) => s.void_reason ?? '' },
]

/** 水牌登记表 of the days on A4 (10.F1), void ones struck through. @returns null when the user cancelled. @throws UserError page-not-printed, file-not-written */
export async function printRegister(house: House, { from, until, to }: ParsedInput<typeof signs.printRegister>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const rows = await readSigns(house, [condition('s.day BETWEEN ? AND ?', from, until)], -1, 's.id')
  const { company, tower } = house.settings.current
  const html = paperTable<ListedSign>({
    title: TITLE, head: [`${company}　${tower}`, from === until ? from : `${from} 至 ${until}`], columns, rows, struck: (s) => s.state === 'void',
    after: [rows.length === 0 ? '本期没有水牌。' : `共 ${rows.length} 件，作废 ${rows.filter((s) => s.state === 'void').length} 件，待拆换 ${rows.filter((s) => s.amiss !== null).length} 件。`], signs: ['填表：', '主管复核：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `${TITLE}-${from}${from === until ? '' : `至${until}`}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-register', register: 'signs', recordId: null, detail: { from, until, to, rows: rows.length } }))
  return { ...put, rows: rows.length }
}

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportSigns = (house: House, input: ParsedInput<typeof signs.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'signs', title: TITLE, columns: columns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => page,
  })
