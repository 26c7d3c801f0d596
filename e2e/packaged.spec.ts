import { logVisit, signIn } from './fixtures/desk'
import { expect, test } from './fixtures/test'

const executable = process.env['QIANTAI_PACKAGED'] ?? null

test.use({ setUp: { executable } })
test.skip(!executable, 'npm test packages the application and names it in QIANTAI_PACKAGED')

test('16.R4 the packaged application logs a visit and prints its slip', async ({ counter }) => {
  await signIn(counter.page)
  const no = await logVisit(counter.page, { name: '林若楠' })
  const [slip] = await counter.receipt.waitForSlips(1)
  expect(slip!.text.join('\n')).toContain(no)
  expect(await counter.records.entries()).toMatchObject([{ no, name: '林若楠', state: 'inside' }])
  expect(await counter.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
  // The window's icon is in the package.
  expect(await counter.app.evaluate(({ app, nativeImage }) => nativeImage.createFromPath(`${app.getAppPath()}/resources/icon.png`).isEmpty())).toBe(false)
})
