import { logVisit, openVisits, pickHost, said, scan, signIn, visitForm, visitRow, visits } from './fixtures/desk'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

const leaving = (page: Parameters<typeof visits>[0]) => page.getByRole('form', { name: '登记离开' })

test('16.R4 leaving: by the scanned code of the slip, by number, by card number; the still-inside list follows', async ({ counter }) => {
  const { app, page, receipt, records } = counter
  await signIn(page)
  await logVisit(page, { name: '林若楠' })
  await logVisit(page, { name: '方以恒' })
  await logVisit(page, { name: '宋雨桐' })
  const [slip] = await receipt.waitForSlips(3)
  await page.getByRole('tab', { name: /在内/ }).click()
  await expect(visits(page).getByRole('option')).toHaveCount(3)

  await scan(app, slip!.qr[0]!)
  await expect(leaving(page)).toContainText('林若楠')
  await page.keyboard.press('Enter')
  await expect(visitRow(page, '林若楠')).toHaveCount(0)

  await page.keyboard.press('Control+L')
  await leaving(page).getByRole('textbox', { name: '访客单' }).fill('2')
  await page.keyboard.press('Enter')
  await expect(leaving(page)).toContainText('方以恒')
  await page.keyboard.press('Enter')
  await expect(visitRow(page, '方以恒')).toHaveCount(0)

  await page.keyboard.press('Control+L')
  await leaving(page).getByRole('textbox', { name: '访客单' }).fill('T-003')
  await page.keyboard.press('Enter')
  await expect(leaving(page)).toContainText('宋雨桐')
  await page.keyboard.press('Enter')
  await expect(visits(page).getByRole('option')).toHaveCount(0)

  expect((await records.entries()).every(({ state, left_at }) => state === 'left' && left_at !== null)).toBe(true)
  await scan(app, slip!.qr[0]!)
  await expect(said(page, /林若楠 已于 .* 离开/)).toBeVisible()
})

test('16.R4 a number nobody has is told, and nothing leaves', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await logVisit(page, { name: '林若楠' })
  await page.keyboard.press('Control+L')
  await leaving(page).getByRole('textbox', { name: '访客单' }).fill('T-059')
  await page.keyboard.press('Enter')
  await expect(said(page, /没有/)).toBeVisible()
  expect(await records.entries()).toMatchObject([{ state: 'inside' }])
})

test('16.R4 P3 a returning visitor is offered by number and prefilled, the phone masked; a possible duplicate is shown, not blocked', async ({ counter }) => {
  const { app, page, records } = counter
  await signIn(page)
  await logVisit(page, { name: '周明远', document: '11010519491231002X', phone: '13800002716', company: '恒越信息技术（上海）有限公司' })
  await scan(app, '11010519491231002X')
  const form = visitForm(page)
  await expect(form.name).toHaveValue('周明远')
  await expect(form.company).toHaveValue('恒越信息技术（上海）有限公司')
  await expect(form.maskedPhone).toContainText('138****2716')
  await expect(said(page, /第 2 次来访/)).toBeVisible()
  await expect(said(page, /周明远 仍在内/)).toBeVisible()
  await expect(page.getByText('13800002716')).toHaveCount(0)
  // Enter in the empty host field takes the host of the last visit.
  await form.host.press('Enter')
  await expect(form.host).toHaveValue('陆文博')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /DJ\d\d-000002/)).toBeVisible()
  const entries = await records.query<{ name: string; phone_masked: string; person_id: number }>('SELECT name, phone_masked, person_id FROM entry ORDER BY id')
  expect(entries[1]).toMatchObject({ name: '周明远', phone_masked: '138****2716', person_id: entries[0]!.person_id })
})

test('16.R4 a returning visitor is offered by name as it is typed', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await logVisit(page, { name: '方以恒', phone: '13800002716' })
  const form = visitForm(page)
  await form.name.pressSequentially('方以')
  await expect(page.getByRole('listbox', { name: '来访人' }).getByRole('option', { name: /方以恒/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(form.name).toHaveValue('方以恒')
  await expect(form.maskedPhone).toContainText('138****2716')
})

test('16.R4 deny list: the receptionist is told to fetch the supervisor and is refused; the supervisor sees the reason', async ({ counter }) => {
  const { app, page, records } = counter
  await signIn(page, staff.supervisor)
  await openVisits(page)
  await page.getByRole('button', { name: '列表操作' }).click()
  await page.getByRole('menuitem', { name: '拒访名单' }).click()
  const list = page.getByRole('region', { name: '拒访名单' })
  await list.getByRole('textbox', { name: '姓名' }).fill('周明远')
  await list.getByRole('textbox', { name: '证件号码' }).fill('11010519491231002X')
  await list.getByRole('textbox', { name: '原因' }).fill('三次冒充快递进入')
  await list.getByRole('button', { name: '列入名单' }).click()
  await expect(list.getByText('三次冒充快递进入')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+U')
  await signIn(page)
  const form = await openVisits(page)
  await scan(app, '11010519491231002X')
  await expect(said(page, /请找主管/)).toBeVisible()
  await expect(page.getByText('三次冒充快递进入')).toHaveCount(0)
  await form.name.fill('周明远')
  await pickHost(page, 'lwb', '陆文博')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, '这位访客在拒访名单上，请找主管。')).toBeVisible()
  expect(await records.entries()).toHaveLength(0)

  await page.keyboard.press('Control+U')
  await signIn(page, staff.supervisor)
  await openVisits(page)
  await scan(app, '11010519491231002X')
  await expect(said(page, /三次冒充快递进入/)).toBeVisible()
})

test('16.R3 16.R4 expected by a call, the visitor arrives on the same number; call and visit are linked', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  await page.keyboard.press('F3')
  const call = page.getByRole('group', { name: '来电登记' })
  await call.getByRole('combobox', { name: '来电号码' }).pressSequentially('13910018807')
  await expect(call.getByRole('combobox', { name: '来电人' })).toHaveValue('沈嘉敏')
  await call.getByRole('textbox', { name: '事项' }).fill('下午有客人何婉清来访，请登记')
  await call.getByRole('radiogroup', { name: '类别' }).getByRole('radio', { name: '预约' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已保存 DJ\d\d-000001/)).toBeVisible()
  await page.getByRole('option').filter({ hasText: '何婉清' }).click()
  await page.getByRole('button', { name: '预约来访' }).click()

  const expected = page.getByRole('group', { name: '预约' })
  await expected.getByRole('combobox', { name: '来访人' }).fill('何婉清')
  await expected.getByRole('textbox', { name: '时间' }).fill('23:59')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /已保存预约 DJ\d\d-000002/)).toBeVisible()

  await openVisits(page)
  await page.getByRole('tab', { name: /预约/ }).click()
  await visitRow(page, '何婉清').click()
  await page.keyboard.press('Control+B')
  const form = visitForm(page)
  await expect(form.name).toHaveValue('何婉清')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /DJ\d\d-000002，访客单已出纸/)).toBeVisible()
  const entries = await records.entries()
  expect(entries).toMatchObject([{ kind: 'call' }, { kind: 'visit', state: 'inside', name: '何婉清' }])
  expect(receipt.slips[0]!.qr).toEqual([entries[1]!.token])
  expect(await records.query('SELECT from_id, to_id FROM link')).toEqual([{ from_id: entries[0]!.id, to_id: entries[1]!.id }])
})
