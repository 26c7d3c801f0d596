import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDigit } from '../shared/rules/id-number'
import { answerSaveDialog, said, signIn } from './fixtures/desk'
import { begin, checkPapers, choosePhoto, issue, photoOf, writeHolder } from './fixtures/passes'
import { pdfText } from './fixtures/pdf-text'
import { expect, test } from './fixtures/test'
import { fromListMenu } from './fixtures/walk'

test('12.R1 P1 a wrong number, a child, and files that are no photo are refused in words, and nothing written is lost', async ({ counter }) => {
  test.setTimeout(120_000)
  const { page, records } = counter
  await signIn(page)
  await begin(page, { kind: '身份确认卡', holder: ['卓一鸣', '110105194912310021'] })
  const photo = page.locator('main .photo-of')
  await choosePhoto(page, { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是图片') })
  await expect(photo.getByText('这不是照片，请用 JPEG 或 PNG。')).toBeVisible()
  await choosePhoto(page, { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(40 * 1024 * 1024) })
  await expect(photo.getByText('照片太大，请重拍。')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '持证人', exact: true })).toHaveValue('卓一鸣')
  await choosePhoto(page)
  await expect(photoOf(page, '卓一鸣')).toBeVisible()
  await checkPapers(page)
  await page.keyboard.press('Alt+S')
  await expect(page.getByText('第 18 位应为 X', { exact: false }).first(), 'the check digit').toBeVisible()
  await expect(page.locator('main [data-name="number"] input').last(), 'said of the number').toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: '持证人', exact: true }), 'not of the name').not.toHaveAttribute('aria-invalid')
  const child = `110105${new Date().getFullYear() - 10}0101002`
  await writeHolder(page, ['卓一鸣', child + checkDigit(child)])
  await page.keyboard.press('Alt+S')
  await expect(page.getByText('卓一鸣 不满 16 周岁，不能办这种证。请核对证件。').first()).toBeVisible()
  expect(await records.query('SELECT count(*) AS n FROM pass')).toEqual([{ n: 0 }])
  await expect(photoOf(page, '卓一鸣')).toBeVisible()
})

test('12.F1 12.F4 12.C5 the forms of the days are taken along as PDF, each with its own passes', async ({ counter }) => {
  test.setTimeout(120_000)
  const { app, page, dir } = counter
  await signIn(page)
  const no = await issue(page, { kind: '身份确认卡', holder: ['卓一鸣', '11010519491231002X'] })
  await fromListMenu(page, 'forms')
  await expect(page.locator('main .slip-paper'), 'no receipt for nobody beside the forms').toHaveCount(0)
  for (const [title, there] of [['身份确认卡登记表', true], ['施工人员登记表', false], ['证件发放登记表', true], ['作废声明登记表', false]] as const) {
    const path = join(dir, `${title}.pdf`)
    await answerSaveDialog(app, path)
    await page.getByRole('button', { name: `PDF ${title}` }).click()
    await expect(said(page, path)).toBeVisible({ timeout: 20_000 })
    const text = pdfText(readFileSync(path))
    expect(text).toContain(title)
    expect(text.includes(no), title).toBe(there)
    expect(text).not.toContain('11010519491231002X')
  }
})
