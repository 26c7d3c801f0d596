import type { PrinterConfig, PrinterRole, SystemConfig } from '@shared/slip/printer-config'
import type { ReceiptPrinter } from './printer'
import type { Patience } from './escpos/deliver'
import type { Rasterise } from './escpos/encode'
import { parsePrinterAddress } from '@shared/slip/printer-address'
import { PATIENCE } from './escpos/deliver'
import { EscposPrinter } from './escpos/escpos-printer'
import { PreviewPrinter } from './preview-printer'
import { transportFor } from './transport/transport'

/** What a printer may need of the program around it. */
export interface PrinterSurroundings {
  /** Opens the system's printers; they need Electron, which plain Node hasn't. */
  system?: (role: PrinterRole, config: SystemConfig) => ReceiptPrinter
  /** Draws slips as pictures, for printers set to `raster`. */
  rasterise?: Rasterise
  /** A slip could not be set or encoded. */
  onDefect?: (error: unknown) => void
  patience?: Patience
}

/**
 * The printer of a role. Opens nothing yet: a printer that is off is found out when it is asked.
 * Throws where the address is wrong or a system printer has no surroundings to print in.
 */
export function openPrinter(role: PrinterRole, config: PrinterConfig, surroundings: PrinterSurroundings = {}): ReceiptPrinter {
  if (config.kind === 'system') {
    if (!surroundings.system) throw new Error('a system printer needs Electron')
    return surroundings.system(role, config)
  }
  const address = parsePrinterAddress(config.address)
  if (address === null) throw new Error(`not a printer's address: ${config.address}`)
  if (address.kind === 'preview') return new PreviewPrinter(role, config)
  return new EscposPrinter(role, config, {
    transport: transportFor(address),
    patience: surroundings.patience ?? PATIENCE,
    rasterise: surroundings.rasterise,
    onDefect: surroundings.onDefect,
  })
}
