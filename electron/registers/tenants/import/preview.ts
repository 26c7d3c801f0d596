import { randomUUID } from 'node:crypto'
import { UserError } from '../../../../shared/contract/errors'
import type { ImportKind, ImportPreview } from '../../../../shared/contract/tenants'
import { maskPhone } from '../../../../shared/rules/mask'
import type { Store } from '../../../store/store'
import { type Checked, checkRows, type Layout } from './check-rows'
import { columnLetter, importColumns, recognise } from './columns'
import { loadDirectory } from './directory'
import { makePlan } from './make-plan'
import { readTables, type Table } from './read-table'

/** More than these nobody reads on a screen; the workbook of problems has all. */
const PROBLEMS_SHOWN = 2000
const SAMPLE_ROWS = 5
/** Headings may stand below a title. */
const HEADING_ROWS = 10

/** A file that was read and checked, kept until it is accepted or discarded; nothing of it is in the store. */
export interface HeldPreview { id: string; at: number; kind: ImportKind; file: string; table: Table; layout: Layout; checked: Checked; accepted: boolean }

/** @throws UserError import-unreadable, import-too-large, import-no-rows, import-columns-missing */
export async function preparePreview(store: Store, input: { kind: ImportKind; file: string; bytes: Uint8Array }): Promise<{ held: HeldPreview; preview: ImportPreview }> {
  const { kind, file } = input
  const { table, layout } = locate(kind, await readTables(file, input.bytes))
  const directory = await loadDirectory((sql, parameters) => store.read(sql, parameters), store.vault)
  const checked = checkRows(kind, table.rows, layout, directory)
  const total = checked.records.length + checked.badRows.length
  if (total === 0) throw new UserError('import-no-rows', { file })
  const held: HeldPreview = { id: randomUUID(), at: store.clock.now(), kind, file, table, layout, checked, accepted: false }
  const { added, changed, unchanged } = makePlan(kind, checked.records, directory)
  return {
    held,
    preview: {
      previewId: held.id, file, sheet: table.sheet, kind, total, good: checked.records.length, bad: checked.badRows.length, added, changed, unchanged,
      columns: layout.headings.map((title, i) => ({ letter: columnLetter(i), title, field: layout.columns[i]?.field ?? null })),
      problems: checked.problems.slice(0, PROBLEMS_SHOWN),
      sample: checked.records.slice(0, SAMPLE_ROWS).map((record) => shownCells(table.rows[record.row - 1]!, layout)),
    },
  }
}

const shownCells = (cells: string[], layout: Layout): string[] =>
  layout.headings.map((_, i) => (layout.columns[i]?.field === 'phone' && cells[i] ? maskPhone(cells[i]) : (cells[i] ?? '')))

/** The sheet and row with the most headings we know. */
function locate(kind: ImportKind, tables: Table[]): { table: Table; layout: Layout } {
  const required = importColumns[kind].filter((column) => column.required)
  const candidates = tables.flatMap((table) => table.rows.slice(0, HEADING_ROWS).map((cells, headerRow) => {
    const columns = recognise(kind, cells)
    return { table, layout: { headerRow, headings: cells, columns }, known: columns.filter(Boolean).length }
  }))
  if (candidates.length === 0) throw new UserError('import-no-rows')
  const best = candidates.reduce((a, b) => (b.known > a.known ? b : a))
  const missing = required.filter((column) => !best.layout.columns.some((found) => found?.field === column.field))
  if (missing.length > 0) throw new UserError('import-columns-missing', { columns: missing.map((column) => column.title).join('、') })
  return best
}
