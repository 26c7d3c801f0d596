import { baseCompile } from '@intlify/message-compiler'
import { expect, test } from 'vitest'
import { userErrorCodes } from '@shared/contract/errors'

const modules = import.meta.glob<unknown>('./*/*.ts', { import: 'default', eager: true })
const areas = (locale: string): string[] => Object.keys(modules).filter((path) => path.startsWith(`./${locale}/`)).map((path) => path.split('/')[2]!).sort()

/** Every message of an area as `path → text`. */
function flat(node: unknown, path = ''): Record<string, string> {
  if (typeof node === 'string') return { [path]: node }
  return Object.assign({}, ...Object.entries(node as object).map(([key, value]) => flat(value, path ? `${path}.${key}` : key)))
}

const load = (locale: string, area: string): Record<string, string> => flat(modules[`./${locale}/${area}`] ?? {})

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort()

test('both locales have the same areas', () => {
  expect(areas('en')).toEqual(areas('zh-CN'))
})

test.each(areas('zh-CN'))('%s: both locales say the same things, with the same values filled in', (area) => {
  const [zh, en] = [load('zh-CN', area), load('en', area)]
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  // A plural or a shorter sentence may leave out a value the Chinese has; it can't use one nobody gives.
  for (const key of Object.keys(zh)) expect(placeholders(zh[key]!), key).toEqual(expect.arrayContaining(placeholders(en[key]!)))
})

test.each(['zh-CN', 'en'].flatMap((locale) => areas(locale).map((area) => [locale, area] as const)))('%s/%s: every message compiles', (locale, area) => {
  for (const [key, text] of Object.entries(load(locale, area))) {
    const faults: string[] = []
    baseCompile(text, { onError: (error) => faults.push(error.message) })
    expect(faults, `${key}: ${text}`).toEqual([])
  }
})

test.each(areas('zh-CN'))('%s: Chinese wording keeps the rules of ui.md', (area) => {
  for (const [key, text] of Object.entries(load('zh-CN', area))) {
    expect(text, key).not.toMatch(/您|！|!/)
    expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?](?!\d)/)
  }
})

test.each(['zh-CN', 'en'])('%s: every error a user can cause has its words', (locale) => {
  const words = load(locale, 'errors.ts')
  for (const code of userErrorCodes) expect(words[code], code).toBeTruthy()
})
