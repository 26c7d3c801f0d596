import type { PrinterRole } from '@shared/slip/printer-config'
import type { PrintJobReason, PrintJobState } from '@shared/slip/printer-status'
import type { PrintJobId } from './job-store'
import type { PrinterStatus } from './printer'

/** What the spool tells: a job changed, a printer's state changed. */
export interface SpoolEvents {
  job: [{ id: PrintJobId; role: PrinterRole; state: PrintJobState; reason: PrintJobReason | null }]
  status: [{ role: PrinterRole; status: PrinterStatus }]
}
