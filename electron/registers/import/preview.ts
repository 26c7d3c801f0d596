import { randomUUID } from 'node:crypto'
import { UserError } from '../../../shared/contract/errors'
import type { ImportPreview } from '../../../shared/contract/import'
import type { Store } from '../../store/store'
import { type Layout, shownCell } from './check-rows'
import { columnLetter, recognise } from './columns'
import type { Checked, ImportKind } from './kind'
import { readTables, type Table } from './read-table'

/** More than these nobody reads on a screen; the workbook of problems has all. */
const PROBLEMS_SHOWN = 2000
const SAMPLE_ROWS = 5
/** Headings may stand below a title. */
const HEADING_ROWS = 10

/** A file that was read and checked, kept until it is accepted or discarded; nothing of it is in the store. */
export interface HeldPreview { id: string; at: number; kind: ImportKind; file: string; table: Table; layout: Layout; checked: Checked; accepted: boolean }

/** @throws UserError import-unreadable, import-too-large, import-no-rows, import-columns-missing */
export async function preparePreview(store: Store, kind: ImportKind, { file, bytes }: { file: string; bytes: Uint8Array }): Promise<{ held: HeldPreview; preview: ImportPreview }> {
  const { table, layout } = locate(kind, await readTables(file, bytes))
  const source = { query: store.read.bind(store), vault: store.vault, now: store.clock.now() }
  const checked = await kind.check(table.rows, layout, source)
  const [good, bad] = [checked.goodRows.length, checked.badRows.length]
  if (good + bad === 0) throw new UserError('import-no-rows', { file })
  const { added, changed, unchanged } = checked.effect
  const held: HeldPreview = { id: randomUUID(), at: source.now, kind, file, table, layout, checked, accepted: false }
  return {
    held,
    preview: {
      previewId: held.id, file, sheet: table.sheet, total: good + bad, good, bad, added, changed, unchanged,
      columns: layout.headings.map((title, i) => ({ letter: columnLetter(i), title, field: layout.columns[i]?.field ?? null })),
      problems: checked.problems.slice(0, PROBLEMS_SHOWN),
      notes: checked.notes.slice(0, PROBLEMS_SHOWN),
      sample: checked.goodRows.slice(0, SAMPLE_ROWS).map((row) => layout.headings.map((_, i) => shownCell(layout.columns[i]?.field, table.rows[row - 1]![i] ?? ''))),
    },
  }
}

/** The sheet and row with the most headings we know. */
function locate(kind: ImportKind, tables: Table[]): { table: Table; layout: Layout } {
  const candidates = tables.flatMap((table) => table.rows.slice(0, HEADING_ROWS).map((cells, headerRow) => {
    const columns = recognise(kind.columns, cells)
    return { table, layout: { headerRow, headings: cells, columns }, known: columns.filter(Boolean).length }
  }))
  if (candidates.length === 0) throw new UserError('import-no-rows')
  const best = candidates.reduce((a, b) => (b.known > a.known ? b : a))
  const missing = kind.columns.filter(({ field, required }) => required && !best.layout.columns.some((found) => found?.field === field))
  if (missing.length > 0) throw new UserError('import-columns-missing', { columns: missing.map((column) => column.title).join('、') })
  return best
}
