import { z } from 'zod'

/**
 * Every error a user can cause. The page words it from `errors.<code>` in the locale, with `params` filled in; the
 * wording says what happened, what is safe and what to do (ui.md, "Wording").
 */
export const userErrorCodes = [
  // session and permission
  'not-signed-in', 'session-locked', 'not-permitted', 'wrong-pin', 'sign-in-paused', 'unknown-staff', 'weak-pin',
  // input
  'invalid-input', 'invalid-document-number', 'invalid-phone', 'end-before-start', 'in-the-past', 'too-long',
  'reason-required', 'name-required', 'caller-required', 'host-required',
  // records
  'not-found', 'stale', 'already-void', 'wrong-state', 'card-in-use', 'unknown-card', 'already-left', 'not-inside',
  'denied-visitor', 'duplicate-staff-no', 'duplicate-name', 'last-administrator', 'reprint-not-allowed',
  // repairs, paid services, complaints
  'order-taken', 'work-done', 'work-begun', 'step-skipped', 'signature-missing', 'agreement-missing', 'quote-missing', 'quote-open', 'too-early-to-file', 'due-before-now',
  'invalid-quantity', 'invalid-price', 'price-overlap', 'price-not-valid', 'price-used', 'no-lines', 'signed-on-order', 'already-paid', 'not-payable', 'tenant-required', 'paid-cannot-void',
  'tendered-too-little', 'tendered-not-cash', 'receipt-void', 'void-short', 'drawer-difference', 'drawer-changed', 'float-too-large', 'float-counted', 'cash-in-drawer', 'month-not-over', 'month-checked', 'month-too-late', 'same-person', 'nothing-to-check',
  // passes, deposits, exit permits, keys, signs
  'approval-needed', 'papers-missing', 'photo-missing', 'fit-out-permit-missing', 'under-age', 'denied-holder', 'pass-in-force', 'pass-lost', 'pass-expired', 'not-the-holder', 'birth-needed', 'scan-missing', 'permit-in-use', 'pass-issued', 'pass-not-yet-due', 'term-too-long', 'extension-too-late', 'document-required', 'duplicate-holder', 'amount-too-large',
  'deposit-settled', 'deposit-open', 'receipt-mismatch', 'refund-final', 'drawer-short', 'drawer-uncounted', 'day-closed',
  'authority-missing', 'signature-differs', 'goods-beyond-authority', 'number-ambiguous', 'arrears', 'permit-expired', 'permit-not-yet', 'permit-released', 'permit-replaced', 'permit-other-exit', 'finance-hold', 'goods-differ', 'no-goods', 'too-early-for-moving', 'unknown-exit',
  'key-out', 'key-sealed', 'key-lent', 'key-not-here', 'hook-taken', 'hook-not-empty', 'count-moved', 'due-too-far', 'pass-of-another', 'requester-approves', 'seal-photo-missing', 'not-lost', 'not-authorised', 'signer-differs', 'same-approver', 'difference-unexplained', 'seal-number-taken', 'pass-not-valid',
  'sign-fee-missing', 'calendar-year-missing', 'duplicate-day',
  // set-up, import, attachments
  'already-set-up', 'import-unreadable', 'import-no-rows', 'import-too-large', 'import-columns-missing', 'import-expired',
  'not-an-image', 'image-too-large', 'file-not-written', 'export-too-large',
  // store and station
  'disk-full', 'store-read-only', 'store-unavailable', 'unknown-printer', 'page-not-printed', 'recovery-key-wrong',
  'handover-open', 'handover-self', 'handover-unseen', 'already-acknowledged',
] as const

export const userErrorCode = z.enum(userErrorCodes)
export type UserErrorCode = z.infer<typeof userErrorCode>

export const userErrorData = z.object({
  code: userErrorCode,
  /** The form field the sentence belongs under, if one. */
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type UserErrorData = z.infer<typeof userErrorData>

/** Thrown by rules and services for what a user can cause and mend; anything else that is thrown is a defect. */
export class UserError extends Error {
  readonly code: UserErrorCode
  readonly params: Record<string, string | number>
  readonly field: string | undefined

  constructor(code: UserErrorCode, params: Record<string, string | number> = {}, field?: string) {
    super(code)
    this.name = 'UserError'
    this.code = code
    this.params = params
    this.field = field
  }
}
