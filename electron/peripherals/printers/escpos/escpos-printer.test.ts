import type { EscposConfig } from '@shared/slip/printer-config'
import type { Patience } from './deliver'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { VirtualPrinter } from '../../../../e2e/fixtures/virtual-printer'
import { receiptSlip, unsavedSlip, visitorSlip } from '@shared/slip/__fixtures__/slips'
import { printerConfig } from '@shared/slip/printer-config'
import { openPrinter } from '../open-printer'

const HURRIED: Patience = { lineMs: 500, answerMs: 200, confirmMs: 1000 }

let device: VirtualPrinter
beforeEach(async () => { device = await VirtualPrinter.listen() })
afterEach(() => device.close())

function printer(change: Partial<EscposConfig> = {}, patience = HURRIED) {
  const config = printerConfig.parse({ kind: 'escpos', address: device.address, ...change })
  return openPrinter('receipt', config, { patience })
}

test('a visitor slip comes out whole, with its QR code, cut once, and the printer says so', async () => {
  expect(await printer().print(visitorSlip)).toEqual({ kind: 'printed', confirmed: true })
  expect(device.errors).toEqual([])
  expect(device.slips).toHaveLength(1)
  const slip = device.slips[0]!
  expect(slip.text).toContain('单　　位  恒越信息技术（上海）有限公司')
  expect(slip.text[0]).toBe('访　客　单')
  expect(slip.lines.find((line) => line.text.startsWith('1808室'))).toMatchObject({ size: 2, align: 'center' })
  expect(slip.qr).toEqual(['QT1:V:DJ26-004218:7F3A'])
  expect(slip.rasters.map((raster) => [raster.width, raster.height])).toEqual([[576, 4], [576, 2], [576, 2], [576, 2], [576, 2]])
  expect(slip.drawerKicks).toBe(0)
})

test('slips follow one another in Chinese, and only a receipt opens the drawer', async () => {
  const one = printer()
  await one.print(visitorSlip)
  await one.print(receiptSlip)
  expect(device.errors).toEqual([])
  expect(device.slips.map((slip) => [slip.text[0], slip.drawerKicks, slip.cuts])).toEqual([['访　客　单', 0, 1], ['收　　据', 1, 1]])
})

test('status and print asked at once take turns on one connection at a time', async () => {
  const one = printer()
  const answers = await Promise.all([one.status(), one.print(visitorSlip), one.status(), one.print(visitorSlip)])
  expect(answers.map((answer) => ('kind' in answer ? answer.kind : answer.state))).toEqual(['ok', 'printed', 'ok', 'printed'])
  expect(device.connections).toBe(4)
})

test.each([
  ['paper-out', () => device.paperOut()],
  ['cover-open', () => device.coverOpen()],
  ['offline', () => device.offline()],
  ['no-answer', () => device.silent()],
  ['no-answer', () => device.neverRead()],
  ['unreachable', () => device.powerOff()],
] as const)('nothing is sent when the printer is not well: %s', async (reason, trouble) => {
  await trouble()
  const one = printer()
  expect(await one.status()).toEqual({ state: reason })
  expect(await one.print(visitorSlip)).toEqual({ kind: 'failed', reason, bytesSent: 0 })
  expect(device.slips).toHaveLength(0)
  expect(device.current.lines).toHaveLength(0)
})

test('a printer near the end of its paper still prints, and says so', async () => {
  device.paperNearEnd()
  const one = printer()
  expect(await one.status()).toEqual({ state: 'near-end' })
  expect(await one.print(visitorSlip)).toEqual({ kind: 'printed', confirmed: true })
})

test('paper that runs out midway leaves it unknown, with the cause, and the half slip in the printer', async () => {
  device.paperOut(5)
  expect(await printer().print(visitorSlip)).toEqual({ kind: 'unknown', reason: 'paper-out' })
  expect(device.slips).toHaveLength(0)
  expect(device.current.text).toHaveLength(5)
})

test('a connection reset midway is unknown, never failed', async () => {
  device.resetAfter(9 + 100)
  expect(await printer().print(visitorSlip)).toEqual({ kind: 'unknown', reason: 'connection-lost' })
})

test('a printer that falls silent after the slip was sent is unknown', async () => {
  const one = printer()
  const printed = one.print(visitorSlip)
  device.onJob(() => device.silent())
  expect(await printed).toEqual({ kind: 'unknown', reason: 'no-confirmation' })
  expect(device.slips).toHaveLength(1)
})

test('a printer that stops reading midway is unknown', async () => {
  const printed = printer().print(visitorSlip)
  device.onJob(() => device.neverRead())
  expect(await printed).toEqual({ kind: 'unknown', reason: 'no-confirmation' })
})

test('a printer that never answers prints when it is set up so, and its state is not known', async () => {
  device.silent()
  const one = printer({ confirm: false })
  expect(await one.status()).toEqual({ state: 'unknown' })
  expect(await one.print(visitorSlip)).toEqual({ kind: 'printed', confirmed: false })
  expect((await device.waitForSlips(1))[0]!.text[0]).toBe('访　客　单')
})

test('without confirmation too, a printer that takes the bytes and never closes the line is unknown', async () => {
  device.neverRead()
  expect(await printer({ confirm: false }).print(visitorSlip)).toEqual({ kind: 'unknown', reason: 'no-confirmation' })
})

test('a printer that sends its status unasked is not taken to have confirmed', async () => {
  device.automaticStatus()
  const one = printer()
  expect(await one.print(visitorSlip)).toEqual({ kind: 'printed', confirmed: true })
  device.onJob(() => device.silent())
  expect((await one.print(visitorSlip)).kind).toBe('unknown')
})

test('a slip with something pending is refused before a connection is made', async () => {
  expect(await printer().print(unsavedSlip)).toEqual({ kind: 'failed', reason: 'document', bytesSent: 0 })
  expect(device.connections).toBe(0)
})

test('a device that is missing is not created, and a plain file is not written to', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'slip-'))
  const missing = join(dir, 'lp0')
  expect(await printer({ address: `file:${missing}` }).print(visitorSlip)).toEqual({ kind: 'failed', reason: 'unreachable', bytesSent: 0 })
  expect(existsSync(missing)).toBe(false)
  await writeFile(missing, '')
  expect(await printer({ address: `file:${missing}` }).status()).toEqual({ state: 'unreachable' })
})

test('58 mm paper takes 32 columns', async () => {
  const narrow = await VirtualPrinter.listen({ dots: 384 })
  try {
    expect(await printer({ address: narrow.address, paper: 58 }).print(receiptSlip)).toEqual({ kind: 'printed', confirmed: true })
    expect(narrow.errors).toEqual([])
  } finally {
    await narrow.close()
  }
})
