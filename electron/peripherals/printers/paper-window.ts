import { BrowserWindow, type Session, session } from 'electron'
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

/** The pages being shown, by their path. */
const pages = new Map<string, string>()
let shown = 0
let paper: Session | null = null

/** The one session of all paper, in memory, that reaches nothing but these pages and the bundled fonts. */
function paperSession(fontsFrom: string): Session {
  if (paper) return paper
  paper = session.fromPartition('paper')
  paper.protocol.handle('https', async (request) => {
    const { origin, pathname } = new URL(request.url)
    if (origin !== ORIGIN) return new Response(null, { status: 404 })
    const page = pages.get(pathname)
    if (page !== undefined) return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } })
    const font = await readBundled(fontsFrom, decodeURIComponent(pathname))
    return font ? new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } }) : new Response(null, { status: 404 })
  })
  // Electron's own names the product, and 前台 is no header value: every request would fail.
  paper.setUserAgent('qiantai')
  paper.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return paper
}

/** Shows HTML in a hidden, sandboxed window; calls `use` when page and fonts are there, and destroys the window after it. */
export async function withPaperWindow<T>(html: string, options: PaperWindowOptions, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const fonts = await bundledFontRules(options.fontsFrom)
  const path = `/page-${++shown}`
  // Straight after the doctype: wherever the page has its head, this ends up in it.
  pages.set(path, html.replace(/^\s*(<!doctype html>)?/i, (doctype) => `${doctype}<style>${fonts}</style>`))
  const window = new BrowserWindow({
    show: false,
    width: options.width ?? 800,
    height: options.height ?? 1100,
    useContentSize: true,
    webPreferences: { session: paperSession(options.fontsFrom), sandbox: true, contextIsolation: true, nodeIntegration: false, offscreen: options.offscreen === true, backgroundThrottling: false },
  })
  try {
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
    await window.loadURL(`${ORIGIN}${path}`)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await use(window)
  } finally {
    window.destroy()
    pages.delete(path)
  }
}
