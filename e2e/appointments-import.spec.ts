import { join } from 'node:path'
import type { Page } from '@playwright/test'
import readExcel from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { addDays, dayOf } from '../shared/rules/time'
import { answerSaveDialog, openVisits, said, signIn, visitForm } from './fixtures/desk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const HEAD = ['来访人', '来访单位', '手机', '人数', '被访人', '房号', '事由', '预约日期', '预约时间', '备注']
const tomorrow = addDays(dayOf(Date.now()), 1)

async function workbook(path: string, rows: string[][]): Promise<string> {
  await writeExcel([HEAD.map((value) => ({ value })), ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))]).toFile(path)
  return path
}

/** Ctrl+B, then Alt+I: no hand leaves the keyboard. */
async function openImport(page: Page): Promise<void> {
  await openVisits(page)
  await page.keyboard.press('Control+B')
  await expect(page.getByRole('button', { name: '导入名单' })).toBeVisible()
  await page.keyboard.press('Alt+I')
  await expect(page.getByRole('region', { name: '表格' })).toBeVisible()
}

test('16.R4 a list of visitors expected is shown with its bad rows, taken in by keyboard, never doubled, and each arrives from it', async ({ counter }) => {
  const { app, page, dir, records } = counter
  const file = await workbook(join(dir, '名单.xlsx'), [
    ['何婉清', '恒越信息技术', '13800002716', '3', '陆文博', '1808', '面谈', tomorrow, '14:30', '带样品'],
    ['沈知远', '', '', '', '工程部', '', '看设备', tomorrow, '9点半', ''],
    ['林若楠', '', '', '', '陆文波', '1808', '', tomorrow, '10:00', ''],
    ['方以恒', '', '', '', '陆文博', '18O8', '', tomorrow, '10:00', ''],
    ['宋雨桐', '', '', '', '陆文博', '', '', addDays(tomorrow, -2), '10:00', ''],
    ['周明远', '', '138', '', '陆文博', '', '', tomorrow, '25:00', ''],
  ])
  await signIn(page, staff.receptionist)
  await openImport(page)
  await page.getByLabel('选文件').setInputFiles(file)
  const preview = page.getByRole('region', { name: '导入预览' })
  await expect(preview.getByRole('tab', { name: '可导入 2' })).toBeVisible()
  await expect(preview.getByText('一行都还没导入')).toBeVisible()
  await expect(preview.getByRole('tab', { name: '有误 4' })).toBeVisible()
  const bad = preview.getByRole('grid')
  await expect(bad).toBeFocused()
  for (const words of ['1808 没有这个联系人', '可能是 陆文博', '字母 O，应为数字 0', '日期已过', '没有这个时间']) await expect(bad).toContainText(words)
  expect(await records.entries()).toEqual([])

  const mended = join(dir, 'bad.xlsx')
  await answerSaveDialog(app, mended)
  await page.keyboard.press('Alt+X')
  await expect(said(page, /有误的 4 行已存到/)).toBeVisible()
  expect(JSON.stringify(await readExcel(mended))).toContain('应为「陆文博」')

  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已导入：新增 2，更新 0，不变 0。')).toBeVisible()
  expect(await records.entries()).toMatchObject([
    { no: expect.stringMatching(/-000001$/), state: 'expected', name: '何婉清', people: 3, room: '1808', host_name: '陆文博', phone_masked: '138****2716', matter: '带样品' },
    { no: expect.stringMatching(/-000002$/), state: 'expected', name: '沈知远', host_name: '工程部', matter: '看设备' },
  ])

  await page.getByLabel('选文件').setInputFiles(file)
  await expect(preview.getByText('新增 0，更新 0，不变 2')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已导入：新增 0，更新 0，不变 2。')).toBeVisible()
  expect(await records.entries()).toHaveLength(2)

  await page.keyboard.press('Escape')
  const expected = page.getByRole('listbox', { name: '预约' })
  await expect(expected.getByRole('option')).toHaveText([/沈知远/, /何婉清/])
  await expect(expected).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(visitForm(page).name).toHaveValue('何婉清')
  await expect(visitForm(page).host).toHaveValue('陆文博')
})

test('16.R4 a list given up leaves nothing, Esc goes back one step at a time, and the template comes back whole', async ({ counter }) => {
  const { app, page, dir, records } = counter
  await signIn(page, staff.receptionist)
  await openImport(page)
  await page.getByLabel('选文件').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(`${HEAD.join(',')}\n何婉清,,,,陆文博,,,${tomorrow},14:30,\n`) })
  await expect(page.getByRole('tab', { name: '可导入 1' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(said(page, '已放弃，一行也没留，可重来。')).toBeVisible()
  expect(await records.entries()).toEqual([])

  const template = join(dir, 'template.xlsx')
  await answerSaveDialog(app, template)
  await page.keyboard.press('Alt+T')
  await expect(said(page, /模板已存到/)).toBeVisible()
  const [sheet] = await readExcel(template)
  expect(sheet).toMatchObject({ sheet: '预约来访', data: [HEAD, expect.anything()] })

  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '新预约' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(visitForm(page).name).toBeVisible()
})

test('16.R4 who is on the deny list is noted in the preview; an appointment is moved to another time by a correction', async ({ counter }) => {
  const { page, dir, records } = counter
  const file = await workbook(join(dir, '名单.xlsx'), [['贾一', '', '', '', '陆文博', '', '', tomorrow, '10:00', ''], ['何婉清', '', '', '', '陆文博', '', '', tomorrow, '14:30', '']])
  await signIn(page, staff.supervisor)
  await openVisits(page)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '拒访名单' }).click()
  const list = page.getByRole('region', { name: '拒访名单' })
  await list.getByRole('textbox', { name: '姓名' }).fill('贾一')
  await list.getByRole('textbox', { name: '原因' }).fill('曾滋事')
  await list.getByRole('button', { name: '列入名单' }).click()
  await expect(list.getByText('曾滋事')).toBeVisible()
  await page.keyboard.press('Escape')

  await openImport(page)
  await page.getByLabel('选文件').setInputFiles(file)
  await expect(page.getByText('1 位来访人在拒访名单上，照常导入，来时请主管定夺：第 2 行 贾一。')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已导入：新增 2，更新 0，不变 0。')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: /^预约/ }).click()
  await page.getByRole('listbox', { name: /来访/ }).getByRole('option').filter({ hasText: '何婉清' }).click()
  await expect(page.getByRole('button', { name: /^更正/ })).toBeVisible()
  await page.keyboard.press('Alt+E')
  const [, planned] = await records.entries()
  const form = page.getByRole('group', { name: '更正' })
  await form.getByRole('textbox', { name: '时间' }).fill('16:05')
  await form.getByRole('textbox', { name: '原因' }).fill('改期')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已更正/)).toBeVisible()
  const [, moved] = await records.entries()
  expect(moved).toMatchObject({ name: '何婉清', state: 'expected', day: tomorrow, expected_at: planned!.expected_at! + 95 * 60_000 })
})
