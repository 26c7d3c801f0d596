import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { logVisit, signIn } from './fixtures/desk'
import { everyPage } from './fixtures/pages'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

/** What axe finds that keeps somebody from using the page, in words. */
async function faults(page: Page, where: string, rules?: string[]): Promise<string[]> {
  // One page, no frames: axe's own way to make a second page for them does not exist in Electron.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${where}: ${id} (${help}) ${target.join(' ')}\n${failureSummary ?? ''}`))
}

// The dark pages are the light ones in other colours.
for (const [theme, rules] of [['light', undefined], ['dark', ['color-contrast']]] as const) {
  test(`axe finds no serious fault on any page, ${theme}`, async ({ prepared }) => {
    test.setTimeout(180_000)
    prepared.writeStation({ theme })
    await prepared.launch()
    const { page } = prepared
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    const look = (where: string) => faults(page, where, rules?.slice())
    const found = await look('sign-in')
    await signIn(page, staff.administrator)
    await logVisit(page, { name: '林若楠', document: '11010519491231002X', phone: '13800002716' })
    for await (const name of everyPage(page)) found.push(...(await look(name)))
    await page.keyboard.press('F12')
    found.push(...(await look('locked')))
    expect(found).toEqual([])
  })
}

test.describe('after a month of work', () => {
  test.use({ setUp: { data: 'demo', station: { theme: 'light' } } })
  test('axe finds no serious fault on any page with its records', async ({ counter }) => {
    test.setTimeout(240_000)
    const { page } = counter
    await signIn(page, staff.administrator)
    const found: string[] = []
    for await (const name of everyPage(page)) found.push(...(await faults(page, name)))
    expect(found).toEqual([])
  })
})

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
