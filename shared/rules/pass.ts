/** 证件 (chapter 12): the four kinds. */
export const passKinds = ['identity', 'construction', 'temporary', 'contractor'] as const
export type PassKind = (typeof passKinds)[number]

/** The registers a kind may stand in, and what its card may say besides what every pass says (12.F1–F3, 12.F5). */
export const kindForms = ['identity', 'construction', 'procedure'] as const
export const cardFields = ['company', 'room', 'trade'] as const

/** Where a pass stands. `ready`: paid for and made, waits for its holder; `renewed`: taken back for the one that follows it. */
export const passStates = ['ready', 'issued', 'lost', 'returned', 'renewed', 'void'] as const
export type PassState = (typeof passStates)[number]

/** `reinstate`: the pass that took its place was void before it was handed out. */
export const passActions = ['hand-out', 'renew', 'reinstate', 'lose', 'return', 'void'] as const
export type PassAction = (typeof passActions)[number]

const transitions: Record<PassState, Partial<Record<PassAction, PassState>>> = {
  // What was paid for by mistake is void with its receipt; once handed out it has to come back.
  // One nobody fetches is given up: its deposit goes back, whatever became of the others on its receipt.
  ready: { 'hand-out': 'issued', return: 'returned', void: 'void' },
  issued: { renew: 'renewed', lose: 'lost', return: 'returned' },
  // 12.R10: a lost pass is void for good; its deposit was forfeited, so that nothing can be refunded for it.
  lost: {}, returned: {}, renewed: { reinstate: 'issued' }, void: {},
}

/** The state after `action`; null where the pass's state does not allow it. */
export const nextPassState = (from: PassState, action: PassAction): PassState | null => transitions[from][action] ?? null

/** In somebody's hands, or made for them: what deposits are held for. */
export const openPassStates: readonly PassState[] = ['ready', 'issued']

/** What a guard is told who scans a pass. */
export const passVerdicts = ['valid', 'not-yet', 'expired', 'lost', 'void', 'not-issued'] as const
export type PassVerdict = (typeof passVerdicts)[number]

/** @param today YYYY-MM-DD; both ends of the term are days it is valid on */
export function passVerdict(pass: { state: PassState; validFrom: string; validUntil: string }, today: string): PassVerdict {
  if (pass.state === 'lost') return 'lost'
  if (pass.state === 'ready') return 'not-issued'
  if (pass.state !== 'issued') return 'void'
  if (today < pass.validFrom) return 'not-yet'
  return today > pass.validUntil ? 'expired' : 'valid'
}

/** The papers a kind may ask for (12.R1–R4). A paper is seen, or seen with its seal, or kept as a scan. */
export const paperKeys = ['name-list', 'id-copy', 'photo', 'licence-copy', 'introduction-letter', 'fit-out-permit', 'special-certificate'] as const
export type PaperKey = (typeof paperKeys)[number]
export const paperChecks = ['seen', 'sealed', 'stored'] as const
export type PaperCheck = (typeof paperChecks)[number]

/** A sealed paper has been seen, too; a stored one has been seen, but nobody said that it bears a seal. */
export const satisfies = (given: readonly PaperCheck[], needed: PaperCheck): boolean => given.includes(needed) || (needed === 'seen' && given.length > 0)

/** Papers whose being kept is shown by a scan (12.C3): not the copy of an ID card, which is kept on paper only (P2), nor what the form itself tells. */
export const scannedPapers: readonly PaperKey[] = ['name-list', 'licence-copy', 'introduction-letter', 'special-certificate']

/** Whether a paper is said to be kept, and nothing shows it. */
export const lacksScan = (paper: { key: PaperKey; checks: readonly PaperCheck[]; scanIds: readonly number[]; keptFrom?: string | undefined }): boolean =>
  paper.checks.includes('stored') && paper.scanIds.length === 0 && paper.keptFrom === undefined && scannedPapers.includes(paper.key)

/** The dearest deposit and fee of one pass: ten thousand yuan; what is above it is a slip of the hand. */
export const PASS_AMOUNT_MAX = 1_000_000

/** 12.R9: contractors extend by this many working days ahead. */
export const EXTENSION_WORKING_DAYS = 2
export const extendsAhead = (kind: PassKind): boolean => kind === 'construction' || kind === 'contractor'

/** Age of full years on a day; both YYYY-MM-DD. */
export function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}
