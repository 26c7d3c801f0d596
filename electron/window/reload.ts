import type { BrowserWindow } from 'electron'
import { PAGE } from './scheme'

/** A page that is gone again within this time is given a rest before the next attempt. */
const REST_MS = 10_000

/** The page crashed or ran out of memory: opened again, or the desk would have a white window. Drafts are in the store. */
export function reloadWhenGone(window: BrowserWindow, onDefect: (error: Error) => void): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    onDefect(new Error(`the page is gone: ${reason} (${exitCode})`))
    const wait = performance.now() - last < REST_MS ? REST_MS : 0
    last = performance.now()
    setTimeout(() => { if (!window.isDestroyed()) void window.loadURL(PAGE) }, wait)
  })
}
