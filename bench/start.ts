import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { createPackage } from '@electron/asar'
import { chromium } from 'playwright'
import { copyOf, dataSet } from './data'
import type { Ready } from './ready'
import { median, type Row } from './row'

const RUNS = 9
/** Longer than any start measured: asking earlier would be work beside the start. */
const BEFORE_ASKING_MS = 2000

interface Program { exec: string; args: string[] }

/**
 * Starts a program once. Both say the moment themselves, by the mark `painted` two frames after the field is there, so
 * that nothing is attached to them meanwhile; it counts only if the window is visible and has the focus.
 * @returns milliseconds from spawn to the field painted
 */
async function startOnce(ready: Ready, { exec, args }: Program): Promise<number> {
  const spawnedAt = performance.timeOrigin + performance.now()
  const child = spawn(exec, [...args, '--remote-debugging-port=0'], { env: ready.env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.once('exit', () => reject(new Error(`${exec} ended before its window was there:\n${said}`)))
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
        if (found) resolve(found)
      })
    })
    await new Promise((resolve) => { setTimeout(resolve, BEFORE_ASKING_MS) })
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = browser.contexts()[0]!.pages()[0]!
    await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0 && performance.getEntriesByType('paint').length > 0 && document.hasFocus() && document.activeElement?.tagName === 'INPUT')
    const paintedAt = await page.evaluate(() => {
      const visible = performance.getEntriesByType('visibility-state').filter((entry) => entry.name === 'visible').at(-1)?.startTime ?? 0
      // A frame counts when it was presented, which the browser itself notes.
      const presented = performance.getEntriesByType('paint').map((entry) => entry.startTime)
      return performance.timeOrigin + Math.max(visible, performance.getEntriesByName('painted')[0]!.startTime, ...presented)
    })
    await browser.close()
    return paintedAt - spawnedAt
  } finally {
    child.kill()
    await ended
  }
}

/** Ours and the bare window by turns, so that what else the machine does falls on both alike. */
async function pairs(ready: Ready, what: string, ours: Program, bare: Program): Promise<Row> {
  const took = { ours: [] as number[], bare: [] as number[] }
  for (let run = 0; run <= RUNS; run++) {
    const bareTook = await startOnce(ready, bare)
    const oursTook = await startOnce(ready, ours)
    // The first of each fills caches: the disk's, and those of compiled scripts.
    if (run === 0) continue
    took.bare.push(bareTook)
    took.ours.push(oursTook)
  }
  return { what, ours: median(took.ours), limit: median(took.bare), goal: 1.3 }
}

/** The bare window packaged as ours is: the same files, with its own archive in the place of ours. */
async function packageBare(packaged: string, into: string): Promise<string> {
  cpSync(dirname(packaged), into, { recursive: true, filter: (path) => !/app\.asar(\.unpacked)?$/.test(path) })
  await createPackage('bench/bare', join(into, 'resources', 'app.asar'))
  return join(into, basename(packaged))
}

/** Start: spawn → sign-in field painted and focusable, against a window with one field. */
export async function* start(ready: Ready): AsyncGenerator<Row> {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-bench-start-'))
  try {
    const tower = copyOf(await dataSet(ready, 1000, 10_000), join(dir, 'tower'))
    const ours = [...ready.args, '.', `--data-dir=${tower}`]
    const bare = [...ready.args, 'bench/bare', `--data-dir=${join(dir, 'bare')}`]
    yield await pairs(ready, 'start, unpackaged / bare window', { exec: ready.exec, args: ours }, { exec: ready.exec, args: bare })
    const packaged = await ready.packaged()
    const barePackaged = await packageBare(packaged, join(dir, 'packaged'))
    const withoutApp = (args: string[], app: string) => args.filter((argument) => argument !== app)
    yield await pairs(ready, 'start, packaged / bare window', { exec: packaged, args: withoutApp(ours, '.') }, { exec: barePackaged, args: withoutApp(bare, 'bench/bare') })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
