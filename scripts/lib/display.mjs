import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpError } from './log.mjs'

/**
 * One Xauthority entry that fits any display (family "wild"), so that the cookie can be written before Xvfb has
 * chosen its display number. Layout: Xau(3), each field a big-endian 16-bit length and its bytes.
 */
function wildAuthority(cookie) {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
  return Buffer.concat([Buffer.from([0xff, 0xff]), field(Buffer.alloc(0)), field(Buffer.alloc(0)), field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(cookie)])
}

/**
 * Starts a virtual display on a free number; it shows personal data, so only holders of its cookie may connect.
 * @returns {Promise<{env: {DISPLAY: string, XAUTHORITY: string}, stop: () => void}>} stopped at our exit at the latest
 */
export function startDisplay() {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-display-'))
  const authority = join(dir, 'authority')
  writeFileSync(authority, wildAuthority(randomBytes(16)), { mode: 0o600 })
  // A group of its own: Ctrl+C in the terminal must reach the application, not the display under it.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset', '-auth', authority], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const stop = () => {
    process.off('exit', stop)
    xvfb.kill('SIGTERM')
    rmSync(dir, { recursive: true, force: true })
  }
  process.on('exit', stop)
  return new Promise((resolve, reject) => {
    xvfb.on('error', reject)
    xvfb.on('exit', (code) => reject(new SetUpError(`Xvfb, the virtual display, ended with ${code}. Try: Xvfb :99`)))
    let number = ''
    xvfb.stdio[3].setEncoding('utf8').on('data', (chunk) => {
      number += chunk
      if (!number.endsWith('\n')) return
      xvfb.stdio[3].destroy()
      xvfb.unref()
      resolve({ env: { DISPLAY: `:${number.trim()}`, XAUTHORITY: authority }, stop })
    })
  })
}
