import { expect, test } from 'vitest'
import { readerConfigSchema } from './reader-config'

test('idReader of station.json: a serial reader with a baud rate of the protocol, or the demo’s', () => {
  expect(readerConfigSchema.parse({ kind: 'sam', path: '/dev/ttyUSB0' })).toEqual({ kind: 'sam', path: '/dev/ttyUSB0', baudRate: 115200 })
  expect(readerConfigSchema.parse({ kind: 'demo' })).toEqual({ kind: 'demo' })
  for (const wrong of [
    { kind: 'sam' },
    { kind: 'sam', path: '' },
    { kind: 'sam', path: 'COM3', baudRate: 115201 },
    { kind: 'sam', path: 'COM3', baudrate: 9600 },
    { kind: 'usb' },
  ]) {
    expect(readerConfigSchema.safeParse(wrong).success).toBe(false)
  }
})
