import type { KeyRow } from '@shared/contract/keys'

/** Hooks of a row, as the board hangs. */
export const BOARD_COLUMNS = 8
/** What a board holds as a rule: seven rows. */
const BOARD_PLACES = 56

/** How a hook stands: all in their places, some lent, overdue, or under seal; out of use where nothing belongs on it. */
export type HookState = 'here' | 'out' | 'late' | 'sealed' | 'off'

/** Trouble goes first: one overdue key of three makes the hook overdue. */
export function hookState({ active, late, out, sealed }: Pick<KeyRow, 'active' | 'late' | 'out' | 'sealed'>): HookState {
  if (!active) return 'off'
  if (late) return 'late'
  if (out > 0) return 'out'
  return sealed ? 'sealed' : 'here'
}

/** Keys of a hook that should hang on it, sealed ones among them. */
export const expectedOf = ({ owned, out }: Pick<KeyRow, 'owned' | 'out'>): number => owned - out
/** Keys of a hook that can be taken from it: what its newest count did not find is not there (11.C4). */
export const hereOf = (key: Pick<KeyRow, 'owned' | 'out' | 'difference'>): number => expectedOf(key) + Math.min(key.difference, 0)
/** A difference as it is written: +1, -2. */
export const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference))

/** A place on the board; `key` is null where no hook is written down. */
export interface Place { hook: number; key: KeyRow | null }

/**
 * The board as it hangs: its hooks at their places, whole rows, gaps left empty. Where it would be larger than a
 * board is, and mostly empty, the hooks follow each other.
 */
export function placesOf(keys: readonly KeyRow[]): Place[] {
  if (keys.length === 0) return []
  const at = new Map(keys.map((key) => [key.hook, key]))
  const last = Math.max(...at.keys())
  const rows = Math.ceil(last / BOARD_COLUMNS) * BOARD_COLUMNS
  if (rows > Math.max(2 * keys.length, BOARD_PLACES)) return [...keys].sort((a, b) => a.hook - b.hook).map((key) => ({ hook: key.hook, key }))
  return Array.from({ length: rows }, (_, index) => ({ hook: index + 1, key: at.get(index + 1) ?? null }))
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -BOARD_COLUMNS, ArrowDown: BOARD_COLUMNS }

/** Where an arrow key goes from `from`: the next place in that direction that has a hook; where there is none, it stays. Home and End go to the ends. */
export function moveOnBoard(places: readonly Place[], from: number, key: string): number | null {
  if (key === 'Home') return places.findIndex((place) => place.key !== null)
  if (key === 'End') return places.findLastIndex((place) => place.key !== null)
  const step = steps[key]
  if (step === undefined) return null
  for (let at = from + step; at >= 0 && at < places.length; at += step) if (places[at]!.key !== null) return at
  return from
}

/** The board before or after `name`, in a round. */
export function boardBeside(names: readonly string[], name: string, step: 1 | -1): string {
  if (names.length === 0) return name
  return names[(names.indexOf(name) + step + names.length) % names.length]!
}
