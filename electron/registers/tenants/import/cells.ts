import type { ImportProblem } from '../../../../shared/contract/tenants'
import { normalizePhone } from '../../../../shared/rules/phone'
import { isRealDay } from '../../../../shared/rules/time'

export type Fault = Pick<ImportProblem, 'code' | 'params'>
export type Read<T> = { ok: true; value: T } | { ok: false; fault: Fault }

const good = <T>(value: T): Read<T> => ({ ok: true, value })
const bad = (code: Fault['code'], params: Fault['params'] = {}): Read<never> => ({ ok: false, fault: { code, params } })

/** Names as they are compared: brackets half or full width, spaces or none, are the same name. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** A room as it is stored: 1808室 → 1808. */
export const roomText = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replace(/(室|房)$/, '')

const lookalikes: Record<string, string> = { O: '0', o: '0', I: '1', l: '1', '|': '1' }

/** A letter typed for the digit it looks like: 18O8 → 1808; null where no such letter stands there. */
export function digitsForLetters(text: string): { expected: string; letter: string; digit: string } | null {
  const letter = /[OoIl|]/.exec(text)?.[0]
  if (!letter) return null
  return { expected: text.replace(/[OoIl|]/g, (found) => lookalikes[found]!), letter, digit: lookalikes[letter]! }
}

/** A room that need not exist yet; a number with a letter in it that looks like a digit is taken for a slip. */
export function newRoom(text: string): Read<string> {
  const room = roomText(text)
  const fixed = digitsForLetters(room)
  return fixed && /^\d+$/.test(fixed.expected) && /\d/.test(room) ? bad('letter-for-digit', fixed) : good(room)
}

/** A room of the house. */
export function knownRoom<U>(text: string, rooms: ReadonlyMap<string, U>, bare: ReadonlyMap<string, string>): Read<U> {
  const room = roomText(text)
  const found = rooms.get(room)
  if (found !== undefined) return good(found)
  const fixed = digitsForLetters(room)
  if (fixed && rooms.has(fixed.expected)) return bad('letter-for-digit', fixed)
  return bad('unknown-room', { expected: bare.get(bareRoom(room)) ?? '' })
}

/** 18-08 and A座1808 as their letters and digits alone, without noughts in front. */
export const bareRoom = (room: string): string => room.replace(/[^A-Za-z0-9]/g, '').toUpperCase().replace(/^0+/, '')

/** Square metres. */
export function area(text: string): Read<number> {
  const plain = text.normalize('NFKC').replace(/,|\s/g, '').replace(/(m2|平方米|平米)$/i, '')
  const value = Number(plain)
  if (plain !== '' && Number.isFinite(value) && value > 0 && value <= 100_000) return good(value)
  const expected = /\d+(\.\d+)?/.exec(plain)?.[0] ?? ''
  return bad('not-a-number', { expected })
}

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, or a spreadsheet's day number. */
export function day(text: string): Read<string> {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{5}$/.test(plain)) return good(new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10))
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain)
  if (!match) return bad('not-a-date')
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  if (isRealDay(year, month, date)) return good([String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'))
  return month >= 1 && month <= 12 ? bad('not-a-date', { month, days: new Date(year, month, 0).getDate() }) : bad('not-a-date')
}

/** A phone number as it is stored. */
export function phone(text: string): Read<string> {
  const check = normalizePhone(text)
  if (check.ok) return good(check.normalized)
  const fixed = digitsForLetters(text)
  return fixed && normalizePhone(fixed.expected).ok ? bad('letter-for-digit', fixed) : bad('invalid-phone', { found: check.found })
}

export function yesOrNo(text: string): Read<boolean> {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (['是', '有', '可', '可以', 'y', 'yes', 'true', '1', '√', '✓'].includes(plain)) return good(true)
  if (['否', '无', '不', '不可', 'n', 'no', 'false', '0', '×', '✗', '-'].includes(plain)) return good(false)
  return bad('not-a-choice', { choices: '是、否' })
}

/** Several rooms in one cell. */
export const splitRooms = (text: string): string[] => text.split(/[、,，;；/\s]+/).filter(Boolean)

/** The floor a room's number tells: 1808 → 18, 0805 → 8, B102 → B1; empty where it tells none. */
export function floorOf(room: string): string {
  const match = /^([A-Za-z]?)0*(\d+?)\d{2}$/.exec(room.replace(/^.*[-座栋]/, ''))
  return match ? match[1]!.toUpperCase() + match[2]! : ''
}
