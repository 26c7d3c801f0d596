import { denominations } from '@shared/contract/cashier'
import { fen, type Fen, parseMoney } from '@shared/rules/money'

/** 清点 as it is written: pieces by denomination, what stays as float, why it differs. */
export interface DrawerForm { pieces: Record<number, string>; float: string; reason: string }

export const emptyCount = (floatFen: number): DrawerForm => ({ pieces: Object.fromEntries(denominations.map((each) => [each, ''])), float: (floatFen / 100).toFixed(2), reason: '' })

export const isCounted = (form: Pick<DrawerForm, 'pieces'>): boolean => Object.values(form.pieces).some((text) => text.trim() !== '')

const piecesOf = (text: string): number | null => (text.trim() === '' ? 0 : /^\d{1,5}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC').trim()) : null)

/** What was counted in all; null while a number of pieces can't be read. */
export function countedFen(form: Pick<DrawerForm, 'pieces'>): Fen | null {
  let total = 0
  for (const each of denominations) {
    const pieces = piecesOf(form.pieces[each] ?? '')
    if (pieces === null) return null
    total += each * pieces
  }
  return fen(total)
}

export const countsOf = (form: Pick<DrawerForm, 'pieces'>): { fen: number; pieces: number }[] =>
  denominations.map((each) => ({ fen: each, pieces: piecesOf(form.pieces[each] ?? '') ?? 0 })).filter(({ pieces }) => pieces > 0)

export type DrawerFault = 'pieces' | 'float' | 'floatTooMuch' | 'reason'

/** What stops the count: a difference needs its reason, and no more can stay than there is. */
export function checkCount(form: DrawerForm, expectedFen: number): DrawerFault | null {
  const counted = countedFen(form)
  if (counted === null) return 'pieces'
  const float = parseMoney(form.float.trim() || '0')
  if (!float.ok || float.fen < 0) return 'float'
  if (float.fen > counted) return 'floatTooMuch'
  return counted !== expectedFen && !form.reason.trim() ? 'reason' : null
}
