import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { logVisit, signIn } from './fixtures/desk'
import { everyPage } from './fixtures/pages'
import { approvalPages } from './fixtures/paper-pages'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

/** What axe finds that keeps somebody from using the page, in words. */
async function faults(page: Page, where: string, rules?: string[]): Promise<string[]> {
  // One page, no frames: axe's own way to make a second page for them does not exist in Electron.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${where}: ${id} (${help}) ${target.join(' ')}\n${failureSummary ?? ''}`))
}

// A tower with its empty pages in dark, a month of work in light; the dark page is the light one in other colours, so that
// contrast is all it is asked for. QIANTAI_THOROUGH=1 looks at each in both.
const looks = [['tower', 'dark'], ['demo', 'light'], ...(process.env['QIANTAI_THOROUGH'] ? [['tower', 'light'], ['demo', 'dark']] as const : [])] as const
for (const [data, theme] of looks) {
  test.describe(`${data === 'tower' ? 'before the first entry' : 'after a month of work'}, ${theme}`, () => {
    test.use({ setUp: { data, station: { theme } } })
    test('axe finds no serious fault on any page', async ({ counter }) => {
      test.setTimeout(400_000)
      const { page } = counter
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const found: string[] = []
      const look = async (where: string): Promise<void> => void found.push(...(await faults(page, where, theme === 'dark' ? ['color-contrast'] : undefined)))
      await look('sign-in')
      await signIn(page)
      if (data === 'tower') await logVisit(page, { name: '林若楠', document: '11010519491231002X', phone: '13800002716' })
      else for await (const name of approvalPages(page)) await look(name)
      await page.keyboard.press('Control+U')
      await signIn(page, staff.administrator)
      for await (const name of everyPage(page)) await look(name)
      await page.keyboard.press('F12')
      await look('locked')
      expect(found).toEqual([])
    })
  })
}

test.describe('before there is a tower', () => {
  test.use({ setUp: { data: 'empty' } })
  test('axe finds no serious fault on the pages of the first run', async ({ counter }) => {
    const { page } = counter
    const found = await faults(page, 'tower')
    await page.getByRole('textbox', { name: '大厦名称' }).fill('云汇中心')
    await page.getByRole('textbox', { name: '物业公司' }).fill('云汇中心物业服务有限公司')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: '工号' })).toBeVisible()
    found.push(...(await faults(page, 'administrator')))
    expect(found).toEqual([])
  })
})
