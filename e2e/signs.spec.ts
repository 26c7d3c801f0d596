import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, said, signIn } from './fixtures/desk'
import { send, signOnScreen, take } from './fixtures/orders'
import { pdfText } from './fixtures/pdf-text'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import type { PrintedSlip } from './fixtures/virtual-printer'
import { openFromCommandBar } from './fixtures/walk'

test.use({ setUp: { switches: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] } })

const SIGN = /SP\d\d-\d{6}/
const onPaper = (slip: PrintedSlip): string => slip.text.join('').replace(/[ 　]/g, '')
const form = (page: Page) => page.getByRole('group', { name: '水牌申请表' })

/** What was saved opens on the spot; its number. */
const opened = async (page: Page): Promise<string> => (await page.getByRole('region', { name: SIGN }).getAttribute('aria-label'))!

/** A sign for 博远 in the lobby, sealed; returns its number. */
async function apply(page: Page, { fee = '150', nameEn = 'Boyuan Supply Chain' } = {}): Promise<string> {
  await page.keyboard.press('F9')
  await form(page).getByRole('combobox', { name: '单位' }).pressSequentially('博远')
  await page.getByRole('listbox', { name: '单位' }).getByRole('option', { name: /博远/ }).first().click()
  await expect(form(page).getByRole('combobox', { name: '房号' })).toHaveValue('1808')
  await form(page).getByRole('radio', { name: '大堂' }).click()
  for (const [name, text] of [['尺寸', '600×180 mm'], ['费用', fee], ['英文名称', nameEn], ['装在', '大堂东墙第 3 行']] as const) await form(page).getByRole('textbox', { name }).fill(text)
  await form(page).getByText('申请表已盖单位章').click()
  await page.keyboard.press('Control+Enter')
  return opened(page)
}
async function accept(page: Page, no: string, tendered: string | null): Promise<void> {
  await take(page, '核对无误')
  if (tendered) await page.getByRole('region', { name: '核对无误' }).getByRole('textbox', { name: '实收' }).fill(tendered)
  const by = page.getByRole('region', { name: '核对无误' }).getByRole('textbox', { name: '核对人' })
  await by.fill('陆文博')
  await by.press('Escape')
  await take(page, '核对无误')
  await expect(by, 'Esc lost nothing').toHaveValue('陆文博')
  if (tendered) await expect(page.getByRole('region', { name: '核对无误' }).getByRole('textbox', { name: '实收' })).toHaveValue(tendered)
  await signOnScreen(page)
  await send(page, tendered ? '收款、下单制作' : '签字下单')
  await expect(said(page, tendered ? /收据 SJ/ : `${no} 已核对`).first()).toBeVisible()
}
async function install(page: Page, no: string): Promise<void> {
  await take(page, '装好')
  await page.getByRole('button', { name: '开摄像头' }).click()
  await page.getByRole('button', { name: '拍照' }).click()
  await expect(page.getByRole('img', { name: '已拍的照片' })).toBeVisible()
  await send(page, '装好')
  await expect(said(page, `${no} 已装好`)).toBeVisible()
  await expect(page.getByRole('img', { name: '照片' }).first(), 'how it hangs').toBeVisible()
}
const because = async (page: Page, step: string, field: string, text: string): Promise<void> => {
  await take(page, step)
  await page.getByRole('form', { name: step }).getByRole('textbox', { name: field }).fill(text)
  await page.keyboard.press('Enter')
}

test('10.R1 10.R2 10.F1 10.C4 M2 a sign is sealed, returned and handed in again, checked, paid for, made and installed; its client gone it stays listed until it is down', async ({ counter }) => {
  test.setTimeout(180_000)
  const { app, page, receipt, records, dir } = counter
  await signIn(page, staff.supervisor)
  const no = await apply(page)
  const application = onPaper((await receipt.waitForSlips(1))[0]!)
  for (const text of ['水牌申请表', no, '600×180mm', 'BoyuanSupplyChain', '￥150.00', '客户盖章']) expect(application).toContain(text)

  await because(page, '有误退回', '错在哪里', '英文少 International')
  await expect(said(page, `${no} 已退客户`).first()).toBeVisible()
  await take(page, '重报')
  const again = page.getByRole('region', { name: '重报' })
  await again.getByRole('textbox', { name: '英文名称' }).fill('Boyuan (Beijing) International')
  await send(page, '重报')
  await expect(page.getByRole('alert').filter({ hasText: '盖单位章' }), 'it is sealed anew').toBeVisible()
  await again.getByText('申请表已盖单位章').click()
  await send(page, '重报')
  await expect(said(page, `${no} 已重报`)).toBeVisible()
  await accept(page, no, '200')
  const [paid, order] = (await receipt.waitForSlips(3)).slice(1).map(onPaper)
  for (const text of ['收据', '水牌制作费大堂水牌', '150.00', '壹佰伍拾元整', '200.00', '50.00', no]) expect(paid).toContain(text)
  for (const text of ['水牌制作单', no, 'Boyuan(Beijing)International', '博远（北京）国际供应链管理有限公司', '已经客户签字核对']) expect(order).toContain(text)
  expect(await records.query(`SELECT account, sum(amount_fen) AS fen FROM posting GROUP BY account ORDER BY account`)).toEqual([{ account: 'cash', fen: 15_000 }, { account: 'sign-income', fen: -15_000 }])
  await page.getByRole('button', { name: /^原件归档/ }).click()
  await expect(said(page, `${no} 原件已归档`)).toBeVisible()
  await take(page, '装好')
  await send(page, '装好')
  await expect(page.getByRole('alert').filter({ hasText: '拍不了，写明原因' })).toBeVisible()
  await page.keyboard.press('Escape')
  await install(page, no)

  await openFromCommandBar(page, 'shuipaimulu')
  const floor = page.getByRole('region', { name: '18 层' })
  await expect(floor).toContainText('1808')
  await expect(floor).toContainText('Boyuan (Beijing) International')
  const file = join(dir, 'directory.pdf')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: '存 PDF' }).click()
  await expect(said(page, '已存')).toBeVisible({ timeout: 20_000 })
  for (const text of ['云汇中心', '楼层索引', 'Directory', '1808', '博远（北京）国际供应链管理有限公司', 'Boyuan(Beijing)International']) expect(pdfText(readFileSync(file))).toContain(text)

  await openFromCommandBar(page, '博远')
  await expect(page.getByRole('heading', { name: '博远（北京）国际供应链管理有限公司' })).toBeVisible()
  await page.keyboard.press('Alt+E')
  await page.getByRole('radio', { name: '已迁出' }).click()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query(`SELECT active FROM tenant WHERE short_name = '博远'`)).toEqual([{ active: 0 }])
  await page.keyboard.press('F9')
  await page.getByRole('tab', { name: /拆换 1/ }).click()
  await page.locator('main [role="listbox"]').getByRole('option').filter({ hasText: no }).click()
  await take(page, '拆除')
  await expect(page.getByRole('region', { name: '拆除' }).getByRole('textbox', { name: '原因' })).toHaveValue('单位已退租')
  await send(page, '拆除')
  await expect(said(page, `${no} 已拆`)).toBeVisible()
  await page.getByRole('tab', { name: '拆换' }).click()
  await expect(page.getByText('没有待拆换的。')).toBeVisible()
  await openFromCommandBar(page, 'shuipaimulu')
  await expect(page.getByText('还没有装好的水牌。')).toBeVisible()
})

test('10.R3 10.F1 a sign is changed by another in its place; one that costs nothing has no receipt, and a void one keeps its number', async ({ counter }) => {
  test.setTimeout(120_000)
  const { page, records } = counter
  await signIn(page)
  const first = await apply(page, { fee: '0' })
  await accept(page, first, null)
  expect(await records.query('SELECT no FROM receipt')).toEqual([])
  await install(page, first)
  await take(page, '换新')
  await expect(page.getByText(`换下 ${first}`)).toBeVisible()
  await form(page).getByRole('textbox', { name: '英文名称' }).fill('Boyuan Group')
  await form(page).getByRole('textbox', { name: '费用' }).fill('0')
  await form(page).getByText('申请表已盖单位章').click()
  await page.keyboard.press('Control+Enter')
  const next = await opened(page)
  await accept(page, next, null)
  await install(page, next)
  expect(await records.query('SELECT no, state FROM sign ORDER BY id'), 'the old one came down as the new one went up').toEqual([{ no: first, state: 'removed' }, { no: next, state: 'installed' }])

  const wrong = await apply(page, { fee: '80' })
  await page.keyboard.press('Alt+Delete')
  const ask = page.getByRole('form', { name: '作废' })
  await page.keyboard.press('Enter')
  await expect(ask.getByRole('alert')).toContainText('原因')
  await ask.getByRole('textbox', { name: '作废原因' }).fill('客户不做了')
  await page.keyboard.press('Enter')
  await expect(said(page, `${wrong} 已作废，号码保留。`)).toBeVisible()
  expect(await records.query('SELECT state, void_reason FROM sign WHERE no = ?', [wrong])).toEqual([{ state: 'void', void_reason: '客户不做了' }])
})
