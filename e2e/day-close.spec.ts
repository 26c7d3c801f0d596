import type { Page } from '@playwright/test'
import { logVisit, said, signIn } from './fixtures/desk'
import { send, signOnScreen, take } from './fixtures/orders'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import type { PrintedSlip } from './fixtures/virtual-printer'
import { openFromCommandBar } from './fixtures/walk'

const onPaper = (slip: PrintedSlip): string => slip.text.join('').replace(/[ 　]/g, '')
/** A row of a slip by how it begins and ends. */
const row = (slip: PrintedSlip, begins: string, ends: string): boolean => slip.text.some((text) => text.startsWith(begins) && text.endsWith(ends))

/** A sign is paid for at the desk, in cash: money in the drawer. */
async function paySign(page: Page): Promise<string> {
  await page.keyboard.press('F9')
  const form = page.getByRole('group', { name: '水牌申请表' })
  await form.getByRole('combobox', { name: '单位' }).pressSequentially('博远')
  await page.getByRole('listbox', { name: '单位' }).getByRole('option', { name: /博远/ }).first().click()
  await expect(form.getByRole('combobox', { name: '房号' })).toHaveValue('1808')
  await form.getByRole('radio', { name: '门牌' }).click()
  for (const [name, text] of [['尺寸', '300×100 mm'], ['费用', '80'], ['装在', '1808 门口']] as const) await form.getByRole('textbox', { name }).fill(text)
  await form.getByText('申请表已盖单位章').click()
  await page.keyboard.press('Control+Enter')
  // It opens on the spot.
  const no = (await page.getByRole('region', { name: /SP\d\d-\d{6}/ }).getAttribute('aria-label'))!
  await take(page, '核对无误')
  await page.getByRole('region', { name: '核对无误' }).getByRole('textbox', { name: '核对人' }).fill('陆文博')
  await signOnScreen(page)
  await send(page, '收款、下单制作')
  await expect(said(page, `${no} 已核对、收款`)).toBeVisible()
  return no
}
/** Counts so many of the notes. */
async function countNotes(page: Page, pieces: Record<string, string>): Promise<void> {
  const sheet = page.getByRole('region', { name: '钱箱清点' })
  for (const [note, count] of Object.entries(pieces)) await sheet.getByRole('textbox', { name: `¥${note} 的张数`, exact: true }).fill(count)
}

test('M1 M2 a day is closed: the drawer is counted by its notes, a difference explained, what is open named, signed and printed, and again as a copy; what comes later stands on the next', async ({ counter }) => {
  test.setTimeout(180_000)
  const { page, receipt, records } = counter
  await signIn(page)
  await openFromCommandBar(page, 'rijie')
  await expect(page.getByRole('region', { name: '今日收付' }).first(), 'never counted, nothing to count').toContainText('钱箱没有现金，不用清点')
  const visit = await logVisit(page, { name: '林若楠' })
  await paySign(page)
  // The visitor's slip, the application, the receipt and the order.
  await receipt.waitForSlips(4)

  await openFromCommandBar(page, 'rijie')
  const sheet = page.getByRole('region', { name: '日结', exact: true })
  await expect(sheet).toContainText('仍在楼内的访客')
  await expect(sheet).toContainText(visit)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '钱箱清点' }), 'counted first').toContainText('¥80.00')
  await countNotes(page, { '50.00': '1', '20.00': '1', '5.00': '1' })
  await expect(page.getByRole('region', { name: '钱箱清点' })).toContainText('少 ¥5.00')
  await page.getByRole('textbox', { name: '留存备用' }).fill('20')
  await page.keyboard.press('F1')
  await openFromCommandBar(page, 'qingdian')
  await expect(page.getByRole('textbox', { name: '¥50.00 的张数', exact: true }), 'a count that is left stands there again').toHaveValue('1')
  await expect(page.getByRole('textbox', { name: '留存备用' })).toHaveValue('20')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '写明差额原因' })).toBeVisible()
  await page.getByRole('textbox', { name: '差额原因' }).fill('找零多给')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /QD\d\d-\d{6} 已清点，交财务 ¥55.00/)).toBeVisible()
  const count = (await receipt.waitForSlips(5)).at(-1)!
  for (const text of ['清点单', '找零多给', '55.00']) expect(onPaper(count)).toContain(text)
  expect(await records.query(`SELECT account, sum(amount_fen) AS fen FROM posting GROUP BY account ORDER BY account`)).toEqual([{ account: 'cash', fen: 2_000 }, { account: 'drawer-difference', fen: 500 }, { account: 'handed-in', fen: 5_500 }, { account: 'sign-income', fen: -8_000 }])

  // A slip that the printer doesn't take stands on the sheet as not printed.
  receipt.coverOpen()
  await logVisit(page, { name: '方以恒' })
  await openFromCommandBar(page, 'rijie')
  await expect(sheet).toContainText('没打的小票')
  receipt.coverClosed()
  await receipt.waitForSlips(6)
  await expect(sheet).not.toContainText('没打的小票')
  await sheet.getByRole('textbox', { name: '备注' }).fill('林若楠等人，交夜班')
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toContainText('今天已日结')
  const close = (await receipt.waitForSlips(7)).at(-1)!
  const [{ no, drawer }] = (await records.query<{ no: string; drawer: string }>('SELECT d.no, c.no AS drawer FROM day_close d JOIN drawer_close c ON c.id = d.drawer_close_id')) as [{ no: string; drawer: string }]
  for (const text of ['日结单', no, drawer, '林若楠等人，交夜班', visit]) expect(onPaper(close)).toContain(text)
  for (const [begins, ends] of [['现金收入', '80.00'], ['点出现金', '75.00'], ['差额', '-5.00'], ['上交财务', '55.00'], ['钱箱留存', '20.00'], ['账面现金', '20.00'], ['账实', '相符'], ['总账', '平'], ['在内访客', '2']] as const) expect(row(close, begins, ends), begins).toBe(true)

  await page.getByRole('listbox', { name: '以前的日结' }).getByRole('option').first().click()
  const past = page.getByRole('region', { name: no })
  await expect(past.getByRole('img', { name: /签/ }).first(), 'as it was signed').toBeVisible()
  await page.keyboard.press('Alt+P')
  const copy = (await receipt.waitForSlips(8)).at(-1)!
  for (const text of ['补打1', no, '林若楠等人，交夜班']) expect(onPaper(copy)).toContain(text)
  await page.keyboard.press('Escape')

  await openFromCommandBar(page, drawer)
  await expect(page.locator('[aria-current="true"]').filter({ hasText: drawer }), 'found by its number').toBeInViewport()
  await page.screenshot({ path: test.info().outputPath('found-count.png') })
  await openFromCommandBar(page, no)
  await expect(past.getByRole('img', { name: /签/ }).first(), 'found by its number').toBeVisible()
  await page.keyboard.press('Escape')

  await paySign(page)
  await openFromCommandBar(page, 'rijie')
  await expect(sheet).toContainText('今天已日结')
  await expect(page.getByRole('region', { name: '今日收付' }).first(), 'what came since, to be closed with the next').toContainText('¥80.00')
  // Or today, once more, with the reason.
  await page.getByRole('button', { name: /^再结一次/ }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '钱箱清点' })).toContainText('¥100.00')
  await countNotes(page, { '100.00': '1' })
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /QD\d\d-\d{6} 已清点，交财务 ¥80.00/)).toBeVisible()
  await openFromCommandBar(page, 'rijie')
  await page.getByRole('button', { name: /^再结一次/ }).click()
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('alert')).toContainText('原因')
  await sheet.getByRole('textbox', { name: '原因' }).fill('林若楠走后又收一笔')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('textbox', { name: '原因' })).toHaveCount(0)
  const again = (await receipt.waitForSlips(13)).at(-1)!
  expect(row(again, '当日再结', no)).toBe(true)
  // The count by denomination.
  expect(again.text.some((text) => /^100\.00 +1 +100\.00$/.test(text))).toBe(true)

  await page.keyboard.press('Control+U')
  await signIn(page, staff.supervisor)
  await openFromCommandBar(page, 'bianhaohedui')
  await page.getByRole('radio', { name: '日结', exact: true }).click()
  await expect(page.getByRole('region', { name: '编号核对' })).toContainText('无断号')
  await expect(page.getByRole('region', { name: '编号核对' })).toContainText(no)
})
