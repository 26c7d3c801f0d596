import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readExcel from 'read-excel-file/node'
import { answerSaveDialog, logVisit, openVisits, said, signIn, visitRow, visits } from './fixtures/desk'
import { expect, test } from './fixtures/test'

const detail = (page: Parameters<typeof visits>[0], no: string) => page.getByRole('region', { name: no })

test('16.R1 a correction keeps what stood there, who changed it and why', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const no = await logVisit(page, { name: '林若男', company: '恒越信息' })
  await visitRow(page, '林若男').click()
  await page.keyboard.press('Alt+E')
  const form = page.getByRole('group', { name: '更正' })
  await form.getByRole('textbox', { name: '来访人' }).fill('林若楠')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await form.getByRole('textbox', { name: '原因' }).fill('听错了名字')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, `${no} 已更正，原内容在改动里。`)).toBeVisible()
  await page.keyboard.press('Alt+H')
  const history = page.getByRole('region', { name: '改动' })
  for (const text of ['林若男', '林若楠', '听错了名字', '周晓岚']) await expect(history).toContainText(text)
  expect(await records.entries()).toMatchObject([{ no, name: '林若楠', company: '恒越信息' }])
})

test('P3 16.R4 a number is taken away by a correction; a returning visitor is offered by the beginning of the document', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await logVisit(page, { name: '林若楠', phone: '13800002716', document: '11010519491231002X' })
  const { name } = await openVisits(page)
  await name.pressSequentially('110105')
  const offered = page.getByRole('option').filter({ hasText: '林若楠' }).filter({ hasText: 'lin ruo nan' })
  await expect(offered).toBeVisible()
  await expect(offered.locator('.py b')).toHaveText(['l', 'r', 'n'])
  await name.fill('')

  await visitRow(page, '林若楠').click()
  await page.keyboard.press('Alt+E')
  const form = page.getByRole('group', { name: '更正' })
  await form.getByRole('checkbox', { name: '去掉号码' }).click()
  await expect(form.getByRole('textbox', { name: '手机' })).toBeDisabled()
  await form.getByRole('textbox', { name: '原因' }).fill('不是本人的号码')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已更正/)).toBeVisible()
  expect(await records.entries()).toMatchObject([{ name: '林若楠', phone_masked: '', document_masked: '110105********002X' }])
})

test('16.R1 M2 a void keeps its number, says why, and leaves no gap', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await logVisit(page, { name: '周子涵' })
  await visitRow(page, '周子涵').click()
  await page.keyboard.press('Alt+Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await page.getByRole('textbox', { name: '作废原因' }).fill('误登记')
  await page.keyboard.press('Enter')
  await expect(said(page, /DJ\d\d-000001 已作废，编号保留。/)).toBeVisible()
  await expect(visitRow(page, '周子涵')).toContainText('作废')
  await expect(visitRow(page, '周子涵')).toContainText('误登记')
  await page.keyboard.press('Escape')
  await logVisit(page, { name: '唐敏' })
  const entries = await records.entries()
  expect(entries.map(({ no }) => no.slice(-6))).toEqual(['000001', '000002'])
  expect(entries[0]).toMatchObject({ state: 'void', void_reason: '误登记', name: '周子涵' })
})

test('P3 lists and details show masks; a number is revealed to who may, and the log names who', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const no = await logVisit(page, { name: '周明远', document: '11010519491231002X', phone: '13800002716' })
  await expect(page.getByText(/110105194912|13800002716/)).toHaveCount(0)
  await visitRow(page, '周明远').click()
  await expect(detail(page, no)).toContainText('110105********002X')
  await expect(detail(page, no)).toContainText('138****2716')
  await page.getByRole('button', { name: '显示完整证件号码，将记入日志' }).click()
  await expect(detail(page, no)).toContainText('11010519491231002X')
  const [line] = await records.audit('reveal')
  expect(line).toMatchObject({ actor: '周晓岚', register: 'reception' })
  expect(line!.detail).not.toContain('11010519491231002X')
  await page.getByRole('button', { name: '遮住' }).click()
  await expect(page.getByText('11010519491231002X')).toHaveCount(0)
  await page.keyboard.press('Escape')
  const stored = readFileSync(records.path).toString('latin1') + readFileSync(`${records.path}-wal`).toString('latin1')
  for (const personal of ['11010519491231002X', '13800002716']) expect(stored).not.toContain(personal)
})

test('16.R1 the list is searched by Chinese substrings, company, phone tail, number and room, and narrowed', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await logVisit(page, { name: '古丽娜尔·艾山江', company: '新疆天山雪莲', host: ['xjy', '许嘉言'] })
  await logVisit(page, { name: '方以恒', company: '明澈水处理', phone: '13800002716', host: ['lwb', '陆文博'] })
  await logVisit(page, { name: '郑启明', host: ['cy', '曹颖'] })
  const search = page.getByRole('searchbox').or(page.getByRole('textbox', { name: '查找' }))
  for (const [typed, name] of [['娜尔', '古丽娜尔·艾山江'], ['雪莲', '古丽娜尔·艾山江'], ['水处', '方以恒'], ['2716', '方以恒'], ['000003', '郑启明'], ['0912', '郑启明']] as const) {
    await page.keyboard.press('Control+F')
    await search.fill(typed)
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
    await expect(page.getByRole('listbox').getByRole('option')).toContainText(name)
  }
  await search.fill('没有此人')
  await expect(page.getByText('没有符合的登记')).toBeVisible()
  await search.press('Escape')
  await expect(visits(page).getByRole('option')).toHaveCount(3)
})

test('16.F1 P3 the list is exported to .xlsx and .csv: numbers masked, leading zeros kept', async ({ counter }) => {
  const { app, page, dir } = counter
  await signIn(page)
  await logVisit(page, { name: '=HYPERLINK("x")', document: '11010519491231002X', phone: '13800002716', host: ['cy', '曹颖'] })
  const book = join(dir, 'register.xlsx')
  await answerSaveDialog(app, book)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '导出 Excel' }).click()
  await expect(said(page, /已导出 1 条/)).toBeVisible()
  const rows = (await readExcel(book) as unknown as { data?: unknown[][] }[] | unknown[][])
  const cells = JSON.stringify(rows)
  expect(cells).toContain('110105********002X')
  expect(cells).toContain('138****2716')
  expect(cells).toMatch(/"0912"/)
  expect(cells).not.toMatch(/11010519491231002X|13800002716/)

  const csv = join(dir, 'register.csv')
  await answerSaveDialog(app, csv)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '导出 CSV' }).click()
  await expect(said(page, /register\.csv/)).toBeVisible()
  const text = readFileSync(csv, 'utf8')
  expect(text.startsWith('﻿')).toBe(true)
  expect(text).toContain('0912')
  expect(text).toContain('110105********002X')
  expect(text, 'no cell begins as a formula, but for digits that are told to be text').not.toMatch(/(^|,)"?=(?!""\d+"")/m)

  await answerSaveDialog(app, null)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '导出 CSV' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
})

test('16.F1 the register of the day comes out as A4 PDF', async ({ counter }) => {
  const { app, page, dir } = counter
  await signIn(page)
  for (const name of ['林若楠', '方以恒', '宋雨桐']) await logVisit(page, { name })
  const pdf = join(dir, 'day.pdf')
  await answerSaveDialog(app, pdf)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '登记表存为 PDF' }).click()
  await expect(said(page, /3 条已存为 PDF/)).toBeVisible({ timeout: 20_000 })
  const bytes = readFileSync(pdf)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // A4 lying or standing: 595 by 842 points.
  expect(bytes.toString('latin1')).toMatch(/\/MediaBox \[0 0 (59\d|84\d)(\.\d+)? (59\d|84\d)(\.\d+)?\]/)
})

test('16.R5 16.C1 the check of the day lists what has no result and who is still inside', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await logVisit(page, { name: '林若楠' })
  await openVisits(page)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '当日检查' }).click()
  const check = page.getByRole('region', { name: '当日检查' })
  await expect(check).toContainText('仍在楼内的')
  await expect(check).toContainText('林若楠')
})
