import type { SlipDocument } from '@shared/slip/document'
import type { PrinterRole, SystemConfig } from '@shared/slip/printer-config'
import type { PrintOutcome } from '@shared/slip/printer-status'
import type { PrinterStatus, ReceiptPrinter } from './printer'
import type { WebContents } from 'electron'
import { BrowserWindow } from 'electron'
import { hasPending } from '@shared/slip/document'
import { layoutSlip } from '@shared/slip/layout'
import { withPaperWindow } from './paper-window'

/** A sheet by name, or by its size in millimetres. */
export type PageSize = 'A4' | 'A5' | { width: number; height: number }

/** `no-printer`: the system has none of that name; `refused`: its print service said no. Nothing was printed. */
export type SystemPrintResult = 'printed' | 'no-printer' | 'refused'

const INCH_MM = 25.4
/** The list of printers comes from a service of the system that is slow on some machines. */
const ASK_MS = 10_000

async function findPrinter(contents: WebContents, name: string): Promise<string | null> {
  const printers = await contents.getPrintersAsync()
  const found = name === 'default' ? printers[0] : printers.find((printer) => printer.name === name)
  if (!found) return null
  return name === 'default' ? '' : found.name
}

function sendToPrinter(window: BrowserWindow, deviceName: string, pageSize: PageSize): Promise<boolean> {
  const size = typeof pageSize === 'string' ? pageSize : { width: pageSize.width * 1000, height: pageSize.height * 1000 }
  return new Promise((resolve) => {
    window.webContents.print({ silent: true, printBackground: true, deviceName, pageSize: size }, (success) => resolve(success))
  })
}

/** Prints HTML on a printer of the system (`default`, or its name there). */
export function printHtml(page: { html: string; printerName: string; pageSize: PageSize; fontsFrom: string }): Promise<SystemPrintResult> {
  return withPaperWindow(page.html, page, async (window) => {
    const deviceName = await findPrinter(window.webContents, page.printerName)
    if (deviceName === null) return 'no-printer'
    return await sendToPrinter(window, deviceName, page.pageSize) ? 'printed' : 'refused'
  })
}

/** HTML as a PDF; a size in the page's own `@page` rule goes first. */
export function htmlToPdf(page: { html: string; pageSize: PageSize; fontsFrom: string }): Promise<Buffer> {
  const { pageSize } = page
  const size = typeof pageSize === 'string' ? pageSize : { width: pageSize.width / INCH_MM, height: pageSize.height / INCH_MM }
  return withPaperWindow(page.html, page, (window) =>
    window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize: size }))
}

/** A slip as a PDF of its paper's size, from the same rows as on paper and on screen. */
export async function slipToPdf(slip: { document: SlipDocument; fontsFrom: string }): Promise<Buffer> {
  const { slipPage, slipPaperSize } = await import('./slip-page') // on first use: not needed to start
  const laid = layoutSlip(slip.document)
  return htmlToPdf({ html: slipPage(laid), pageSize: slipPaperSize(laid), fontsFrom: slip.fontsFrom })
}

/** A system printer that is given slips: each comes on a sheet of its own, at true size. */
export class SystemPrinter implements ReceiptPrinter {
  private known: PrinterStatus = { state: 'unknown' }
  private askedAt = -Infinity

  constructor(readonly role: PrinterRole, readonly config: SystemConfig, private readonly fontsFrom: string) {}

  /** The system doesn't say whether there is paper; only whether it has the printer, asked of any window we have. */
  async status(): Promise<PrinterStatus> {
    const [window] = BrowserWindow.getAllWindows()
    if (!window || performance.now() - this.askedAt < ASK_MS) return this.known
    this.askedAt = performance.now()
    this.known = { state: await findPrinter(window.webContents, this.config.name) === null ? 'unreachable' : 'unknown' }
    return this.known
  }

  async print(document: SlipDocument): Promise<PrintOutcome> {
    if (hasPending(document)) return { kind: 'failed', reason: 'document', bytesSent: 0 }
    const { slipPage } = await import('./slip-page')
    const laid = layoutSlip(document)
    const result = await printHtml({ html: slipPage(laid), printerName: this.config.name, pageSize: 'A4', fontsFrom: this.fontsFrom })
    if (result === 'printed') return { kind: 'printed', confirmed: false }
    return { kind: 'failed', reason: result === 'no-printer' ? 'unreachable' : 'system', bytesSent: 0 }
  }
}
