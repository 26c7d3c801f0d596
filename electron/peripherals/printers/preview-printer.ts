import type { SlipDocument } from '@shared/slip/document'
import type { EscposConfig, PrinterRole } from '@shared/slip/printer-config'
import type { PrintOutcome } from '@shared/slip/printer-status'
import type { PrinterStatus, ReceiptPrinter } from './printer'
import { hasPending } from '@shared/slip/document'

/** Prints to a window instead of paper: the spool's `job` event says that a slip is printed, the store has it. */
export class PreviewPrinter implements ReceiptPrinter {
  constructor(readonly role: PrinterRole, readonly config: EscposConfig) {}

  async status(): Promise<PrinterStatus> {
    return { state: 'ok' }
  }

  async print(document: SlipDocument): Promise<PrintOutcome> {
    if (hasPending(document)) return { kind: 'failed', reason: 'document', bytesSent: 0 }
    return { kind: 'printed', confirmed: true }
  }
}
