import type { reception } from '../../../shared/contract/reception'
import type { Call, ParsedInput } from '../handlers'
import { paperTable, putOnPaper } from '../paper-table'
import type { Desk } from './desk'
import { registerColumns } from './register-columns'
import { type ListedEntry, ROW_COLUMNS } from './rows'

/** The day's 大厦来电、来访登记表 on A4 (16.F1). */
export function dayRegisterHtml(head: { company: string; tower: string; day: string }, entries: readonly ListedEntry[]): string {
  const [year, month, date] = head.day.split('-').map(Number)
  const count = (kind: ListedEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length
  return paperTable({
    title: '大厦来电、来访登记表',
    head: [`${head.company}　${head.tower}`, `${year}年${month}月${date}日　来电 ${count('call')}　来访 ${count('visit')}`],
    columns: registerColumns, rows: entries, struck: (entry) => entry.state === 'void', signs: ['填表：', '主管复核：', '日期：'],
  })
}

/** @returns null when the user cancelled. @throws UserError file-not-written */
export async function printDay(desk: Desk, { day, to }: ParsedInput<typeof reception.printDay>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const { house } = desk
  // A register on paper reads from the first entry of the day on.
  const entries = await house.store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE e.day = ? AND e.state <> 'expected' ORDER BY e.id`, [day])
  const { company, tower } = house.settings.current
  const put = await putOnPaper(house, dayRegisterHtml({ company, tower, day }, entries), to, `来电来访登记表-${day}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-day', register: 'reception', recordId: null, detail: { day, to, rows: entries.length } }))
  return { ...put, rows: entries.length }
}
