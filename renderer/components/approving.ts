import type { Approval } from '@shared/contract/base'
import { t } from '../locales'
import type { StepFault } from './entry/use-step-fault'

/** A supervisor's approval while it is given at the desk; never part of a draft. `reason` stands with the record. */
export interface ApprovalDraft { staffNo: string; pin: string; reason: string }

export const noApproval = (): ApprovalDraft => ({ staffNo: '', pin: '', reason: '' })

/** The number and PIN as a procedure takes them; null where the one who is signed in may do it themselves, or nothing is written. */
export const approvalOf = (draft: ApprovalDraft, self: boolean): Approval | null => (self || !draft.staffNo.trim() ? null : { staffNo: draft.staffNo.trim(), pin: draft.pin })

/** What an approval still lacks, as the fault of a form: number, PIN, and the reason where one is asked. */
export function approvalFault(draft: ApprovalDraft, of: { self: boolean; reason?: boolean }): StepFault | null {
  if (!of.self && !draft.staffNo.trim()) return { field: 'staffNo', text: t('errors.approval-needed') }
  if (!of.self && draft.pin.length < 6) return { field: 'pin', text: t('approval.pinMissing') }
  return (of.reason ?? true) && !draft.reason.trim() ? { field: 'approval-reason', text: t('errors.reason-required') } : null
}
