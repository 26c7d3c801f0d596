/** 钥匙 (chapter 11). */
export const keyTypes = ['door', 'mailbox', 'cabinet', 'plant-room', 'riser', 'lift', 'car-park', 'other'] as const
export type KeyType = (typeof keyTypes)[number]

export const loanStates = ['out', 'returned', 'lost', 'void'] as const
export type LoanState = (typeof loanStates)[number]

/** 损坏、遗失 (11.R6), and what was lost and came to light. */
export const incidentKinds = ['damage', 'loss', 'found'] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** 配制 (11.R7): step by step, and nobody approves twice. */
export const cuttingStates = ['requested', 'checked', 'approved', 'cut', 'registered', 'refused', 'void'] as const
export type CuttingState = (typeof cuttingStates)[number]
export const cuttingActions = ['check', 'approve', 'refuse', 'cut', 'register', 'void'] as const
export type CuttingAction = (typeof cuttingActions)[number]

const cutting: Record<CuttingState, Partial<Record<CuttingAction, CuttingState>>> = {
  requested: { check: 'checked', refuse: 'refused', void: 'void' },
  checked: { approve: 'approved', refuse: 'refused', void: 'void' },
  // 11.C5: what is cut has its approval.
  approved: { cut: 'cut', void: 'void' },
  cut: { register: 'registered' },
  registered: {}, refused: {}, void: {},
}

/** The state after `action`; null where it is not this step's turn. */
export const nextCuttingState = (from: CuttingState, action: CuttingAction): CuttingState | null => cutting[from][action] ?? null

/** 钥匙托管 (11.R1–R4): sealed, opened by somebody who may, sealed again, or given back. */
export const custodyStates = ['sealed', 'unsealed', 'ended', 'void'] as const
export type CustodyState = (typeof custodyStates)[number]
export const custodyActions = ['unseal', 'reseal', 'end', 'void'] as const
export type CustodyAction = (typeof custodyActions)[number]

const custody: Record<CustodyState, Partial<Record<CustodyAction, CustodyState>>> = {
  sealed: { unseal: 'unsealed', end: 'ended', void: 'void' },
  unsealed: { reseal: 'sealed', end: 'ended' },
  ended: {}, void: {},
}

export const nextCustodyState = (from: CustodyState, action: CustodyAction): CustodyState | null => custody[from][action] ?? null

/** 11.C4: keys held plus keys on loan equals keys owned. */
export const keysAgree = (sums: { here: number; out: number; owned: number }): boolean => sums.here + sums.out === sums.owned

/** The longest loan, in days: a key that is never due is never late (11.R5). */
export const LOAN_DAYS_MAX = 366

/** Days after which a board is counted again (11.R9). */
export const STOCKTAKE_DAYS = 31

/** The largest deposit of one loan: ten thousand yuan; what is above it is a slip of the hand. */
export const KEY_DEPOSIT_MAX = 1_000_000
