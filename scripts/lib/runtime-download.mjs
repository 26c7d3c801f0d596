import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from './log.mjs'
import { cacheDir } from './paths.mjs'

/** The download is given up when no byte has come for this long. */
const STALLED_MS = 15_000
/** A host that could not be reached is not tried again for this long. */
const REMEMBER_MS = 12 * 3_600_000

function bytesIn(dir) {
  let bytes = 0
  for (const name of readdirSync(dir, { recursive: true })) {
    bytes += statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

/**
 * Whether the download is not worth a try, by the file that remembers its failure: for some hours, and for good where
 * another Electron is at hand.
 */
export function isGivenUp(file, hasOther, now = Date.now()) {
  const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return at !== undefined && (hasOther || now - at < REMEMBER_MS)
}

/**
 * Lets the `electron` package download its own Electron, unless that was given up.
 * Whether it worked shows in the package's folder.
 * @param {string} dir the `electron` package's folder
 * @param {boolean} hasOther whether another Electron is at hand
 */
export async function downloadRuntime(dir, hasOther) {
  const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  const memory = join(cacheDir(), `electron-${version}.unreachable`)
  // A mirror set since then deserves a try.
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror
  if (!mirror && isGivenUp(memory, hasOther)) return
  say(`Downloading Electron ${version}…`)
  // A folder of its own shows whether bytes still arrive.
  const temp = mkdtempSync(join(tmpdir(), 'qiantai-electron-'))
  const child = spawn(process.execPath, [join(dir, 'install.js')], {
    env: { ...process.env, TMPDIR: temp, TMP: temp, TEMP: temp },
    stdio: 'ignore',
  })
  let seen = 0
  let since = Date.now()
  const watch = setInterval(() => {
    const bytes = bytesIn(temp)
    // Once all bytes are there the archive leaves this folder to be unpacked, which is progress too.
    if (bytes !== seen) [seen, since] = [bytes, Date.now()]
    else if (Date.now() - since > STALLED_MS) child.kill()
  }, 1000)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  rmSync(temp, { recursive: true, force: true })
  if (code === 0) return
  mkdirSync(cacheDir(), { recursive: true })
  writeFileSync(memory, '')
  say(`Electron's own download could not be reached; it is not tried again while another one is at hand, else in ${REMEMBER_MS / 3_600_000} hours at the earliest (or delete ${memory}).`)
}
