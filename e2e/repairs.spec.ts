import { said, signIn } from './fixtures/desk'
import { openRow, reportRepair, send, signOnScreen, take } from './fixtures/orders'
import { PagePort } from './fixtures/page-port'
import { openFromCommandBar } from './fixtures/walk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const paperOf = (slip: { text: string[] } | undefined): string => slip!.text.join('\n').replace(/[ 　\n]/g, '')

test('13.R1 13.R3 13.R4 13.R5 13.R6 16.R3 17.R2 17.R3 17.R4 13.C4 a call becomes a chargeable repair: quoted, refused, agreed, printed at engineering, worked, signed, paid, returned, verified, filed', async ({ counter }) => {
  test.setTimeout(150_000)
  const { page, engineering, receipt, records } = counter
  await signIn(page)
  await page.keyboard.press('F3')
  const call = page.getByRole('group', { name: '来电登记' })
  await call.getByRole('combobox', { name: '来电号码' }).pressSequentially('13910018807')
  await expect(call.getByRole('combobox', { name: '来电人' })).toHaveValue('沈嘉敏')
  await call.getByRole('textbox', { name: '事项' }).fill('换锁芯，钥匙丢了')
  await call.getByRole('radio', { name: '报修' }).click()
  await page.keyboard.press('Control+Enter')
  await engineering.waitForSlips(1)
  await openRow(page, 'F3', '换锁芯')
  await page.keyboard.press('F4')

  // Nothing typed twice: content, who, where and the number come along.
  const form = page.getByRole('group', { name: '报修登记' })
  await expect(form.getByRole('combobox', { name: '报修人' })).toHaveValue('沈嘉敏')
  await expect(form.getByRole('combobox', { name: '房号' })).toHaveValue('2203')
  await expect(form.getByRole('group', { name: '电话' })).toContainText('139****8807')
  await expect(form.getByRole('combobox', { name: '报修内容' })).toHaveValue(/换锁芯/)
  await form.getByRole('radio', { name: '门窗锁具' }).click()
  await form.getByRole('radio', { name: '收费，先报价' }).click()
  await page.keyboard.press('Control+Enter')
  // It opens on the spot, to be quoted.
  await expect(page.getByRole('region', { name: '报价', exact: true })).toBeVisible()
  const [{ no }] = (await records.query<{ no: string }>('SELECT no FROM work_order')) as [{ no: string }]
  expect(await records.entries()).toMatchObject([{ state: 'closed', result: `转报修 ${no}` }])
  expect(engineering.slips, 'nothing goes to engineering before the client agrees').toHaveLength(1)

  for (const code of ['M-02', 'C-31']) {
    const item = page.getByRole('combobox', { name: '收费项目' })
    await item.fill(code)
    await expect(page.getByRole('option', { name: new RegExp(code) })).toBeVisible()
    await item.press('Enter')
    await expect(page.getByRole('cell', { name: new RegExp(code) })).toBeVisible()
  }
  await send(page, '保存报价')
  await expect(said(page, /已报价，等客户答复/)).toBeVisible()
  await take(page, '客户答复')
  await page.getByRole('radio', { name: '不同意' }).last().click()
  await send(page, '客户不同意')
  await expect(page.getByText('写明客户为何不同意。')).toBeVisible()
  await send(page, '客户不同意', { 原因: '太贵，再问问' })
  await expect(page.getByText('未同意').first()).toBeVisible()
  expect(engineering.slips).toHaveLength(1)

  await take(page, '重新报价')
  await send(page, '保存报价')
  await take(page, '客户答复')
  await page.getByRole('radio', { name: '电话念过，同意' }).click()
  await send(page, /^客户同意/)
  const slips = await engineering.waitForSlips(3)
  for (const [index, copy] of ['1/2', '2/2'].entries()) {
    const paper = paperOf(slips[index + 1])
    for (const text of ['维修工作令单', no, '2203室', '换锁芯', '沈嘉敏', '138.50']) expect(paper, copy).toContain(text)
    expect(paper, 'P3').not.toMatch(/\d{11}/)
    expect(slips[index + 1]!.qr.join()).toContain(no)
  }

  await page.keyboard.press('Control+U')
  await signIn(page, staff.engineering)
  await openRow(page, 'F4', no)
  await take(page, '领单签收')
  await send(page, '领单签收', { 派给: '孙立' })
  await expect(said(page, `${no} 已领单、派工。`)).toBeVisible()
  await take(page, '开工')
  await expect(said(page, `${no} 已开工。`)).toBeVisible()
  await take(page, '完工')
  await page.getByRole('textbox', { name: '维修记录' }).fill('更换锁芯，交钥匙五把')
  await send(page, /^完工/)
  await expect(page.getByText(/没有签字|还没签|签字/).first()).toBeVisible()
  await signOnScreen(page)
  await send(page, /^完工/)
  await expect(said(page, `${no} 已记完工。`)).toBeVisible()

  await page.keyboard.press('Control+U')
  await signIn(page)
  await openRow(page, 'F4', no)
  await take(page, '请客户签字')
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await signOnScreen(page)
  await send(page, '客户已签字')
  await expect(said(page, `${no} 客户已签字。`)).toBeVisible()
  await page.getByRole('button', { name: '收款', exact: true }).click()
  await send(page, '收款并打收据', { 实收: '100' })
  await expect(page.getByText(/还差 .38\.50。/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '收款', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '实收' }), 'Esc lost nothing').toHaveValue('100')
  await send(page, '收款并打收据', { 实收: '200' })
  const [paper] = (await receipt.waitForSlips(1)).map(paperOf)
  for (const text of ['收据', 'SJ', '更换锁芯', '叶片锁芯', '138.50', '壹佰叁拾捌元伍角', '200.00', '61.50']) expect(paper).toContain(text)
  await expect(said(page, /找零 .61\.50/)).toBeVisible()

  await take(page, '返单')
  await send(page, '返单')
  await expect(said(page, `${no} 已返单`)).toBeVisible()
  await take(page, '核验')
  await page.getByRole('radio', { name: '修好了' }).click()
  await send(page, '核验')
  await expect(said(page, `${no} 已核验。`)).toBeVisible()
  await take(page, '归档')
  await expect(said(page, `${no} 已归档。`)).toBeVisible()
  const [order] = await records.query<{ state: string; rating: string; verify_outcome: string }>('SELECT state, rating, verify_outcome FROM work_order')
  expect(order).toEqual({ state: 'filed', rating: 'satisfied', verify_outcome: 'good' })
  expect(await records.query('SELECT account, sum(amount_fen) AS fen FROM posting GROUP BY account HAVING sum(amount_fen) <> 0 ORDER BY account')).toEqual([{ account: 'cash', fen: 13850 }, { account: 'service-income', fen: -13850 }])
})

test('13.R1 the row of what is being written names the reporter before the place', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await page.keyboard.press('F4')
  const form = page.getByRole('group', { name: '报修登记' })
  await form.getByRole('combobox', { name: '报修人' }).fill('古丽娜尔·艾山江')
  await form.getByRole('textbox', { name: '地点' }).fill('二十二层东侧茶水间')
  await expect(page.locator('main .row.writing')).toContainText(/古丽娜尔·艾山江\s+二十二层东侧茶水间/)
})

test('13.R2 two people take the same order at once: the second is told who did and when, and what was written stays', async ({ counter }) => {
  const { app, page, engineering, records } = counter
  const port = await PagePort.catch(app, page)
  await signIn(page)
  const no = await reportRepair(page, { fault: '锁芯卡住', reporter: ['sjm', '沈嘉敏'] })
  await engineering.waitForSlips(1)
  const [order] = (await records.query<{ id: number; version: number }>('SELECT id, version FROM work_order')) as [{ id: number; version: number }]
  await page.keyboard.press('Control+U')
  await signIn(page, staff.engineering)
  await openRow(page, 'F4', no)
  await take(page, '领单签收')
  const form = page.getByRole('region', { name: '领单签收' })
  await form.getByRole('combobox', { name: '派给' }).fill('王立强')
  await form.getByRole('button', { name: '取消' }).click()
  await take(page, '领单签收')
  await expect(form.getByRole('combobox', { name: '派给' }), 'as it was left').toHaveValue('王立强')
  // At another counter, while the form is open here.
  expect(await port.call('repairs.fetch', { ...order, by: '孙立', worker: '孙立', start: false })).toMatchObject({ ok: true })
  await send(page, '领单签收')
  await expect(said(page, new RegExp(`${no} 已由 何建国 于 \\d\\d:\\d\\d 办过这一步。请看过再办。`))).toBeVisible()
  await expect(form.getByRole('combobox', { name: '派给' }), 'nothing is lost').toHaveValue('王立强')
  await form.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('button', { name: '开工' }), 'it is shown as it stands now').toBeVisible()
  expect(await records.query('SELECT state, worker FROM work_order')).toEqual([{ state: 'assigned', worker: '孙立' }])
})

test('16.R3 the number of a room opens the page that shows all that happened in it', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const no = await reportRepair(page, { fault: '锁芯卡住', reporter: ['sjm', '沈嘉敏'] })
  await openFromCommandBar(page, '2203')
  await expect(page.getByRole('heading', { name: '2203 室' })).toBeVisible()
  await expect(page.getByRole('region', { name: '往来' })).toContainText(no)
  await expect(page.getByRole('complementary')).toContainText('锁芯卡住')
})
