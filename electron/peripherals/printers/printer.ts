import type { SlipDocument } from '@shared/slip/document'
import type { PrinterConfig, PrinterRole } from '@shared/slip/printer-config'
import type { PrinterState, PrintOutcome } from '@shared/slip/printer-status'

export interface PrinterStatus {
  state: PrinterState
}

/**
 * The port to a printer of slips. Neither method rejects for anything the printer does: that is their answer.
 * Calls on one printer are carried out one after the other.
 */
export interface ReceiptPrinter {
  readonly role: PrinterRole
  readonly config: PrinterConfig
  /** Asks the printer itself. */
  status(): Promise<PrinterStatus>
  /** Prints one slip and cuts once. Never retries. */
  print(document: SlipDocument): Promise<PrintOutcome>
}
