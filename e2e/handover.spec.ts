import { logVisit, said, signIn } from './fixtures/desk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('16.R5 a shift is handed over in writing, acknowledged by another, and re-checked by a supervisor', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  await logVisit(page, { name: '沈知远', host: ['crl', '程若兰'] })
  await logVisit(page, { name: '郑启明', host: ['cy', '曹颖'] })
  await receipt.waitForSlips(2)
  await page.keyboard.press('F11')
  await expect(page.getByText('沈知远')).toBeVisible()
  await page.getByRole('button', { name: '不交 郑启明' }).or(page.getByRole('button', { name: /^不交.*郑启明/ })).click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '请写原因，没有原因不能不交。')).toBeVisible()
  await page.getByRole('textbox', { name: /原因/ }).fill('已电话请曹颖送客')
  await page.getByRole('textbox', { name: '留话' }).fill('提醒程若兰送客时带回临时卡。')
  await page.getByRole('textbox', { name: '另写一条' }).fill('新纸在左手柜第二格')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已交班 JB\d\d-000001/)).toBeVisible()
  const slips = await receipt.waitForSlips(3)
  const paper = slips[2]!.text.join('\n').replace(/[ 　\n]/g, '')
  for (const text of ['沈知远', '新纸在左手柜第二格', '提醒程若兰送客时带回临时卡。', '周晓岚']) expect(paper).toContain(text)

  await page.keyboard.press('Control+U')
  await signIn(page, staff.second)
  await page.keyboard.press('F11')
  await expect(said(page, /周晓岚 .* 交下来，请先接班/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /还有 2 件没看/)).toBeVisible()
  for (const item of await page.getByRole('checkbox', { name: /^已阅/ }).all()) await item.click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已接班 JB\d\d-000001/)).toBeVisible()

  await page.keyboard.press('Control+U')
  await signIn(page, staff.supervisor)
  await page.keyboard.press('F11')
  await page.getByRole('option', { name: /JB\d\d-000001/ }).click()
  await page.getByRole('textbox', { name: '复核意见' }).fill('齐')
  await page.getByRole('button', { name: '复核', exact: true }).click()
  await expect(said(page, /JB\d\d-000001 已复核/)).toBeVisible()
  const [row] = await records.query<{ from_name: string; to_name: string; rechecked_by: string }>('SELECT from_name, to_name, rechecked_by FROM handover')
  expect(row).toEqual({ from_name: '周晓岚', to_name: '吴思敏', rechecked_by: '韩雪' })
})

test('16.R5 who signed off cannot take over from themselves; the sign-in page shows the message of the last shift', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await page.keyboard.press('F11')
  await page.getByRole('textbox', { name: '留话' }).fill('小票机还剩半卷纸。')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已交班 JB/)).toBeVisible()
  await expect(page.getByRole('button', { name: /签字接班/ })).toHaveCount(0)
  await counter.relaunch()
  await expect(counter.page.getByText('小票机还剩半卷纸。')).toBeVisible()
})
