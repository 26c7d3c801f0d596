import type { SlipDocument } from '@shared/slip/document'
import type { EscposConfig, PrinterRole } from '@shared/slip/printer-config'
import type { PrintOutcome } from '@shared/slip/printer-status'
import type { PrinterStatus, ReceiptPrinter } from './printer'
import { hasPending } from '@shared/slip/document'

/** How many slips a preview keeps, newest last. */
const KEPT = 20

/** Prints to a window instead of paper: keeps the slips and says when one comes. */
export class PreviewPrinter implements ReceiptPrinter {
  private readonly kept: SlipDocument[] = []

  constructor(
    readonly role: PrinterRole,
    readonly config: EscposConfig,
    private readonly onPrinted: (role: PrinterRole, document: SlipDocument) => void = () => {},
  ) {}

  /** The slips printed so far, newest last. */
  get slips(): readonly SlipDocument[] {
    return this.kept
  }

  async status(): Promise<PrinterStatus> {
    return { state: 'ok' }
  }

  async print(document: SlipDocument): Promise<PrintOutcome> {
    if (hasPending(document)) return { kind: 'failed', reason: 'document', bytesSent: 0 }
    this.kept.push(document)
    if (this.kept.length > KEPT) this.kept.shift()
    this.onPrinted(this.role, document)
    return { kind: 'printed', confirmed: true }
  }
}
