import { readFileSync } from 'node:fs'
import { logVisit, openVisits, pickHost, said, scan, signIn, strip, visitForm, visitRow } from './fixtures/desk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import { openFromCommandBar } from './fixtures/walk'

test('Esc never loses what was typed: it is offered, taken up again, and gone once saved', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await form.company.fill('恒越信息技术（上海）有限公司')
  await form.company.press('Escape')
  await expect(form.name).toHaveValue('')
  await expect(said(page, /写到一半的还在/)).toBeVisible()
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(form.name).toHaveValue('林若楠')
  await expect(form.company).toHaveValue('恒越信息技术（上海）有限公司')
  await pickHost(page, 'lwb', '陆文博')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已保存 DJ/)).toBeVisible()
  await expect.poll(() => records.query('SELECT * FROM draft')).toEqual([])
})

test('P3 after a crash the draft is offered again; on the disk it is not to be read', async ({ counter }) => {
  await signIn(counter.page)
  const form = await openVisits(counter.page)
  await form.name.fill('林若楠')
  await form.number.fill('11010519491231002X')
  await form.phone.fill('13800002716')
  await expect.poll(() => counter.records.query('SELECT 1 FROM draft')).toHaveLength(1)
  await expect(counter.page.getByText(/草稿已存/)).toBeVisible()
  await counter.crash()
  const stored = readFileSync(counter.records.path).toString('latin1') + readFileSync(`${counter.records.path}-wal`).toString('latin1')
  for (const personal of ['11010519491231002X', '13800002716']) expect(stored).not.toContain(personal)

  await counter.launch()
  await signIn(counter.page)
  await openVisits(counter.page)
  await counter.page.getByRole('button', { name: '接着写' }).click()
  const again = visitForm(counter.page)
  await expect(again.name).toHaveValue('林若楠')
  await expect(again.phone).toHaveValue('13800002716')
})

test('what is not wanted is dropped for good', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await form.name.press('Escape')
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(page.getByRole('button', { name: '接着写' })).toHaveCount(0)
  await expect.poll(() => records.query('SELECT * FROM draft')).toEqual([])
})

test('what was set aside outlives the saving of another, and Esc pressed twice', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await form.name.press('Escape')
  await page.keyboard.press('Escape')
  await expect(said(page, /写到一半的还在：林若楠/)).toBeVisible()
  await logVisit(page, { name: '方以恒' })
  await expect(said(page, /写到一半的还在：林若楠/)).toBeVisible()
  await expect.poll(() => records.query('SELECT form FROM draft')).toMatchObject([{ form: 'visit-aside' }])
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(form.name).toHaveValue('林若楠')
})

test('16.R4 a card does not take away a reason that is being written; it waits, and the reason is kept', async ({ counter }) => {
  const { app, page } = counter
  await signIn(page, staff.supervisor)
  const no = await logVisit(page, { name: '方以恒' })
  const reason = page.getByRole('textbox', { name: '作废原因' })
  await visitRow(page, '方以恒').click()
  await page.getByRole('button', { name: /^作废/ }).click()
  await reason.fill('登记两次')
  await scan(app, '11010519491231002X')
  await expect(reason).toHaveValue('登记两次')
  await expect(strip(page).getByRole('button', { name: /已读证件/ })).toBeVisible()
  await reason.press('Escape')
  const form = visitForm(page)
  await expect(form.maskedNumber).toContainText('110105********002X')
  await visitRow(page, '方以恒').click()
  await expect(page.getByText(no).first()).toBeVisible()
  await page.getByRole('button', { name: /^作废/ }).click()
  await expect(reason).toHaveValue('登记两次')
})

test('12.R1 Esc loses nothing of a kind of pass, nor 12.R9 of a day of the calendar', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page, staff.supervisor)
  await openFromCommandBar(page, '证件种类')
  const kind = page.getByRole('button', { name: '临时证' })
  await kind.click()
  const text = page.getByRole('textbox', { name: '卡上一行' })
  await text.fill('凭证乘货梯')
  await page.keyboard.press('Escape')
  await expect(text).toHaveCount(0)
  await kind.click()
  await expect(text, 'as it was left').toHaveValue('凭证乘货梯')
  await page.keyboard.press('Control+Enter')
  await expect(text).toHaveCount(0)
  await expect.poll(() => records.query('SELECT form FROM draft')).toEqual([])

  await openFromCommandBar(page, '工作日历')
  await page.keyboard.press('Alt+N')
  const name = page.getByRole('textbox', { name: '名称' })
  await name.fill('国庆节')
  await page.keyboard.press('Escape')
  await expect(name).toHaveCount(0)
  await page.keyboard.press('Alt+N')
  await expect(name).toHaveValue('国庆节')
})

test('Esc loses nothing of a company that is half written', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page, staff.supervisor)
  await openFromCommandBar(page, 'danwei')
  await page.getByRole('button', { name: '添加单位' }).click()
  const company = page.getByRole('textbox', { name: '单位名称' })
  await company.fill('星汉影业（北京）有限公司')
  await page.keyboard.press('Escape')
  await expect(company).toHaveCount(0)
  await page.getByRole('button', { name: '添加单位' }).click()
  await expect(company, 'as it was left').toHaveValue('星汉影业（北京）有限公司')
  await page.screenshot({ path: test.info().outputPath('company.png') })
  await page.keyboard.press('Control+Enter')
  await expect(company).toHaveCount(0)
  await expect.poll(() => records.query('SELECT form FROM draft')).toEqual([])
})

test('what is typed into the settings is kept when another page is opened, and is no draft once saved', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page, staff.administrator)
  const openLimits = async (): Promise<void> => {
    await openFromCommandBar(page, '设置')
    await page.getByRole('tab', { name: /时限/ }).first().click()
  }
  const limit = page.getByRole('textbox', { name: '告知时限' })
  const station = page.getByRole('textbox', { name: '台号' })
  const unsaved = page.getByText(/有改动，还没保存/)
  await openLimits()
  await limit.fill('45')
  await page.getByRole('tab', { name: /本台/ }).click()
  await station.fill('A9')
  await page.keyboard.press('F2')
  await expect(visitForm(page).name).toBeVisible()
  await openLimits()
  await expect(limit, 'as it was left').toHaveValue('45')
  await expect(unsaved).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '已保存。')).toBeVisible()
  await expect(unsaved).toHaveCount(0)
  await page.getByRole('tab', { name: /本台/ }).click()
  await expect(station, 'the station is saved by itself').toHaveValue('A9')
  await expect(unsaved).toBeVisible()
  await expect.poll(() => records.query('SELECT form FROM draft')).toEqual([{ form: 'station' }])
  await page.keyboard.press('F2')
  await expect(visitForm(page).name).toBeVisible()
  await openLimits()
  await expect(limit, 'as it was saved').toHaveValue('45')
  await expect(unsaved).toHaveCount(0)
})

test('no list says that it is empty over what is being written; a search that finds nothing still says so', async ({ counter }) => {
  const { page } = counter
  await signIn(page, staff.administrator)
  for (const [key, name, field] of [['F9', '还没有水牌。', '中文名称'], ['F3', '还没有来电。', '来电人']] as const) {
    await page.keyboard.press(key)
    const none = page.locator('.rows .empty')
    await expect(none).toContainText(name)
    await page.getByRole('textbox', { name: field }).or(page.getByRole('combobox', { name: field })).first().fill('王')
    await expect(page.getByText('登记中')).toBeVisible()
    await expect(none).toBeHidden()
    await page.keyboard.press('Control+F')
    await page.getByRole('searchbox').fill('没有这样的')
    await expect(none).toBeVisible()
    await page.getByRole('searchbox').press('Escape')
  }
})
