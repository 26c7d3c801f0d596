import { bad, digitsForLetters, good, type Read, roomText } from '../../import/cells'

/** A room that need not exist yet; a number with a letter in it that looks like a digit is taken for a slip. */
export function newRoom(text: string): Read<string> {
  const room = roomText(text)
  const fixed = digitsForLetters(room)
  return fixed && /^\d+$/.test(fixed.expected) && /\d/.test(room) ? bad('letter-for-digit', fixed) : good(room)
}

/** Square metres. */
export function area(text: string): Read<number> {
  const plain = text.normalize('NFKC').replace(/,|\s/g, '').replace(/(m2|平方米|平米)$/i, '')
  const value = Number(plain)
  if (plain !== '' && Number.isFinite(value) && value > 0 && value <= 100_000) return good(value)
  const expected = /\d+(\.\d+)?/.exec(plain)?.[0] ?? ''
  return bad('not-a-number', { expected })
}

/** Several rooms in one cell. */
export const splitRooms = (text: string): string[] => text.split(/[、,，;；/\s]+/).filter(Boolean)

/** The floor a room's number tells: 1808 → 18, 0805 → 8, B102 → B1; empty where it tells none. */
export function floorOf(room: string): string {
  const match = /^([A-Za-z]?)0*(\d+?)\d{2}$/.exec(room.replace(/^.*[-座栋]/, ''))
  return match ? match[1]!.toUpperCase() + match[2]! : ''
}
