import type { exitPermits } from '../../../shared/contract/exit-permits'
import type { ExitPermitState } from '../../../shared/rules/exit-permit'
import { fen, formatMoney } from '../../../shared/rules/money'
import { stampOf } from '../../../shared/rules/time'
import { exitKindWords, quantityWords } from '../../../shared/slip/exit-permit-slip'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import type { TableColumn } from '../table-file'
import { listRecords } from './list'
import { goodsOf, type PermitRecord } from './rows'

const TITLE = '大厦出门条登记表'
const stateWords: Record<ExitPermitState, string> = { held: '待签发', issued: '待放行', differs: '不符', released: '已放行', reconciled: '已核销', unused: '未用核销', void: '作废' }

/** A permit with who signed for the company, and what the last count said. */
type Registered = PermitRecord & { signatory: string | null; agrees: 0 | 1 | null }
const REGISTERED = `SELECT p.*, s.name AS signatory, (SELECT c.agrees FROM gate_check c WHERE c.permit_id = p.id AND c.void_at IS NULL ORDER BY c.id DESC LIMIT 1) AS agrees FROM exit_permit p LEFT JOIN signatory s ON s.id = p.signatory_id`

const at = (moment: number | null): string => (moment === null ? '' : stampOf(moment))
const authorityWords = (p: Registered): string => (p.authority === 'letter' ? '盖章函件' : [p.signatory ?? '', p.company_seal === 1 ? '单位章' : ''].filter(Boolean).join('，'))
const paidWords = (p: Registered): string => (p.payments_at === null ? '' : p.override_by === '' ? '已查，无欠费' : `${p.owed_fen > 0 ? `欠${formatMoney(fen(p.owed_fen), '￥')}，` : ''}${p.override_by}准予`)

/** 14.F1 in the manual's order, then what a sheet adds; phone numbers masked (P3). */
const columns: (TableColumn<Registered> & PaperColumn<Registered>)[] = [
  { title: '编号', width: 14, paper: 21, text: (p) => p.no },
  { title: '单位', width: 30, paper: 32, text: (p) => p.tenant_name },
  { title: '房号', width: 8, paper: 11, text: (p) => p.room },
  { title: '申请人', width: 12, paper: 15, text: (p) => p.applicant },
  { title: '电话', width: 15, paper: 18, text: (p) => p.phone_masked },
  { title: '类别', width: 8, paper: 10, text: (p) => exitKindWords[p.kind] },
  { title: '货物', width: 40, paper: 48, text: (p) => goodsOf(p).map((line) => `${line.name}${quantityWords(line)}${line.remark && `（${line.remark}）`}`).join('、') },
  { title: '车牌', width: 12, paper: 16, text: (p) => p.vehicle_no },
  { title: '出门日期', width: 12, paper: 18, text: (p) => p.leaving_on },
  { title: '签字人或函件', width: 14, paper: 17, text: authorityWords },
  { title: '费用查核', width: 12, paper: 15, text: paidWords },
  { title: '开条人', width: 10, paper: 13, text: (p) => p.issued_by },
  { title: '门岗核对', width: 16, paper: 18, text: (p) => [p.checked_by, p.agrees === null ? '' : p.agrees === 1 ? '相符' : '不符'].filter(Boolean).join(' ') },
  { title: '放行时间', width: 17, paper: 18, text: (p) => at(p.released_at) },
  { title: '状态', width: 10, paper: 13, text: (p) => stateWords[p.state] },
  { title: '出口', width: 16, paper: 0, text: (p) => p.exit },
  { title: '开条时间', width: 17, paper: 0, text: (p) => at(p.issued_at) },
  { title: '门岗联交回', width: 17, paper: 0, text: (p) => at(p.slip_back_at) },
  { title: '追查', width: 6, paper: 0, text: (p) => (p.chased > 0 ? String(p.chased) : '') },
  { title: '放行事由', width: 24, paper: 0, text: (p) => p.override_reason },
  { title: '未用原因', width: 20, paper: 0, text: (p) => p.unused_reason },
  { title: '作废原因', width: 20, paper: 0, text: (p) => p.void_reason ?? '' },
]

/** 大厦出门条登记表 of the days on A4 (14.R5, 14.F1), with its numbers and what was voided of them. @returns null when the user cancelled */
export async function printRegister(house: House, { from, until, to }: ParsedInput<typeof exitPermits.printRegister>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const rows = await house.store.read<Registered & Record<string, unknown>>(`${REGISTERED} WHERE p.day BETWEEN ? AND ? ORDER BY p.id`, [from, until])
  const { company, tower } = house.settings.current
  const voids = rows.filter((row) => row.state === 'void')
  const html = paperTable<Registered>({
    title: TITLE, head: [`${company}　${tower}`, from === until ? from : `${from} 至 ${until}`], columns, rows, struck: (row) => row.state === 'void',
    after: rows.length === 0 ? ['本期没有出门条。'] : [`共 ${rows.length} 张，${rows[0]!.no} 至 ${rows.at(-1)!.no}，放行 ${rows.filter((row) => row.released_at !== null).length} 张，作废 ${voids.length} 张${voids.length > 0 ? `：${voids.map((row) => `${row.no}（${row.void_reason ?? ''}）`).join('、')}` : ''}。`],
    signs: ['填表：', '主管复核：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `${TITLE}-${from}${from === until ? '' : `至${until}`}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-register', register: 'exit-permits', recordId: null, detail: { from, until, to, rows: rows.length } }))
  return { ...put, rows: rows.length }
}

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportPermits = (house: House, input: ParsedInput<typeof exitPermits.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'exit-permits', title: TITLE, columns: columns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => house.store.read<Registered & Record<string, unknown>>(`${REGISTERED} WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id DESC`, [JSON.stringify(page.map(({ id }) => id))]),
  })
