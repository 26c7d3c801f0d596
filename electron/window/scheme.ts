import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { protocol } from 'electron'

export const ORIGIN = 'qiantai://app'
export const PAGE = `${ORIGIN}/index.html`

/** What the page may load and do; `unsafe-inline` for styles only, because Naive UI writes style elements without nonce. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`, `script-src 'self'`, `style-src 'self' 'unsafe-inline'`, `font-src 'self'`, `img-src 'self' data: blob:`, `media-src 'self' blob:`,
  `connect-src 'self'`, `base-uri 'none'`, `form-action 'none'`, `frame-ancestors 'none'`,
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.json': 'application/json',
}

/** Before the app is ready: our scheme behaves like https, and its scripts' compiled code is cached. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'qiantai', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built page from `root`, nothing outside it. */
export function serveScheme(root: string): void {
  protocol.handle('qiantai', async (request) => {
    const url = new URL(request.url)
    const path = normalize(join(root, decodeURIComponent(url.pathname)))
    const type = TYPES[extname(path)]
    if (url.host !== 'app' || !path.startsWith(root) || !type) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type, 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' } })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
