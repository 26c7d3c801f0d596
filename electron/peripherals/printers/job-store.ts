import type { SlipDocument } from '@shared/slip/document'
import type { PrinterRole } from '@shared/slip/printer-config'
import type { PrintJobReason, PrintJobState } from '@shared/slip/printer-status'

export type PrintJobId = number | string

export interface PrintJob {
  id: PrintJobId
  role: PrinterRole
  document: SlipDocument
}

/**
 * What the spool needs of the store. A job is a row, written as `waiting` in the transaction that saved its entry;
 * every method is one durable write or one read.
 */
export interface JobStore {
  /** The oldest waiting job of the role, durably marked `printing` before it is returned; null where none waits. */
  claimNext(role: PrinterRole): Promise<PrintJob | null>
  /** Sets a job's state and reason (null clears the reason). */
  mark(id: PrintJobId, state: PrintJobState, reason: PrintJobReason | null): Promise<void>
  /** Marks every job still `printing` as `unknown` / `interrupted`: the program ended on it. Returns their ids. */
  markInterrupted(): Promise<PrintJobId[]>
  /** How many jobs wait, by role; roles without any may be left out. */
  countWaiting(): Promise<Record<PrinterRole, number>>
}
