import { writeFile } from 'node:fs/promises'
import { UserError } from '../../../shared/contract/errors'
import type { reception } from '../../../shared/contract/reception'
import { escapeHtml } from '../../../shared/slip/markup'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { registerColumns } from './register-columns'
import { type ListedEntry, ROW_COLUMNS } from './rows'

const columns = registerColumns.filter((column) => column.paper > 0)

const style = `@page { size: A4 landscape; margin: 12mm 8mm 14mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt "Noto Sans SC", sans-serif; } }
body { margin: 0; font: 8pt/1.35 "Noto Sans SC", sans-serif; color: #000; }
h1 { margin: 0 0 2mm; font-size: 15pt; font-weight: 600; text-align: center; letter-spacing: .2em; }
p { display: flex; justify-content: space-between; margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .3mm solid #000; padding: .6mm .8mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
th { font-weight: 600; text-align: center; vertical-align: middle; }
.void td { text-decoration: line-through; }
.sign { margin-top: 6mm; }`

/** The day's 大厦来电、来访登记表 on A4 (16.F1): the header on every page, voided lines struck through, places to sign. */
export function dayRegisterHtml(head: { company: string; tower: string; day: string }, entries: readonly ListedEntry[]): string {
  const total = columns.reduce((sum, column) => sum + column.paper, 0)
  const cells = (entry: ListedEntry) => columns.map((column) => `<td>${escapeHtml(column.text(entry))}</td>`).join('')
  const [year, month, date] = head.day.split('-').map(Number)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>大厦来电、来访登记表 ${head.day}</title><style>${style}</style></head><body>
<h1>大厦来电、来访登记表</h1>
<p><span>${escapeHtml(head.company)}　${escapeHtml(head.tower)}</span><span>${year}年${month}月${date}日　来电 ${entries.filter((e) => e.kind === 'call').length}　来访 ${entries.filter((e) => e.kind === 'visit').length}</span></p>
<table><colgroup>${columns.map((column) => `<col style="width:${((column.paper / total) * 100).toFixed(2)}%">`).join('')}</colgroup>
<thead><tr>${columns.map((column) => `<th scope="col">${column.title}</th>`).join('')}</tr></thead>
<tbody>${entries.map((entry) => `<tr${entry.state === 'void' ? ' class="void"' : ''}>${cells(entry)}</tr>`).join('\n')}</tbody></table>
<p class="sign"><span>填表：</span><span>主管复核：</span><span>日期：</span></p>
</body></html>`
}

/** @returns null when the user cancelled. @throws UserError file-not-written */
export async function printDay(desk: Desk, { day, to }: ParsedInput<typeof reception.printDay>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const { house } = desk
  // A register on paper reads from the first entry of the day on.
  const entries = await house.store.read<ListedEntry>(`SELECT ${ROW_COLUMNS} FROM entry e WHERE e.day = ? AND e.state <> 'expected' ORDER BY e.id`, [day])
  const { company, tower } = house.settings.current
  const html = dayRegisterHtml({ company, tower, day }, entries)
  let path: string | null = null
  if (to === 'printer') await house.pages.print(html)
  else {
    path = await house.dialog.saveAs(`来电来访登记表-${day}.pdf`, 'pdf')
    if (path === null) return null
    try {
      await writeFile(path, await house.pages.pdf(html))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall) throw new UserError('file-not-written', { path })
      throw error
    }
  }
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-day', register: 'reception', recordId: null, detail: { day, to, rows: entries.length } }))
  return { path, rows: entries.length }
}
