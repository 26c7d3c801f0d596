import { said, signIn } from './fixtures/desk'
import { bringBack, expectSums, hang, lend, words, writeLoan } from './fixtures/keys'
import { openRow, send, signOnScreen, take } from './fixtures/orders'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('11.R5 11.F1 M1 a key is lent against signature and deposit, not lent twice, chased when late, and comes back against signature and receipt', async ({ counter }) => {
  test.setTimeout(150_000)
  const { page, receipt, records } = counter
  await signIn(page)
  await hang(page, 34, '正门')
  await writeLoan(page, 'A-34', '200')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('还没有签字，无签名不出柜。')).toBeVisible()
  expect(await records.query('SELECT no FROM key_loan'), 'no key without a signature').toEqual([])
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已保存 YJ/)).toBeVisible()
  const [{ no, receiptNo }] = (await records.query<{ no: string; receiptNo: string }>('SELECT l.no, r.no AS receiptNo FROM key_loan l JOIN receipt r ON r.id = l.receipt_id')) as [{ no: string; receiptNo: string }]
  const out = await receipt.waitForSlips(2)
  const slip = out.find((one) => words(one).includes('钥匙借用单'))!
  for (const text of [no, 'A-341把', '一层大堂', '更换门锁配件', '孙立', `￥200.00收据${receiptNo}`]) expect(words(slip)).toContain(text)
  expect(slip.qr).toEqual([`QT1:${no}`])
  const paid = words(out.find((one) => words(one).includes(receiptNo) && !words(one).includes('钥匙借用单')))
  for (const text of ['押金', '200.00', '贰佰元整', '孙立']) expect(paid).toContain(text)
  await expectSums(page, 0, 1)

  await writeLoan(page, 'A-34')
  await signOnScreen(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('在柜只有 0 把。请改把数，或先收回。')).toBeVisible()
  expect(await records.query('SELECT count(*) AS n FROM key_loan'), 'a key lent is not lent again').toEqual([{ n: 1 }])
  await page.keyboard.press('Escape')

  // Three hours go by.
  await records.query('UPDATE key_loan SET due_at = due_at - 10800000')
  await page.keyboard.press('F1')
  await page.keyboard.press('F7')
  const strip = page.getByRole('group', { name: 'A-34 逾期未还' })
  await expect(strip).toContainText('还没有催')
  await strip.getByRole('button', { name: '催还' }).click()
  await expect(said(page, 'A-34 已催 孙立。')).toBeVisible()
  const chase = words((await receipt.waitForSlips(3)).at(-1))
  for (const text of ['钥匙催还单', no, '孙立']) expect(chase).toContain(text)
  await expect(strip.getByRole('button', { name: '再催' })).toBeVisible()

  const back = await bringBack(page, 'A-34')
  await back.getByRole('textbox', { name: '收据' }).fill('SJ26-999999')
  await signOnScreen(page)
  await send(page, '收回并退押金')
  await expect(back.getByRole('alert').first(), 'another receipt gives nothing back').toBeVisible()
  expect(await records.query('SELECT state FROM deposit')).toEqual([{ state: 'held' }])
  await back.getByRole('textbox', { name: '收据' }).fill(receiptNo)
  await send(page, '收回并退押金')
  await expect(said(page, `${no} 已归还，押金已退。`)).toBeVisible()
  const refund = words((await receipt.waitForSlips(4)).at(-1))
  expect(refund).toMatch(/TK\d\d-\d{6}/)
  for (const text of ['退还押金', no, '￥200.00', '贰佰元整']) expect(refund).toContain(text)
  expect(await records.query('SELECT l.state, l.returner_by, l.returned_to, d.state AS deposit FROM key_loan l JOIN deposit d ON d.record_id = l.id')).toEqual([{ state: 'returned', returner_by: '孙立', returned_to: staff.receptionist.name, deposit: 'refunded' }])
  await expectSums(page, 1, 0)
})

test('M1 11.R5 with the receipt lost the deposit goes back only with a supervisor\'s number, PIN and reason', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  await hang(page, 34, '正门')
  const no = await lend(page, 'A-34', '100')
  await receipt.waitForSlips(2)
  const back = await bringBack(page, 'A-34')
  await back.getByText('收据遗失', { exact: true }).click()
  await signOnScreen(page)
  await back.getByRole('textbox', { name: '主管' }).fill(staff.supervisor.staffNo)
  await back.getByRole('textbox', { name: '口令' }).fill('111111')
  await back.getByRole('textbox', { name: '遗失说明' }).fill('客户找不到')
  await send(page, '收回并退押金')
  await expect(back.getByText('工号或口令不对')).toBeVisible()
  expect(await records.query('SELECT state FROM deposit')).toEqual([{ state: 'held' }])
  await back.getByRole('textbox', { name: '口令' }).fill('246810')
  await send(page, '收回并退押金')
  await expect(said(page, `${no} 已归还，押金已退。`)).toBeVisible()
  expect(words((await receipt.waitForSlips(3)).at(-1))).toMatch(/TK\d\d-\d{6}/)
  expect(await records.query('SELECT state, reason FROM deposit')).toEqual([{ state: 'refunded', reason: `收据遗失：客户找不到（${staff.supervisor.name}）` }])
})

test('11.R6 11.C4 a lost key has its reason and who answers for it, its deposit is forfeited, and it is owned no more', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await hang(page, 34, '正门', 2)
  const no = await lend(page, 'A-34', '100')
  await expectSums(page, 1, 1)
  await openRow(page, 'F7', '孙立')
  await take(page, '损坏、遗失')
  await send(page, '上报')
  const form = page.getByRole('region', { name: '损坏、遗失' })
  await expect(form.getByRole('alert').first(), 'the reason is asked').toBeVisible()
  await form.getByRole('radio', { name: '严重' }).click()
  await form.getByText('没收押金').click()
  await send(page, '上报', { 原因: '装车时掉了', 责任人: '孙立' })
  await expect(page.getByText('遗失 1 把：装车时掉了')).toBeVisible()
  expect(await records.query('SELECT kind, count, severity, responsible FROM key_incident')).toEqual([{ kind: 'loss', count: 1, severity: 3, responsible: '孙立' }])
  expect(await records.query('SELECT no, state, lost FROM key_loan')).toEqual([{ no, state: 'lost', lost: 1 }])
  expect(await records.query('SELECT state FROM deposit')).toEqual([{ state: 'forfeited' }])
  await expectSums(page, 1, 0)
})
