/** 客户投诉记录 (7.R1–R6). `handled` waits for the client to be asked; `dissatisfied` leads to another round, not another number. */
export const complaintStates = ['received', 'escalated', 'handling', 'repairing', 'handled', 'closed', 'void'] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintActions = ['escalate', 'assign', 'repair', 'resume', 'handle', 'satisfied', 'dissatisfied', 'reopen', 'void'] as const
export type ComplaintAction = (typeof complaintActions)[number]

const transitions: Record<ComplaintState, Partial<Record<ComplaintAction, ComplaintState>>> = {
  received: { escalate: 'escalated', assign: 'handling', repair: 'repairing', handle: 'handled', void: 'void' },
  // Beyond the desk's authority: the supervisor says who handles it, or settles it (7.R4).
  escalated: { assign: 'handling', repair: 'repairing', handle: 'handled', void: 'void' },
  // `resume`: a repair that had ended is under way again; taken by the store only.
  handling: { assign: 'handling', escalate: 'escalated', repair: 'repairing', resume: 'repairing', handle: 'handled', void: 'void' },
  // A repair's end hands the complaint back to be asked about (7.R3, 7.R5); one that comes to nothing, to people.
  repairing: { handle: 'handled', assign: 'handling', escalate: 'escalated', void: 'void' },
  handled: { satisfied: 'closed', dissatisfied: 'handling', escalate: 'escalated', resume: 'repairing' },
  closed: { reopen: 'handling' },
  void: {},
}

/** The state after `action`; null where it is not its turn. */
export const nextComplaintState = (from: ComplaintState, action: ComplaintAction): ComplaintState | null => transitions[from][action] ?? null

/** Somebody beside the desk has it: who is urged (7.R2). */
export const urgedStates: readonly ComplaintState[] = ['escalated', 'handling', 'repairing']

export const complaintKinds = ['repair', 'environment', 'service', 'noise', 'safety', 'parking', 'fees', 'other'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

/** 1: within the desk's authority; 2: beyond it, to the supervisor; 3: serious, to the project manager. */
export const complaintLevels = [1, 2, 3] as const
export type ComplaintLevel = (typeof complaintLevels)[number]

/** From this round on the project manager takes part, and the weekly meeting hears of it (5.R2). */
export const SERIOUS_ROUND = 3
/** So many complaints of one unit or one kind within `REPEAT_DAYS` are a repeated one. */
export const REPEAT_COUNT = 3
export const REPEAT_DAYS = 30
