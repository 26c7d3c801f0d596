import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { signIn } from './fixtures/desk'
import { handbookPage, parts, pictures } from './fixtures/handbook'
import { settled } from './fixtures/walk'
import { PIN } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

// docs/handbook.zh-CN.md is written by `npm run handbook`, and looked over by every other run.
const docs = join(__dirname, '../docs')
const file = join(docs, 'handbook.zh-CN.md')
const folder = join(docs, 'handbook')
const writes = process.env['QIANTAI_WRITE_HANDBOOK'] === '1'

test.describe('in the demo', () => {
  test.use({ setUp: { data: 'demo' } })

  test('the handbook says what the counter does', async ({ prepared }) => {
    test.setTimeout(600_000)
    // The demo's own reader, and printers that are there: so paper comes out, and can run out.
    prepared.writeStation({ theme: 'light', idReader: { kind: 'demo' } })
    await prepared.launch()
    await prepared.page.setViewportSize({ width: 1280, height: 800 })
    if (writes) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, handbookPage())
    }
    for (const { title, steps } of parts) {
      await test.step(title, async () => {
        for (const step of steps) {
          await test.step(step.title, async () => {
            await step.show(prepared)
            await settled(prepared.page)
            if (writes) await prepared.page.screenshot({ path: join(folder, pictures.get(step.picture)!), type: 'jpeg', quality: 75, animations: 'disabled', caret: 'hide' })
            await step.finish?.(prepared)
          })
        }
      })
    }
  })
})

test('the handbook in docs is the one of these steps, each with its picture', () => {
  expect(existsSync(file) && readFileSync(file, 'utf8'), 'npm run handbook').toBe(handbookPage())
  expect(readdirSync(folder).sort()).toEqual([...pictures.values()].sort())
})

test('the handbook stands beside all keys, is read by keyboard, and says in English that it is Chinese', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await page.keyboard.press('Control+/')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('tabpanel')).toContainText('Ctrl+K')
  await page.keyboard.press('ArrowRight')
  await expect(sheet.getByRole('heading', { name: '前台手册' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])

  await page.keyboard.press('ArrowDown')
  await expect(sheet.getByRole('article', { name: '手册' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(sheet.getByRole('heading', { name: '出了问题' })).toBeInViewport()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowDown')
  const picture = sheet.getByRole('img', { name: '登录' })
  await expect(picture).toBeInViewport()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280)
  await page.keyboard.press('Escape')

  await page.keyboard.press('F12')
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click()
  await page.getByLabel('PIN').fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Control+/')
  await sheet.getByRole('tab', { name: 'Handbook' }).click()
  await expect(sheet.getByText('The handbook is in Chinese only.')).toBeVisible()
})
