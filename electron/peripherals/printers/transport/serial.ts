import type { Line } from './transport'

/** A printer on a serial port, 8 data bits, no parity, one stop bit. */
export async function openSerial(address: { path: string; baudRate: number }): Promise<Line> {
  // Loaded on first use: it brings a native module, and most printers are on the network.
  const { SerialPort } = await import('serialport')
  const port = new SerialPort({ path: address.path, baudRate: address.baudRate, autoOpen: false })
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())))
  return {
    stream: port,
    finish: async () => {
      if (!port.isOpen) return false
      const drained = await new Promise<boolean>((resolve) => port.drain((error) => resolve(!error)))
      await new Promise<void>((resolve) => port.close(() => resolve()))
      return drained
    },
  }
}
