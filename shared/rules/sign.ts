/** 水牌 (chapter 10). `returned`: the last check found it wrong, and the client has it back; `ordered`: with the maker. */
export const signStates = ['applied', 'returned', 'ordered', 'installed', 'removed', 'void'] as const
export type SignState = (typeof signStates)[number]

export const signActions = ['accept', 'return', 'resubmit', 'install', 'file', 'remove', 'void', 'unpay'] as const
export type SignAction = (typeof signActions)[number]

const transitions: Record<SignState, Partial<Record<SignAction, SignState>>> = {
  // 10.R2: right → accepted, fee paid, original filed; wrong → returned to the client.
  applied: { accept: 'ordered', return: 'returned', void: 'void' },
  returned: { resubmit: 'applied', void: 'void' },
  // Its receipt was voided: checked and paid anew.
  ordered: { install: 'installed', file: 'ordered', void: 'void', unpay: 'applied' },
  installed: { remove: 'removed', file: 'installed' },
  removed: {}, void: {},
}

/** The state after `action`; null where the sign's state does not allow it. */
export const nextSignState = (from: SignState, action: SignAction): SignState | null => transitions[from][action] ?? null

/** What is wrong with a sign that hangs: its client left the tower, or the room; or has another name now. */
export const signAmiss = ['left', 'moved', 'renamed'] as const

export const signKinds = ['lobby-directory', 'floor-directory', 'door-plate', 'lift-lobby', 'other'] as const
export type SignKind = (typeof signKinds)[number]

/** A sign that costs more is a slip of the hand. Whole fen. */
export const SIGN_FEE_MAX = 1_000_000

/** How high a floor lies: 18 above 8, L2 above L1, 1 above G, then B1, B2; one that tells nothing comes last. */
function heightOf(floor: string): number {
  const match = /^([A-Z]*)\s*-?(\d+)/.exec(floor.normalize('NFKC').toUpperCase())
  if (/^[GM]/i.test(floor)) return 0.5
  if (!match) return Number.NEGATIVE_INFINITY
  const level = Number(match[2])
  return match[1] === 'B' || floor.startsWith('-') ? -level : level
}

/** Floors as a lobby lists them: from the top down, basements last. */
export const compareFloors = (a: string, b: string): number => {
  const [high, low] = [heightOf(a), heightOf(b)]
  return high === low ? a.localeCompare(b) : low > high ? 1 : -1
}
