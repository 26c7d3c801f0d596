import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say, SetUpError } from './log.mjs'
import { root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { ensureBuildTools } from './system.mjs'

const MINIMUM = [20, 19]

/** @throws {SetUpError} on a Node older than package.json's `engines` allows */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return
  throw new SetUpError(`Qiantai needs Node ${MINIMUM.join('.')} or newer; this is ${version}. Install it from https://nodejs.org and run the command again.`)
}

/** What an install depends on: the lock file, the scripts it may run, and this Node (native modules). */
export function installKey(dir, node = process.version) {
  const { allowScripts } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  return createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .update(JSON.stringify([allowScripts ?? {}, node]))
    .digest('hex')
}

/**
 * Whether node_modules holds what the lock file names, by npm's own record of what it installed; so that an install
 * made by hand is taken over instead of repeated.
 */
export function installMatchesLock(dir) {
  const record = join(dir, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const { '': _project, ...locked } = JSON.parse(readFileSync(join(dir, 'package-lock.json'), 'utf8')).packages
  const same = (path) => installed[path]?.version === locked[path]?.version && installed[path]?.integrity === locked[path]?.integrity
  return Object.keys(installed).every(same) && Object.keys(locked).every((path) => locked[path].optional || same(path))
}

/**
 * The folder whose `include/node` holds this very Node's headers, as its own packages put them: a native module is then
 * compiled without Node's download host.
 * @returns {string | undefined} undefined when there are none, or another version's
 */
export function headersDir(prefix = dirname(dirname(process.execPath)), version = process.versions.node) {
  const file = join(prefix, 'include', 'node', 'node_version.h')
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const number = (part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)$`, 'm').exec(text)?.[1]
  return ['MAJOR', 'MINOR', 'PATCH'].map(number).join('.') === version ? prefix : undefined
}

/**
 * Installs the dependencies exactly as package-lock.json names them, unless that has been done.
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {SetUpError} when npm fails
 */
export async function ensureInstalled(dir = root) {
  const stamp = join(dir, 'node_modules', '.qiantai-install')
  const key = installKey(dir)
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
  if (before === key) return false
  const byHand = before === undefined && installMatchesLock(dir)
  if (!byHand) {
    say('Installing dependencies (npm ci)…')
    // A level of its own: `npm --silent` would hide why an install failed, and warnings are about others' packages.
    const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
    const headers = headersDir()
    const env = headers ? { ...process.env, npm_package_config_node_gyp_nodedir: headers } : process.env
    const install = () => runNpm(args, { cwd: dir, env })
    let { code } = await install()
    // A native module whose prebuilt binary can't be reached is compiled, which needs a compiler.
    if (code !== 0 && (await ensureBuildTools())) ({ code } = await install())
    if (code !== 0) throw new SetUpError('npm ci failed (see above). Check the connection to the package registry and run the command again.')
  }
  writeFileSync(stamp, key)
  return !byHand
}
