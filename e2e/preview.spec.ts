import { logVisit, openVisits, signIn } from './fixtures/desk'
import { expect, test } from './fixtures/test'

const preview = { kind: 'escpos', address: 'preview', paper: 80, confirm: true, raster: 'never' } as const
test.use({ setUp: { station: { printers: { receipt: preview, engineering: preview } } } })

test('what a preview printer gives out is seen beside the form at once, until the next visitor is written', async ({ counter }) => {
  const { page } = counter
  await signIn(page)
  const no = await logVisit(page, { name: '方以恒' })
  const printed = page.getByRole('region', { name: '刚打出' })
  await expect(printed.getByRole('img')).toHaveAccessibleName(new RegExp(no))
  const form = await openVisits(page)
  await expect(form.name, 'the form stays free').toBeFocused()
  await form.name.fill('林若楠')
  await expect(printed).toHaveCount(0)
  await expect(page.getByRole('region', { name: '访客单预览' })).toBeVisible()
})
