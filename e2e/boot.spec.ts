import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../electron/store/backup'
import { logVisit, signIn } from './fixtures/desk'
import { makeReadOnly } from './fixtures/read-only'
import { expect, test } from './fixtures/test'

/** Garbage over the file's first page: no header, no schema. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0x51, 0, 4096)
  writeFileSync(path, bytes)
}

test('a database of a newer program is left untouched, and said so', async ({ prepared }) => {
  await prepared.records.query('PRAGMA user_version = 9000')
  const before = readFileSync(prepared.records.path)
  await prepared.launch()
  await expect(prepared.page.getByRole('heading', { level: 1 })).toContainText(/新/)
  await expect(prepared.page.getByText('9000')).toBeVisible()
  await prepared.quit()
  expect(readFileSync(prepared.records.path).equals(before)).toBe(true)
})

test('a damaged database is set aside, never deleted, and the newest whole backup opens', async ({ counter }) => {
  await signIn(counter.page)
  await logVisit(counter.page, { name: '林若楠' })
  await counter.quit()
  await backUp(counter.dataDir, Date.now(), 'daily')
  damage(counter.records.path)
  await counter.launch()
  const restore = counter.page.getByRole('button', { name: '用最近的备份打开' })
  await expect(restore).toBeVisible()
  await restore.click()
  await signIn(counter.page)
  expect((await counter.records.entries()).map(({ name }) => name)).toEqual(['林若楠'])
  expect(readdirSync(counter.dataDir).some((name) => name.includes('damaged'))).toBe(true)
})

test('a data directory that cannot be written says what to do, and starts once it can', async ({ prepared }) => {
  mkdirSync(join(prepared.dataDir, 'electron'), { recursive: true })
  const free = makeReadOnly(prepared.records.path, prepared.dataDir)
  try {
    await prepared.launch()
    await expect(prepared.page.getByRole('heading', { level: 1 })).toContainText(/只读|写/)
    await expect(prepared.page.getByText(prepared.dataDir)).toBeVisible()
  } finally {
    await prepared.quit().finally(free)
  }
  await prepared.launch()
  await signIn(prepared.page)
})

test('a wrong station.json is refused with its line and reason, and nothing is written over', async ({ prepared }) => {
  const file = join(prepared.dataDir, 'station.json')
  const wrong = '{\n  "station": "A1",\n  "printers": {\n    "receipt": { "kind": "escpos", "address": "10.0.0.9" }\n  }\n}\n'
  writeFileSync(file, wrong)
  await prepared.launch()
  await expect(prepared.page.getByRole('heading', { level: 1 })).toContainText('station.json')
  await expect(prepared.page.getByText(/第 4 行/)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(wrong)
})

test('a store whose key is gone opens with the recovery key only', async ({ prepared }) => {
  prepared.spoilKey()
  await prepared.launch()
  const field = prepared.page.getByRole('textbox', { name: '恢复密钥' })
  await field.fill('00000-00000-00000-00000-00000')
  await field.press('Enter')
  await expect(prepared.page.getByRole('alert').filter({ hasText: '恢复密钥不对' })).toBeVisible()
  expect(existsSync(prepared.records.path)).toBe(true)
})

test('what was saved survives a crash in the middle of work', async ({ counter }) => {
  await signIn(counter.page)
  const no = await logVisit(counter.page, { name: '林若楠' })
  await counter.crash()
  await counter.launch()
  await signIn(counter.page)
  expect(await counter.records.entries()).toMatchObject([{ no, name: '林若楠', state: 'inside' }])
})

test('a page that crashes opens again, and asks who is there', async ({ counter }) => {
  await signIn(counter.page)
  await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  // Playwright lost the page with its process; the main process still sees it.
  await expect.poll(() => counter.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    // A page that is gone never answers.
    const text = webContents.executeJavaScript('document.body.innerText') as Promise<string>
    return Promise.race([text.catch(() => 'gone'), new Promise<string>((answer) => { setTimeout(() => { answer('no answer') }, 500) })])
  })).toMatch(/口令/)
  expect(counter.takeComplaints().join()).toContain('the page is gone')
})
