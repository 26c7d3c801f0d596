import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Counter } from './fixtures/counter'
import { chineseWords } from './fixtures/chinese-words'
import { signIn } from './fixtures/desk'
import { everyPage } from './fixtures/pages'
import { approvalPages } from './fixtures/paper-pages'
import { PIN, staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import { settled } from './fixtures/walk'

// Every page as it looks, for people to look at (the folder is not kept): both languages, both themes, two sizes. Of the
// eight of each page four are taken, so that each size is seen in each theme, and each of both in each language;
// QIANTAI_ALL_PICTURES=1 takes all.
const folder = join(__dirname, '../screenshots')
const narrow = { width: 1280, height: 800 }
const wide = { width: 1920, height: 1080 }
const all = Boolean(process.env['QIANTAI_ALL_PICTURES'])

async function shoot(counter: Counter, data: 'tower' | 'demo' | 'first-run', name: string): Promise<void> {
  const { page } = counter
  const language = await page.locator('html').getAttribute('lang')
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    const usual = (size === narrow) === (language !== 'en') ? 'light' : 'dark'
    for (const theme of all ? (['light', 'dark'] as const) : [usual] as const) {
      // The station follows the system, so that the whole page changes, and at once.
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await settled(page)
      await page.screenshot({ path: join(folder, data, `${name}-${language}-${theme}-${size.width}.png`), animations: 'disabled' })
    }
  }
  await page.setViewportSize(narrow)
}

/** Locks, changes the language there, and comes back. */
async function otherLanguage(counter: Counter, data: 'tower' | 'demo'): Promise<void> {
  const { page } = counter
  await page.keyboard.press('F12')
  await shoot(counter, data, 'lock')
  await page.getByRole('contentinfo').getByRole('button').first().click()
  await page.locator('input[type="password"]').fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** What of the counter's own Chinese words is left on the English pages, which this walk sees all of. */
async function inBothLanguages(counter: Counter, data: 'tower' | 'demo', pages: (page: Page) => AsyncGenerator<string>): Promise<string[]> {
  const { page } = counter
  const chinese = chineseWords()
  const left: string[] = []
  for (let language = 0; language < 2; language++) {
    for await (const name of pages(page)) {
      await shoot(counter, data, name)
      if ((await page.locator('html').getAttribute('lang')) === 'en') left.push(...(await chinese(page)).map((text) => `${name}: ${text}`))
    }
    await otherLanguage(counter, data)
  }
  return left
}

for (const data of ['tower', 'demo'] as const) {
  test.describe(data, () => {
    test.use({ setUp: { data, station: { theme: 'system' } } })

    test(`every page is photographed, and speaks no Chinese of its own in English, ${data === 'tower' ? 'before the first entry' : 'after a month of work'}`, async ({ counter }) => {
      test.setTimeout(600_000)
      const { page } = counter
      // Only now are the data open, and the last shift's message there.
      await expect(page.getByRole('button', { name: '登录并接班' })).toBeEnabled({ timeout: 60_000 })
      for (const [language, lang] of [['English', 'en'], ['中文', 'zh-Hans']] as const) {
        await page.getByRole('contentinfo').getByRole('button', { name: language }).click()
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        await shoot(counter, data, 'sign-in')
      }
      if (data === 'demo') {
        await signIn(page)
        expect.soft(await inBothLanguages(counter, data, approvalPages)).toEqual([])
        await page.keyboard.press('Control+U')
      }
      await signIn(page, staff.administrator)
      expect(await inBothLanguages(counter, data, everyPage)).toEqual([])
    })
  })
}

test.describe('first run', () => {
  test.use({ setUp: { data: 'empty', station: { theme: 'system' } } })

  test('every step of the first run is photographed', async ({ counter }) => {
    test.setTimeout(300_000)
    const { page } = counter
    const next = () => page.keyboard.press('Control+Enter')
    /** In the other language first, so that the fields go by their Chinese names again. */
    async function both(name: string): Promise<void> {
      for (const language of ['English', '中文']) {
        await page.getByRole('contentinfo').getByRole('button', { name: language }).click()
        await shoot(counter, 'first-run', name)
      }
    }
    await both('tower')
    await next()
    await both('tower-faults')
    await page.getByRole('textbox', { name: '大厦名称' }).fill('云汇中心')
    await page.getByRole('textbox', { name: '物业公司' }).fill('云汇中心物业服务有限公司')
    await page.getByRole('textbox', { name: '台号' }).fill('A1')
    await next()
    await page.getByRole('textbox', { name: '工号' }).fill(staff.administrator.staffNo)
    await page.getByRole('textbox', { name: '姓名' }).fill(staff.administrator.name)
    await page.getByLabel('口令', { exact: true }).fill(PIN)
    await both('administrator')
    await page.getByLabel('再输一次').fill(PIN)
    await next()
    await expect(page.getByRole('status', { name: '恢复密钥' })).toBeVisible()
    await both('key')
    await page.getByRole('checkbox', { name: '已抄存' }).check()
    for (const name of ['import', 'devices', 'trial']) {
      await page.keyboard.press('Alt+ArrowRight')
      await both(name)
    }
  })
})
