import type { RegisterName } from '../../shared/contract/base'
import { dayOf } from '../../shared/rules/time'
import type { Call } from './handlers'
import type { House } from './house'
import { type TableColumn, writeTable } from './table-file'

const PAGE = 1000

interface Listed { id: number }
interface Exported<Row extends Listed, Line> {
  register: RegisterName
  /** Names the file and its sheet. */
  title: string
  columns: readonly TableColumn<Line>[]
  /** A page of the filtered list, after the row `before`. */
  page: (before: number | null, limit: number) => Promise<Row[]>
  /** What is written of a page. */
  lines: (page: Row[]) => Promise<Line[]> | Line[]
}

async function* filtered<Row extends Listed, Line>({ page, lines }: Exported<Row, Line>): AsyncGenerator<Line> {
  for (let before: number | null = null; ;) {
    const rows = await page(before, PAGE)
    yield* await lines(rows)
    if (rows.length < PAGE) return
    before = rows.at(-1)!.id
  }
}

/** Writes what a list is filtered to to .xlsx or CSV, where the user says. @returns null when they cancelled. @throws UserError export-too-large, file-not-written */
export async function exportFiltered<Row extends Listed, Line>(
  house: House, { filter, format }: { filter: { search: string }; format: 'xlsx' | 'csv' }, call: Call, of: Exported<Row, Line>,
): Promise<{ path: string; rows: number } | null> {
  const path = await house.dialog.saveAs(`${of.title}-${dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const rows = await writeTable(path, format, { name: of.title, columns: of.columns, rows: filtered(of) })
  // What was searched for may be somebody's number, so the chain only says that there was a search.
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: of.register, recordId: null, detail: { format, rows, filter: { ...filter, search: filter.search !== '' } } }))
  return { path, rows }
}
