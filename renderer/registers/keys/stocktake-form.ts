import type { Inputs } from '@shared/contract'
import type { KeyRow } from '@shared/contract/keys'
import { hereOf } from './board'

/** What was counted on a hook, as written; empty while it was not counted. */
export interface CountLine { found: string; labelOk: boolean; explanation: string }
/** 盘点 of one board: plain data by hook, so that it is its own draft. */
export interface CountForm { board: string; lines: Record<string, CountLine> }

export const notCounted = (): CountLine => ({ found: '', labelOk: true, explanation: '' })
export const lineOf = (form: CountForm, key: Pick<KeyRow, 'id'>): CountLine => form.lines[key.id] ?? notCounted()
export const writeLine = (form: CountForm, key: Pick<KeyRow, 'id'>, change: Partial<CountLine>): void => { form.lines[key.id] = { ...lineOf(form, key), ...change } }

const countOf = ({ found }: CountLine): number | null => (/^\d{1,3}$/.test(found.trim()) ? Number(found) : null)
/** Each key has the tag of its hook: one scan, one key. */
export const scanned = (form: CountForm, key: Pick<KeyRow, 'id'>): void => writeLine(form, key, { found: String((countOf(lineOf(form, key)) ?? 0) + 1) })

/** Found less expected; null while the hook was not counted. Sealed keys hang there too. */
export function differenceOf(form: CountForm, key: KeyRow): number | null {
  const found = countOf(lineOf(form, key))
  return found === null ? null : found - hereOf(key)
}

export interface CountSums { counted: number; hooks: number; found: number; expected: number; differing: number }
export function sumsOf(form: CountForm, keys: readonly KeyRow[]): CountSums {
  const differences = keys.map((key) => differenceOf(form, key))
  return {
    hooks: keys.length, counted: differences.filter((difference) => difference !== null).length, differing: differences.filter((difference) => difference !== null && difference !== 0).length,
    found: keys.reduce((sum, key) => sum + (countOf(lineOf(form, key)) ?? 0), 0), expected: keys.reduce((sum, key) => sum + hereOf(key), 0),
  }
}

/** The first hook that stops the count from being saved: not counted, or a difference nobody explains (11.R9). */
export function countFault(form: CountForm, keys: readonly KeyRow[]): { keyId: number; field: 'found' | 'explanation'; no: string } | null {
  for (const key of keys) {
    const difference = differenceOf(form, key)
    if (difference === null) return { keyId: key.id, field: 'found', no: key.no }
    if (difference !== 0 && !lineOf(form, key).explanation.trim()) return { keyId: key.id, field: 'explanation', no: key.no }
  }
  return null
}

export const stocktakeInputOf = (form: CountForm, keys: readonly KeyRow[]): Inputs['keys']['saveStocktake'] => ({
  board: form.board, lines: keys.map((key) => {
    const { found, labelOk, explanation } = lineOf(form, key)
    return { keyId: key.id, found: Number(found), labelOk, explanation: explanation.trim() }
  }),
})
