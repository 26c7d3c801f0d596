import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import readXlsxFile from 'read-excel-file/node'
import { UserError } from '../../../shared/contract/errors'

export const MAX_ROWS = 200_000
const MAX_BYTES = 64 * 1024 * 1024

/** A sheet as text: `rows[0]` is the sheet's row 1. Dates are written YYYY-MM-DD, times HH:MM, both with a space between. */
export interface Table { sheet: string; rows: string[][] }

/** The sheets of a workbook, or the one of a CSV file. @throws UserError import-unreadable, import-too-large */
export async function readTables(file: string, bytes: Uint8Array): Promise<Table[]> {
  if (bytes.length > MAX_BYTES) throw new UserError('import-too-large', { max: MAX_ROWS })
  const tables = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readWorkbook(bytes) : [{ sheet: '', rows: readCsv(bytes) }]
  if (tables.some((table) => table.rows.length > MAX_ROWS + 1)) throw new UserError('import-too-large', { max: MAX_ROWS })
  return tables

  async function readWorkbook(content: Uint8Array): Promise<Table[]> {
    try {
      const sheets = await readXlsxFile(Buffer.from(content))
      return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellText)) }))
    } catch {
      throw new UserError('import-unreadable', { file })
    }
  }

  function readCsv(content: Uint8Array): string[][] {
    const text = decode(content)
    if (text === null) throw new UserError('import-unreadable', { file })
    try {
      return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }).map((row) => row.map((cell) => cell.trim()))
    } catch {
      throw new UserError('import-unreadable', { file })
    }
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Cells bear no time zone: the reader gives them as UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  return String(value).trim()
}

function dateText(value: Date): string {
  // Sheets count days in fractions: what is a hair short of a second is that second.
  const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T') as [string, string]
  const clock = time.slice(0, 5)
  // A time of no day stands on day nought, which is 1899-12-30.
  if (value.getUTCFullYear() < 1900) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}

/** Excel saves CSV as GB18030 in China, other programs as UTF-8; null for what is neither. */
function decode(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes)
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = utf16 ? iconv.decode(buffer, 'utf16-le') : (utf8(buffer) ?? iconv.decode(buffer, 'gb18030'))
  return /[\0\ufffd]/.test(text) ? null : text
}

function utf8(buffer: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return null
  }
}

function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}
