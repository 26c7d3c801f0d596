import type { SlipDocument } from '@shared/slip/document'
import type { PrintJobReason, PrintJobState } from '@shared/slip/printer-status'
import type { JobStore, PrintJob, PrintJobId } from './job-store'
import type { ReceiptPrinter } from './printer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { VirtualPrinter } from '../../../e2e/fixtures/virtual-printer'
import { noticeSlip, receiptSlip, unsavedSlip, visitorSlip } from '@shared/slip/__fixtures__/slips'
import { printerConfig } from '@shared/slip/printer-config'
import { openPrinter } from './open-printer'
import { Spool } from './spool'

type Row = PrintJob & { state: PrintJobState; reason: PrintJobReason | null }

/** The port over an array: what the store does with rows. */
class ArrayStore implements JobStore {
  readonly rows: Row[] = []

  add(role: string, document: SlipDocument, state: PrintJobState = 'waiting'): PrintJobId {
    return this.rows.push({ id: this.rows.length, role, document, state, reason: null }) - 1
  }

  async claimNext(role: string): Promise<PrintJob | null> {
    const row = this.rows.find((each) => each.role === role && each.state === 'waiting')
    if (!row) return null
    row.state = 'printing'
    row.reason = null
    return row
  }

  async mark(id: PrintJobId, state: PrintJobState, reason: PrintJobReason | null): Promise<void> {
    Object.assign(this.rows[id as number]!, { state, reason })
  }

  async markInterrupted(): Promise<PrintJobId[]> {
    const rows = this.rows.filter((row) => row.state === 'printing')
    for (const row of rows) Object.assign(row, { state: 'unknown', reason: 'interrupted' })
    return rows.map((row) => row.id)
  }

  async countWaiting(): Promise<Record<string, number>> {
    return Object.fromEntries(this.rows.filter((row) => row.state === 'waiting').map((row) => [row.role, 1]))
  }

  states(): (string | null)[][] {
    return this.rows.map((row) => (row.reason === null ? [row.state] : [row.state, row.reason]))
  }
}

let device: VirtualPrinter
let store: ArrayStore
let spool: Spool
let defects: unknown[]

beforeEach(async () => {
  device = await VirtualPrinter.listen()
  store = new ArrayStore()
  defects = []
  spool = new Spool(store, { pollMs: 30, onDefect: (error) => defects.push(error) })
})

afterEach(async () => {
  await spool.stop()
  await device.close()
  expect(defects).toEqual([])
})

function printer(address = device.address, role = 'receipt'): ReceiptPrinter {
  const config = printerConfig.parse({ kind: 'escpos', address })
  return openPrinter(role, config, { patience: { lineMs: 500, answerMs: 200, confirmMs: 800 } })
}

/** Resolves when the store looks as told; the test's own time limit ends the waiting. */
async function until(states: (string | null)[][]): Promise<void> {
  while (JSON.stringify(store.states()) !== JSON.stringify(states)) await new Promise((next) => setTimeout(next, 5))
}

test('jobs are printed in their order, each once, and each change is told', async () => {
  const told: string[] = []
  spool.on('job', ({ id, state }) => told.push(`${id} ${state}`))
  store.add('receipt', visitorSlip)
  await spool.start([printer()])
  store.add('receipt', receiptSlip)
  store.add('receipt', noticeSlip)
  spool.nudge('receipt')
  await until([['printed'], ['printed'], ['printed']])
  expect(device.slips.map((slip) => slip.text[0])).toEqual(['访　客　单', '收　　据', '告　知　单'])
  expect(told).toEqual(['0 printing', '0 printed', '1 printing', '1 printed', '2 printing', '2 printed'])
  expect(device.errors).toEqual([])
})

test('a job waits for paper and goes on by itself when it is in', async () => {
  device.paperOut()
  store.add('receipt', visitorSlip)
  store.add('receipt', receiptSlip)
  const seen: string[] = []
  spool.on('status', ({ status }) => seen.push(status.state))
  await spool.start([printer()])
  await until([['waiting', 'paper-out'], ['waiting']])
  device.loadPaper()
  await until([['printed'], ['printed']])
  expect(device.slips).toHaveLength(2)
  expect(seen).toEqual(['paper-out', 'ok'])
})

test('a printer that is off is found when it is on again', async () => {
  await device.powerOff()
  store.add('receipt', visitorSlip)
  await spool.start([printer()])
  await until([['waiting', 'unreachable']])
  expect(spool.states()).toEqual({ receipt: 'unreachable' })
  await device.powerOn()
  await until([['printed']])
})

test('nothing is sent again by itself once bytes went out; the next job follows when the paper is in', async () => {
  device.paperOut(3)
  store.add('receipt', visitorSlip)
  store.add('receipt', receiptSlip)
  await spool.start([printer()])
  await until([['unknown', 'paper-out'], ['waiting', 'paper-out']])
  device.loadPaper()
  await until([['unknown', 'paper-out'], ['printed']])
  spool.nudge()
  await spool.stop()
  // The printer went on with what it had, and it was given no second copy.
  expect(device.slips.map((slip) => slip.text[0])).toEqual(['访　客　单', '收　　据'])
})

test('a job that was printing when the program ended is unknown, and is not printed again', async () => {
  store.add('receipt', visitorSlip, 'printing')
  store.add('receipt', receiptSlip)
  await spool.start([printer()])
  await until([['unknown', 'interrupted'], ['printed']])
  expect(device.slips).toHaveLength(1)
})

test('a slip that can not be printed fails with its reason and holds up nobody', async () => {
  store.add('receipt', unsavedSlip)
  store.add('receipt', visitorSlip)
  await spool.start([printer()])
  await until([['failed', 'document'], ['printed']])
})

test('jobs survive a printer being changed meanwhile: they go to the new one', async () => {
  await device.powerOff()
  store.add('receipt', visitorSlip)
  await spool.start([printer()])
  await until([['waiting', 'unreachable']])
  const other = await VirtualPrinter.listen()
  try {
    await spool.setPrinters([printer(other.address)])
    await until([['printed']])
    expect(other.slips).toHaveLength(1)
  } finally {
    await other.close()
  }
})

test('one printer in trouble does not hold up another, and a role without a printer waits', async () => {
  device.coverOpen()
  const other = await VirtualPrinter.listen()
  try {
    store.add('receipt', visitorSlip)
    store.add('engineering', noticeSlip)
    store.add('security', noticeSlip)
    await spool.start([printer(), printer(other.address, 'engineering')])
    await until([['waiting', 'cover-open'], ['printed'], ['waiting']])
  } finally {
    await other.close()
  }
})

test('a preview printer takes every slip at once, and refuses what is pending as paper would', async () => {
  const config = printerConfig.parse({ kind: 'escpos', address: 'preview' })
  store.add('receipt', visitorSlip)
  store.add('receipt', unsavedSlip)
  await spool.start([openPrinter('receipt', config)])
  await until([['printed'], ['failed', 'document']])
})

test('a printer that keeps one job waiting for its answer does not delay the others', async () => {
  const other = await VirtualPrinter.listen()
  try {
    other.paperOut()
    device.onJob(() => device.silent())
    store.add('receipt', visitorSlip)
    store.add('engineering', noticeSlip)
    const slow = openPrinter('receipt', printerConfig.parse({ kind: 'escpos', address: device.address }), { patience: { lineMs: 500, answerMs: 200, confirmMs: 60_000 } })
    await spool.start([slow, printer(other.address, 'engineering')])
    await until([['printing'], ['waiting', 'paper-out']])
    other.loadPaper()
    await until([['printing'], ['printed']])
    await device.powerOff()
    await until([['unknown', 'connection-lost'], ['printed']])
  } finally {
    await other.close()
  }
})

test('a driver that breaks down leaves its job to a person, and the next one is printed', async () => {
  const real = printer()
  let first = true
  store.add('receipt', visitorSlip)
  store.add('receipt', receiptSlip)
  await spool.start([{
    role: 'receipt', config: real.config, status: () => real.status(),
    print: async (document) => {
      if (!first) return real.print(document)
      first = false
      throw new Error('the window was destroyed')
    },
  }])
  await until([['unknown', 'error'], ['printed']])
  expect(device.slips).toHaveLength(1)
  expect(defects.splice(0)).toMatchObject([{ message: 'the window was destroyed' }])
})
