import { residentCard, foreignCard2017, foreignCard2023, hmtCard } from './fixtures/id-cards'
import { openVisits, pickHost, said, scan, signIn, visitForm, visitRow } from './fixtures/desk'
import type { EntryRecord } from './fixtures/records'
import { expect, test } from './fixtures/test'
import type { PrintedSlip } from './fixtures/virtual-printer'

test.use({ setUp: { reader: true } })

/** What stands on the paper, without the spaces that set it. */
const written = (slip: PrintedSlip): string => slip.text.join('\n').replace(/[ 　]/g, '')

/** The slip says what the entry says, once, and no personal number (P3). */
function expectSlipOf(slip: PrintedSlip, entry: EntryRecord): void {
  const text = written(slip)
  for (const value of [entry.no, entry.name, entry.host_name, entry.company, `${entry.room}室`, entry.card_no, `${entry.people}人`]) expect(text).toContain(value.replace(/[ 　]/g, ''))
  expect(slip.qr).toEqual([entry.token])
  expect(slip.cuts).toBe(1)
  expect(text).not.toMatch(/\d{15}|\d{11}|\*{4}/)
}

test('16.R1 16.R4 P1 P3 a card fills the form; host by pinyin initials, agreed, Enter: row, host told, slip and QR as the entry', async ({ counter }) => {
  const { page, receipt, reader, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  reader!.placeCard(residentCard())
  await expect(form.name).toHaveValue('周明远')
  await expect(form.maskedNumber).toContainText('110105********002X')
  await expect(said(page, '已读居民身份证，首次来访')).toBeVisible()
  await expect(form.host).toBeFocused()
  await pickHost(page, 'lwb', '陆文博')
  await expect(form.room).toContainText('1808')
  await expect(form.answer('待致电')).toBeFocused()
  // The host is telephoned; Enter is the usual answer.
  await page.keyboard.press('Enter')

  await expect(said(page, /已保存 DJ\d\d-000001，访客单已出纸。/)).toBeVisible()
  const [entry] = await records.entries()
  expect(entry).toMatchObject({ kind: 'visit', state: 'inside', name: '周明远', host_name: '陆文博', room: '1808', document_masked: '110105********002X', document_source: 'card', card_no: 'T-001' })
  expect(entry!.notified_at, '16.C1 the host was told').not.toBeNull()
  expectSlipOf(receipt.slips[0]!, entry!)
  expect(receipt.slips).toHaveLength(1)
  await expect(visitRow(page, '周明远')).toContainText('在内')
  await expect(visitRow(page, '周明远')).toContainText('陆文博')
  await expect(form.name, 'ready for the next').toHaveValue('')
})

test('P1 each kind of card is read for what it is', async ({ counter }) => {
  const { page, reader } = counter
  await signIn(page)
  const form = await openVisits(page)
  for (const [card, kind, name] of [
    [hmtCard(), '港澳台居民居住证', '周明远'], [foreignCard2017(), '外国人永久居留身份证', '乐美'], [foreignCard2023(), '外国人永久居留身份证', '乐美'],
  ] as const) {
    reader!.placeCard(card)
    await expect(form.name).toHaveValue(name)
    await expect(form.maskedNumber).toContainText(kind)
    await expect(form.maskedNumber).toContainText('****')
    reader!.liftCard()
    const looked = reader!.requests.length
    await expect.poll(() => reader!.requests.length, 'the reader has seen that it is gone').toBeGreaterThan(looked + 1)
    await page.keyboard.press('Escape')
    await expect(form.name).toHaveValue('')
  }
})

test('16.R4 a keyboard reader fills the same form: its digits stay out of the field in focus, its Enter saves nothing', async ({ counter }) => {
  const { app, page, receipt, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.company.fill('恒越信息技术（上海）有限公司')
  await form.company.press('End')
  await scan(app, '11010519491231002X')
  await expect(form.maskedNumber).toContainText('110105********002X')
  await expect(form.company).toHaveValue('恒越信息技术（上海）有限公司')
  expect(await records.entries()).toHaveLength(0)
  await form.name.fill('周明远')
  await pickHost(page, '1808', '陆文博')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单已出纸/)).toBeVisible()
  const [entry] = await records.entries()
  expect(entry).toMatchObject({ name: '周明远', document_source: 'wedge', document_masked: '110105********002X' })
  expectSlipOf(receipt.slips[0]!, entry!)
})

test('P1 by hand a wrong check digit is told with the right one, and is not saved; the right one is', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('周明远')
  await form.number.pressSequentially('110105194912310021')
  await expect(page.getByRole('alert').filter({ hasText: '第 18 位应为 X，请对照证件再输一次。' })).toBeVisible()
  await expect(form.number).toHaveAttribute('aria-invalid', 'true')
  await pickHost(page, 'liweibin', '李伟彬')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  expect(await records.entries()).toHaveLength(0)
  await form.number.fill('11010519491231002x')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单已出纸/)).toBeVisible()
  const [entry] = await records.entries()
  expect(entry).toMatchObject({ host_name: '李伟彬', room: '2203', document_source: 'typed', document_masked: '110105********002X' })
  expectSlipOf(receipt.slips[0]!, entry!)
})

test('P1 a passport is a kind of its own', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('Daniel Foster')
  await form.kind.click()
  await page.getByRole('option', { name: '护照' }).click()
  await form.number.fill('E12345678')
  await pickHost(page, '程若', '程若兰')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单已出纸/)).toBeVisible()
  const [row] = await records.query<{ document_kind: string; document_masked: string }>('SELECT document_kind, document_masked FROM entry')
  expect(row!.document_kind).toBe('passport')
  expect(row!.document_masked).not.toContain('12345')
})

test('16.R4 a group is one entry with several people; the slip says how many', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('沈知远')
  await form.people.fill('3')
  await form.companions.fill('何婉清、方以恒')
  await pickHost(page, 'crl', '程若兰')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单已出纸/)).toBeVisible()
  const [entry] = await records.entries()
  expect(entry!.people).toBe(3)
  expectSlipOf(receipt.slips[0]!, entry!)
  await expect(visitRow(page, '沈知远')).toContainText('等 3 人')
})

test('16.R4 a host who declines: no card, no slip, the entry says so', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('唐敏')
  await pickHost(page, 'liuwenbin', '刘文斌')
  await page.keyboard.press('Alt+N')
  await expect(form.answer('婉拒')).toBeChecked()
  await page.getByRole('textbox', { name: '婉拒原因' }).fill('今日无约')
  await page.keyboard.press('Control+Enter')
  await expect(visitRow(page, '唐敏')).toContainText('婉拒')
  const [entry] = await records.entries()
  expect(entry).toMatchObject({ state: 'declined', card_no: '' })
  expect(await records.jobs()).toHaveLength(0)
  expect(receipt.received).toBeGreaterThan(0)
  expect(receipt.slips).toHaveLength(0)
})

test('16.R4 a host is asked first; on 同意 the visitor is inside and the slip comes', async ({ counter }) => {
  const { page, receipt, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await pickHost(page, 'gxh', '顾星河')
  await page.keyboard.press('Control+Enter')
  await expect(visitRow(page, '林若楠')).toContainText('待回复')
  expect(receipt.slips).toHaveLength(0)
  await visitRow(page, '林若楠').click()
  await page.getByRole('button', { name: '同意' }).click()
  await expect(visitRow(page, '林若楠')).toContainText('在内')
  await receipt.waitForSlips(1)
  const [entry] = await records.entries()
  expect(entry!.state).toBe('inside')
  expectSlipOf(receipt.slips[0]!, entry!)
})

test('16.R4 saved at the row of answers, what is said there stands: only Enter alone is 同意', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('林若楠')
  await pickHost(page, 'gxh', '顾星河')
  const toAsk = page.getByRole('radio', { name: '待致电' })
  await toAsk.focus()
  await page.keyboard.press('Control+Enter')
  await expect(visitRow(page, '林若楠')).toContainText('待回复')
  expect(await records.entries()).toMatchObject([{ state: 'asked' }])
})

test('16.R1 16.C1 a department that is visited has its notice on its own printer and in its list', async ({ counter }) => {
  const { page, engineering, records } = counter
  await signIn(page)
  const form = await openVisits(page)
  await form.name.fill('马文静')
  await pickHost(page, '工程', '工程部')
  await form.answer('同意').click()
  await page.keyboard.press('Control+Enter')
  await expect(said(page, /访客单已出纸/)).toBeVisible()
  const [slip] = await engineering.waitForSlips(1)
  const [entry] = await records.entries()
  expect(written(slip!)).toContain(entry!.no)
  expect(written(slip!)).toContain('马文静')
  expect(await records.notices()).toMatchObject([{ department: 'engineering', no: entry!.no, acknowledged_at: null }])
})

test('16.R1 nothing is saved before name and host are there; each is told under its row', async ({ counter }) => {
  const { page, records } = counter
  await signIn(page)
  await openVisits(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '来访人未填' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: '被访人未填' })).toBeVisible()
  await expect(visitForm(page).name).toBeFocused()
  expect(await records.entries()).toHaveLength(0)
})
