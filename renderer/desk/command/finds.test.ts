import { expect, test } from 'vitest'
import type { SearchHit } from '@shared/contract/system'
import shell from '../../locales/zh-CN/shell'
import { allPages } from '../pages'
import { starts } from '../starts'
import { actionFinds, hitFinds, marked, ownFinds, pageFinds } from './finds'

const names: Record<string, string> = shell.page
const found = (typed: string): string[] => pageFinds(allPages, typed, (page) => names[page.name]!).map((find) => find.title)

test('a page is found by Chinese, pinyin and initials', () => {
  expect(found('来')).toEqual(['来访', '来电'])
  expect(found('laif')).toEqual(['来访'])
  expect(found('JJB')).toEqual(['交接班'])
  expect(found('dwda')).toEqual(['单位档案'])
  expect(found('zzz')).toEqual([])
})

test('everybody finds the other look, the other language and their PIN', () => {
  const own = { 'dark': '换成夜间', 'light': '换成日间', 'en': 'English 换成英文', 'zh-CN': '中文 换成中文', 'pin': '改口令' }
  const titles = (look: 'light' | 'dark', typed: string, locale: 'zh-CN' | 'en' = 'zh-CN'): string[] => ownFinds({ look, locale }, typed, (action) => own[action]).map((find) => find.title)
  expect(titles('light', '')).toEqual(['换成夜间', 'English 换成英文', '改口令'])
  expect([titles('light', 'eng'), titles('light', 'yuyan'), titles('light', 'chinese', 'en'), titles('light', '中文', 'en')]).toEqual([['English 换成英文'], ['English 换成英文'], ['中文 换成中文'], ['中文 换成中文']])
  expect(titles('dark', 'rj')).toEqual(['换成日间'])
  expect(titles('light', '口令')).toEqual(['改口令'])
  expect(titles('dark', '夜间')).toEqual([])
})

const hit = (kind: SearchHit['kind'], id: number, title: string): SearchHit => ({ kind, id, title, detail: '', state: '', at: null })

test('16.R3 a task starts from the best place found, with the place filled in', () => {
  const actions = actionFinds([hit('entry', 9, 'DJ26-001808'), hit('unit', 4, '1808'), hit('contact', 7, '陆文博')], starts.filter(({ name }) => ['visit', 'call', 'repair', 'complaint'].includes(name)), (action, place) => `${action} ${place}`)
  expect(actions.map((find) => [find.title, find.shortcut, find.go])).toEqual([
    ['visit 1808', 'F2', { path: '/visits', query: { unitId: '4' } }],
    ['call 1808', 'F3', { path: '/calls', query: { unitId: '4' } }],
    ['repair 1808', 'F4', { path: '/repairs', query: { unitId: '4' } }],
    ['complaint 1808', 'F8', { path: '/complaints', query: { unitId: '4' } }],
  ])
  expect(actionFinds([hit('contact', 7, '陆文博')], starts, (_, place) => `为 ${place} 登记来访`)[0]?.title).toBe('为陆文博登记来访')
  expect(actionFinds([hit('entry', 9, 'DJ26-001808')], starts, () => '')).toEqual([])
})

test('places and entries stand in groups of their own; pages are the page\'s own', () => {
  expect(hitFinds([hit('tenant', 3, '博远'), hit('page', 1, '今日'), hit('entry', 9, 'DJ26-001808'), hit('order', 2, '门锁松动'), hit('receipt', 3, 'SJ26-000913'), hit('day-close', 4, 'RJ26-000120')], ({ title }) => title).map((find) => [find.group, find.icon, find.title])).toEqual([
    ['place', 'building-2', '博远'], ['entry', 'door-open', 'DJ26-001808'], ['entry', 'wrench', '门锁松动'], ['entry', 'receipt', 'SJ26-000913'], ['entry', 'calendar-days', 'RJ26-000120'],
  ])
})

test('what was typed stands out in what was found', () => {
  expect(marked('CM26-001808', '1808')).toEqual([{ text: 'CM26-00', hit: false }, { text: '1808', hit: true }])
  expect(marked('陆文博', 'lwb')).toEqual([{ text: '陆文博', hit: false }])
})
