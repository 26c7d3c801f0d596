import type { ImportNote, ImportProblem } from '../../../shared/contract/import'
import { maskPhone } from '../../../shared/rules/mask'
import type { Fault, Read } from './cells'
import { type Column, columnLetter } from './columns'

/** Where the headings stand, what each column is, and which rows follow. */
export interface Layout { headerRow: number; headings: string[]; columns: (Column | null)[] }

/** One row while it is read: a value is undefined where its cell is empty or at fault. Faults are kept. */
export interface RowReader<Field extends string> {
  text(field: Field): string | undefined
  read<T>(field: Field, by: (text: string) => Read<T>): T | undefined
  fault(field: Field, fault: Fault): void
  /** Said of the row where it is taken in; no fault. */
  note(field: Field, code: ImportNote['code']): void
}

/** Rows are numbered as the spreadsheet numbers them. */
export interface CheckedRows<Good> { good: Good[]; goodRows: number[]; badRows: number[]; problems: ImportProblem[]; notes: ImportNote[] }

/** Rows of the template that only show how it is filled in. */
const isExample = (cells: string[]): boolean => cells.some((cell) => /^例[:：]/.test(cell))

/** A cell as the screen shows it: of a phone number no more than its ends (P3). */
export const shownCell = (field: string | undefined, text: string): string => (field === 'phone' && text !== '' ? maskPhone(text) : text)

/** Checks each row below the headings; a row with any fault is not taken in. */
export function checkRows<Field extends string, Good>(
  rows: string[][], layout: Layout, keyField: Field, readRow: (row: RowReader<Field>) => { good: Good; key: string } | null,
): CheckedRows<Good> {
  const checked: CheckedRows<Good> = { good: [], goodRows: [], badRows: [], problems: [], notes: [] }
  const firstRow = new Map<string, number>()
  rows.forEach((cells, index) => {
    const row = index + 1
    if (index <= layout.headerRow || cells.every((cell) => cell === '') || isExample(cells)) return
    const { reader, faults, notes } = openRow<Field>(cells, layout)
    const found = readRow(reader)
    if (found && faults.length === 0) {
      const first = firstRow.get(found.key)
      if (first === undefined) firstRow.set(found.key, row)
      else reader.fault(keyField, { code: 'duplicate-row', params: { first } })
    }
    if (found && faults.length === 0) {
      checked.good.push(found.good)
      checked.goodRows.push(row)
      for (const { field, code } of notes) checked.notes.push({ row, value: cells[layout.columns.findIndex((column) => column?.field === field)] ?? '', code })
      return
    }
    checked.badRows.push(row)
    for (const { field, fault } of faults) {
      const at = layout.columns.findIndex((column) => column?.field === field)
      checked.problems.push({ row, column: layout.headings[at]!, columnLetter: columnLetter(at), value: shownCell(field, cells[at] ?? ''), ...fault })
    }
  })
  return checked
}

function openRow<Field extends string>(cells: string[], layout: Layout): { reader: RowReader<Field>; faults: { field: Field; fault: Fault }[]; notes: { field: Field; code: ImportNote['code'] }[] } {
  const faults: { field: Field; fault: Fault }[] = []
  const notes: { field: Field; code: ImportNote['code'] }[] = []
  const fault = (field: Field, what: Fault): undefined => { faults.push({ field, fault: what }) }
  function read<T>(field: Field, by: (text: string) => Read<T>): T | undefined {
    const at = layout.columns.findIndex((column) => column?.field === field)
    const column = layout.columns[at]
    if (!column) return undefined
    const text = cells[at] ?? ''
    if (text === '') return column.required ? fault(field, { code: 'empty', params: {} }) : undefined
    if (text.length > column.maxLength) return fault(field, { code: 'too-long', params: { max: column.maxLength } })
    const result = by(text)
    return result.ok ? result.value : fault(field, result.fault)
  }
  return { reader: { text: (field) => read(field, (text) => ({ ok: true, value: text })), read, fault, note: (field, code) => { notes.push({ field, code }) } }, faults, notes }
}
