import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, sourceKey } from './build.mjs'
import { say, SetUpError } from './log.mjs'
import { root } from './paths.mjs'
import { runBin } from './run.mjs'

const FOLDER = { darwin: 'mac', win32: 'win-unpacked' }[process.platform] ?? 'linux-unpacked'
const EXECUTABLE = { darwin: '前台.app/Contents/MacOS/qiantai', win32: 'qiantai.exe' }[process.platform] ?? 'qiantai'

/**
 * Makes the unpacked application in dist/ from the build and this Electron, unless it is made from these very ones.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {{drivable?: boolean}} [options] `drivable` leaves Node's inspector to the tests, which drive the application
 *   through it; never for a package that is given away
 * @returns {Promise<string>} the packaged application's executable
 * @throws {SetUpError} when the build or electron-builder fails
 */
export async function ensurePackaged(runtime, { drivable = false } = {}) {
  await ensureBuilt()
  const dist = join(root, 'dist')
  const exec = join(dist, FOLDER, EXECUTABLE)
  const stamp = join(dist, '.stamp')
  const key = createHash('sha256').update(sourceKey()).update(readFileSync(join(root, 'electron-builder.yml'))).update(`${runtime.version} ${runtime.dist} ${drivable}`).digest('hex')
  if (existsSync(exec) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return exec
  rmSync(stamp, { force: true })
  say('Packaging…')
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`]
  if (drivable) electron.push('-c.electronFuses.enableNodeCliInspectArguments=true')
  const { code } = await runBin('electron-builder/cli.js', ['--dir', '--publish', 'never', ...electron])
  if (code !== 0 || !existsSync(exec)) throw new SetUpError('Packaging failed (see above).')
  writeFileSync(stamp, key)
  return exec
}
