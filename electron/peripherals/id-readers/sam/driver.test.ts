import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { foreignCard2017, foreignCard2023, hmtCard, residentCard } from '../../../../e2e/fixtures/id-cards'
import { VirtualReader } from '../../../../e2e/fixtures/virtual-reader'
import type { IdCard, ReaderState } from '../../../../shared/contract/id-card'
import { type ByteChannel, ChannelError } from '../byte-channel'
import { createReader } from '../create-reader'
import type { IdReader } from '../id-reader'
import { noCard } from './commands'
import { SamReader } from './driver'
import { encodeFrame } from './frame'

const number = '11010519491231002X'
let directory: string
let device: VirtualReader
let reader: IdReader
let cards: IdCard[]
let states: string[]

const said = (state: ReaderState) => (state.status === 'error' ? `${state.code}${state.lift ? ', lift' : ''}` : state.status)
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 })
const isState = (state: string) => until(() => expect(said(reader.state)).toBe(state))
/** Waits until the device was asked `count` times more whether a card is there. */
const polls = async (count: number) => {
  const asked = () => device.requests.filter(({ command }) => command === 'find').length
  const before = asked()
  await until(() => expect(asked()).toBeGreaterThanOrEqual(before + count))
}

function attach(): void {
  reader = createReader({ kind: 'sam', path: device.path, baudRate: 115200 }, () => new Date(2026, 2, 10).getTime())
  cards = []
  states = []
  reader.on('card', (card) => cards.push(card))
  reader.on('state', (state) => states.push(said(state)))
  reader.start()
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'reader-'))
  device = await VirtualReader.start(join(directory, 'tty'))
  attach()
  await isState('connected')
})

afterEach(async () => {
  await reader.stop()
  await device.stop()
  rmSync(directory, { recursive: true })
})

test('16.R4 a card put on the reader is read once, until it is lifted and put back', async () => {
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
  expect(cards[0]).toMatchObject({ kind: 'resident', name: '周明远', number })
  await polls(3)
  expect(cards).toHaveLength(1)

  device.liftCard()
  await polls(2)
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(2))
  expect(states).toEqual(['connected', 'reading', 'connected', 'reading', 'connected'])
})

test('16.R4 all four kinds of card are read', async () => {
  for (const card of [residentCard(), hmtCard(), foreignCard2017(), foreignCard2023()]) {
    const before = cards.length
    device.placeCard(card)
    await until(() => expect(cards).toHaveLength(before + 1))
    device.liftCard()
    await polls(2)
  }
  expect(cards.map((card) => card.number)).toEqual([number, '810000199010053117', 'FRA110180010112', '911250198001011235'])
})

test('the reader is asked no faster than every 300 ms, one request at a time', async () => {
  await polls(5)
  const times = device.requests.map(({ at }) => at)
  const gaps = times.slice(1).map((at, index) => at - times[index]!)
  // Measured at the far end of a pipe: one request may be late and the next one not.
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  expect(mean).toBeGreaterThanOrEqual(280)
})

test('16.R4 noise on the line: stray bytes, split and late answers', async () => {
  device.noisy(true)
  for (const card of [residentCard(), hmtCard(), foreignCard2017()]) {
    const before = cards.length
    device.placeCard(card)
    await until(() => expect(cards).toHaveLength(before + 1))
    device.liftCard()
    await polls(3)
  }
  expect(cards.map((card) => card.number)).toEqual([number, '810000199010053117', 'FRA110180010112'])
})

test('an answer garbled on the line is asked for again', async () => {
  device.garble(2)
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
  expect(states.filter((state) => state.startsWith('reader.'))).toEqual([])
})

test.each([
  [0x41, 'reader.read-failed'],
  [0x33, 'reader.authentication'],
  [0x40, 'reader.wrong-card'],
  [0x66, 'reader.unauthorised'],
] as const)('16.R4 after a read error (SW3 %i) the card must be lifted', async (sw3, code) => {
  device.failReads(1, sw3)
  device.placeCard(residentCard())
  await isState(`${code}, lift`)
  await polls(3)
  expect(cards).toEqual([])
  expect(said(reader.state)).toBe(`${code}, lift`)

  device.liftCard()
  await isState('connected')
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
})

test('P1 a card whose number fails its check digit is not handed on', async () => {
  device.placeCard(residentCard({ number: '110105194912310021' }))
  await isState('reader.bad-number, lift')
  expect(cards).toEqual([])
})

test('the reader unplugged and plugged back is found again by itself', async () => {
  await device.unplug()
  await isState('disconnected')
  await device.replug()
  await isState('connected')
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
})

test('16.R4 unplugged in the middle of reading, the card is read once the reader is back', async () => {
  device.unplugMidway()
  device.placeCard(residentCard())
  await isState('disconnected')
  expect(cards).toEqual([])
  await device.replug()
  await until(() => expect(cards).toHaveLength(1))
})

test('a card that was read is not read again because the reader was unplugged meanwhile', async () => {
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
  await device.unplug()
  await isState('disconnected')
  await device.replug()
  await isState('connected')
  await polls(3)
  expect(cards).toHaveLength(1)
})

test('a reader that gives no answer is said to be in trouble, and recovers by itself', async () => {
  device.mute(true)
  await isState('reader.no-answer')
  device.mute(false)
  await isState('connected')
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
})

test.each([false, true])('a card is read again when asked (a reader that finds it but once: %s)', async (once) => {
  device.findOnce(once)
  device.placeCard(residentCard())
  await until(() => expect(cards).toHaveLength(1))
  await polls(2)
  reader.reread()
  await until(() => expect(cards).toHaveLength(2))
  await polls(2)
  expect(cards).toHaveLength(2)
})

test('to read again without a card says so, and nothing is read', async () => {
  reader.reread()
  await until(() => expect(states).toContain('reader.no-card'))
  await isState('connected')
  expect(cards).toEqual([])
})

test('nothing comes after the reader is stopped, and the line is free for another', async () => {
  await reader.stop()
  const asked = device.requests.length
  device.placeCard(residentCard())
  attach()
  await until(() => expect(cards).toHaveLength(1))
  expect(device.requests.length).toBeGreaterThan(asked)
})

test('a line that another program holds is said to be so, and taken once it is free', async () => {
  const holder = reader
  attach()
  await isState('reader.open-denied')
  await holder.stop()
  await isState('connected')
})

test('a reader that is not there at the start is waited for', async () => {
  await reader.stop()
  await device.unplug()
  attach()
  reader.reread()
  expect(said(reader.state)).toBe('disconnected')
  await device.replug()
  await isState('connected')
})

/** A line that answers "no card"; it is there or not as the test says, on the clock that the test moves. */
function pluggableLine() {
  let listener: ((chunk: Buffer) => void) | undefined
  let gone: (() => void) | undefined
  let plugged = true
  let whenRefused: (() => void) | undefined
  const line: ByteChannel = {
    write: async () => { setTimeout(() => listener?.(encodeFrame([0x00, 0x00, noCard])), 20) },
    flush: async () => {},
    onData: (take) => { listener = take },
    onClose: (told) => { gone = told },
    close: async () => {},
  }
  return {
    async open(): Promise<ByteChannel> {
      if (plugged) return line
      whenRefused?.()
      throw new ChannelError('missing', null)
    },
    unplug() {
      plugged = false
      whenRefused = undefined
      gone?.()
    },
    /** Plugs it back at once, or in the worst moment: right after it was looked for. */
    replug(when: 'now' | 'just missed') {
      if (when === 'now') plugged = true
      else whenRefused = () => { plugged = true }
    },
    get plugged() { return plugged },
  }
}

test.each(['now', 'just missed'] as const)('16.R4 a reader plugged back (%s) is there again within three seconds', async (when) => {
  vi.useFakeTimers()
  const line = pluggableLine()
  const plugged = new SamReader({ open: () => line.open(), baudRate: 115200, now: () => Date.now() })
  try {
    plugged.start()
    await vi.advanceTimersByTimeAsync(1000)
    expect(said(plugged.state)).toBe('connected')
    for (let times = 0; times < 3; times++) {
      line.unplug()
      await vi.advanceTimersByTimeAsync(400)
      expect(said(plugged.state)).toBe('disconnected')
      line.replug(when)
      while (!line.plugged) await vi.advanceTimersByTimeAsync(100)
      await vi.advanceTimersByTimeAsync(2900)
      expect(said(plugged.state), 'the promise of the strip').toBe('connected')
    }
  }
  finally {
    const stopped = plugged.stop()
    await vi.advanceTimersByTimeAsync(5000)
    await stopped
    vi.useRealTimers()
  }
})
