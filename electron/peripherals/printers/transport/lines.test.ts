import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, existsSync, openSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { VirtualPrinter } from '../../../../e2e/fixtures/virtual-printer'
import { visitorSlip } from '@shared/slip/__fixtures__/slips'
import { printerConfig } from '@shared/slip/printer-config'
import { openPrinter } from '../open-printer'

let path: string
let device: VirtualPrinter
let close: () => Promise<void>

/** A printer behind a real pseudo-terminal, as a serial port or a device file shows it. Needs socat. */
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'printer-')), 'tty')
  const line = spawn('socat', [`PTY,raw,echo=0,link=${path}`, '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
  line.on('error', (error) => { throw new Error('socat is missing: apt-get install -y socat', { cause: error }) })
  device = new VirtualPrinter()
  device.attach(line.stdout, line.stdin)
  while (!existsSync(path)) await sleep(10)
  // socat ends when the last one who has the line open closes it; a device stays.
  let held: number | null = openSync(path, constants.O_RDWR | constants.O_NOCTTY)
  close = async () => {
    if (held === null) return
    closeSync(held)
    held = null
    line.kill()
    await once(line, 'exit')
  }
})

afterEach(() => close())

test.each([['serial', (tty: string) => `serial:${tty}?baudRate=115200`], ['file', (tty: string) => `file:${tty}`]] as const)(
  'a slip goes over a %s line and is confirmed there', async (_kind, address) => {
    const config = printerConfig.parse({ kind: 'escpos', address: address(path) })
    const printer = openPrinter('receipt', config, { patience: { lineMs: 1000, answerMs: 1000, confirmMs: 5000 } })
    expect(await printer.print(visitorSlip)).toEqual({ kind: 'printed', confirmed: true })
    expect(device.errors).toEqual([])
    expect(device.slips.map((slip) => slip.qr)).toEqual([['QT1:V:DJ26-004218:7F3A']])
  },
)

test.each([['serial', (tty: string) => `serial:${tty}`], ['file', (tty: string) => `file:${tty}`]] as const)(
  'a %s line that hears nothing is told apart from one that is missing', async (_kind, address) => {
    const config = printerConfig.parse({ kind: 'escpos', address: address(path) })
    const printer = openPrinter('receipt', config, { patience: { lineMs: 300, answerMs: 200, confirmMs: 500 } })
    device.silent()
    expect(await printer.print(visitorSlip)).toEqual({ kind: 'failed', reason: 'no-answer', bytesSent: 0 })
    await close()
    expect(await printer.print(visitorSlip)).toEqual({ kind: 'failed', reason: 'unreachable', bytesSent: 0 })
  },
)
