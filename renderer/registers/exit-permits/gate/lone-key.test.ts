import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LoneKeys } from './lone-key'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

/** The keys come `gap` apart; how often the answer under key 1 was given by them. */
function released(text: string, gap: number): number {
  const keys = new LoneKeys(() => Date.now())
  let times = 0
  for (const key of text) {
    keys.press()
    if (key === '1') keys.act(() => { times += 1 })
    vi.advanceTimersByTime(gap)
  }
  vi.advanceTimersByTime(1000)
  return times
}

test.each(['6901234567892\n', '1234567890128\n', 'QT1:CM26-002117:7K2M\n', '11'])('14.R4 what a scanner types releases nothing, however slow it is: %j', (text) => {
  for (const gap of [0, 10, 60, 110, 149]) expect(released(text, gap), `${gap} ms a key`).toBe(0)
})

test('14.R4 a key that a guard presses is the answer, also after others', () => {
  expect(released('1', 0)).toBe(1)
  expect(released('21', 400)).toBe(1)
})

test('14.R4 the keys of a slip that was read don\'t hold up the answer', () => {
  const keys = new LoneKeys(() => Date.now())
  const answer = vi.fn()
  keys.press()
  keys.scanned()
  keys.press()
  keys.act(answer)
  vi.advanceTimersByTime(1000)
  expect(answer).toHaveBeenCalledOnce()
})

test('14.R4 a permit that is gone is not answered for', () => {
  const keys = new LoneKeys(() => Date.now())
  const answer = vi.fn()
  keys.press()
  keys.act(answer)
  keys.forget()
  vi.advanceTimersByTime(1000)
  expect(answer).not.toHaveBeenCalled()
})
