import { said, signIn } from './fixtures/desk'
import { openRow, reportRepair, signOnScreen, take } from './fixtures/orders'
import { openFromCommandBar } from './fixtures/walk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const lock = { fault: '门锁打不开', reporter: ['lwb', '陆文博'] as [string, string] }

test('13.R1 13.C4 what was reported already is offered, and added to; a void order keeps its number, and the proof names it', async ({ counter }) => {
  test.setTimeout(120_000)
  const { page, engineering, records } = counter
  await signIn(page)
  const no = await reportRepair(page, lock)
  await engineering.waitForSlips(2)
  const form = page.getByRole('group', { name: '报修登记' })
  await form.getByRole('combobox', { name: '报修内容' }).fill('门锁打不开，又来电催')
  await page.keyboard.press('Tab')
  await form.getByRole('radio', { name: '门窗锁具' }).click()
  await form.getByRole('combobox', { name: '报修人' }).pressSequentially('lwb')
  await page.getByRole('option', { name: /陆文博/ }).first().click()
  await expect(said(page, new RegExp(`已报「门锁打不开」，${no}`))).toBeVisible()
  await page.keyboard.press('Alt+M')
  await expect.poll(() => records.query('SELECT count(*) AS n, max(content) AS content FROM work_order')).toMatchObject([{ n: 1, content: expect.stringContaining('又来电催') }])

  await openRow(page, 'F4', no)
  await take(page, '作废')
  await page.getByRole('textbox', { name: '作废原因' }).fill('客户来电说已好')
  await page.getByRole('button', { name: /作废，编号保留/ }).click()
  await expect(said(page, `${no} 已作废，编号保留。`)).toBeVisible()
  const next = await reportRepair(page, { ...lock, fault: '茶水间灯不亮', trade: '电气' })
  expect(next).toBe(no.replace('000001', '000002'))

  await openFromCommandBar(page, 'bianhao')
  await page.getByRole('radio', { name: /报修|维修/ }).or(page.getByRole('tab', { name: /报修|维修/ })).first().click()
  await expect(page.locator('main')).toContainText('无断号')
  await expect(page.locator('main')).toContainText('客户来电说已好')
})

test('16.R1 four digits of a phone number open the company, whose page shows the repair; engineering, supervisor and finance see what waits for them', async ({ counter }) => {
  test.setTimeout(120_000)
  const { page } = counter
  await signIn(page)
  const no = await reportRepair(page, { ...lock, reporter: ['sjm', '沈嘉敏'] })
  await page.keyboard.press('Control+K')
  const bar = page.getByRole('dialog').getByRole('combobox')
  await bar.fill('8807')
  await page.getByRole('dialog').getByRole('option', { name: /沈嘉敏|瑞景/ }).first().click()
  await expect(page.getByRole('region', { name: '往来' })).toContainText(no)
  await expect(page.getByRole('complementary')).toContainText('门锁打不开')

  await page.keyboard.press('Control+U')
  await signIn(page, staff.engineering)
  await page.keyboard.press('F1')
  await expect(page.locator('main')).toContainText('门锁打不开')
  await page.keyboard.press('Control+U')
  await signIn(page, staff.supervisor)
  await page.keyboard.press('F1')
  await expect(page.locator('main')).toContainText('门锁打不开')
  await page.keyboard.press('Control+U')
  await signIn(page, staff.finance)
  await page.keyboard.press('F1')
  await expect(page.locator('main')).toContainText('今日收据 0 张')
})

test('M1 cash comes from finance as 备用金, signed for; the drawer is counted, and a difference needs its reason', async ({ counter }) => {
  const { page, records, receipt } = counter
  await signIn(page)
  await openFromCommandBar(page, 'shoukuan')
  // The first day's float: money the ledger knows of.
  await page.getByRole('button', { name: /^领备用金/ }).click()
  await page.getByRole('textbox', { name: '金额' }).fill('-1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('金额应在')
  await page.getByRole('textbox', { name: '金额' }).fill('180')
  await page.getByRole('textbox', { name: '付款人' }).fill('冯雪')
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /BY\d\d-000001 已领备用金 ¥180.00/)).toBeVisible()
  const [drawn] = await receipt.waitForSlips(1)
  expect(drawn!.text.join('').replace(/[ 　]/g, '')).toContain('壹佰捌拾元整')
  await expect(page.getByRole('region', { name: '钱箱清点' })).toContainText('其后领入¥180.00')
  await page.getByRole('textbox', { name: /100.*张数/ }).fill('2')
  const close = page.getByRole('button', { name: /清点交款/ })
  await close.click()
  await expect(page.getByText('账实不符，写明差额原因。')).toBeVisible()
  await page.getByRole('textbox', { name: '差额原因' }).fill('抽屉底下找到二十元')
  await page.getByRole('textbox', { name: '留存备用' }).fill('200')
  await close.click()
  await expect(said(page, /QD\d\d-000001 已清点/)).toBeVisible()
  await receipt.waitForSlips(2)
  expect(await records.query('SELECT difference_fen, reason, float_fen FROM drawer_close')).toEqual([{ difference_fen: 2000, reason: '抽屉底下找到二十元', float_fen: 20000 }])
})
