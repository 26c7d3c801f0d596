declare const fenBrand: unique symbol

/** An amount of RMB in whole fen (分). The one type money has; made by `fen` or `parseMoney`. */
export type Fen = number & { readonly [fenBrand]: 'fen' }

/** Whole fen as money; throws a RangeError on a fraction or what is past 2^53. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`)
  return (amount === 0 ? 0 : amount) as Fen
}

/** Change over this is a slip of the hand. */
export const CHANGE_MAX = fen(1_000_000)
/** So is cash for a drawer over this. */
export const CASH_MAX = fen(10_000_000)

/** Adds amounts; throws a RangeError where the sum is past 2^53. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = fen(0)
  for (const amount of amounts) total = fen(total + amount)
  return total
}

export type MoneyCheck =
  | { readonly ok: true; readonly fen: Fen }
  /** `money.decimals`: more than two places; `money.form`: not an amount; `money.too-large`: past 2^53 fen. */
  | { readonly ok: false; readonly code: 'money.empty' | 'money.form' | 'money.decimals' | 'money.too-large' }

/** Reads an amount as people type it: `1250`, `1,250.5`, `¥1,250.00`, `１２５０元`, `-30`. */
export function parseMoney(raw: string): MoneyCheck {
  const text = raw.normalize('NFKC').replace(/\s/g, '').replace(/−/g, '-').replace(/元$/, '')
  if (text === '') return { ok: false, code: 'money.empty' }
  const match = /^(-?)¥?(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text)
  if (!match || (match[1] && match[2])) return { ok: false, code: 'money.form' }
  const decimals = match[4] ?? ''
  if (/[1-9]/.test(decimals.slice(2))) return { ok: false, code: 'money.decimals' }
  const amount = Number(match[3]!.replace(/,/g, '') + decimals.slice(0, 2).padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return { ok: false, code: 'money.too-large' }
  return { ok: true, fen: fen(match[1] || match[2] ? -amount : amount) }
}

/** `1,250.00`, behind `symbol`: ¥ on screen, ￥ on slips, nothing in a column of amounts. */
export function formatMoney(amount: Fen, symbol: '¥' | '￥' | '' = '¥'): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${symbol}${yuan}.${digits.slice(-2)}`
}
