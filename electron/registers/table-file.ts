import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import writeExcelFile from 'write-excel-file/node'
import { UserError } from '../../shared/contract/errors'

/** Rows of a workbook; it is built in memory, and a desk computer has little. CSV has no limit. */
export const WORKBOOK_MAX_ROWS = 100_000

export interface TableColumn<Row> {
  title: string
  /** In characters. */
  width: number
  text: (row: Row) => string
}

export interface TableFile<Row> { name: string; columns: readonly TableColumn<Row>[]; rows: AsyncIterable<Row> | Iterable<Row> }

/** A whole number with its noughts (room 0603), a long one, one with an exponent (room 12E05), a day without its year (hook 3-12). */
const MISTAKEN = /^(0\d+|\d{12,}|\d+(\.\d+)?[eE][+-]?\d+|\d{1,4}[-/]\d{1,4}|\d{1,2}[-/]\d{1,2}[-/]\d{1,4})$/

/** A cell that a spreadsheet would take for a formula, a number or a date is told to be text. */
function plainCell(text: string): string {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`
  return MISTAKEN.test(text) ? `="${text}"` : text
}

/**
 * Writes a table to .xlsx or CSV (UTF-8 with BOM, so that Excel reads it), all cells text. The file gets its name only
 * when it is whole.
 * @returns how many rows. @throws UserError export-too-large, file-not-written
 */
export async function writeTable<Row>(path: string, format: 'xlsx' | 'csv', table: TableFile<Row>): Promise<number> {
  const partial = `${path}.partial`
  try {
    const rows = format === 'csv' ? await writeCsv(partial, table) : await writeWorkbook(partial, table)
    await rename(partial, path)
    return rows
  } catch (error) {
    await rm(partial, { force: true })
    if ((error as NodeJS.ErrnoException).syscall) throw new UserError('file-not-written', { path })
    throw error
  }
}

async function writeCsv<Row>(path: string, { columns, rows: source }: TableFile<Row>): Promise<number> {
  let rows = 0
  async function* lines(): AsyncGenerator<string[]> {
    yield columns.map((column) => column.title)
    for await (const row of source) {
      rows++
      yield columns.map((column) => plainCell(column.text(row)))
    }
  }
  await pipeline(Readable.from(lines()), stringify({ bom: true, record_delimiter: '\r\n' }), createWriteStream(path))
  return rows
}

async function writeWorkbook<Row>(path: string, { name, columns, rows: source }: TableFile<Row>): Promise<number> {
  const rows: string[][] = []
  for await (const row of source) {
    rows.push(columns.map((column) => column.text(row)))
    if (rows.length > WORKBOOK_MAX_ROWS) throw new UserError('export-too-large', { max: WORKBOOK_MAX_ROWS })
  }
  const header = columns.map((column) => ({ value: column.title, fontWeight: 'bold' as const }))
  const data = [header, ...rows.map((row) => row.map((value) => ({ value, type: String })))]
  await writeExcelFile(data, { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toFile(path)
  return rows.length
}
