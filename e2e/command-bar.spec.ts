import { logVisit, openVisits, said, signIn, visitForm } from './fixtures/desk'
import { openFromCommandBar } from './fixtures/walk'
import { PIN } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('the command bar finds rooms, companies, people, entries and pages by digits, Chinese, pinyin and initials', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const no = await logVisit(page, { name: '古丽娜尔·艾山江', host: ['xjy', '许嘉言'] })
  await page.keyboard.press('Control+K')
  const bar = page.getByRole('dialog').getByRole('combobox')
  await expect(bar).toBeFocused()
  for (const [typed, found] of [
    ['1808', /1808/], ['瑞景', /瑞景/], ['ruijing', /瑞景/], ['lwb', /陆文博/], ['许嘉', /许嘉言/], ['shenjiamin', /沈嘉敏/], ['8216', /陆文博/],
    [no.slice(-4), new RegExp(no)], ['娜尔', /古丽娜尔/], ['jjb', /交接班/], ['来电', /来电/],
  ] as const) {
    await bar.fill(typed)
    await expect(page.getByRole('option', { name: found }).first(), typed).toBeVisible()
  }
  await bar.fill('没有这样的东西')
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(visitForm(page).name, 'the ring goes back').toBeFocused()
})

test('16.R5 a hand-over is found by its number and opened to be read', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await page.keyboard.press('F11')
  await page.getByRole('textbox', { name: '留话' }).fill('小票机还剩半卷纸。')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /JB\d\d-000001/)).toBeVisible()
  const [{ no }] = (await records.query<{ no: string }>('SELECT no FROM handover')) as [{ no: string }]
  await openVisits(page)
  await openFromCommandBar(page, no)
  await expect(page.getByRole('listbox', { name: '以前的交接' }).getByRole('option', { selected: true })).toContainText(no)
  await expect(page.getByText('小票机还剩半卷纸。')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('found-handover.png') })
})

test('16.R3 a task is started from what was found, its content taken along', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('combobox').fill('陆文博')
  await page.getByRole('group', { name: '就此去办' }).getByRole('option').first().click()
  await expect(visitForm(page).host).toHaveValue('陆文博')
  await expect(visitForm(page).room).toContainText('1808')
})

test('everybody changes the look and the own PIN, by keyboard', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await openVisits(page)
  await openFromCommandBar(page, 'yejian')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await openFromCommandBar(page, '日间')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')

  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('combobox').fill('gkl')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: '改口令' })
  await expect(sheet.getByLabel('现在口令')).toBeFocused()
  for (const pin of [PIN, '730418', '730419']) {
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
  }
  await expect(sheet.getByText('两次口令不一样，请再输一次。')).toBeVisible()
  await sheet.getByLabel('再输一次').fill('730418')
  await page.keyboard.press('Enter')
  await expect(said(page, /口令改好了/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(visitForm(page).name).toBeFocused()
  await page.keyboard.press('F12')
  await page.getByRole('textbox', { name: '口令' }).pressSequentially('730418')
  await page.keyboard.press('Enter')
  await expect(visitForm(page).name).toBeVisible()
})
