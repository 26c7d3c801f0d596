import { openVisits, signIn } from './fixtures/desk'
import { openFromCommandBar } from './fixtures/walk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('the language is switched live, before sign-in and after, and stays', async ({ counter }) => {
  const { page } = counter
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/)
  await page.getByRole('button', { name: /English|语言/ }).click()
  await expect(page.getByRole('textbox', { name: 'Staff no.' })).toBeVisible()
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
