import { logVisit, openVisits, signIn } from './fixtures/desk'
import { openRow } from './fixtures/orders'
import { openFromCommandBar } from './fixtures/walk'
import { PIN, staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('the language is switched live, before sign-in and after, and stays', async ({ counter }) => {
  const { page } = counter
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/)
  await expect(page.getByRole('textbox', { name: '工号' })).toBeFocused()
  await page.getByRole('button', { name: /English|语言/ }).click()
  await expect(page.getByRole('textbox', { name: 'Staff no.' }), 'one goes on where one was').toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await counter.relaunch()
  await expect(counter.page.getByRole('textbox', { name: 'Staff no.' })).toBeVisible()
  await counter.page.getByRole('button', { name: /中文|language/i }).click()
  await signIn(counter.page)
  await openVisits(counter.page)
})

test('settings change language and theme at once, typed text kept', async ({ counter }) => {
  const { page } = counter
  await signIn(page, staff.administrator)
  await openFromCommandBar(page, '设置')
  await page.getByRole('tab', { name: /本台/ }).click()
  await page.getByRole('radiogroup', { name: '外观' }).getByRole('radio', { name: '深' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('radiogroup', { name: '语言' }).getByRole('radio', { name: 'English' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: /station/i }).first()).toBeVisible()
})

test('16.R5 5.R2 what the counter wrote into records is worded in the page\'s language, switched live', async ({ counter }) => {
  const { page } = counter
  /** At the lock, where the page behind it stays as it is. */
  async function switchLanguage(): Promise<void> {
    await page.keyboard.press('F12')
    await expect(page.locator('input[type="password"]')).toBeFocused()
    await page.getByRole('contentinfo').getByRole('button').first().click()
    await page.locator('input[type="password"]').fill(PIN)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation')).toBeVisible()
  }
  await signIn(page)
  await logVisit(page, { name: '沈知远' })
  await page.keyboard.press('F8')
  const form = page.getByRole('group', { name: '客户投诉记录' })
  await form.getByRole('combobox', { name: '客户' }).pressSequentially('sjm')
  await page.getByRole('option', { name: /沈嘉敏/ }).first().click()
  await form.getByRole('textbox', { name: '起因' }).fill('电梯困人四十分钟')
  await form.getByRole('radio', { name: '安全' }).click()
  await form.getByRole('radio', { name: /三级/ }).click()
  await page.keyboard.press('Control+Enter')
  await openRow(page, 'F8', '电梯困人')
  const facts = page.locator('main dl.facts').first()
  await expect(facts).toContainText('例会三级')
  await switchLanguage()
  await expect(facts).toContainText('Meetinglevel 3')
  await expect(page.getByText('Customer service Project manager')).toBeVisible()

  await page.keyboard.press('F11')
  const line = page.getByRole('listitem').filter({ hasText: '沈知远' })
  await expect(line).toContainText('沈知远 still in 1808')
  await expect(line).toContainText('by ')
  await expect(page.getByRole('listitem').filter({ hasText: 'complained' }).first()).toContainText('not acknowledged by Customer service')
  await switchLanguage()
  await expect(line).toContainText('沈知远仍在 1808')
  await expect(line).toContainText('前离开')
})
