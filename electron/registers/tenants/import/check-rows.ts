import type { ImportKind, ImportProblem } from '../../../../shared/contract/tenants'
import { maskPhone } from '../../../../shared/rules/mask'
import { area, day, foldName, knownRoom, newRoom, phone, splitRooms, yesOrNo, type Fault, type Read } from './cells'
import { type Column, columnLetter, type Field } from './columns'
import { type Directory, suggestTenant } from './directory'

/** What a good row says; undefined where its cell was empty: then what is stored stays. */
export interface ImportRecord {
  row: number
  room?: string | undefined
  floor?: string | undefined
  area?: number | undefined
  name: string
  shortName?: string | undefined
  unitIds?: number[] | undefined
  movedInOn?: string | undefined
  remark?: string | undefined
  tenantId?: number | undefined
  unitId?: number | undefined
  title?: string | undefined
  extension?: string | undefined
  phone?: string | undefined
  canSign?: boolean | undefined
}

export interface Checked { records: ImportRecord[]; problems: ImportProblem[]; badRows: number[] }

/** Where the headings stand, what each column is, and which rows follow. */
export interface Layout { headerRow: number; headings: string[]; columns: (Column | null)[] }

/** Rows of the template that only show how it is filled in. */
const isExample = (cells: string[]): boolean => cells.some((cell) => /^例[:：]/.test(cell))

/**
 * Checks each row below the headings; a row with any fault is not taken in. Rows are numbered as the spreadsheet
 * numbers them.
 */
export function checkRows(kind: ImportKind, rows: string[][], layout: Layout, directory: Directory): Checked {
  const checked: Checked = { records: [], problems: [], badRows: [] }
  const firstRow = new Map<string, number>()
  const suggestions = new Map<string, string>()
  rows.forEach((cells, index) => {
    const row = index + 1
    if (index <= layout.headerRow || cells.every((cell) => cell === '') || isExample(cells)) return
    const faults: { field: Field; fault: Fault }[] = []
    const cell = (field: Field): string => cells[layout.columns.findIndex((column) => column?.field === field)] ?? ''
    const read = <T>(field: Field, by: (text: string) => Read<T>): T | undefined => {
      const text = cell(field)
      const column = layout.columns.find((candidate) => candidate?.field === field)
      if (!column) return undefined
      if (text === '') {
        if (column.required) faults.push({ field, fault: { code: 'empty', params: {} } })
        return undefined
      }
      const result: Read<T> = text.length > column.maxLength ? { ok: false, fault: { code: 'too-long', params: { max: column.maxLength } } } : by(text)
      if (result.ok) return result.value
      faults.push({ field, fault: result.fault })
      return undefined
    }
    const plain = (field: Field) => read(field, (text): Read<string> => ({ ok: true, value: text }))
    const tenant = (text: string): Read<number> => {
      const found = directory.tenants.get(foldName(text))
      if (found) return { ok: true, value: found.id }
      if (!suggestions.has(text)) suggestions.set(text, suggestTenant(directory, text))
      return { ok: false, fault: { code: 'unknown-tenant', params: { expected: suggestions.get(text)! } } }
    }
    const room = (text: string) => knownRoom(text, directory.units, directory.bareRooms)
    const rooms = (text: string): Read<number[]> => {
      const results = splitRooms(text).map(room)
      const wrong = results.find((result) => !result.ok)
      if (wrong && !wrong.ok) return wrong
      return { ok: true, value: [...new Set(results.flatMap((result) => (result.ok ? [result.value.id] : [])))] }
    }

    const record: ImportRecord = { row, name: '' }
    let key: string
    let keyField: Field
    if (kind === 'units') {
      record.room = read('room', newRoom)
      record.floor = plain('floor')
      record.area = read('area', area)
      keyField = 'room'
      key = record.room ?? ''
    } else if (kind === 'tenants') {
      record.name = plain('name') ?? ''
      record.shortName = plain('shortName')
      record.unitIds = read('rooms', rooms)
      record.movedInOn = read('movedInOn', day)
      record.remark = plain('remark')
      keyField = 'name'
      key = foldName(record.name)
    } else {
      record.tenantId = read('tenant', tenant)
      record.unitId = read('room', room)?.id
      record.name = plain('name') ?? ''
      record.title = plain('title')
      record.extension = plain('extension')
      record.phone = read('phone', phone)
      record.canSign = read('canSign', yesOrNo)
      keyField = 'name'
      key = record.tenantId === undefined ? '' : [record.tenantId, record.unitId ?? '', foldName(record.name)].join(':')
    }
    if (faults.length === 0) {
      const first = firstRow.get(key)
      if (first === undefined) firstRow.set(key, row)
      else faults.push({ field: keyField, fault: { code: 'duplicate-row', params: { first } } })
    }
    if (faults.length === 0) {
      checked.records.push(record)
      return
    }
    checked.badRows.push(row)
    for (const { field, fault } of faults) {
      const at = layout.columns.findIndex((column) => column?.field === field)
      checked.problems.push({ row, column: layout.headings[at]!, columnLetter: columnLetter(at), value: field === 'phone' && cell(field) !== '' ? maskPhone(cell(field)) : cell(field), ...fault })
    }
  })
  return checked
}
