import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDigit } from '../shared/rules/id-number'
import { answerSaveDialog, said, scan, signIn } from './fixtures/desk'
import { send, signOnScreen, take } from './fixtures/orders'
import { begin, checkPapers, choosePhoto, pasteHolders, type PassRecord, passForm, photoOf, today, verdict } from './fixtures/passes'
import { apart, codeIn, colourAt, cut, DOTS, picturesOf, quarteredPhoto, quarters } from './fixtures/picture'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import { openFromCommandBar, write } from './fixtures/walk'

/** CR80, and the places of eight on A4, in millimetres. */
const [WIDE, HIGH] = [85.6, 54]
const place = (at: number) => [210 / 2 - WIDE - 4 + (at % 2) * (WIDE + 8), 28 + Math.floor(at / 2) * (HIGH + 8), WIDE, HIGH] as const

test('12.R4 12.R5 12.R11 12.F5 nine contractor badges with a receipt each: a card a page, a full sheet and a second one, every code read; they come back together on all nine receipts', async ({ counter }) => {
  test.setTimeout(240_000)
  const { app, page, records, dir } = counter
  await signIn(page)
  await page.keyboard.press('F5')
  await page.getByRole('radio', { name: '专业公司胸卡' }).click()
  await passForm(page).getByRole('combobox', { name: '单位' }).fill('洁净保洁服务有限公司')
  const people = Array.from({ length: 9 }, (_, at) => {
    const digits = `11019919900307${String(at + 11).padStart(3, '0')}`
    return { name: `保洁员${'一二三四五六七八九'[at]}`, number: digits + checkDigit(digits) }
  })
  await pasteHolders(page, people.map(({ name, number }) => `${name}\t${number}`).join('\n'))
  const photos = join(dir, '照片')
  mkdirSync(photos)
  for (const { number } of people) writeFileSync(join(photos, `${number}.png`), quarteredPhoto())
  await page.locator('main input[webkitdirectory]').setInputFiles(photos)
  await expect(page.getByText('已配上 9 张照片。')).toBeVisible()
  await checkPapers(page)
  await page.getByText('每人一张', { exact: true }).click()
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已发 9 张。/).first()).toBeVisible()
  const passes = await records.query<PassRecord & { receipt: string }>('SELECT p.*, r.no AS receipt FROM pass p JOIN receipt r ON r.id = p.receipt_id ORDER BY p.id')
  expect(new Set(passes.map(({ receipt }) => receipt)).size).toBe(9)

  // What was just made is offered to the card printer, or as a file.
  await expect(page.getByText('9 张证卡可以打了。')).toBeVisible()
  const paper = join(dir, 'cards.pdf')
  await answerSaveDialog(app, paper)
  await page.getByRole('button', { name: '存 PDF' }).click()
  await expect(said(page, /证卡 9 张已存 PDF/)).toBeVisible({ timeout: 30_000 })
  const cards = await picturesOf(readFileSync(paper))
  expect(cards.map(codeIn)).toEqual(passes.map(({ token }) => token))
  for (const { width, height } of cards) expect([Math.abs(width - WIDE * DOTS) <= DOTS, Math.abs(height - HIGH * DOTS) <= DOTS]).toEqual([true, true])
  const photo = cut(cards[8]!, 3.5, 11, 76 * 25.4 / 96, 95 * 25.4 / 96)
  expect(apart(colourAt(photo, 0.25, 0.25), quarters[0])).toBeLessThan(24)

  await scan(app, passes[0]!.token)
  await expect(verdict(page)).toContainText('有效')
  await take(page, '打印证卡')
  const form = page.getByRole('region', { name: '打印证卡' })
  await form.getByRole('radio', { name: '同批 9 张' }).click()
  await form.getByRole('radio', { name: 'A4 八张' }).click()
  await form.getByRole('radio', { name: 'PDF' }).click()
  const sheet = join(dir, 'sheets.pdf')
  await answerSaveDialog(app, sheet)
  await send(page, '存 PDF')
  await expect(said(page, /证卡 9 张已存 PDF/)).toBeVisible({ timeout: 30_000 })
  const sheets = await picturesOf(readFileSync(sheet))
  expect(sheets).toHaveLength(2)
  expect(Array.from({ length: 8 }, (_, at) => codeIn(cut(sheets[0]!, ...place(at))))).toEqual(passes.slice(0, 8).map(({ token }) => token))
  expect([codeIn(cut(sheets[1]!, ...place(0))), codeIn(cut(sheets[1]!, ...place(1)))]).toEqual([passes[8]!.token, null])

  await take(page, '退证')
  const back = page.getByRole('region', { name: '退证' })
  await back.getByRole('radio', { name: '同批 9 张' }).click()
  await signOnScreen(page)
  for (const { receipt } of passes.slice(0, 8)) await scan(app, `QT1:${receipt}`)
  await expect(back.getByText('8/9 张')).toBeVisible()
  await send(page, '收回并退押金')
  await expect(back.getByText('还差 1 张收据。', { exact: false })).toBeVisible()
  await scan(app, `QT1:${passes[8]!.receipt}`)
  await send(page, '收回并退押金')
  await expect(said(page, '已退证。')).toBeVisible()
  expect(await records.query('SELECT state, count(*) AS n FROM deposit GROUP BY state')).toEqual([{ state: 'refunded', n: 9 }])
  expect(await records.query(`SELECT coalesce(sum(amount_fen), 0) AS fen FROM posting WHERE account = 'deposit'`)).toEqual([{ fen: 0 }])
  expect(await records.query(`SELECT count(*) AS n FROM receipt WHERE kind = 'refund'`)).toEqual([{ n: 1 }])
})

test('12.R1 12.R6 one who came on the deny list is not handed the pass that waits; it is given up, and its deposit goes back', async ({ counter }) => {
  test.setTimeout(120_000)
  const { app, page, records } = counter
  await signIn(page)
  await begin(page, { kind: '身份确认卡', holder: ['卓一鸣', '11010519491231002X'] })
  await choosePhoto(page)
  await expect(photoOf(page, '卓一鸣')).toBeVisible()
  await checkPapers(page)
  await page.keyboard.press('Alt+S')
  await expect(said(page, /1 张待领。/).first()).toBeVisible()
  const [pass] = (await records.query<PassRecord & { receipt: string }>('SELECT p.*, r.no AS receipt FROM pass p JOIN receipt r ON r.id = p.receipt_id')) as [PassRecord & { receipt: string }]
  await records.query(`INSERT INTO deny (name, name_folded, document_masked, phone_masked, reason, at, by) VALUES ('卓一鸣', '卓一鸣', '', '', '冒名', 1, '韩雪')`)
  await scan(app, pass.token)
  await expect(page.getByRole('alert').filter({ hasText: '卓一鸣 在禁入名单上' })).toBeVisible()
  await take(page, '发证')
  await signOnScreen(page)
  await send(page, '发证')
  await expect(page.getByText('卓一鸣 在禁入名单上，不能办证。请找主管。')).toBeVisible()
  expect(await records.query('SELECT state FROM pass')).toEqual([{ state: 'ready' }])
  // With its holder it would be 禁入, not 有效.
  await records.query(`UPDATE pass SET state = 'issued'`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await scan(app, pass.token)
  await expect(verdict(page)).toContainText('禁入')
  await records.query(`UPDATE pass SET state = 'ready'`)
  await page.keyboard.press('F5')
  await scan(app, pass.token)
  await take(page, '退证')
  await page.getByRole('region', { name: '退证' }).getByRole('textbox', { name: '收据号' }).fill(pass.receipt)
  await signOnScreen(page)
  await send(page, '不领，退押金')
  await expect(said(page, '已退证。')).toBeVisible()
  expect(await records.query('SELECT p.state, d.state AS deposit FROM pass p JOIN deposit d ON d.record_id = p.id')).toEqual([{ state: 'returned', deposit: 'refunded' }])
})

test('12.R9 a supervisor enters holidays and a worked weekend in the calendar, and takes one out again', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page, staff.supervisor)
  await openFromCommandBar(page, 'gongzuorili')
  const year = today().slice(0, 4)
  const days = () => records.query<{ day: string; kind: string }>(`SELECT day, kind, name FROM calendar_day WHERE day >= ? AND day <= ? ORDER BY day`, [`${year}-12-20`, `${year}-12-31`])
  await page.getByRole('button', { name: '加日期' }).click()
  await write(page, { from: `${year}-12-29`, to: `${year}-12-30`, name: '年终盘点' })
  await page.keyboard.press('Control+Enter')
  await expect.poll(days).toEqual([{ day: `${year}-12-29`, kind: 'holiday', name: '年终盘点' }, { day: `${year}-12-30`, kind: 'holiday', name: '年终盘点' }])
  await page.getByRole('button', { name: `去掉 ${year}-12-29` }).click()
  await expect.poll(days).toEqual([{ day: `${year}-12-30`, kind: 'holiday', name: '年终盘点' }])
  await expect(page.getByRole('region').filter({ hasText: `${year}-12-30` }).last()).toContainText('年终盘点')
})
