import type { Goods } from '@shared/contract/exit-permits'

/** One line of goods as it is written: how many of what unit stand in one cell (12 张). */
export interface GoodsText { name: string; amount: string; remark: string }

export const noGoods = (): GoodsText => ({ name: '', amount: '', remark: '' })
export const isBlank = ({ name, amount, remark }: GoodsText): boolean => [name, amount, remark].every((text) => text.trim() === '')

/** Those that say something, and one empty line to write the next in. */
export const withRoom = (lines: readonly GoodsText[]): GoodsText[] => (lines.length > 0 && isBlank(lines.at(-1)!) ? [...lines] : [...lines, noGoods()])

export const textOf = ({ name, quantity, unit, remark }: Goods): GoodsText => ({ name, amount: `${quantity} ${unit}`, remark })

/** 12 张, 12, １２张; null where it is no quantity from 1 on. */
export function amountOf(text: string): Pick<Goods, 'quantity' | 'unit'> | null {
  const match = /^(\d{1,5})\s*(\D{0,6})$/.exec(text.normalize('NFKC').trim())
  const quantity = Number(match?.[1])
  return match && quantity >= 1 ? { quantity, unit: match[2]!.trim() || '件' } : null
}

/** A line that can't be sent, counted from nought among those written, and what of it. */
export interface GoodsFault { at: number; field: 'name' | 'amount' }

/** What stops the goods; 'none' where nothing is written. */
export function goodsFault(lines: readonly GoodsText[]): GoodsFault | 'none' | null {
  const at = lines.findIndex((line) => !isBlank(line) && (!line.name.trim() || amountOf(line.amount) === null))
  if (at >= 0) return { at, field: lines[at]!.name.trim() ? 'amount' : 'name' }
  return lines.every(isBlank) ? 'none' : null
}

/** The lines as a procedure takes them, and as a slip shows them while they are still written: what is no quantity is left out. */
export const goodsOf = (lines: readonly GoodsText[]): Goods[] => lines.flatMap((line) => {
  const amount = amountOf(line.amount)
  return line.name.trim() && amount ? [{ name: line.name.trim(), ...amount, remark: line.remark.trim() }] : []
})
