import { readFileSync } from 'node:fs'
import { logVisit, openVisits, pickHost, said, signIn, visitRow } from './fixtures/desk'
import { expect, test } from './fixtures/test'

test.describe('with a camera', () => {
  test.use({ setUp: { switches: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] } })

  test('P3 a photo is taken, kept encrypted, and shown with its entry', async ({ counter }) => {
    const { page, records } = counter
    await signIn(page)
    const form = await openVisits(page)
    await form.name.fill('林若楠')
    await page.getByRole('button', { name: '开摄像头' }).click()
    await page.getByRole('button', { name: '拍照' }).click()
    await expect(page.getByRole('img', { name: '已拍的照片' })).toBeVisible()
    await pickHost(page, 'lwb', '陆文博')
    await form.answer('同意').click()
    await page.keyboard.press('Control+Enter')
    await expect(said(page, /已保存 DJ/)).toBeVisible()
    const [entry] = await records.entries()
    expect(entry!.photo_id).not.toBeNull()
    const [kept] = await records.query<{ mime: string; content: Buffer }>('SELECT mime, content FROM attachment WHERE id = ?', [entry!.photo_id])
    expect(kept!.mime).toBe('image/jpeg')
    expect(kept!.content.subarray(0, 3).toString('hex')).not.toBe('ffd8ff')
    const stored = Buffer.concat([readFileSync(records.path), readFileSync(`${records.path}-wal`)])
    expect(stored.includes('JFIF'), 'a JPEG lies nowhere in the file').toBe(false)

    await visitRow(page, '林若楠').click()
    await page.getByRole('button', { name: '看照片' }).click()
    const photo = page.getByRole('img', { name: '照片' })
    await expect(photo).toBeVisible()
    expect(await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0))).toBe(true)
  })
})

test('without a camera that is said plainly, and the visit is logged all the same', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  await openVisits(page)
  await page.getByRole('button', { name: '开摄像头' }).click()
  await expect(page.getByText('没有接摄像头，不拍照也能登记。')).toBeVisible()
  await logVisit(page, { name: '林若楠' })
})
