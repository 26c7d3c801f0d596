import { logVisit, signIn } from './fixtures/desk'
import { PagePort } from './fixtures/page-port'
import { staff } from './fixtures/seed-tower'
import { expect, test } from './fixtures/test'

test('what a role may not do is refused in the main process, whatever the page shows', async ({ counter }) => {
  const { app, page, records } = counter
  await signIn(page)
  await logVisit(page, { name: '周明远', document: '11010519491231002X' })
  const [entry] = await records.entries()

  const port = await PagePort.catch(app, page)
  await signIn(page, staff.security)
  expect(await port.call('staff.current')).toMatchObject({ ok: true, value: { name: staff.security.name } })
  for (const [procedure, input] of [
    ['reception.void', { id: entry!.id, version: 1, reason: '试' }], ['reception.reveal', { id: entry!.id, field: 'documentNumber' }],
    ['reception.saveVisit', { name: '试' }], ['reception.denyList', undefined], ['staff.list', undefined], ['system.saveSettings', { visitorRetentionDays: 1 }],
    ['system.saveStation', { station: 'B9' }], ['reception.export', { filter: {}, format: 'csv' }], ['handover.propose', undefined],
  ] as const) {
    expect(await port.call(procedure, input), procedure).toMatchObject({ ok: false, refused: 'not-permitted' })
  }
  expect(await records.entries()).toMatchObject([{ state: 'inside' }])

  expect((await port.call('staff.lock')).ok).toBe(true)
  expect(await port.call('reception.get', { id: entry!.id })).toMatchObject({ ok: false, refused: 'session-locked' })
  expect((await port.call('staff.signOut')).ok).toBe(true)
  expect(await port.call('reception.get', { id: entry!.id })).toMatchObject({ ok: false, refused: 'not-signed-in' })
  expect(await port.call('reception.list', { filter: {}, limit: 100_000 })).toMatchObject({ ok: false })
})

test('input that does not fit its schema is refused before it reaches a rule', async ({ counter }) => {
  const { app, page } = counter
  const port = await PagePort.catch(app, page)
  await signIn(page)
  for (const [procedure, input] of [
    ['reception.saveVisit', { name: 1 }], ['reception.get', { id: '1 OR 1=1' }], ['reception.list', { filter: { states: ['anything'] } }], ['tenants.get', {}], ['drafts.save', { form: 'other', content: '' }],
  ] as const) {
    expect(await port.call(procedure, input), procedure).toMatchObject({ ok: false, refused: 'invalid-input', defect: null })
  }
  expect((await port.call('reception.nothing', {})).ok).toBe(false)
})

test('a role sees what it uses: security opens no settings, an administrator does', async ({ counter }) => {
  const { page } = counter
  await signIn(page, staff.security)
  await page.keyboard.press('Control+K')
  const bar = page.getByRole('dialog').getByRole('combobox').or(page.getByRole('combobox', { name: /查找|找/ }))
  await bar.first().fill('人员')
  await expect(page.getByRole('option', { name: /人员/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+U')
  await signIn(page, staff.administrator)
  await page.keyboard.press('Control+K')
  await bar.first().fill('人员')
  await page.getByRole('option', { name: /人员/ }).first().click()
  await expect(page.getByText('韩雪')).toBeVisible()
})
