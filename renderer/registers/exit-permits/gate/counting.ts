import type { ExitPermitDetail } from '@shared/contract/exit-permits'
import { differenceOf } from '@shared/rules/exit-permit'

type Line = Pick<ExitPermitDetail['goods'][number], 'quantity'>

/** What the guard wrote against a line: a number from nought on; null for anything else. */
export function countOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,5}$/.test(plain) ? Number(plain) : null
}

/** The counts as they go to the store; null while one of them is no number. */
export function countsOf(texts: readonly string[]): { line: number; found: number }[] | null {
  const found = texts.map(countOf)
  return found.includes(null) ? null : found.map((number, line) => ({ line, found: number! }))
}

/** Everything agrees as counted, and nothing lies beside it. */
export const agrees = (goods: readonly Line[], texts: readonly string[], extra: string): boolean => extra.trim() === '' && goods.every((line, at) => countOf(texts[at] ?? '') === line.quantity)

/** 多 2 个, 少 1 张; nothing where they agree. */
export function differenceWords({ listed, found }: { listed: number; found: number }, unit: string, t: (key: string, values: Record<string, unknown>) => string): string {
  const difference = differenceOf({ quantity: listed }, found)
  return difference === 0 ? '' : t(difference > 0 ? 'gate.more' : 'gate.fewer', { n: Math.abs(difference), unit })
}
