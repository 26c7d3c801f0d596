import type { Page } from '@playwright/test'
import { said, scan, signIn, strip } from './fixtures/desk'
import { openRow, send, take } from './fixtures/orders'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const PERMIT = /CM\d\d-\d{6}/

/** A permit for large goods, by the company's sealed letter; Enter leads through the goods. Returns its number. */
async function writePermit(page: Page, goods: readonly (readonly [name: string, amount: string])[]): Promise<string> {
  await page.keyboard.press('F6')
  const form = page.getByRole('group', { name: '大厦出门条' })
  await form.getByRole('combobox', { name: '单位' }).pressSequentially('蓝桥')
  await page.getByRole('option', { name: /蓝桥/ }).first().click()
  await form.getByRole('combobox', { name: '申请人' }).pressSequentially('cy')
  await page.getByRole('option', { name: /曹颖/ }).first().click()
  await form.getByRole('textbox', { name: '车牌' }).fill('京A6L208')
  await form.getByRole('textbox', { name: '第 1 行货物' }).focus()
  for (const [name, amount] of goods) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.keyboard.type(amount)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await expect(form.getByRole('radio', { name: '指定签字人' }), 'an empty line ends the goods').toBeFocused()
  await page.keyboard.press('2')
  await form.getByText('单位盖章函件已验').click()
  await page.keyboard.press('Control+Enter')
  const note = said(page, /已保存 CM/)
  await expect(note).toBeVisible()
  return PERMIT.exec((await note.first().textContent())!)![0]
}
async function atGate(page: Page): Promise<void> {
  await page.keyboard.press('Control+U')
  await signIn(page, staff.security)
  await expect(page.getByRole('heading', { name: '门岗核对' })).toBeVisible()
}

test('14.R2 14.R4 14.F1 goods that differ stay inside and the desk hears of it; amended and counted again they leave, and the slip comes back', async ({ counter }) => {
  test.setTimeout(150_000)
  const { app, page, receipt, records } = counter
  await signIn(page)
  const no = await writePermit(page, [['办公桌', '12 张'], ['文件柜', '4 个']])
  const slips = await receipt.waitForSlips(3)
  expect(slips.map((slip) => slip.lines.map(({ text }) => text).join('\n')).filter((text) => text.includes(no) && text.includes('京A6L208'))).toHaveLength(3)
  const [{ token }] = (await records.query<{ token: string }>('SELECT token FROM exit_permit')) as [{ token: string }]

  await atGate(page)
  await expect(page.getByRole('navigation'), 'it stands alone').toHaveCount(0)
  await scan(app, token)
  await expect(page.getByRole('region', { name: no })).toContainText('京A6L208')
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: '文件柜，点到' }).fill('6')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('文件柜多 2 个')
  expect(await records.query('SELECT state FROM exit_permit')).toEqual([{ state: 'differs' }])
  await page.keyboard.press('1')

  await page.keyboard.press('Control+U')
  await signIn(page)
  await expect(strip(page).getByRole('alert')).toContainText('货条不符 1 张')
  await strip(page).getByRole('button', { name: '去看' }).click()
  await expect(page.getByRole('tab', { name: /待放行 1/ })).toHaveAttribute('aria-selected', 'true')
  await openRow(page, 'F6', '不符退回')
  await page.getByRole('complementary').getByRole('button', { name: '已收到' }).click()
  await expect.poll(() => records.query('SELECT acknowledged_by FROM notice')).toEqual([{ acknowledged_by: staff.receptionist.name }])
  await take(page, '改条')
  await expect(page.getByRole('textbox', { name: '第 2 行数量' })).toHaveValue('6 个')
  await send(page, '改条并打印', { 事由: '客户多搬两个，已核' })
  await expect(page.getByText('文件柜 6 个不在原来的凭据里'), 'more than the company signed for').toBeVisible()
  expect(await records.query('SELECT copies FROM exit_permit')).toEqual([{ copies: 1 }])
  await page.getByRole('radio', { name: '盖章函件' }).click()
  await page.getByText('单位盖章函件已验').last().click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, `${no} 已改条`)).toBeVisible()

  await atGate(page)
  await scan(app, token)
  await expect(page.getByRole('alert'), 'the slip from before').toContainText('旧条')
  const [{ token: fresh }] = (await records.query<{ token: string }>('SELECT token FROM exit_permit')) as [{ token: string }]
  await scan(app, fresh)
  await page.getByRole('button', { name: '相符，放行' }).waitFor()
  await page.keyboard.press('1')
  await expect(page.getByRole('status').filter({ hasText: '已放行' })).toContainText(staff.security.name)
  await scan(app, fresh)
  await expect(page.getByRole('alert'), 'a permit lets goods out once').toContainText('已放行过')

  await page.keyboard.press('Control+U')
  await signIn(page)
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '门岗交回' }).click()
  await scan(app, fresh)
  await expect(page.getByRole('log')).toContainText('已交回')
  expect(await records.query('SELECT state, checked_by FROM exit_permit')).toEqual([{ state: 'reconciled', checked_by: staff.security.name }])
})

test('14.R3 a moving-out of a company that finance has marked stops in place; a supervisor agrees by number and PIN, and chapter 2 begins', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page, staff.finance)
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '签字人与欠费' }).click()
  await page.getByRole('combobox', { name: '单位' }).pressSequentially('蓝桥')
  await page.getByRole('option', { name: /蓝桥/ }).first().click()
  await page.getByRole('button', { name: '设欠费标记' }).click()
  await send(page, '设欠费标记', { 金额: '9320', 事由: '物业费 2 月' })
  await expect(said(page, '已设欠费标记')).toBeVisible()

  await page.keyboard.press('Control+U')
  await signIn(page)
  await page.keyboard.press('F6')
  const form = page.getByRole('group', { name: '大厦出门条' })
  await form.getByRole('combobox', { name: '单位' }).pressSequentially('蓝桥')
  await page.getByRole('option', { name: /蓝桥/ }).first().click()
  await form.getByRole('combobox', { name: '申请人' }).pressSequentially('cy')
  await page.getByRole('option', { name: /曹颖/ }).first().click()
  await expect(form.getByRole('radio', { name: '大件' })).toBeFocused()
  await page.keyboard.press('2')
  await form.getByRole('textbox', { name: '第 1 行货物' }).fill('会议椅')
  await form.getByRole('textbox', { name: '第 1 行数量' }).fill('6把')
  await form.getByRole('radio', { name: '盖章函件' }).click()
  await form.getByText('单位盖章函件已验').click()
  await expect(form.getByText('欠费 ¥9,320.00，已到红线，搬离不能签发。')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('textbox', { name: '主管' }), 'what lacks is asked for').toBeFocused()
  await form.getByRole('textbox', { name: '主管' }).fill(staff.supervisor.staffNo)
  await form.getByRole('textbox', { name: '口令' }).fill('111111')
  await form.getByRole('textbox', { name: '放行事由' }).fill('押金足抵')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('工号或口令不对')).toBeVisible()
  expect(await records.query('SELECT no FROM exit_permit')).toEqual([])
  await form.getByRole('textbox', { name: '口令' }).fill('246810')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已保存 CM/)).toBeVisible()
  expect(await records.query('SELECT state, override_by, override_reason, owed_fen FROM exit_permit')).toEqual([{ state: 'issued', override_by: staff.supervisor.name, override_reason: '押金足抵', owed_fen: 932000 }])
  expect(await records.query('SELECT count(*) AS n FROM move_out')).toEqual([{ n: 1 }])
})
