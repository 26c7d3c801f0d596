import { join } from 'node:path'
import type { Counter } from './fixtures/counter'
import { signIn } from './fixtures/desk'
import { everyPage, settled } from './fixtures/pages'
import { PIN, staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

// Every page as it looks, for people to look at (the folder is not kept): both languages, both themes, two sizes.
const folder = join(__dirname, '../screenshots')
const sizes = [[1280, 800], [1920, 1080]] as const

async function shoot(counter: Counter, data: 'tower' | 'demo', name: string): Promise<void> {
  const { page } = counter
  const language = await page.locator('html').getAttribute('lang')
  for (const size of sizes) {
    await page.setViewportSize({ width: size[0], height: size[1] })
    for (const theme of ['light', 'dark'] as const) {
      // The station follows the system, so that the whole page changes, and at once.
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await settled(page)
      await page.screenshot({ path: join(folder, data, `${name}-${language}-${theme}-${size[0]}.png`), animations: 'disabled' })
    }
  }
  await page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] })
}

/** Locks, changes the language there, and comes back. */
async function otherLanguage({ page }: Counter): Promise<void> {
  await page.keyboard.press('F12')
  await page.getByRole('contentinfo').getByRole('button').first().click()
  await page.locator('input[type="password"]').fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
}

for (const data of ['tower', 'demo'] as const) {
  test.describe(data, () => {
    test.use({ setUp: { data, station: { theme: 'system' } } })

    test(`every page is photographed, ${data === 'tower' ? 'before the first entry' : 'after a month of work'}`, async ({ counter }) => {
      test.setTimeout(600_000)
      const { page } = counter
      await shoot(counter, data, 'sign-in')
      await signIn(page, staff.administrator)
      for (let language = 0; language < 2; language++) {
        for await (const name of everyPage(page)) await shoot(counter, data, name)
        await otherLanguage(counter)
      }
    })
  })
}
