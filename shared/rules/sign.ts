/** 水牌 (chapter 10). `returned`: the last check found it wrong, and the client has it back; `ordered`: with the maker. */
export const signStates = ['applied', 'returned', 'ordered', 'installed', 'removed', 'void'] as const
export type SignState = (typeof signStates)[number]

export const signActions = ['accept', 'return', 'resubmit', 'install', 'remove', 'void'] as const
export type SignAction = (typeof signActions)[number]

const transitions: Record<SignState, Partial<Record<SignAction, SignState>>> = {
  // 10.R2: right → accepted, fee paid, original filed; wrong → returned to the client.
  applied: { accept: 'ordered', return: 'returned', void: 'void' },
  returned: { resubmit: 'applied', void: 'void' },
  ordered: { install: 'installed', void: 'void' },
  installed: { remove: 'removed' },
  removed: {}, void: {},
}

/** The state after `action`; null where the sign's state does not allow it. */
export const nextSignState = (from: SignState, action: SignAction): SignState | null => transitions[from][action] ?? null

export const signKinds = ['lobby-directory', 'floor-directory', 'door-plate', 'lift-lobby', 'other'] as const
export type SignKind = (typeof signKinds)[number]
