import { UserError } from '../../../shared/contract/errors'
import type { ScannedPass } from '../../../shared/contract/passes'
import { passKinds } from '../../../shared/rules/pass'
import { dayOf } from '../../../shared/rules/time'
import { formatNumber } from '../../store/numbers'
import { seriesPrefix } from '../../store/types'
import type { House } from '../house'
import { condition } from '../list-query'
import { isDenied } from './holders'
import { readPasses } from './list'
import { passRow } from './rows'

/** The number that was typed: SZ26-001203, sz26-1203, or 1203 of this year or the last, of any kind. */
export function typedNumbers(typed: string, now: number): string[] {
  const whole = new RegExp(`^(${passKinds.map((kind) => seriesPrefix[kind]).join('|')})(\\d{2})-?(\\d{1,8})$`).exec(typed)
  if (whole) return passKinds.filter((kind) => seriesPrefix[kind] === whole[1]).map((kind) => formatNumber(kind, 2000 + Number(whole[2]), Number(whole[3])))
  if (!/^\d{1,8}$/.test(typed)) return []
  const year = new Date(now).getFullYear()
  return [year, year - 1].flatMap((of) => passKinds.map((kind) => formatNumber(kind, of, Number(typed))))
}

/** As a scanner types it, maybe through an input method. */
export const plainCode = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/\s/g, '')

/**
 * The pass of a scanned QR code or of a number (12.F5); of several kinds with this serial the newest.
 * @throws UserError not-found
 */
export async function findPass(house: House, code: string): Promise<ScannedPass> {
  const now = house.store.clock.now()
  const typed = plainCode(code)
  const [column, values] = typed.startsWith('QT1:') ? ['token', [typed]] : ['no', typedNumbers(typed, now)]
  const [pass] = await readPasses(house, [condition(`p.${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values))], 1)
  if (!pass) throw new UserError('not-found')
  return { ...passRow(pass, dayOf(now)), denied: await isDenied((sql, parameters) => house.store.read(sql, parameters), pass) }
}
