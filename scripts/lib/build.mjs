import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say, SetUpError } from './log.mjs'
import { root } from './paths.mjs'
import { runBin } from './run.mjs'

// The page holds the handbook.
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'docs/handbook', 'docs/handbook.zh-CN.md', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

function files(dir, path) {
  const full = join(dir, path)
  if (!existsSync(full)) return []
  const entries = readdirSync(full, { withFileTypes: true })
  return entries.flatMap((entry) => {
    const child = `${path}/${entry.name}`
    return entry.isDirectory() ? files(dir, child) : [child]
  })
}

/** A hash of everything the build reads; tests beside the code don't count. */
export function sourceKey(dir = root) {
  const hash = createHash('sha256')
  const paths = SOURCES.flatMap((path) => (path.includes('.') ? [path] : files(dir, path)))
  for (const path of paths.filter((name) => !/\.test\.\w+$/.test(name)).sort()) {
    const bytes = readFileSync(join(dir, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * Builds main, preload and page into out/, unless they are built from these very sources.
 * @returns {Promise<boolean>} whether anything was built
 * @throws {SetUpError} when the build fails; the next run then builds again
 */
export async function ensureBuilt() {
  const stamp = join(root, 'out', '.stamp')
  const key = sourceKey()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false
  rmSync(join(root, 'out'), { recursive: true, force: true })
  say('Building…')
  const { code } = await runBin('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if (code !== 0) throw new SetUpError('The build failed (see above).')
  writeFileSync(stamp, key)
  return true
}
