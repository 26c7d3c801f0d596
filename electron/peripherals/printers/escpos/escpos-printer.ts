import type { SlipDocument } from '@shared/slip/document'
import type { EscposConfig, PrinterRole } from '@shared/slip/printer-config'
import type { PrintOutcome, PrinterTrouble } from '@shared/slip/printer-status'
import type { PrinterStatus, ReceiptPrinter } from '../printer'
import type { Line, Transport } from '../transport/transport'
import type { Patience } from './deliver'
import type { Rasterise } from './encode'
import { hasPending } from '@shared/slip/document'
import { layoutSlip } from '@shared/slip/layout'
import { takesSlips } from '@shared/slip/printer-status'
import { Answers } from './answers'
import { deliver } from './deliver'
import { askHealth } from './health'

export interface EscposPrinterOptions {
  transport: Transport
  patience: Patience
  rasterise?: Rasterise | undefined
  /** Told why a slip could not be set or encoded: a defect of ours, not of the printer. */
  onDefect?: ((error: unknown) => void) | undefined
}

/** A receipt printer that speaks ESC/POS over any line. */
export class EscposPrinter implements ReceiptPrinter {
  private busy: Promise<unknown> = Promise.resolve()

  constructor(readonly role: PrinterRole, readonly config: EscposConfig, private readonly options: EscposPrinterOptions) {}

  status(): Promise<PrinterStatus> {
    return this.inTurn(async () => ({ state: await this.withLine(async (line, answers) => {
      const state = this.config.confirm ? await askHealth(answers, this.options.patience.answerMs) : 'unknown'
      await line.finish()
      return state
    }, () => 'unreachable' as const) }))
  }

  async print(document: SlipDocument): Promise<PrintOutcome> {
    const job = await this.encode(document)
    if (job === null) return { kind: 'failed', reason: 'document', bytesSent: 0 }
    return this.inTurn(() => this.withLine((line, answers) => this.send(line, answers, job), () => this.failed('unreachable')))
  }

  private async encode(document: SlipDocument): Promise<Buffer | null> {
    try {
      if (hasPending(document)) throw new Error(`something on 「${document.title}」 is still pending`)
      // Loaded on first use: the composer and its tables are not needed to start.
      const { encodeSlip } = await import('./encode')
      return await encodeSlip(layoutSlip(document, this.config.paper), {
        openDrawer: document.openDrawer === true,
        raster: this.config.raster,
        ...(this.options.rasterise ? { rasterise: this.options.rasterise } : {}),
      })
    } catch (error) {
      this.options.onDefect?.(error)
      return null
    }
  }

  private async send(line: Line, answers: Answers, job: Buffer): Promise<PrintOutcome> {
    const { patience } = this.options
    if (this.config.confirm) {
      const state = await askHealth(answers, patience.answerMs)
      if (!takesSlips(state)) {
        await line.finish()
        return this.failed(state as PrinterTrouble)
      }
    }
    return deliver(line, answers, job, this.config.confirm, patience)
  }

  private failed(reason: PrinterTrouble): PrintOutcome {
    return { kind: 'failed', reason, bytesSent: 0 }
  }

  private async withLine<T>(use: (line: Line, answers: Answers) => Promise<T>, unreachable: () => T): Promise<T> {
    let line: Line
    try {
      line = await this.options.transport.open(this.options.patience.lineMs)
    } catch {
      return unreachable()
    }
    try {
      return await use(line, new Answers(line.stream))
    } finally {
      line.stream.destroy()
    }
  }

  /** Most printers take one connection at a time: a status question must not cut into a job. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.busy.then(task)
    this.busy = turn.catch(() => {})
    return turn
  }
}
