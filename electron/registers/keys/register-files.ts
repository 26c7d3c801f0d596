import type { keys } from '../../../shared/contract/keys'
import type { LoanState } from '../../../shared/rules/key'
import { fen, formatMoney } from '../../../shared/rules/money'
import { dayOf, stampOf, timeOf } from '../../../shared/rules/time'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import type { TableColumn } from '../table-file'
import { listRecords } from './list'
import { LOANS } from './loans'
import type { ListedLoan, Return } from './rows'

const TITLE = '钥匙借用登记表'
const stateWords: Record<LoanState, string> = { out: '在借', returned: '已还', lost: '遗失', void: '作废' }
const time = (of: ListedLoan, at: number | null): string => (at === null ? '' : dayOf(at) === of.day ? timeOf(at) : stampOf(at))
const returnsOf = (l: ListedLoan): Return[] => JSON.parse(l.returns) as Return[]

/** 11.F1 in the manual's order, then what a sheet adds; numbers of persons masked (P3). A loan that came back in parts has a signature for each. */
const columns: (TableColumn<ListedLoan> & PaperColumn<ListedLoan>)[] = [
  { title: '编号', width: 14, paper: 21, text: (l) => l.no },
  { title: '钥匙', width: 10, paper: 12, text: (l) => l.key_no },
  { title: '房号', width: 16, paper: 26, text: (l) => [l.room, l.key_name].filter(Boolean).join(' ') },
  { title: '把数', width: 6, paper: 9, text: (l) => String(l.count) },
  { title: '借用事由', width: 30, paper: 38, text: (l) => l.reason },
  { title: '借用人', width: 12, paper: 16, text: (l) => l.borrower },
  { title: '单位', width: 28, paper: 34, text: (l) => l.company || l.tenant_name },
  { title: '借出时间', width: 17, paper: 18, text: (l) => stampOf(l.at) },
  { title: '应还时间', width: 17, paper: 18, text: (l) => stampOf(l.due_at) },
  { title: '借出人', width: 10, paper: 13, text: (l) => l.lent_by },
  { title: '归还时间', width: 17, paper: 18, text: (l) => (l.state === 'void' ? '作废' : returnsOf(l).map(({ at, count }) => `${time(l, at)}${l.count > 1 ? ` ${count}把` : ''}`).join(' ') || (l.lost > 0 ? `遗失${l.lost}把` : '')) },
  { title: '归还人签名', width: 12, paper: 16, text: (l) => [...new Set(returnsOf(l).map(({ signed }) => signed.by))].join('、') },
  { title: '接收人', width: 10, paper: 13, text: (l) => [...new Set(returnsOf(l).map(({ to }) => to))].join('、') },
  { title: '电话', width: 15, paper: 0, text: (l) => l.phone_masked },
  { title: '证件', width: 14, paper: 0, text: (l) => l.pass_no },
  { title: '遗失', width: 6, paper: 0, text: (l) => (l.lost > 0 ? String(l.lost) : '') },
  { title: '催还', width: 6, paper: 0, text: (l) => (l.chased > 0 ? String(l.chased) : '') },
  { title: '押金', width: 12, paper: 0, text: (l) => (l.deposit_amount === null ? '' : formatMoney(fen(l.deposit_amount), '')) },
  { title: '状态', width: 8, paper: 0, text: (l) => stateWords[l.state] },
  { title: '作废原因', width: 20, paper: 0, text: (l) => l.void_reason ?? '' },
]

/** 钥匙借用登记表 of the days on A4 (11.F1), with its numbers and what was voided of them. @returns null when the user cancelled */
export async function printRegister(house: House, { from, until, to }: ParsedInput<typeof keys.printRegister>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const rows = await house.store.read<ListedLoan & Record<string, unknown>>(`${LOANS} WHERE l.day BETWEEN ? AND ? ORDER BY l.id`, [from, until])
  const { company, tower } = house.settings.current
  const voids = rows.filter((row) => row.state === 'void')
  const out = rows.filter((row) => row.state === 'out').length
  const html = paperTable<ListedLoan>({
    title: TITLE, head: [`${company}　${tower}`, from === until ? from : `${from} 至 ${until}`], columns, rows, struck: (row) => row.state === 'void',
    after: rows.length === 0 ? ['本期没有借用。'] : [`共 ${rows.length} 条，${rows[0]!.no} 至 ${rows.at(-1)!.no}，未还 ${out} 条，作废 ${voids.length} 条${voids.length > 0 ? `：${voids.map((row) => `${row.no}（${row.void_reason ?? ''}）`).join('、')}` : ''}。`],
    signs: ['填表：', '主管复核：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `${TITLE}-${from}${from === until ? '' : `至${until}`}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-register', register: 'keys', recordId: null, detail: { from, until, to, rows: rows.length } }))
  return { ...put, rows: rows.length }
}

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportLoans = (house: House, input: ParsedInput<typeof keys.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'keys', title: TITLE, columns: columns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => page,
  })
