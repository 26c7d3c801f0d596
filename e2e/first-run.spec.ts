import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from './fixtures/desk'
import { expect, test } from './fixtures/test'

test.use({ setUp: { data: 'empty' } })

test('first run: tower, administrator, the recovery key once, devices, a slip, and the desk; the key opens the store on a new machine', async ({ counter }) => {
  const { page, receipt, dataDir } = counter
  const next = () => page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: '大厦名称' }).fill('云汇中心')
  await next()
  await expect(page.getByRole('alert').filter({ hasText: '物业公司' })).toBeVisible()
  await page.getByRole('textbox', { name: '物业公司' }).fill('云汇中心物业服务有限公司')
  await page.getByRole('textbox', { name: '台号' }).fill('A1')
  await next()
  await page.getByRole('textbox', { name: '工号' }).fill('0001')
  await page.getByRole('textbox', { name: '姓名' }).fill('林涛')
  await page.getByLabel('口令', { exact: true }).fill('111111')
  await page.getByLabel('再输一次').fill('111111')
  await next()
  await expect(page.getByText('口令太容易猜')).toBeVisible()
  expect(existsSync(join(dataDir, 'qiantai.db')), 'nothing is made of a refused set-up').toBe(false)
  await page.getByLabel('口令', { exact: true }).fill('246810')
  await page.getByLabel('再输一次').fill('246801')
  await next()
  await expect(page.getByRole('alert').filter({ hasText: '两次口令不一样' })).toBeVisible()
  await page.getByLabel('再输一次').fill('246810')
  await next()

  const shown = page.getByRole('status', { name: '恢复密钥' })
  await expect(shown).toHaveText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}$/)
  const recoveryKey = (await shown.textContent())!
  expect(statSync(join(dataDir, 'key.json')).mode & 0o077).toBe(0)
  expect(readFileSync(join(dataDir, 'key.json'), 'utf8')).not.toContain(recoveryKey)
  await next()
  await expect(page.getByText('抄存后请打勾')).toBeVisible()
  await page.getByRole('checkbox', { name: '已抄存' }).check()
  await next()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByRole('button', { name: /试打一张/ }).click()
  const [slip] = await receipt.waitForSlips(1)
  expect(slip!.cuts).toBe(1)
  await page.getByRole('button', { name: '开始用' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(page.getByText('云汇中心').first()).toBeVisible()
  await expect(page.getByText(recoveryKey)).toHaveCount(0)

  // Another machine: the system no longer opens the key, the printed one does.
  await counter.quit()
  counter.spoilKey()
  await counter.launch()
  await counter.page.getByRole('textbox', { name: '恢复密钥' }).fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
  await counter.page.keyboard.press('Enter')
  await signIn(counter.page, { staffNo: '0001', name: '林涛', role: 'administrator', department: 'customer-service' })
})

test('first run: 下一步 keeps the devices typed, and does not go on over what is wrong', async ({ counter }) => {
  const { page } = counter
  const next = () => page.keyboard.press('Control+Enter')
  const fill = async (names: Record<string, string>) => { for (const [name, text] of Object.entries(names)) await page.getByLabel(name, { exact: true }).fill(text) }
  const road = page.getByRole('navigation', { name: '步骤' })
  await fill({ 大厦名称: '云汇中心', 物业公司: '云汇物业', 台号: 'A1' })
  await next()
  await fill({ 工号: '0001', 姓名: '林涛', 口令: '246810', 再输一次: '246810' })
  await next()
  await page.getByRole('checkbox', { name: '已抄存' }).check()
  await next()
  await page.keyboard.press('Alt+ArrowRight')
  const address = page.getByRole('textbox', { name: '地址' }).last()
  await address.fill('tcp://')
  await next()
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await address.fill('tcp://127.0.0.1:9')
  // A step back and forth loses nothing.
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('textbox', { name: '地址' }).last()).toHaveValue('tcp://127.0.0.1:9')
  await next()
  await expect(road.getByRole('button', { name: '试办一件' })).toHaveAttribute('aria-current', 'step')
  expect(JSON.parse(readFileSync(join(counter.dataDir, 'station.json'), 'utf8')).printers).toMatchObject({ engineering: { address: 'tcp://127.0.0.1:9' } })
  // Left out is not done: its number stands there, not a tick.
  await expect(road.getByRole('button', { name: '导入资料' }).locator('i')).toHaveText('4')
  await expect(road.getByRole('button', { name: '设备' }).locator('i')).toHaveCount(0)
  await expect(page.getByText('都好了')).toHaveCount(0)
})

test('a first run broken off begins again', async ({ counter }) => {
  const { page } = counter
  await page.getByRole('textbox', { name: '大厦名称' }).fill('云汇中心')
  await counter.crash()
  await counter.launch()
  await expect(counter.page.getByRole('textbox', { name: '大厦名称' })).toHaveValue('')
})
