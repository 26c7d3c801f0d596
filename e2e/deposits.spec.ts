import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answerSaveDialog, said, signIn } from './fixtures/desk'
import { PagePort } from './fixtures/page-port'
import { pdfText } from './fixtures/pdf-text'
import type { Records } from './fixtures/records'
import { expect, test } from './fixtures/test'
import { openFromCommandBar, rows } from './fixtures/walk'

test.use({ setUp: { data: 'demo' } })

const money = (fen: number): string => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })
const sumOf = async (records: Records, sql: string): Promise<number> => (await records.query<{ fen: number }>(sql))[0]!.fen
/** What is held, said by the open passes and keys themselves. */
const open = async (records: Records): Promise<number> =>
  (await sumOf(records, `SELECT coalesce(sum(deposit_fen), 0) AS fen FROM pass WHERE state IN ('ready', 'issued')`)) + (await sumOf(records, `SELECT coalesce(sum(deposit_fen), 0) AS fen FROM key_loan WHERE state = 'out'`))
const foot = (page: Page): Locator => page.getByRole('region', { name: '押金台账' })
async function fromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('M1 the ledger of deposits is what the open passes and keys hold; it is narrowed, taken along, and nothing is given back twice', async ({ counter }) => {
  test.setTimeout(240_000)
  const { app, page, records, dir } = counter
  await signIn(page)
  await expect(page.getByText('等我办的').first()).toBeVisible({ timeout: 60_000 })
  await openFromCommandBar(page, 'yajin')
  const held = await open(records)
  expect(held).toBeGreaterThan(0)
  expect(await sumOf(records, `SELECT -sum(amount_fen) AS fen FROM posting WHERE account = 'deposit'`), 'the ledger says the same').toBe(held)
  const proof = page.getByRole('complementary', { name: '三处核对' })
  await expect(proof).toContainText('台账 = 总账 = 在用证件 + 在借钥匙')
  await expect(proof).toContainText(money(held))
  await expect(foot(page)).toContainText(`在押 ¥${money(held)}`)

  // Narrowed by kind, by company, by person and by day.
  const [some] = await records.query<{ kind: string; holder: string; company: string; tenant: number; day: string; fen: number }>(`SELECT kind, holder, company, tenant_id AS tenant, day, amount_fen AS fen FROM deposit WHERE state = 'held' AND kind = 'identity' AND tenant_id IS NOT NULL ORDER BY id DESC LIMIT 1`)
  const shown = async (where: string, parameters: (string | number)[]): Promise<void> => {
    const [{ n, fen }] = (await records.query<{ n: number; fen: number }>(`SELECT count(*) AS n, sum(amount_fen) AS fen FROM deposit WHERE state = 'held' AND ${where}`, parameters)) as [{ n: number; fen: number }]
    await expect(foot(page)).toContainText(`所列 ${n} 笔：在押 ¥${money(fen)}`)
  }
  await page.keyboard.press('Control+F')
  await page.getByRole('button', { name: '条件', exact: true }).click()
  await page.getByRole('combobox', { name: '种类' }).click()
  await page.getByRole('option', { name: '身份确认卡', exact: true }).click()
  await shown('kind = ?', ['identity'])
  await page.getByRole('combobox', { name: '单位' }).pressSequentially(some!.company.slice(0, 6))
  await page.getByRole('listbox', { name: '单位' }).getByRole('option').first().click()
  await shown('kind = ? AND tenant_id = ?', ['identity', some!.tenant])
  const narrowed = join(dir, 'deposits.csv')
  await answerSaveDialog(app, narrowed)
  await fromMenu(page, '导出 CSV')
  await expect(said(page, /已写 \d+ 笔/)).toBeVisible()
  expect(readFileSync(narrowed, 'utf8')).toContain(some!.holder)

  // All of it, on A4: the words and the sum.
  await page.keyboard.press('F1')
  await openFromCommandBar(page, 'yajin')
  const paper = join(dir, 'deposits.pdf')
  await answerSaveDialog(app, paper)
  await fromMenu(page, '所列存 PDF')
  await expect(said(page, '已存')).toBeVisible({ timeout: 20_000 })
  const text = pdfText(readFileSync(paper))
  for (const word of ['押金台账', '在押', some!.holder, `在押￥${money(held)}`]) expect(text).toContain(word)
  const book = join(dir, 'deposits.xlsx')
  await answerSaveDialog(app, book)
  await fromMenu(page, '导出表格')
  await expect(said(page, book)).toBeVisible()
  expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK')
  await page.keyboard.press('Control+F')
  await page.getByRole('searchbox', { name: '查押金' }).fill(some!.holder)
  await expect(rows(page).first()).toContainText(some!.holder)
  await page.getByRole('searchbox', { name: '查押金' }).fill(some!.company)
  await expect(rows(page).filter({ hasText: some!.holder }).first(), 'by a name with brackets').toBeVisible()

  // Given back once: what is asked a second time at the same moment is refused, and nothing else moves.
  const [pass] = await records.query<{ id: number; version: number; fen: number }>(`SELECT id, version, deposit_fen AS fen FROM pass WHERE state = 'issued' AND deposit_fen > 0 ORDER BY id DESC LIMIT 1`)
  const [{ receipt }] = (await records.query<{ receipt: string }>(`SELECT r.no AS receipt FROM deposit d JOIN receipt r ON r.id = d.receipt_id WHERE d.record_id = ? AND d.register = 'passes' AND d.state = 'held'`, [pass!.id])) as [{ receipt: string }]
  const port = await PagePort.catch(app, page)
  await signIn(page)
  const giveBack = { passes: [{ id: pass!.id, version: pass!.version }], receiptNos: [receipt], payment: 'wechat', signature: { by: '客户', signatureId: null, onPaper: true, scanId: null } }
  const answers = await Promise.all([port.call('passes.return', giveBack), port.call('passes.return', giveBack)])
  expect(answers.map(({ refused }) => refused).sort(), JSON.stringify(answers)).toEqual([null, 'order-taken'])
  expect(await open(records)).toBe(held - pass!.fen)
  expect(await sumOf(records, `SELECT -sum(amount_fen) AS fen FROM posting WHERE account = 'deposit'`)).toBe(held - pass!.fen)
})
