import { expect, test } from 'vitest'
import zh from '../locales/zh-CN/keys'
import { keyTable } from './keys'
import { allPages } from './pages'

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

test('no key stands twice in the table, and each says what it does', () => {
  const keys = keyTable.map((line) => line.key)
  expect(keys).toEqual([...new Set(keys)])
  for (const { does } of keyTable) expect(zh, does).toHaveProperty(does)
})

test('every key a page binds is in the table', () => {
  const bound = Object.values(sources).flatMap((text) => [...text.matchAll(/(?:useShortcut|bind)\('([^']+)'/g)].map((match) => match[1]!))
  expect(bound.length).toBeGreaterThan(10)
  expect([...new Set(bound)].filter((key) => !keyTable.some((line) => line.key === key))).toEqual([])
})

test('the function keys of the pages are those of the table', () => {
  for (const page of allPages.filter((one) => one.key?.startsWith('F'))) {
    expect(keyTable.find((line) => line.key === page.key)?.does).toBe(page.name)
  }
})
