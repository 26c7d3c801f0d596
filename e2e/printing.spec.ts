import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, logVisit, openVisits, pickHost, said, signIn, strip } from './fixtures/desk'
import { expect, test } from './fixtures/test'
import { openFromCommandBar } from './fixtures/walk'

test('16.R4 M2 printer off: the visit is saved, its slip waits, and prints by itself when the printer is back', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  await receipt.powerOff()
  await expect(strip(page).getByText(/小票机.*连不上/)).toBeVisible()
  const no = await logVisit(page, { name: '宋雨桐' })
  expect(await records.entries()).toMatchObject([{ no, state: 'inside' }])
  await expect.poll(() => records.jobs()).toMatchObject([{ no, state: 'waiting' }])
  await expect(strip(page).getByText('待打印 1 张')).toBeVisible()
  await receipt.powerOn()
  await receipt.waitForSlips(1)
  await expect(strip(page).getByText('待打印 0 张')).toBeVisible()
  await expect(strip(page).getByText('小票机就绪')).toBeVisible()
  expect(receipt.slips[0]!.cuts).toBe(1)
  expect(receipt.slips[0]!.text.join()).not.toMatch(/补\s*打/)
  expect(await records.jobs()).toMatchObject([{ no, state: 'printed', reprint_count: 0 }])
})

test('16.R4 M2 out of paper: nothing is lost, the strip says what to do, paper in and it goes on, each slip once', async ({ counter }) => {
  const { page, receipt } = counter
  await signIn(page)
  receipt.paperOut()
  await expect(strip(page).getByText(/小票机.*缺纸/)).toBeVisible()
  await expect(strip(page).getByText(/换纸、合盖，自动接着打/)).toBeVisible()
  const first = await logVisit(page, { name: '宋雨桐' })
  const second = await logVisit(page, { name: '郑启明' })
  expect(receipt.slips).toHaveLength(0)
  receipt.loadPaper()
  await receipt.waitForSlips(2)
  await expect(strip(page).getByText('待打印 0 张')).toBeVisible()
  expect(receipt.slips.map(({ text }) => text.join(' '))).toEqual([expect.stringContaining(first), expect.stringContaining(second)])
})

test('M2 设备与打印 counts what is listed, the store too', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await openFromCommandBar(page, 'shebei')
  const devices = page.getByRole('region', { name: '设备', exact: true })
  await expect(devices.getByRole('listitem').filter({ hasText: '资料库' })).toBeVisible()
  await expect(devices.getByRole('listitem')).toHaveCount(5)
  await expect(devices, 'no card reader is set up').toContainText('5 项，4 项就绪')
})

for (const [answer, key, slips] of [['已打全', 'Alt+1', 0], ['没打全，补打', 'Alt+2', 1]] as const) {
  test(`M2 a printer that resets midway is never retried by itself; 「${answer}」 is a person's word`, async ({ counter }) => {
    const { page, receipt, records } = counter
    await signIn(page)
    const form = await openVisits(page)
    await form.name.fill('古丽娜尔·艾山江')
    await pickHost(page, 'xjy', '许嘉言')
    await form.answer('同意').click()
    // The questions before a slip are nine bytes, the slip is some hundreds.
    receipt.resetAfter(150)
    await page.keyboard.press('Control+Enter')
    await expect(said(page, /访客单发出后没有回音，请先看纸/)).toBeVisible()
    const [job] = await records.jobs()
    expect(job).toMatchObject({ state: 'unknown', reprint_count: 0 })
    expect(receipt.slips).toHaveLength(0)
    const buttons = [page.getByRole('button', { name: '已打全' }), page.getByRole('button', { name: '没打全，补打' })]
    for (const button of buttons) await expect(button, 'neither is the default').not.toBeFocused()
    await page.keyboard.press(key)
    for (const button of buttons) await expect(button).toHaveCount(0)
    await expect(strip(page).getByText('待打印 0 张')).toBeVisible()
    if (slips > 0) {
      const [slip] = await receipt.waitForSlips(1)
      expect(slip!.text.join('\n')).toMatch(/补\s*打\s*1/)
      expect(slip!.text.join('\n')).toContain('周晓岚')
      expect(slip!.lines.find(({ text }) => /补\s*打/.test(text))!.size).toBe(2)
      expect(slip!.text.join('\n')).toContain(job!.no)
    }
    expect(receipt.slips).toHaveLength(slips)
    const jobs = await records.jobs()
    expect(jobs.filter(({ state }) => ['waiting', 'printing', 'unknown'].includes(state))).toEqual([])
    expect(jobs.filter(({ reprint_count }) => reprint_count === 1)).toHaveLength(slips)
  })
}

test('M2 a print in doubt stays in the strip once its printer is well again, and Alt+J leads to it', async ({ counter }) => {
  const { page, receipt } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('古丽娜尔·艾山江')
  await pickHost(page, 'xjy', '许嘉言')
  await form.answer('同意').click()
  receipt.resetAfter(150)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单发出后没有回音，请先看纸/)).toBeVisible()
  await page.keyboard.press('F1')
  await expect(strip(page).getByText('小票机就绪，1 张待确认。请先看纸，再答已打全或补打。')).toBeVisible()
  await expect(strip(page).getByText('待打印 0 张')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('in-doubt.png') })
  await page.keyboard.press('Alt+J')
  await expect(page.getByRole('heading', { name: '请看纸' })).toBeVisible()
  await page.keyboard.press('Alt+1')
  await expect(strip(page).getByText('小票机就绪', { exact: true })).toBeVisible()
})

test('M2 a slip printed again says 补打 with its count, each time one more', async ({ counter }) => {
  const { page, receipt } = counter
  await signIn(page)
  await logVisit(page, { name: '方以恒' })
  await receipt.waitForSlips(1)
  await page.getByRole('option').filter({ hasText: '方以恒' }).click()
  for (const count of [1, 2]) {
    await page.keyboard.press('Alt+P')
    const slips = await receipt.waitForSlips(1 + count)
    expect(slips[count]!.text.join('\n')).toMatch(new RegExp(`补\\s*打\\s*${count}`))
    expect(slips[count]!.qr).toEqual(slips[0]!.qr)
  }
})

test('16.R4 a slip waiting through a crash prints once the counter is back', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  receipt.coverOpen()
  const no = await logVisit(page, { name: '曹植' })
  await expect.poll(() => records.jobs()).toMatchObject([{ state: 'waiting', reason: 'cover-open' }])
  await counter.crash()
  receipt.coverClosed()
  await counter.launch()
  const [slip] = await receipt.waitForSlips(1)
  expect(slip!.text.join('\n')).toContain(no)
  await expect.poll(() => records.jobs()).toMatchObject([{ state: 'printed' }])
  expect(receipt.slips).toHaveLength(1)
})

test('M2 a slip whose printer is replaced meanwhile comes out of the new one', async ({ counter }) => {
  const { page, receipt, engineering, records } = counter
  await signIn(page)
  await receipt.powerOff()
  await expect(strip(page).getByText(/小票机.*连不上/)).toBeVisible()
  await logVisit(page, { name: '郭凯' })
  await counter.quit()
  const printer = { kind: 'escpos' as const, address: engineering.address, paper: 80 as const, confirm: true, raster: 'never' as const }
  counter.writeStation({ printers: { receipt: printer } })
  await counter.launch()
  const [slip] = await engineering.waitForSlips(1)
  expect(slip!.text.join('\n')).toContain('郭凯')
  await expect.poll(() => records.jobs()).toMatchObject([{ state: 'printed' }])
})

test.describe('a printer that shows its slips on screen', () => {
  test.use({ setUp: { station: { printers: { receipt: { kind: 'escpos', address: 'preview', paper: 80, confirm: true, raster: 'never' } } } } })

  test('16.R4 the slip on screen is saved as a PDF of its paper\'s size', async ({ counter }) => {
    const { app, page, dir } = counter
    await signIn(page)
    await logVisit(page, { name: '林若楠' })
    const file = join(dir, 'slip.pdf')
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: '存为 PDF' }).click()
    await expect(page.getByText(file)).toBeVisible({ timeout: 20_000 })
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    // 80 mm wide: 227 points.
    expect(bytes.toString('latin1')).toMatch(/\/MediaBox \[0 0 22[67](\.\d+)? \d+(\.\d+)?\]/)
  })
})
