import type { Inputs } from '@shared/contract'
import type { KeyRow } from '@shared/contract/keys'
import { expectedOf } from './board'

/** What was counted on a hook, as written; empty while it was not counted. */
export interface CountLine { found: string; labelOk: boolean; explanation: string; /** What should have hung there when it was counted. */ expected: number | null }
/** 盘点 of one board: plain data by hook, so that it is its own draft. */
export interface CountForm { board: string; lines: Record<string, CountLine> }

export const notCounted = (): CountLine => ({ found: '', labelOk: true, explanation: '', expected: null })
export const lineOf = (form: CountForm, key: Pick<KeyRow, 'id'>): CountLine => form.lines[key.id] ?? notCounted()
export function writeLine(form: CountForm, key: KeyRow, change: Partial<CountLine>): void {
  form.lines[key.id] = { ...lineOf(form, key), ...change, ...(change.found === undefined ? {} : { expected: expectedOf(key) }) }
}

const countOf = ({ found }: CountLine): number | null => (/^\d{1,3}$/.test(found.trim()) ? Number(found) : null)
/** Each key has the tag of its hook: one scan, one key. */
export const scanned = (form: CountForm, key: KeyRow): void => writeLine(form, key, { found: String((countOf(lineOf(form, key)) ?? 0) + 1) })

/** Found less expected; null while the hook was not counted. Sealed keys hang there too. */
export function differenceOf(form: CountForm, key: KeyRow): number | null {
  const found = countOf(lineOf(form, key))
  return found === null ? null : found - expectedOf(key)
}

export interface CountSums { counted: number; hooks: number; found: number; expected: number; differing: number }
export function sumsOf(form: CountForm, keys: readonly KeyRow[]): CountSums {
  const differences = keys.map((key) => differenceOf(form, key))
  return {
    hooks: keys.length, counted: differences.filter((difference) => difference !== null).length, differing: differences.filter((difference) => difference !== null && difference !== 0).length,
    found: keys.reduce((sum, key) => sum + (countOf(lineOf(form, key)) ?? 0), 0), expected: keys.reduce((sum, key) => sum + expectedOf(key), 0),
  }
}

/** Keys were lent or came back since this hook was counted: what was found then says nothing now. */
export const moved = (form: CountForm, key: KeyRow): boolean => countOf(lineOf(form, key)) !== null && lineOf(form, key).expected !== expectedOf(key)

export interface CountFault { keyId: number; field: 'found' | 'explanation'; what: 'found' | 'moved' | 'explanation'; no: string; expected: number }
/** The first hook that stops the count from being saved: not counted, not counted since its keys moved, or a difference nobody explains (11.R9). */
export function countFault(form: CountForm, keys: readonly KeyRow[]): CountFault | null {
  for (const key of keys) {
    const difference = differenceOf(form, key)
    if (difference === null) return { keyId: key.id, field: 'found', what: 'found', no: key.no, expected: expectedOf(key) }
    if (moved(form, key)) return { keyId: key.id, field: 'found', what: 'moved', no: key.no, expected: expectedOf(key) }
    if (difference !== 0 && !lineOf(form, key).explanation.trim()) return { keyId: key.id, field: 'explanation', what: 'explanation', no: key.no, expected: expectedOf(key) }
  }
  return null
}

export const stocktakeInputOf = (form: CountForm, keys: readonly KeyRow[]): Inputs['keys']['saveStocktake'] => ({
  board: form.board, lines: keys.map((key) => {
    const { found, labelOk, explanation } = lineOf(form, key)
    // What was written of a difference that is none any more is not said.
    return { keyId: key.id, expected: expectedOf(key), found: Number(found), labelOk, explanation: differenceOf(form, key) === 0 ? '' : explanation.trim() }
  }),
})
