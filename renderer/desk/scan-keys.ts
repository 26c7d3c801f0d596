import { hasCheckDigit } from '@shared/rules/id-number'

/** What a reader or scanner that types has read: the number of an ID card, or a code of our own (`QT1:…`) off a slip. */
export type Scan = { readonly kind: 'id'; readonly number: string } | { readonly kind: 'code'; readonly text: string }

/** What of a `keydown` event is looked at. `timeStamp` in milliseconds. */
export type KeyInput = Pick<
  KeyboardEvent,
  'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'timeStamp'
>

/** No two keys of a scan are further apart, and on the mean they are no further apart than this. */
export const longestGapMs = 100
const longestMeanMs = 50
/** A stroke this soon before a card number belongs to the same scan, which then is no card number. */
const sameScanMs = 50
/** More than the longest code, so that a typist's stroke before it is remembered too. */
const remembered = 80

const slipCode = /QT1:[A-Z0-9:-]{1,64}$/
const cardNumber = /\d{17}[\dX]$/

interface Stroke<T> {
  readonly character: string
  readonly at: number
  readonly before: T
}

export type StrokeResult<T> =
  /** Not a key of a scan: a modifier, or something that ends one. */
  | { readonly kind: 'other' }
  /** A key that may belong to a scan. `first`: no other came shortly before it. */
  | { readonly kind: 'candidate'; readonly first: boolean }
  /** Enter behind a scan; `before` is what was remembered with the scan's first key. */
  | { readonly kind: 'scan'; readonly scan: Scan; readonly before: T }

/**
 * Tells scans from typing by the rhythm of the keys (16.R4). A scan is a run of keys no more than 100 ms apart, 50 ms on
 * the mean, that ends in a card number with its check digit or in a slip's code, and Enter. Keys are read by where
 * they are, since an input method may be on. With each key something is remembered, for undoing what a scan typed.
 */
export class ScanKeys<T> {
  private strokes: Stroke<T>[] = []

  press(input: KeyInput, before: () => T): StrokeResult<T> {
    if (isModifier(input)) return { kind: 'other' }
    const at = input.timeStamp
    const last = this.strokes.at(-1)
    if (last && at - last.at > longestGapMs) this.strokes = []

    if (input.code === 'Enter' || input.code === 'NumpadEnter') {
      const found = this.scanBefore(at)
      this.strokes = []
      return found ?? { kind: 'other' }
    }
    const character = input.repeat || input.ctrlKey || input.altKey || input.metaKey ? undefined : characterOf(input)
    if (character === undefined) {
      this.strokes = []
      return { kind: 'other' }
    }
    this.strokes.push({ character, at, before: before() })
    if (this.strokes.length > remembered) this.strokes.shift()
    return { kind: 'candidate', first: this.strokes.length === 1 }
  }

  private scanBefore(at: number): StrokeResult<T> | undefined {
    const text = this.strokes.map(({ character }) => character).join('')
    const code = slipCode.exec(text)
    const match = code ?? cardNumber.exec(text)
    if (!match) return undefined
    const first = this.strokes[match.index]!
    if ((at - first.at) / match[0].length > longestMeanMs) return undefined
    const { before } = first
    if (code) return { kind: 'scan', scan: { kind: 'code', text: match[0] }, before }

    // The end of a longer number, a courier's say, is no card number.
    const previous = this.strokes[match.index - 1]
    if (!hasCheckDigit(match[0]) || (previous && first.at - previous.at <= sameScanMs)) return undefined
    return { kind: 'scan', scan: { kind: 'id', number: match[0] }, before }
  }
}

/** Keys that come between those of a scan, and mean nothing by themselves. */
export function isModifier({ code, key }: Pick<KeyInput, 'code' | 'key'>): boolean {
  return /^(Shift|Control|Alt|Meta)(Left|Right)$|^CapsLock$|^NumLock$/.test(code) || key === 'Shift' || key === 'CapsLock'
}

/** The character of a scan that a key stands for, as a capital; undefined for any other key. */
function characterOf({ code, key, shiftKey }: KeyInput): string | undefined {
  // With an input method on, `key` is Process or a full-width character, and only the place tells.
  if (/^[A-Za-z0-9:-]$/.test(key)) return key.toUpperCase()
  const letter = /^Key([A-Z])$/.exec(code)
  if (letter) return letter[1]
  if (code === 'Semicolon') return shiftKey ? ':' : undefined
  if (shiftKey) return undefined
  if (code === 'Minus' || code === 'NumpadSubtract') return '-'
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
}
