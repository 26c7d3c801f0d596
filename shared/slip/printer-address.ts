/** Where a receipt printer is. */
export type PrinterAddress =
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'file'; path: string }
  | { kind: 'serial'; path: string; baudRate: number }
  | { kind: 'preview' }

const TCP = /^tcp:\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?\/?$/i
const DEVICE = /^file:(\/[^?#]+|\\\\[.?]\\[^?#]+)$/
const SERIAL = /^serial:(\/[^?#]+|COM\d{1,3})(?:\?baudRate=(\d{3,7}))?$/i

/**
 * Reads a printer's address: `tcp://host[:9100]`, `file:/dev/usb/lp0`, `serial:/dev/ttyS0[?baudRate=9600]`
 * (`serial:COM3` on Windows), or `preview`. Anything else is null: a misspelt address must never become a
 * local file that takes every slip and reports success.
 */
export function parsePrinterAddress(address: string): PrinterAddress | null {
  if (address === 'preview') return { kind: 'preview' }
  const tcp = TCP.exec(address)
  if (tcp) {
    const port = tcp[2] === undefined ? 9100 : Number(tcp[2])
    if (port < 1 || port > 65535) return null
    return { kind: 'tcp', host: tcp[1]!.replace(/^\[|\]$/g, ''), port }
  }
  const device = DEVICE.exec(address)
  if (device) return { kind: 'file', path: device[1]! }
  const serial = SERIAL.exec(address)
  if (serial) return { kind: 'serial', path: serial[1]!, baudRate: Number(serial[2] ?? 9600) }
  return null
}
