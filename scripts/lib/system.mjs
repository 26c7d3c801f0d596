import { existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { say, SetUpError } from './log.mjs'
import { run } from './run.mjs'

/** Debian packages holding the libraries that Electron is linked against. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libcups2', 'libxss1']
/** What compiling a native module needs. */
const BUILD_TOOLS = { python3: 'python3', make: 'make', 'g++': 'g++' }

/** The libraries `ldd` could not find, from its output. */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => dir && existsSync(join(dir, command)))
}

/** Whether os-release text names Debian or a system made from it. */
export function isDebianLike(osRelease) {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease)
}

/** Newer Debian and Ubuntu carry some libraries under a `…t64` name only. */
async function aptName(name) {
  const has = async (candidate) => (await run('apt-cache', ['show', candidate], { stdout: 'capture' })).stdout.includes(`Package: ${candidate}\n`)
  return !(await has(name)) && (await has(`${name}t64`)) ? `${name}t64` : name
}

/** As root on Debian/Ubuntu installs the packages; otherwise says which command does. */
async function install(packages, reason) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (!isDebianLike(release) || !onPath('apt-get')) {
    throw new SetUpError(`${reason}\nInstall what this system calls these Debian packages, then run the command again:\n  ${packages.join(' ')}`)
  }
  const isRoot = process.getuid() === 0
  if (isRoot) {
    say(`${reason}\nInstalling ${packages.join(' ')} (apt-get)…`)
    await run('apt-get', ['update', '-qq'])
  }
  const names = await Promise.all(packages.map(aptName))
  const args = ['install', '-y', '--no-install-recommends', '--no-upgrade', ...names]
  if (!isRoot) throw new SetUpError(`${reason}\nRun this once, then the command again:\n  sudo apt-get update && sudo apt-get ${args.join(' ')}`)
  const { code } = await run('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (code !== 0) throw new SetUpError(`apt-get could not install them (exit ${code}). Run by hand:\n  apt-get update && apt-get ${args.join(' ')}`)
}

/** Whether this machine shows no screen, so that windows need a virtual one. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/**
 * Makes sure that Electron can start here: its shared libraries, and Xvfb where there is no display.
 * @param {string} electron the executable
 * @param {{forTests: boolean}} options tests also need socat, which makes their pseudo-terminals
 * @throws {SetUpError} naming the command to run, before anything has been started
 */
export async function ensureSystem(electron, { forTests }) {
  if (process.platform !== 'linux') return
  await ensureSandbox(electron)
  const { stdout } = await run('ldd', [electron], { stdout: 'capture' })
  const libraries = missingLibraries(stdout)
  const tools = { ...(needsVirtualDisplay() && { Xvfb: 'xvfb' }), ...(forTests && { socat: 'socat' }) }
  const missingTools = Object.keys(tools).filter((tool) => !onPath(tool))
  if (libraries.length === 0 && missingTools.length === 0) return
  const packages = [...(libraries.length > 0 ? LIBRARIES : []), ...missingTools.map((tool) => tools[tool])]
  await install(packages, `Missing on this machine: ${[...libraries, ...missingTools].join(', ')}.`)
  const still = missingLibraries((await run('ldd', [electron], { stdout: 'capture' })).stdout)
  if (still.length > 0) throw new SetUpError(`Electron still misses ${still.join(', ')}. Install the packages that hold them and run the command again.`)
}

/**
 * Chromium's outer sandbox needs user namespaces, which some systems (Ubuntu since 23.10) keep from ordinary users,
 * or a helper that belongs to root. Without either Electron ends at once, so it is said before.
 */
async function ensureSandbox(electron) {
  if (process.getuid() === 0) return
  const helper = join(dirname(electron), 'chrome-sandbox')
  const stat = statSync(helper, { throwIfNoEntry: false })
  if (!stat || (stat.uid === 0 && stat.mode & 0o4000)) return
  if ((await run('unshare', ['--user', '--map-root-user', 'true'], { stdout: 'capture' })).code === 0) return
  throw new SetUpError(`This system gives ordinary users no namespaces, which Electron's sandbox needs.\nRun this once, then the command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`)
}

/** Makes sure there is a compiler. Returns whether anything was installed, so that the caller may try again. */
export async function ensureBuildTools() {
  if (process.platform !== 'linux') return false
  const missing = Object.keys(BUILD_TOOLS).filter((tool) => !onPath(tool))
  if (missing.length === 0) return false
  await install(missing.map((tool) => BUILD_TOOLS[tool]), `Compiling a native module needs ${missing.join(', ')}.`)
  return true
}
