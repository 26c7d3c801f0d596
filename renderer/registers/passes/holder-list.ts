import type { IdCard } from '@shared/contract/id-card'
import { checkDocumentNumber, normalizeDocumentNumber, type DocumentKind } from '@shared/rules/id-number'
import type { Day } from '@shared/rules/time'
import { emptyHolder, isBlank, type HolderForm } from './pass-form'

/** As many as one application takes. */
export const MOST_HOLDERS = 200

/** A card read: it fills the line of its bearer or an empty one, else its bearer is the next on the list. Returns where. */
export function takeCard(holders: HolderForm[], card: Pick<IdCard, 'kind' | 'name' | 'number'>): number {
  const number = normalizeDocumentNumber(card.number)
  const filled = { name: card.name, documentKind: card.kind, documentNumber: number, source: 'card' } as const
  const place = [
    holders.findIndex((holder) => normalizeDocumentNumber(holder.documentNumber) === number),
    holders.findIndex((holder) => !holder.documentNumber.trim() && holder.name.trim() === card.name),
    holders.findIndex(isBlank),
  ].find((at) => at >= 0)
  if (place !== undefined) {
    Object.assign(holders[place]!, filled)
    return place
  }
  holders.push({ ...emptyHolder(), ...filled })
  return holders.length - 1
}

/** A number from a reader that types; such a device tells no name, so it is the line's in view (`now`) where that has none. Returns where it stands. */
export function takeScannedNumber(holders: HolderForm[], raw: string, now = 0): number {
  const number = normalizeDocumentNumber(raw)
  const documentKind: DocumentKind = number.startsWith('9') ? 'foreign-permanent' : /^8[123]0000/.test(number) ? 'hmt-permit' : 'resident'
  const known = holders.findIndex((holder) => normalizeDocumentNumber(holder.documentNumber) === number)
  if (known >= 0) return known
  const empty = [now, ...holders.keys()].find((at) => holders[at]?.documentNumber.trim() === '') ?? -1
  if (empty < 0) holders.push(emptyHolder())
  const at = empty < 0 ? holders.length - 1 : empty
  Object.assign(holders[at]!, { documentKind, documentNumber: number, source: 'wedge' } satisfies Partial<HolderForm>)
  return at
}

type Column = 'name' | 'number' | 'kind' | 'trade' | 'certificate'
const heads: readonly [Column, RegExp][] = [
  ['certificate', /特种|操作证|作业证|certificate/i], ['kind', /证件(类型|种类|类别)|document kind/i], ['number', /身份证|证件|号码|id ?(no|number|card)/i], ['name', /姓名|持证人|^name$/i], ['trade', /工种|岗位|职务|^trade$/i],
]
const columnOf = (head: string): Column | null => heads.find(([, words]) => words.test(head.replace(/\s/g, '')))?.[0] ?? null

const kindWords: readonly [DocumentKind, RegExp][] = [
  ['hmt-permit', /港澳台居民居住证/], ['hm-travel', /港澳.*(通行证|回乡证)/], ['tw-travel', /台.*(通行证|台胞证)|台胞证/], ['foreign-permanent', /永久居留/], ['passport', /护照|passport/i], ['resident', /身份证|resident/i],
]

/** A row that names nobody: kept as it came, with why it was not taken. `row` counts from 1 as in the sheet. */
export interface LeftRow { row: number; text: string; why: 'nobody' | 'too-many' }
export interface Pasted { holders: HolderForm[]; left: LeftRow[]; /** Columns that say nothing the list knows. */ unknown: string[] }

/** Rows as a spreadsheet puts them on the clipboard: a cell may be quoted, and then holds tabs, breaks, and quotes twice. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.replace(/\r\n?/g, '\n').matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain ?? '').replace(/\s+/g, ' ').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** Whether a number of the kinds that bear letters: told by the number itself, where no column says so. */
const kindOfNumber = (number: string, today: Day): DocumentKind => (['resident', 'hmt-permit', 'foreign-permanent', 'hm-travel', 'passport'] as const).find((kind) => checkDocumentNumber(kind, number, today).ok) ?? 'resident'

const looksLikeNumber = (cell: string): boolean => /^[\dA-Z][\dA-Z.+() ]{6,}$/i.test(cell) && /\d{5}/.test(cell)

/** Without heads: what looks like a number is it, a count in front of the names is passed over, the rest is name, trade, certificate. */
function guess(rows: readonly string[][]): (Column | null)[] {
  const width = Math.max(...rows.map((row) => row.length))
  const most = (test: (cell: string, row: number) => boolean) => (at: number): boolean => rows.filter((row, index) => test(row[at] ?? '', index)).length * 2 > rows.length
  const all = Array.from({ length: width }, (_, at) => at)
  // Some have not told theirs yet: only what is written counts.
  const number = all.find((at) => {
    const told = rows.map((row) => row[at] ?? '').filter(Boolean)
    return told.filter(looksLikeNumber).length * 2 > told.length
  })
  const counted = rows.length > 1 && all.slice(0, 1).some(most((cell, index) => Number(cell) === index + 1 || Number(cell) === Number(rows[0]![0]) + index)) ? 0 : undefined
  const rest: Column[] = ['name', 'trade', 'certificate']
  return all.map((at) => (at === number ? 'number' : at === counted ? null : (rest.shift() ?? null)))
}

/** A list pasted from a spreadsheet: columns by their heads, else by what is in them. Nothing is lost: what is wrong with a line is said beside it, what is none is handed back. */
export function holdersOf(text: string, today: Day, room = MOST_HOLDERS): Pasted {
  const rows = cellsOf(text)
  const first = rows[0] ?? []
  const headed = first.some((cell) => columnOf(cell) === 'name' && !/\d/.test(cell)) && first.filter((cell) => columnOf(cell) !== null).length >= Math.min(2, first.length)
  const columns = headed ? first.map(columnOf) : guess(rows.length > 0 ? rows : [['']])
  const pasted: Pasted = { holders: [], left: [], unknown: headed ? first.filter((head, at) => columns[at] === null && head !== '' && !/序号|编号|^no\.?$/i.test(head)) : [] }
  for (const [index, row] of rows.entries()) {
    if (headed && index === 0) continue
    const cell = (column: Column): string => row[columns.indexOf(column)] ?? ''
    const [name, number] = [cell('name').replace(/\s+(?=[\u4e00-\u9fff])/g, ''), cell('number').replace(/^'/, '')]
    const leave = (why: LeftRow['why']): void => { pasted.left.push({ row: index + 1, text: row.join('　').trim(), why }) }
    if ((name === '' && number === '') || (number === '' && /^(合计|共计|总计|备注|说明)/.test(name))) leave('nobody')
    else if (pasted.holders.length >= room) leave('too-many')
    else {
      const said = kindWords.find(([, words]) => words.test(cell('kind')))?.[0]
      pasted.holders.push({ ...emptyHolder(), name: name.slice(0, 40), documentKind: said ?? kindOfNumber(number, today), documentNumber: number.slice(0, 40), source: 'pasted', trade: cell('trade').slice(0, 20), specialCertificate: cell('certificate').slice(0, 40) })
    }
  }
  return pasted
}

/** Puts pasted lines into the list: the empty ones give way. */
export function addPasted(holders: HolderForm[], pasted: readonly HolderForm[]): void {
  const kept = holders.filter((holder) => !isBlank(holder))
  holders.splice(0, holders.length, ...kept, ...pasted)
  if (holders.length === 0) holders.push(emptyHolder())
}
