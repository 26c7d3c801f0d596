import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkNode, headersDir, installKey, installMatchesLock } from './install.mjs'

let dir
const lock = (packages) => writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'x' }, ...packages } }))
const installed = (packages) => {
  mkdirSync(join(dir, 'node_modules'), { recursive: true })
  writeFileSync(join(dir, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}
const vue = { version: '3.5.45', integrity: 'sha512-a' }

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qiantai-install-'))
  writeFileSync(join(dir, 'package.json'), '{}')
})
afterEach(() => rmSync(dir, { recursive: true }))

test('Node older than 20.19 is refused, with what to do', () => {
  expect(() => checkNode('20.18.3')).toThrow(/20\.19 or newer.*20\.18\.3/)
  expect(() => checkNode('18.20.0')).toThrow()
  expect(() => checkNode('20.19.0')).not.toThrow()
  expect(() => checkNode('22.0.0')).not.toThrow()
})

test('another lock file, another allowed script or another Node asks for a new install', () => {
  lock({ 'node_modules/vue': vue })
  const key = installKey(dir, 'v20.19.0')
  expect(installKey(dir, 'v20.19.0')).toBe(key)
  expect(installKey(dir, 'v22.0.0')).not.toBe(key)
  lock({ 'node_modules/vue': { ...vue, version: '3.5.46' } })
  expect(installKey(dir, 'v20.19.0')).not.toBe(key)
  lock({ 'node_modules/vue': vue })
  writeFileSync(join(dir, 'package.json'), '{"allowScripts":{"sqlite3":true}}')
  expect(installKey(dir, 'v20.19.0')).not.toBe(key)
})

test('an install made by hand counts when it holds what the lock file names', () => {
  lock({ 'node_modules/vue': vue, 'node_modules/fsevents': { version: '2.3.3', optional: true } })
  expect(installMatchesLock(dir)).toBe(false)
  installed({ 'node_modules/vue': vue })
  expect(installMatchesLock(dir)).toBe(true)
  installed({ 'node_modules/vue': { ...vue, integrity: 'sha512-b' } })
  expect(installMatchesLock(dir)).toBe(false)
  installed({})
  expect(installMatchesLock(dir)).toBe(false)
  installed({ 'node_modules/vue': vue, 'node_modules/left-over': { version: '1.0.0' } })
  expect(installMatchesLock(dir)).toBe(false)
})

test('the headers of this very Node are used for compiling, those of another are not', () => {
  expect(headersDir(dir, '20.20.2')).toBeUndefined()
  mkdirSync(join(dir, 'include/node'), { recursive: true })
  writeFileSync(join(dir, 'include/node/node_version.h'), '#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 20\n#define NODE_PATCH_VERSION 2\n')
  expect(headersDir(dir, '20.20.2')).toBe(dir)
  expect(headersDir(dir, '20.20.1')).toBeUndefined()
})
