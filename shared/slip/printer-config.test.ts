import { expect, test } from 'vitest'
import { parsePrinterAddress } from './printer-address'
import { printerConfig } from './printer-config'

test('addresses are read, with their usual port and speed', () => {
  expect(parsePrinterAddress('tcp://192.168.1.60')).toEqual({ kind: 'tcp', host: '192.168.1.60', port: 9100 })
  expect(parsePrinterAddress('tcp://printer-a1.lan:9101')).toEqual({ kind: 'tcp', host: 'printer-a1.lan', port: 9101 })
  expect(parsePrinterAddress('tcp://[fe80::1]:9100')).toEqual({ kind: 'tcp', host: 'fe80::1', port: 9100 })
  expect(parsePrinterAddress('file:/dev/usb/lp0')).toEqual({ kind: 'file', path: '/dev/usb/lp0' })
  expect(parsePrinterAddress('serial:/dev/ttyS0?baudRate=38400')).toEqual({ kind: 'serial', path: '/dev/ttyS0', baudRate: 38400 })
  expect(parsePrinterAddress('serial:COM3')).toEqual({ kind: 'serial', path: 'COM3', baudRate: 9600 })
  expect(parsePrinterAddress('preview')).toEqual({ kind: 'preview' })
})

test('a wrong address is refused instead of becoming a file of that name', () => {
  const wrong = ['', '192.168.1.60', '192.168.1.60:9100', 'tcp:/10.0.0.1', 'tcp://', 'tcp://a:0', 'tcp://a:65536', 'tcp://a b',
    'file:lp0', 'file:', 'serial:ttyS0', 'serial:/dev/ttyS0?baud=9600', 'Preview', 'http://10.0.0.1']
  expect(wrong.filter((address) => parsePrinterAddress(address) !== null)).toEqual([])
  expect(printerConfig.safeParse({ kind: 'escpos', address: '192.168.1.60', paper: 80 }).success).toBe(false)
})

test('a printer in station.json needs its kind and address only, and nothing unknown is let through', () => {
  expect(printerConfig.parse({ kind: 'escpos', address: 'preview' }))
    .toEqual({ kind: 'escpos', address: 'preview', paper: 80, confirm: true, raster: 'never' })
  expect(printerConfig.safeParse({ kind: 'escpos', address: 'preview', papre: 58 }).success).toBe(false)
})
