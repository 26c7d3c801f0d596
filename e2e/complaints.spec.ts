import { said, signIn } from './fixtures/desk'
import { openRow, send, signOnScreen, take } from './fixtures/orders'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('7.R1 7.R3 7.R5 a complaint in person leads to a repair; the client is asked, dissatisfied, it is handled again under the same number, and closed', async ({ counter }) => {
  test.setTimeout(150_000)
  const { page, engineering, records } = counter
  await signIn(page)
  await page.keyboard.press('F8')
  const form = page.getByRole('group', { name: '客户投诉记录' })
  await form.getByRole('radio', { name: '当面' }).click()
  await expect(page.getByText('让你专程跑一趟，实在抱歉。'), 'words to say (7.R1)').toBeVisible()
  await form.getByRole('combobox', { name: '客户' }).pressSequentially('sjm')
  await page.getByRole('option', { name: /沈嘉敏/ }).first().click()
  await form.getByRole('textbox', { name: '起因' }).fill('会议室空调报过两次都没好，很影响开会')
  await form.getByRole('radio', { name: '维修' }).click()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query('SELECT no, state, round FROM complaint')).toMatchObject([{ state: 'received', round: 1 }])
  const [{ no }] = (await records.query<{ no: string }>('SELECT no FROM complaint')) as [{ no: string }]

  await openRow(page, 'F8', '空调报过两次')
  await take(page, '转报修')
  const repair = page.getByRole('group', { name: '报修登记' })
  await expect(repair.getByRole('combobox', { name: '报修人' })).toHaveValue('沈嘉敏')
  await repair.getByRole('radio', { name: '空调' }).click()
  await page.keyboard.press('Control+Enter')
  await engineering.waitForSlips(2)
  expect(await records.query('SELECT state FROM complaint')).toEqual([{ state: 'repairing' }])

  await page.keyboard.press('Control+U')
  await signIn(page, staff.engineering)
  await openRow(page, 'F4', /WX\d\d-000001/)
  await take(page, '领单签收')
  await send(page, '领单签收', { 派给: '孙立' })
  await take(page, '开工')
  await take(page, '完工')
  await page.getByRole('textbox', { name: '维修记录' }).fill('清洗风机盘管，出风 14 度')
  await signOnScreen(page)
  await send(page, /^完工/)
  await take(page, '请客户签字')
  await page.getByRole('radio', { name: '满意', exact: true }).click()
  await signOnScreen(page)
  await send(page, '客户已签字')

  await page.keyboard.press('Control+U')
  await signIn(page)
  await openRow(page, 'F4', /WX\d\d-000001/)
  await take(page, '返单')
  await send(page, '返单')
  await take(page, '核验')
  await page.getByRole('radio', { name: '修好了' }).click()
  await send(page, '核验')
  await expect.poll(() => records.query('SELECT state FROM complaint')).toEqual([{ state: 'handled' }])

  // It is the client's turn, so the question stands open.
  await openRow(page, 'F8', '空调报过两次')
  await page.getByRole('radio', { name: '不满意，再处理' }).click()
  await send(page, '记下，再处理', { 原话: '凉是凉了，还是有味道' })
  await expect(said(page, `${no} 客户不满意，再处理，编号不变。`)).toBeVisible()
  await take(page, '处理')
  await send(page, '记下处理', { 处理: '消毒接水盘，更换滤网' })
  await take(page, '问客户')
  await page.getByRole('radio', { name: /^满意/ }).click()
  await send(page, '记下并结案', { 原话: '这次好了' })
  await expect(said(page, `${no} 已结案。`)).toBeVisible()
  expect(await records.query('SELECT round, opinion, words FROM complaint_round ORDER BY round')).toEqual([
    { round: 1, opinion: 'dissatisfied', words: '凉是凉了，还是有味道' }, { round: 2, opinion: 'satisfied', words: '这次好了' },
  ])
  expect(await records.query('SELECT no, state, round, opinion FROM complaint')).toEqual([{ no, state: 'closed', round: 2, opinion: 'satisfied' }])
})

test('7.R4 a complaint beyond the desk goes to the supervisor at once, who finds it on the start page', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await page.keyboard.press('F8')
  const form = page.getByRole('group', { name: '客户投诉记录' })
  await form.getByRole('combobox', { name: '客户' }).pressSequentially('cy')
  await page.getByRole('option', { name: /曹颖/ }).first().click()
  await form.getByRole('textbox', { name: '起因' }).fill('消防通道堆满装修材料，要求书面答复')
  await form.getByRole('radio', { name: '安全' }).click()
  await form.getByRole('radio', { name: /二级/ }).click()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query('SELECT state, level FROM complaint')).toEqual([{ state: 'escalated', level: 2 }])
  await page.keyboard.press('Control+U')
  await signIn(page, staff.supervisor)
  await page.keyboard.press('F1')
  await expect(page.getByText(/消防通道堆满装修材料/).first()).toBeVisible()
  await expect(page.getByText('已升级，待主管').first()).toBeVisible()
})

test('7.R1 13.R1 the company goes with the room it came with; a caller the store knows is saved with their number; a company that was only typed is told', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await page.keyboard.press('F3')
  const call = page.getByRole('group', { name: '来电登记' })
  await call.getByRole('combobox', { name: '来电号码' }).fill('13900000000')
  await call.getByRole('combobox', { name: '来电人' }).fill('马路遥')
  await call.getByRole('textbox', { name: '事项' }).fill('问停车场入口')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query('SELECT name FROM person')).toEqual([{ name: '马路遥' }])

  await page.keyboard.press('F8')
  const form = page.getByRole('group', { name: '客户投诉记录' })
  const company = form.getByRole('combobox', { name: '单位' })
  for (const [room, name] of [['1808', /博远/], ['0912', /蓝桥/]] as const) {
    await form.getByRole('combobox', { name: '房号' }).fill('')
    await form.getByRole('combobox', { name: '房号' }).pressSequentially(room)
    await page.getByRole('option', { name: room }).first().click()
    await expect(company, 'the room brings its company').toHaveValue(name)
  }
  await form.getByRole('combobox', { name: '客户' }).pressSequentially('马路遥')
  await page.getByRole('option', { name: /马路遥/ }).first().click()
  await expect(form.getByRole('group', { name: '手机' })).toContainText('139****0000')
  await expect(company, 'somebody of no company leaves it').toHaveValue(/蓝桥/)
  await form.getByRole('textbox', { name: '起因' }).fill('大堂地面湿滑')
  await form.getByRole('radio', { name: '环境' }).click()
  await company.fill('顺达')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('没有这家单位。请从列出的里选，或清空。')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('company-unknown.png') })
  await company.fill('')
  await company.pressSequentially('蓝桥')
  await page.getByRole('option', { name: /蓝桥/ }).first().click()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => records.query('SELECT name, room, tenant_name, phone_masked, phone_enc IS NOT NULL AS kept FROM complaint')).toEqual([
    { name: '马路遥', room: '0912', tenant_name: '蓝桥快运（北京）有限公司', phone_masked: '139****0000', kept: 1 },
  ])
})
