import type { Duplex } from 'node:stream'
import type { PrinterAddress } from '@shared/slip/printer-address'
import { openDevice } from './device'
import { openSerial } from './serial'
import { openTcp } from './tcp'

/** An open line to a printer. */
export interface Line {
  stream: Duplex
  /** Ends the line after everything written has gone out. True when it closed in order; never rejects. */
  finish: () => Promise<boolean>
}

/** Opens a line, or rejects with what the system said. */
export interface Transport {
  open: (timeoutMs: number) => Promise<Line>
}

/** The transport of an address; `preview` has none. */
export function transportFor(address: Exclude<PrinterAddress, { kind: 'preview' }>): Transport {
  switch (address.kind) {
    case 'tcp': return { open: (timeoutMs) => openTcp(address, timeoutMs) }
    case 'file': return { open: () => openDevice(address.path) }
    case 'serial': return { open: () => openSerial(address) }
  }
}
