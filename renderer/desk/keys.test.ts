import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import zh from '../locales/zh-CN/keys'
import { keyTable } from './keys'
import { allPages } from './pages'

const renderer = resolve(__dirname, '..')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(vue|ts)$/.test(path) && !path.endsWith('.test.ts'))

test('no key stands twice in the table, and each says what it does', () => {
  const keys = keyTable.map((line) => line.key)
  expect(keys).toEqual([...new Set(keys)])
  for (const { does } of keyTable) expect(zh, does).toHaveProperty(does)
})

test('every key a page binds is in the table', () => {
  const bound = sources.flatMap((path) => [...readFileSync(join(renderer, path), 'utf8').matchAll(/(?:useShortcut|bind)\('([^']+)'/g)].map((match) => match[1]!))
  expect(bound.length).toBeGreaterThan(10)
  expect([...new Set(bound)].filter((key) => !keyTable.some((line) => line.key === key))).toEqual([])
})

test('the function keys of the pages are those of the table', () => {
  for (const page of allPages.filter((one) => one.key?.startsWith('F'))) {
    expect(keyTable.find((line) => line.key === page.key)?.does).toBe(page.name)
  }
})
