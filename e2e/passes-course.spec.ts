import { addDays } from '../shared/rules/time'
import { said, scan, signIn } from './fixtures/desk'
import { words } from './fixtures/keys'
import { send, signOnScreen, take } from './fixtures/orders'
import { checkPapers, choosePhoto, enterPermit, issue, type PassRecord, PERMIT, photoOf, today, verdict } from './fixtures/passes'
import { PagePort } from './fixtures/page-port'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'
import { fromListMenu } from './fixtures/walk'

const BUILDER: [string, string] = ['罗志强', '110199198805123016']
const CLERK: [string, string] = ['卓一鸣', '11010519491231002X']

test('12.R8 12.R9 M1 a pass is renewed with a new photo and its deposit goes on; Esc loses nothing of it; too late it needs a supervisor, and the old one is 作废', async ({ counter }) => {
  test.setTimeout(150_000)
  const { app, page, receipt, records } = counter
  await signIn(page)
  await enterPermit(page)
  const no = await issue(page, { kind: '施工证', permit: PERMIT, holder: BUILDER })
  await receipt.waitForSlips(1)
  await records.query(`UPDATE pass SET valid_from = ?, valid_until = ?`, [addDays(today(), -29), today()])
  const [old] = (await records.query<PassRecord>('SELECT * FROM pass')) as [PassRecord]
  await scan(app, old.token)
  await expect(verdict(page)).toContainText('有效')
  await take(page, '续证')
  const form = page.getByRole('region', { name: '续证' })
  await expect(form.getByText(/应在 .* 前提出延期，已过。/)).toBeVisible()
  await send(page, '收款并换发')
  await expect(form.getByText(`${BUILDER[0]} 还没有照片。`, { exact: false }), 'a new photo').toBeVisible()
  await choosePhoto(page)
  await expect(photoOf(page, BUILDER[0]).first()).toBeVisible()
  await form.getByText('已收回', { exact: true }).click()
  // Esc loses nothing that was written: photo, tick and reason stand there again.
  await form.locator('[data-name="approval-reason"]').fill('业主停电')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await take(page, '续证')
  await expect(photoOf(page, BUILDER[0]).first()).toBeVisible()
  await expect(form.getByRole('checkbox', { name: '已收回' })).toBeChecked()
  await expect(form.locator('[data-name="approval-reason"]')).toHaveValue('业主停电')
  await signOnScreen(page)
  await form.getByRole('textbox', { name: '主管' }).fill(staff.supervisor.staffNo)
  await form.getByRole('textbox', { name: '口令' }).fill('111111')
  await form.locator('[data-name="approval-reason"]').fill('业主停电两天，工期顺延')
  await send(page, '收款并换发')
  await expect(form.getByText('工号或口令不对')).toBeVisible()
  expect(await records.query('SELECT state FROM pass')).toEqual([{ state: 'issued' }])
  await form.getByRole('textbox', { name: '口令' }).fill('246810')
  await send(page, '收款并换发')
  await expect(said(page, /已续为 SZ/)).toBeVisible()
  const [was, now] = (await records.query<PassRecord>('SELECT * FROM pass ORDER BY id')) as [PassRecord, PassRecord]
  expect([was.state, now.state, now.replaces_id, now.photo_id === was.photo_id]).toEqual(['renewed', 'issued', was.id, false])
  expect(now.valid_until > today()).toBe(true)
  expect(await records.query(`SELECT state, amount_fen AS fen, record_no AS no FROM deposit WHERE state = 'held'`), 'no money of the deposit moves').toEqual([{ state: 'held', fen: 10_000, no: now.no }])
  expect(await records.query(`SELECT sum(amount_fen) AS fen FROM posting WHERE account = 'cash'`)).toEqual([{ fen: 12_000 }])
  expect(words((await receipt.waitForSlips(2)).find((slip) => words(slip).includes('续证')))).toContain('￥10.00')
  expect(await records.query('SELECT reason FROM pass_application ORDER BY id DESC LIMIT 1')).toEqual([{ reason: '业主停电两天，工期顺延' }])
  expect((await records.audit('approve')).at(-1)!.detail).toContain(staff.supervisor.name)
  await page.keyboard.press('F5')
  await scan(app, was.token)
  await expect(verdict(page)).toContainText('作废')
  await expect(page.getByRole('region', { name: no })).toBeVisible()
  await records.query(`UPDATE pass SET valid_until = ? WHERE id = ?`, [addDays(today(), -1), now.id])
  await page.keyboard.press('F5')
  await scan(app, now.token)
  await expect(verdict(page)).toContainText('已过期')
  await fromListMenu(page, 'incomplete')
  const lacking = page.getByRole('region', { name: '缺项检查' }).getByRole('listitem').filter({ hasText: now.no })
  await expect(lacking, 'the register and what is missing of it say the same state').toContainText('已过期')
  await expect(lacking).toContainText('未归档')
})

test('12.R10 12.F6 M1 a lost pass is void at once and its deposit forfeited; the declaration is printed, the next pass asks for everything anew, and nothing is given back', async ({ counter }) => {
  test.setTimeout(150_000)
  const { app, page, receipt, records } = counter
  await signIn(page)
  const no = await issue(page, { kind: '身份确认卡', holder: CLERK })
  await receipt.waitForSlips(1)
  const [pass] = (await records.query<PassRecord & { receipt: string }>('SELECT p.*, r.no AS receipt FROM pass p JOIN receipt r ON r.id = p.receipt_id')) as [PassRecord & { receipt: string }]
  await scan(app, pass.token)
  await take(page, '挂失')
  await page.getByRole('region', { name: '挂失' }).getByRole('textbox', { name: '地点' }).fill('地铁十号线')
  await signOnScreen(page)
  await send(page, '登记挂失')
  await expect(said(page, `${no} 已挂失作废，保安已告知。`)).toBeVisible()
  await expect(verdict(page)).toContainText('已挂失')
  await expect.poll(() => receipt.slips.map(words).find((text) => text.includes('作废声明'))).toContain(no)
  const declaration = receipt.slips.map(words).find((text) => text.includes('作废声明'))!
  for (const text of ['卓一鸣', '地铁十号线', '￥50.00不予退还']) expect(declaration).toContain(text)
  expect(await records.query('SELECT state FROM deposit')).toEqual([{ state: 'forfeited' }])
  expect((await records.notices()).some(({ department, text }) => department === 'security' && text.includes(no))).toBe(true)

  await take(page, '补证')
  await expect(page.getByText(`补办已挂失的 ${no}`)).toBeVisible()
  await expect(page.getByRole('textbox', { name: '持证人', exact: true })).toHaveValue('卓一鸣')
  await page.locator('main [data-name="number"] input').last().fill(CLERK[1])
  await choosePhoto(page)
  await expect(photoOf(page, '卓一鸣')).toBeVisible()
  await checkPapers(page)
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query('SELECT state, amount_fen AS fen FROM deposit ORDER BY id')).toEqual([{ state: 'forfeited', fen: 5000 }, { state: 'held', fen: 5000 }])
  expect(await records.query('SELECT replaces_id FROM pass ORDER BY id DESC LIMIT 1')).toEqual([{ replaces_id: pass.id }])

  // Found again and brought back: no button offers it, and the store refuses it.
  const port = await PagePort.catch(app, page)
  await signIn(page)
  const [{ version }] = (await records.query<{ version: number }>('SELECT version FROM pass WHERE id = ?', [pass.id])) as [{ version: number }]
  const answer = await port.call('passes.return', { passes: [{ id: pass.id, version }], receiptNos: [pass.receipt], payment: 'cash', signature: { by: '卓一鸣', signatureId: null, onPaper: true, scanId: null } })
  expect(answer).toMatchObject({ ok: false, refused: 'pass-lost' })
})

test('12.R11 M1 M2 a pass comes back against its own receipt, or with a supervisor where that is lost; once', async ({ counter }) => {
  test.setTimeout(150_000)
  const { app, page, receipt, records } = counter
  await signIn(page)
  for (const holder of [CLERK, BUILDER]) await issue(page, { kind: '身份确认卡', holder })
  await receipt.waitForSlips(2)
  const [first, second] = (await records.query<PassRecord & { receipt: string }>('SELECT p.*, r.no AS receipt FROM pass p JOIN receipt r ON r.id = p.receipt_id ORDER BY p.id')) as [PassRecord & { receipt: string }, PassRecord & { receipt: string }]
  const form = page.getByRole('region', { name: '退证' })
  await scan(app, first.token)
  await take(page, '退证')
  await form.getByRole('textbox', { name: '收据号' }).fill(second.receipt)
  await signOnScreen(page)
  await send(page, '收回并退押金')
  await expect(form.getByText(`${first.no} 的押金不在收据 ${second.receipt} 上。`, { exact: false })).toBeVisible()
  await form.getByRole('textbox', { name: '收据号' }).fill(first.receipt)
  await send(page, '收回并退押金')
  await expect(said(page, '已退证。')).toBeVisible()
  await expect(verdict(page)).toContainText('作废')
  await expect(page.locator('main .sheet-foot').getByRole('button', { name: '退证' }), 'not twice').toHaveCount(0)
  const refund = words((await receipt.waitForSlips(3)).at(-1))
  expect(refund).toMatch(/TK\d\d-\d{6}/)
  for (const text of ['退还押金', first.no, '￥50.00', '伍拾元整']) expect(refund).toContain(text)

  await page.keyboard.press('F5')
  await scan(app, second.token)
  await take(page, '退证')
  await form.getByText('收据遗失', { exact: true }).click()
  await signOnScreen(page)
  await form.getByRole('textbox', { name: '主管' }).fill(staff.supervisor.staffNo)
  await form.getByRole('textbox', { name: '口令' }).fill('246810')
  await form.locator('[data-name="approval-reason"]').fill('核对了身份证本人')
  await send(page, '收回并退押金')
  await expect(said(page, '已退证。')).toBeVisible()
  expect(await records.query('SELECT state, reason FROM deposit ORDER BY id')).toEqual([{ state: 'refunded', reason: '' }, { state: 'refunded', reason: `收据遗失：核对了身份证本人（${staff.supervisor.name}）` }])
  const noneHeld = async (): Promise<void> => expect(await records.query(`SELECT coalesce(sum(amount_fen), 0) AS fen FROM posting WHERE account = 'deposit'`)).toEqual([{ fen: 0 }])
  await noneHeld()
  // Past the page: given back once is given back.
  const [{ version }] = (await records.query<{ version: number }>('SELECT version FROM pass WHERE id = ?', [first.id])) as [{ version: number }]
  const port = await PagePort.catch(app, page)
  await signIn(page)
  expect(await port.call('passes.return', { passes: [{ id: first.id, version }], receiptNos: [first.receipt], payment: 'cash', signature: { by: CLERK[0], signatureId: null, onPaper: true, scanId: null } })).toMatchObject({ ok: false, defect: null })
  await noneHeld()
})
