import { formatNumber, typedNumbers as numbersTyped } from '../../store/numbers'
import type { Sql } from '../../store/types'
import type { PermitRecord } from './rows'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** As a scanner types it, maybe through an input method. */
export const plainCode = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/\s/g, '')

/** The number that was typed: CM26-002117, cm26-2117, or 2117 of this year or the last. */
export function typedNumbers(typed: string, now: number): string[] {
  const whole = /^CM(\d{2})-?(\d{1,8})$/.exec(typed)
  if (whole) return [formatNumber('exit-permits', 2000 + Number(whole[1]), Number(whole[2]))]
  if (!/^\d{1,8}$/.test(typed)) return []
  const year = new Date(now).getFullYear()
  return [year, year - 1].map((of) => formatNumber('exit-permits', of, Number(typed)))
}

/** The number of a move-out, by its letters only: bare digits are a permit's. */
export const movesTyped = (typed: string, now: number): string[] => (/^\s*tz/i.test(typed.normalize('NFKC')) ? numbersTyped(['move-outs'], typed, now) : [])

/**
 * The permit of a scanned QR code or a typed number; null for none. `current`: false for the QR code of a slip from before
 * an amendment. A code that never was on a slip of it is of no permit. Last digits are of a permit `expected` here, and
 * `nos` are those they fit where they fit several; where they fit none expected, the newest they fit says what became of it.
 * @param expected a condition: what the one who types has before them
 */
export async function byCode(query: Query, code: string, now: number, expected: string): Promise<{ permit: PermitRecord; current: boolean } | { nos: string[] } | null> {
  const typed = plainCode(code)
  if (/^\d{1,8}$/.test(typed)) {
    const fits = async (where: string, limit: number) => query<PermitRecord>(`SELECT * FROM exit_permit WHERE ${where} AND substr(no, ?) = ? ORDER BY id DESC LIMIT ?`, [-typed.length, typed, limit])
    const found = await fits(expected, 4)
    if (found.length > 1) return { nos: found.map(({ no }) => no).reverse() }
    const [permit] = found.length === 1 ? found : await fits('1', 1)
    return permit ? { permit, current: true } : null
  }
  const scanned = /^QT1:(CM[\d-]+):/.exec(typed)
  const numbers = scanned ? [scanned[1]!] : typedNumbers(typed.replace(/^QT1:/, ''), now)
  const [permit] = await query<PermitRecord>('SELECT * FROM exit_permit WHERE no IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1', [JSON.stringify(numbers)])
  if (!permit) return null
  const current = !scanned || permit.token === typed
  return current || permit.copies > 1 ? { permit, current } : null
}
