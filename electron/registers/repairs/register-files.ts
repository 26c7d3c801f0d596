import type { repairs } from '../../../shared/contract/repairs'
import { exportFiltered } from '../export'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { paperTable, putOnPaper } from '../paper-table'
import { listRecords } from './list'
import { registerColumns } from './register-columns'
import { type ListedOrder, ROW_COLUMNS } from './rows'

const TITLE = '客户报修登记表'

/** 客户报修登记表 of the days on A4 (13.F1), with its numbers and what was voided of them. @returns null when the user cancelled */
export async function printRegister(house: House, { from, until, to }: ParsedInput<typeof repairs.printRegister>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const rows = await house.store.read<ListedOrder>(`SELECT ${ROW_COLUMNS} FROM work_order o WHERE o.day BETWEEN ? AND ? ORDER BY o.id`, [from, until])
  const { company, tower } = house.settings.current
  const voids = rows.filter((row) => row.state === 'void')
  const html = paperTable({
    title: TITLE, head: [`${company}　${tower}`, from === until ? from : `${from} 至 ${until}`], columns: registerColumns, rows, struck: (row) => row.state === 'void',
    after: rows.length === 0 ? ['本期没有报修。'] : [`共 ${rows.length} 单，${rows[0]!.no} 至 ${rows.at(-1)!.no}，作废 ${voids.length} 单${voids.length > 0 ? `：${voids.map((row) => `${row.no}（${row.void_reason ?? ''}）`).join('、')}` : ''}。`],
    signs: ['填表：', '主管复核：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `${TITLE}-${from}${from === until ? '' : `至${until}`}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-register', register: 'repairs', recordId: null, detail: { from, until, to, rows: rows.length } }))
  return { ...put, rows: rows.length }
}

/** Writes what is filtered to .xlsx or CSV, numbers masked. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export const exportRegister = (house: House, input: ParsedInput<typeof repairs.export>, call: Call): Promise<{ path: string; rows: number } | null> =>
  exportFiltered(house, input, call, {
    register: 'repairs', title: TITLE, columns: registerColumns, page: (before, limit) => listRecords(house, { filter: input.filter, before, limit }), lines: (page) => page,
  })
