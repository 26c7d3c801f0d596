import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inChinese, phrases, say, type Said } from '@shared/rules/phrases'
import type * as Phrases from './phrases'

let words: typeof Phrases
let showLocale: (locale: 'zh-CN' | 'en') => Promise<void>
beforeAll(async () => {
  // Vue looks for a whole document as it is loaded; the locales only name the page's language.
  await import('vue-i18n')
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: { lang: '' }, addEventListener: () => undefined })
  const locales = await import('../locales')
  await locales.loadMessages()
  showLocale = locales.showLocale
  words = await import('./phrases')
})
afterAll(() => vi.unstubAllGlobals())

test('16.R5 a line of a hand-over is worded in the page\'s language, switched live; one without parts reads as it was stored', async () => {
  const until = new Date()
  until.setHours(18, 0, 0, 0)
  const title: Said[] = [say('inside', { who: [say('visitors', { who: ['沈知远'], n: 3 })], place: '2203' })]
  const detail: Said[] = ['T-036', say('leave-by', { at: until.getTime() })]
  const read = () => [words.partWords(inChinese(title), title), words.partWords('T-036，18:00 前离开', detail), words.partWords('沈知远仍在 2203', undefined)]
  expect(read()).toEqual(['沈知远等 3 人仍在 2203', 'T-036，18:00 前离开', '沈知远仍在 2203'])
  await showLocale('en')
  expect(read()).toEqual(['沈知远 (3) still in 2203', 'T-036, by 18:00', '沈知远仍在 2203'])
  await showLocale('zh-CN')
  expect(read()[0]).toBe('沈知远等 3 人仍在 2203')
})

test('5.R2 16.R1 what a record bears of the counter\'s own is worded, what people wrote is not', async () => {
  const read = () => [words.recordWords('三级，同处 30 天内 3 件，客户要求上会', 'meeting'), words.recordWords('1903室，丁强英投诉，二级，空调有异味，午后更重', 'notice'), words.recordWords('访客单', 'slip'), words.recordWords('', 'meeting')]
  expect(read()).toEqual(['三级，同处 30 天内 3 件，客户要求上会', '1903室，丁强英投诉，二级，空调有异味，午后更重', '访客单', ''])
  await showLocale('en')
  expect(read()).toEqual(['level 3, 3 of the same place in 30 days, 客户要求上会', 'room 1903, 丁强英 complained, level 2, 空调有异味，午后更重', 'Visitor slip', ''])
  await showLocale('zh-CN')
})

test('every phrase has its words in English, without a Chinese one', async () => {
  const en = (await import('../locales/en/phrases')).default
  expect(Object.keys(en).sort()).toEqual(Object.keys(phrases).sort())
  expect(Object.values(en).filter((message) => /\p{Script=Han}/u.test(message))).toEqual([])
})
