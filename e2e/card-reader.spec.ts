import { residentCard } from './fixtures/id-cards'
import { openVisits, signIn, strip } from './fixtures/desk'
import { expect, test } from './fixtures/test'

test.use({ setUp: { reader: true } })

test('16.R4 a reader pulled out in the middle of a card says so, is back by itself, and reads the card anew', async ({ counter }) => {
  const { page, reader } = counter
  await signIn(page)
  const form = await openVisits(page)
  await expect(strip(page).getByText('读卡器就绪')).toBeVisible()
  reader!.unplugMidway()
  reader!.placeCard(residentCard())
  await expect(strip(page).getByText(/读卡器.*连不上/)).toBeVisible()
  await expect(strip(page).getByText(/插好读卡器，三秒内自动接上/)).toBeVisible()
  await expect(form.name, 'half a card is no card').toHaveValue('')
  await reader!.replug()
  // The promise is three seconds; the wait here is what the strip needs at most on a busy machine.
  await expect(strip(page).getByText(/读卡器(就绪|正在读)/)).toBeVisible()
  await expect(form.name).toHaveValue('周明远')
})

test('16.R4 a noisy line changes nothing: strays, late answers and split ones', async ({ counter }) => {
  const { page, reader } = counter
  reader!.noisy(true)
  await signIn(page)
  const form = await openVisits(page)
  reader!.placeCard(residentCard())
  await expect(form.name).toHaveValue('周明远', { timeout: 20_000 })
  await expect(form.maskedNumber).toContainText('110105********002X')
})

test('16.R4 a card that was not read asks for it again in words, and lifting it is enough', async ({ counter }) => {
  const { page, reader } = counter
  reader!.failReads(1)
  await signIn(page)
  const form = await openVisits(page)
  reader!.placeCard(residentCard())
  await expect(strip(page).getByText(/拿起证件，再放一次/)).toBeVisible()
  reader!.liftCard()
  await expect(strip(page).getByText('读卡器就绪')).toBeVisible()
  reader!.placeCard(residentCard())
  await expect(form.name).toHaveValue('周明远')
})

test('P3 a card put down before sign-in tells the page nothing', async ({ counter }) => {
  const { page, reader } = counter
  reader!.placeCard(residentCard())
  await expect.poll(() => reader!.requests.some(({ command }) => command === 'read')).toBe(true)
  await expect(page.getByText('周明远')).toHaveCount(0)
  reader!.liftCard()
  await signIn(page)
  const form = await openVisits(page)
  await expect(form.name).toHaveValue('')
  reader!.placeCard(residentCard())
  await expect(form.name).toHaveValue('周明远')
})
