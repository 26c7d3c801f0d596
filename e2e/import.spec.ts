import { join } from 'node:path'
import type { Page } from '@playwright/test'
import readExcel from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { answerSaveDialog, said, signIn } from './fixtures/desk'
import { openFromCommandBar } from './fixtures/walk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const ROWS = 5000

/** A row's cells; every 250th of the 5,000 has something wrong with it. */
function unit(n: number): [room: string, floor: string, area: string] {
  const room = `${String(Math.floor(n / 100) + 40)}${String(n % 100).padStart(2, '0')}`
  if (n % 250 !== 249) return [room, room.slice(0, 2), '120.5']
  return ([[`${room.slice(0, 3)}O`, '40', '120'], ['', '40', '120'], [room, '40', '一百'], ['4000', '40', '120']] as const)[Math.floor(n / 250) % 4]!.slice() as [string, string, string]
}

async function workbook(path: string): Promise<string> {
  const header = ['房号', '楼层', '面积'].map((value) => ({ value }))
  const rows = Array.from({ length: ROWS }, (_, n) => unit(n).map((value) => ({ value, type: String })))
  await writeExcel([header, ...rows]).toFile(path)
  return path
}

async function openImport(page: Page): Promise<void> {
  await openFromCommandBar(page, '导入')
  await expect(page.getByRole('region', { name: '表格' })).toBeVisible()
}

test('a workbook of 5,000 rows with 20 bad ones: each bad cell is shown, nothing is taken in until accepted, again doubles nothing', async ({ counter }) => {
  const { app, page, dir, records } = counter
  const file = await workbook(join(dir, '房间.xlsx'))
  const before = (await records.query('SELECT room FROM unit')).length
  await signIn(page, staff.supervisor)
  await openImport(page)
  await page.getByLabel('选文件').setInputFiles(file)
  const preview = page.getByRole('region', { name: '导入预览' })
  await expect(preview.getByText('一行都还没导入').first()).toBeVisible({ timeout: 30_000 })
  await expect(preview).toContainText('5000')
  await expect(preview.getByRole('tab', { name: '有误 20' })).toBeVisible()
  await expect(preview.getByRole('tab', { name: '可导入 4980' })).toBeVisible()

  const grid = preview.getByRole('grid', { name: '有误 20' })
  await expect(grid).toBeFocused()
  const seen = new Set<string>()
  for (let pages = 0; pages < 10 && seen.size < 20; pages++) {
    for (const row of await grid.getByRole('row').filter({ has: page.getByRole('gridcell') }).or(grid.locator('tbody tr')).all()) seen.add((await row.textContent())!)
    await page.keyboard.press('PageDown')
  }
  expect(seen.size).toBe(20)
  const all = [...seen].join('\n')
  for (const words of ['字母 O', '空着', '不是数', '重复', '房号', '面积']) expect(all).toContain(words)
  expect((await records.query('SELECT room FROM unit')).length).toBe(before)

  const mended = join(dir, 'bad.xlsx')
  await answerSaveDialog(app, mended)
  await page.keyboard.press('Alt+X')
  await expect(said(page, /有误的 20 行已存到/)).toBeVisible()
  expect(JSON.stringify(await readExcel(mended))).toContain('不是数')

  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已导入：新增 4980，更新 0，不变 0。')).toBeVisible({ timeout: 30_000 })
  expect((await records.query('SELECT room FROM unit')).length).toBe(before + 4980)

  await page.getByLabel('选文件').setInputFiles(file)
  await expect(preview.getByText('新增 0，更新 0，不变 4980')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已导入：新增 0，更新 0，不变 4980。')).toBeVisible({ timeout: 30_000 })
  expect((await records.query('SELECT room FROM unit')).length).toBe(before + 4980)
})

test('what is given up leaves no row; a file that is none of ours says so; the template is written and comes back whole', async ({ counter }) => {
  const { app, page, dir, records } = counter
  await signIn(page, staff.administrator)
  await openImport(page)
  await page.getByLabel('选文件').setInputFiles({ name: '联系人.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,姓名,分机,电话\n蓝桥快运（北京）有限公司,赵一,8199,13911112222\n不存在的公司,钱二,8100,\n') })
  const preview = page.getByRole('region', { name: '导入预览' })
  await expect(preview.getByRole('tab', { name: '有误 1' })).toBeVisible()
  await expect(preview).toContainText('没有这家单位')
  await page.keyboard.press('Escape')
  await expect(said(page, '已放弃，一行也没留，可重来。')).toBeVisible()
  expect(await records.query(`SELECT 1 FROM contact WHERE name = '赵一'`)).toEqual([])

  await page.getByLabel('选文件').setInputFiles({ name: '表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK 这不是工作簿') })
  await expect(page.getByRole('region', { name: '导入预览' }).getByText('这个文件读不出')).toBeVisible()

  const template = join(dir, 'template.xlsx')
  await answerSaveDialog(app, template)
  await page.keyboard.press('Alt+T')
  await expect(said(page, /模板已存到/)).toBeVisible()
  expect(JSON.stringify(await readExcel(template))).toMatch(/房号|单位名称/)
})
