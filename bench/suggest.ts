import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { DEMO_PIN, demoStaff } from '../electron/demo/staff'
import { withApp } from './app'
import { copyOf, dataSet } from './data'
import type { Ready } from './ready'
import { median, type Row } from './row'

const FRAME_MS = 1000 / 60
/** As one types a host: surnames, given names, initials, room numbers. */
const TYPED = ['l', 'w', 'z', 'li', 'zh', 'wang', 'ch', 'lw', 'zm', 'xy', '2', '18', '王', '李', '陈', '张伟', '刘']
const WARM_UP = 3

/**
 * In the page: for each key that reaches the field, the time from the key to the frame after which the suggestions are
 * on the screen; keys that change nothing in the list are left out.
 */
function watchKeys(): void {
  const samples: number[] = []
  Object.assign(window, { benchSamples: samples })
  let pressedAt: number | null = null
  let byKey = false
  window.addEventListener('keydown', (event) => {
    pressedAt = event.timeStamp
    byKey = true
  }, { capture: true })
  // What an input method commits comes without a key of its own.
  window.addEventListener('input', (event) => {
    if (!byKey) pressedAt = event.timeStamp
    byKey = false
  }, { capture: true })
  const afterPaint = (then: () => void) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(null)
  })
  new MutationObserver((changes) => {
    const from = pressedAt
    if (from === null || !changes.some(({ target, addedNodes }) => [target, ...addedNodes].some((node) => node instanceof Element && (node.closest('[role=listbox]') ?? node.querySelector('[role=option]'))))) return
    pressedAt = null
    afterPaint(() => samples.push(performance.now() - from))
  }).observe(document.body, { childList: true, subtree: true })
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '工号' }).fill(demoStaff.early.staffNo)
  await page.keyboard.press('Enter')
  await page.getByLabel('口令').pressSequentially(DEMO_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

/** Keystroke → suggestions painted, with ten thousand contacts, against one frame. */
export async function* suggest(ready: Ready): AsyncGenerator<Row> {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-bench-suggest-'))
  try {
    const data = copyOf(await dataSet(ready, 1000, 10_000), join(dir, 'data'))
    yield await withApp(ready, data, async (_app, page) => {
      await signIn(page)
      await page.keyboard.press('F2')
      const host = page.getByRole('combobox', { name: '被访人' })
      await host.click()
      await page.evaluate(watchKeys)
      const count = () => page.evaluate(() => (window as unknown as { benchSamples: number[] }).benchSamples.length)
      for (const text of TYPED) {
        await host.fill('')
        await page.getByRole('option').first().waitFor({ state: 'hidden' })
        for (const key of text) {
          const before = await count()
          await (/[\x20-\x7e]/.test(key) ? page.keyboard.press(key) : page.keyboard.insertText(key))
          // A key whose list is the same as before changes nothing and is not counted.
          await page.waitForFunction((n) => (window as unknown as { benchSamples: number[] }).benchSamples.length > n, before, { timeout: 500 }).catch(() => undefined)
        }
      }
      const samples = await page.evaluate(() => (window as unknown as { benchSamples: number[] }).benchSamples)
      return { what: `keystroke → suggestions painted, 10,000 contacts (${samples.length - WARM_UP} keys) / a frame`, ours: median(samples.slice(WARM_UP)), limit: FRAME_MS, goal: 1 }
    })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
