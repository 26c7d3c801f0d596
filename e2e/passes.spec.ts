import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, said, scan, signIn } from './fixtures/desk'
import { residentCard } from './fixtures/id-cards'
import { words } from './fixtures/keys'
import { send, signOnScreen, take } from './fixtures/orders'
import { begin, checkPapers, choosePhoto, enterPermit, issue, type PassRecord, PERMIT, photoOf, today, verdict } from './fixtures/passes'
import { pdfText } from './fixtures/pdf-text'
import { apart, codeIn, colourAt, cut, picturesOf, quarters } from './fixtures/picture'
import { expect, test } from './fixtures/test'
import { addDays } from '../shared/rules/time'

/** The first of eight on the sheet, and the photo on it, in millimetres. */
const CARD = [210 / 2 - 85.6 - 4, 28, 85.6, 54] as const
const PHOTO = [3.5, 11, 76 * 25.4 / 96, 95 * 25.4 / 96] as const

test.describe('with a reader', () => {
  test.use({ setUp: { reader: true } })

  test('12.R3 12.R5 12.R6 M1 M2 a card is read, a construction pass is made under its permit, paid for in cash and handed out; the receipt says deposit and fee apart', async ({ counter }) => {
    test.setTimeout(150_000)
    const { page, receipt, reader, records } = counter
    await signIn(page)
    await enterPermit(page)
    const form = await begin(page, { kind: '施工证', permit: PERMIT })
    reader!.placeCard(residentCard({ name: '罗志强', birth: '19880512', number: '110199198805123016' }))
    await expect(page.getByRole('textbox', { name: '持证人', exact: true })).toHaveValue('罗志强')
    reader!.liftCard()
    await expect(form).not.toContainText('110199198805123016')
    await choosePhoto(page)
    await expect(photoOf(page, '罗志强')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('应备资料还不齐。请逐项核对打勾。'), 'no pass without its papers').toBeVisible()
    expect(await records.query('SELECT count(*) AS n FROM pass')).toEqual([{ n: 0 }])
    const papers = page.locator('main .papers')
    await expect(papers.getByRole('checkbox'), 'permit, photo and 登记表签收 are told, not ticked').toHaveCount(2)
    await checkPapers(page)
    await expect(papers.getByRole('heading')).toHaveText('应备资料 4/5')
    await signOnScreen(page)
    await expect(papers.getByRole('heading')).toHaveText('应备资料 5/5')
    await page.getByRole('textbox', { name: '实收' }).fill('200')
    await page.keyboard.press('Control+Enter')
    await expect(said(page, /已保存 SZ/).first()).toContainText('90.00')
    const [pass] = (await records.query<PassRecord & { receipt: string; receiver_by: string }>('SELECT p.*, r.no AS receipt FROM pass p JOIN receipt r ON r.id = p.receipt_id')) as [PassRecord & { receipt: string; receiver_by: string }]
    expect(pass).toMatchObject({ kind: 'construction', state: 'issued', holder: '罗志强', receiver_by: '罗志强', deposit_fen: 10_000 })
    const slips = (await receipt.waitForSlips(1)).map(words)
    const paid = slips.find((text) => text.includes(pass.receipt))!
    for (const text of ['收据', pass.receipt, '押金', '100.00', '工本费', '10.00', '￥110.00', '壹佰壹拾元整', '200.00', '90.00', '施工证']) expect(paid, text).toContain(text)
    expect(await records.query('SELECT account, sum(amount_fen) AS fen FROM posting GROUP BY account ORDER BY account')).toMatchObject([{ account: 'cash', fen: 11_000 }, { account: 'deposit', fen: -10_000 }, { fen: -1000 }])
  })
})

test('12.F5 the pass on paper is what was given: words, photo, and a code that a scanner reads off the picture and that says 有效', async ({ counter }) => {
  test.setTimeout(150_000)
  const { app, page, records, dir } = counter
  await signIn(page)
  const no = await issue(page, { kind: '身份确认卡', holder: ['卓一鸣', '11010519491231002X'] })
  const [pass] = (await records.query<PassRecord>('SELECT * FROM pass')) as [PassRecord]
  await scan(app, pass.token)
  await expect(verdict(page)).toContainText('有效')
  const paper = join(dir, 'card.pdf')
  await answerSaveDialog(app, paper)
  await take(page, '打印证卡')
  const cards = page.getByRole('region', { name: '打印证卡' })
  await cards.getByRole('radio', { name: 'A4 八张' }).click()
  await cards.getByRole('radio', { name: 'PDF' }).click()
  await send(page, '存 PDF')
  await expect(said(page, /证卡 1 张已存 PDF/)).toBeVisible({ timeout: 20_000 })
  const pdf = readFileSync(paper)
  for (const text of ['云汇中心', '身份确认卡', '卓一鸣', '博远（北京）国际供应链管理有限公司', '1808', no, `有效至${addDays(today(), 364)}`]) expect(pdfText(pdf), text).toContain(text)
  const pages = await picturesOf(pdf)
  expect(pages).toHaveLength(1)
  const card = cut(pages[0]!, ...CARD)
  const photo = cut(card, ...PHOTO)
  for (const [at, [across, down]] of ([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]] as const).entries()) {
    const seen = colourAt(photo, across, down)
    expect(apart(seen, quarters[at]!), `${across}, ${down}: ${seen.join()}`).toBeLessThan(24)
  }
  const code = codeIn(card)
  expect(code).toBe(pass.token)
  await page.keyboard.press('F1')
  await scan(app, code!)
  await expect(verdict(page)).toContainText('有效')
  await expect(page.getByRole('region', { name: no })).toBeVisible()
})

test('12.R3 Esc clears what is looked for among fit-out permits, and only then leaves them', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await enterPermit(page)
  const search = page.getByRole('searchbox', { name: '查许可证' })
  await search.fill('没有这样的')
  await expect(page.getByText('没有有效的施工许可证。')).toBeVisible()
  await search.press('Escape')
  await expect(search).toHaveValue('')
  await expect(page.getByRole('button', { name: PERMIT })).toBeVisible()
  await search.press('Escape')
  await expect(page.getByRole('heading', { name: '施工许可证' })).toHaveCount(0)
})
