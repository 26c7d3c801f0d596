import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceKey } from './build.mjs'

let dir
const write = (path, text) => writeFileSync(join(dir, path), text)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qiantai-build-'))
  for (const name of ['electron', 'docs']) mkdirSync(join(dir, name))
  for (const name of ['docs/handbook.zh-CN.md', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']) write(name, '')
  write('electron/main.ts', 'a')
})
afterEach(() => rmSync(dir, { recursive: true }))

test('a changed, added, renamed or removed source asks for a build; a test beside it does not', () => {
  const key = sourceKey(dir)
  write('electron/main.test.ts', 'a')
  expect(sourceKey(dir)).toBe(key)
  write('electron/main.ts', 'b')
  expect(sourceKey(dir)).not.toBe(key)
  write('electron/main.ts', 'a')
  write('electron/extra.ts', '')
  const added = sourceKey(dir)
  expect(added).not.toBe(key)
  rmSync(join(dir, 'electron/extra.ts'))
  expect(sourceKey(dir)).toBe(key)
  rmSync(join(dir, 'electron/main.ts'))
  write('electron/other.ts', 'a')
  expect(sourceKey(dir)).not.toBe(key)
  expect(sourceKey(dir)).not.toBe(added)
})
