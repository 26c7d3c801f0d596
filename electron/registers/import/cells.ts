import type { ImportProblem } from '../../../shared/contract/import'
import { normalizePhone } from '../../../shared/rules/phone'
import { isRealDay } from '../../../shared/rules/time'

export type Fault = Pick<ImportProblem, 'code' | 'params'>
export type Read<T> = { ok: true; value: T } | { ok: false; fault: Fault }

export const good = <T>(value: T): Read<T> => ({ ok: true, value })
export const bad = (code: Fault['code'], params: Fault['params'] = {}): Read<never> => ({ ok: false, fault: { code, params } })

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

/** The rooms of the house, as rows name them. */
export interface Rooms<U> {
  named: ReadonlyMap<string, U>
  /** By their letters and digits alone. */
  bare: ReadonlyMap<string, string>
}

export const roomsOf = <U extends { room: string }>(units: readonly U[]): Rooms<U> =>
  ({ named: new Map(units.map((unit) => [unit.room, unit])), bare: new Map(units.map(({ room }) => [bareRoom(room), room])) })

/** A room of the house. */
export function knownRoom<U>(text: string, rooms: Rooms<U>): Read<U> {
  const room = roomText(text)
  const found = rooms.named.get(room)
  if (found !== undefined) return good(found)
  const fixed = digitsForLetters(room)
  if (fixed && rooms.named.has(fixed.expected)) return bad('letter-for-digit', fixed)
  return bad('unknown-room', { expected: rooms.bare.get(bareRoom(room)) ?? '' })
}

/** 18-08 and A座1808 as their letters and digits alone, without noughts in front. */
const bareRoom = (room: string): string => room.replace(/[^A-Za-z0-9]/g, '').toUpperCase().replace(/^0+/, '')

/** The name somebody may have meant: the shortest that holds what was typed or is held by it, else one with its characters in their order. */
export function suggestName(names: Iterable<string>, typed: string): string {
  const wanted = foldName(typed)
  const sorted = [...names].sort((a, b) => a.length - b.length)
  const by = (fits: (folded: string) => boolean) => sorted.find((name) => fits(foldName(name)))
  return by((folded) => folded.includes(wanted) || wanted.includes(folded)) ?? by((folded) => isSubsequence(wanted, folded)) ?? ''
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0
  for (const character of part) {
    from = whole.indexOf(character, from) + 1
    if (from === 0) return false
  }
  return true
}

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, or a spreadsheet's day number; a time behind it is left out. */
export function day(text: string): Read<string> {
  const plain = text.normalize('NFKC').trim().replace(/ \d{1,2}:\d{2}(:\d{2})?$/, '')
  if (/^\d{5}$/.test(plain)) return good(new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10))
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain)
  if (!match) return bad('not-a-date')
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  if (isRealDay(year, month, date)) return good([String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'))
  return month >= 1 && month <= 12 ? bad('not-a-date', { month, days: new Date(year, month, 0).getDate() }) : bad('not-a-date')
}

/** 14:30, 1430, 14点30分, 下午2点半, 2:30 PM, or a spreadsheet's fraction of a day; minutes after midnight. */
export function timeOfDay(text: string): Read<number> {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (/^0?\.\d+$/.test(plain)) return good(Math.floor(Number(plain) * 1440 + 1 / 60))
  const match = /^(上午|早上|中午|下午|晚上|am|pm)?(\d{1,2})(?:[:.]?(\d{2})(?::\d{2})?|[点时](?:(\d{1,2})分?|(半))?|(?=[ap]m))(am|pm)?$/.exec(plain)
  if (!match) return bad('not-a-time')
  const [, before = '', hours, digits, minutes, half, after = ''] = match
  const minute = half ? 30 : Number(digits ?? minutes ?? 0)
  const hour = hourOfDay(Number(hours), before + after)
  return hour < 24 && minute < 60 ? good(hour * 60 + minute) : bad('not-a-time')
}

function hourOfDay(hour: number, half: string): number {
  if (/下午|晚上|pm/.test(half) || (half === '中午' && hour < 11)) return hour < 12 ? hour + 12 : hour
  return half === 'am' && hour === 12 ? 0 : hour
}

/** A whole number of people or things: 3, 3人. */
export const count = (min: number, max: number) => (text: string): Read<number> => {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[人位名个]$/, '')
  if (!/^-?\d+$/.test(plain)) return bad('not-a-number', { expected: /\d+/.exec(plain)?.[0] ?? '' })
  const value = Number(plain)
  return value >= min && value <= max ? good(value) : bad('out-of-range', { min, max })
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
