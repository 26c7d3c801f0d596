import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import writeExcelFile from 'write-excel-file/node'
import { UserError } from '../../../shared/contract/errors'
import type { reception } from '../../../shared/contract/reception'
import { dayOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import type { Desk } from './desk'
import { type Filter, listRecords } from './list'
import { registerColumns } from './register-columns'

type Input = ParsedInput<typeof reception.export>

/** Rows of a workbook; it is built in memory, and a desk computer has little. CSV has no limit. */
export const WORKBOOK_MAX_ROWS = 100_000
const PAGE = 1000

/** The filtered entries, page by page, as the register's columns. */
async function* registerRows(desk: Desk, filter: Filter): AsyncGenerator<string[]> {
  for (let before: number | null = null; ;) {
    const page = await listRecords(desk, { filter, before, limit: PAGE })
    for (const entry of page) yield registerColumns.map((column) => column.text(entry))
    if (page.length < PAGE) return
    before = page.at(-1)!.id
  }
}

/** A cell that a spreadsheet would take for a formula, or for a number (room 0603, a long number), is told to be text. */
function plainCell(text: string): string {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`
  return /^(0\d+|\d{12,})$/.test(text) ? `="${text}"` : text
}

/**
 * Writes what is filtered to .xlsx or CSV (UTF-8 with BOM, so that Excel reads it), numbers masked and all cells text.
 * The file gets its name only when it is whole.
 * @returns null when the user cancelled. @throws UserError export-too-large, file-not-written
 */
export async function exportRegister(desk: Desk, { filter, format }: Input, call: Call): Promise<{ path: string; rows: number } | null> {
  const { house } = desk
  const path = await house.dialog.saveAs(`来电来访登记表-${dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const partial = `${path}.partial`
  let rows: number
  try {
    rows = format === 'csv' ? await writeCsv(desk, filter, partial) : await writeWorkbook(desk, filter, partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    if ((error as NodeJS.ErrnoException).syscall) throw new UserError('file-not-written', { path })
    throw error
  }
  // What was searched for may be somebody's number, so the chain only says that there was a search.
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: 'reception', recordId: null, detail: { format, rows, filter: { ...filter, search: filter.search !== '' } } }))
  return { path, rows }
}

async function writeCsv(desk: Desk, filter: Filter, path: string): Promise<number> {
  let rows = 0
  async function* lines(): AsyncGenerator<string[]> {
    yield registerColumns.map((column) => column.title)
    for await (const row of registerRows(desk, filter)) {
      rows++
      yield row.map(plainCell)
    }
  }
  await pipeline(Readable.from(lines()), stringify({ bom: true, record_delimiter: '\r\n' }), createWriteStream(path))
  return rows
}

async function writeWorkbook(desk: Desk, filter: Filter, path: string): Promise<number> {
  const rows: string[][] = []
  for await (const row of registerRows(desk, filter)) {
    rows.push(row)
    if (rows.length > WORKBOOK_MAX_ROWS) throw new UserError('export-too-large', { max: WORKBOOK_MAX_ROWS })
  }
  const header = registerColumns.map((column) => ({ value: column.title, fontWeight: 'bold' as const }))
  const data = [header, ...rows.map((row) => row.map((value) => ({ value, type: String })))]
  await writeExcelFile(data, { sheet: '来电来访登记表', columns: registerColumns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toFile(path)
  return rows.length
}
