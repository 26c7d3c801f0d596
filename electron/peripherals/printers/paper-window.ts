import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { bundledFontRules, readBundled } from './bundled-fonts'

const ORIGIN = 'https://paper.invalid'
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:`

export interface PaperWindowOptions {
  /** Directory of the built page, for its fonts. */
  fontsFrom: string
  width?: number
  height?: number
  /** Draws without a screen, so that the picture can be taken. */
  offscreen?: boolean
}

/**
 * Shows HTML in a hidden, sandboxed window of a session of its own, in memory, that reaches nothing but this page and
 * the bundled fonts; calls `use` when page and fonts are there, and destroys the window after it.
 */
export async function withPaperWindow<T>(html: string, options: PaperWindowOptions, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const alone = session.fromPartition(`paper-${randomUUID()}`)
  const fonts = await bundledFontRules(options.fontsFrom)
  // Straight after the doctype: wherever the page has its head, this ends up in it.
  const page = html.replace(/^\s*(<!doctype html>)?/i, (doctype) => `${doctype}<style>${fonts}</style>`)
  alone.protocol.handle('https', async (request) => {
    const { origin, pathname } = new URL(request.url)
    if (origin !== ORIGIN) return new Response(null, { status: 404 })
    if (pathname === '/') {
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } })
    }
    const font = await readBundled(options.fontsFrom, decodeURIComponent(pathname))
    return font ? new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } }) : new Response(null, { status: 404 })
  })
  // Electron's own names the product, and 前台 is no header value: every request would fail.
  alone.setUserAgent('qiantai')
  alone.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  const window = new BrowserWindow({
    show: false,
    width: options.width ?? 800,
    height: options.height ?? 1100,
    useContentSize: true,
    webPreferences: { session: alone, sandbox: true, contextIsolation: true, nodeIntegration: false, offscreen: options.offscreen === true, backgroundThrottling: false },
  })
  try {
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
    await window.loadURL(`${ORIGIN}/`)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await use(window)
  } finally {
    window.destroy()
    alone.protocol.unhandle('https')
  }
}
