import { openVisits, signIn } from './fixtures/desk'
import { openFromCommandBar } from './fixtures/walk'
import { PIN, staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('five wrong PINs pause the number, also over a restart; an administrator lifts it', async ({ counter }) => {
  const { page } = counter
  await page.getByRole('textbox', { name: '工号' }).fill('0217')
  await expect(page.getByText('周晓岚')).toBeVisible()
  const pin = page.getByRole('textbox', { name: '口令' })
  for (let times = 1; times <= 5; times++) {
    await pin.fill('135790')
    await pin.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: times < 5 ? '工号或口令不对' : '暂停 10 分钟' })).toBeVisible()
    await expect(pin).toHaveValue('')
  }
  await counter.relaunch()
  const again = counter.page
  await again.getByRole('textbox', { name: '工号' }).fill('0217')
  await again.getByRole('textbox', { name: '口令' }).fill(PIN)
  await again.keyboard.press('Enter')
  await expect(again.getByRole('alert').filter({ hasText: '暂停' })).toBeVisible()

  await signIn(again, staff.administrator)
  await openFromCommandBar(again, '人员')
  await again.getByRole('option', { name: /周晓岚/ }).click()
  await again.getByRole('button', { name: '解除暂停' }).click()
  await expect(again.getByText('周晓岚可以登录了。')).toBeVisible()
  await again.keyboard.press('Control+U')
  await signIn(again)
})

test('a number nobody has is told, and takes no PIN away', async ({ counter }) => {
  const { page } = counter
  await page.getByRole('textbox', { name: '工号' }).fill('9999')
  await page.getByRole('textbox', { name: '口令' }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '没有这个工号' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '工号' })).toBeFocused()
})

test('the user is switched by two keystrokes and a number; Esc leaves everything as it was', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await page.keyboard.press('Control+U')
  await expect(page.getByRole('textbox', { name: '工号' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(form.name).toHaveValue('林若楠')
  await page.keyboard.press('Control+U')
  await signIn(page, staff.second)
  await expect(page.getByRole('banner')).toContainText('吴思敏')
  await openVisits(page)
  await expect(form.name, 'nobody sees what another was writing').toHaveValue('')
  await page.keyboard.press('Control+U')
  await signIn(page)
  await openVisits(page)
  await page.getByRole('button', { name: '接着写' }).click()
  await expect(form.name).toHaveValue('林若楠')
})

test('locked by its key: the page behind is hidden, nothing answers, and only the same PIN opens it', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await page.keyboard.press('F12')
  await expect(page.getByRole('textbox', { name: '口令' })).toBeFocused()
  await expect(form.name).toBeHidden()
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.getByRole('textbox', { name: '口令' }).fill('135790')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '口令不对' })).toBeVisible()
  await page.getByRole('textbox', { name: '口令' }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(form.name).toHaveValue('林若楠')
})

test('left alone, the counter locks by itself, and keeps what was typed', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const form = await openVisits(page)
  await page.clock.install()
  await form.name.fill('林若楠')
  await page.clock.runFor(11 * 60_000)
  await expect(page.getByRole('textbox', { name: '口令' })).toBeVisible()
  await expect(form.name).toBeHidden()
  await page.getByRole('textbox', { name: '口令' }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(form.name).toHaveValue('林若楠')
})
