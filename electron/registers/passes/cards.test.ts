import { afterEach, beforeEach, expect, test } from 'vitest'
import { create } from 'qrcode'
import { bitmapPath, moduleBitmap } from '../../../shared/slip/bitmap'
import { BOYUAN, onPaper, openPasses, PICTURE, refusal, type TestPasses } from './testing'

let t: TestPasses
beforeEach(async () => { t = await openPasses() })
afterEach(() => t.close())

const cards = async (ids: number[], layout: 'card' | 'sheet' = 'card', to: 'printer' | 'pdf' = 'pdf') => {
  const put = await t.ask('cards', { ids, layout, to })
  return { put, html: t.pages.at(-1)! }
}
const count = (html: string, what: string): number => html.split(what).length - 1

test('12.F5 the card: photo, name, company, kind, number, valid until and the QR code of its token', async () => {
  const id = await t.issued('identity', { holders: [await t.holder({ name: '卓<一>鸣' })] })
  const { put, html } = await cards([id])
  expect(put).toMatchObject({ rows: 1, path: expect.stringContaining('证件-SF26-000001.pdf') as string })
  for (const text of ['云汇中心', '身份确认卡', '卓&lt;一&gt;鸣', BOYUAN, '1808 室', 'SF26-000001', '有效至 2027-03-11', '凭证出入，遗失即报。']) expect(html, text).toContain(text)
  expect(html).toContain('@page { size: 85.6mm 54mm; margin: 0; }')
  expect(html).toContain(`src="data:image/jpeg;base64,${Buffer.from(PICTURE).toString('base64')}"`)
  const [{ token }] = await t.house.store.read<{ token: string }>('SELECT token FROM pass') as [{ token: string }]
  expect(token).toMatch(/^QT1:SF26-000001:/)
  expect(html).toContain(bitmapPath(moduleBitmap(create(token, { errorCorrectionLevel: 'M' }).modules)))
  expect(html).toMatch(/\.name \{ font-size: 22px/)
  // The paper window reaches nothing: no address but data.
  expect(html).not.toMatch(/(src|href)="(?!data:)/)
})

test('12.F5 cards come one to a page, in the order asked for, eight to an A4 sheet with cut marks', async () => {
  const { passes } = await t.apply('construction', { holders: await Promise.all(Array.from({ length: 9 }, () => t.holder())), signature: onPaper('许大海') })
  const ids = passes.map(({ id }) => id).reverse()
  const pages = await cards(ids)
  expect(count(pages.html, '<div class="card">')).toBe(9)
  expect(pages.html.indexOf('SZ26-000009')).toBeLessThan(pages.html.indexOf('SZ26-000001'))
  const sheets = await cards(ids, 'sheet')
  expect([count(sheets.html, '<div class="sheet">'), count(sheets.html, '<svg class="cut"')]).toEqual([2, 9])
  expect(sheets.html).toContain('@page { size: A4; margin: 0; }')
  expect(await t.house.store.read(`SELECT count(*) AS n FROM audit WHERE action = 'print-card'`)).toEqual([{ n: 18 }])
})

test('12.R10 12.R11 no card is printed of a pass that is void for good', async () => {
  const id = await t.issued()
  await t.ask('lose', { ...(await t.seen(id)), lostOn: '2026-03-12', lostWhere: '地铁', declaredBy: '卓', signature: onPaper('卓') })
  expect(await refusal(cards([id]))).toMatchObject({ code: 'pass-lost' })
  expect(await refusal(cards([999]))).toMatchObject({ code: 'not-found' })
})

test('12.F5 what the kind leaves off the card stands on none of its cards', async () => {
  const id = await t.issued('contractor', { company: '洁净保洁', holders: [await t.holder({ trade: '保洁员' })] })
  const kind = (await t.passes.kinds(undefined, t.call())).find((one) => one.kind === 'contractor')!
  expect(kind.cardFields).toEqual(['company', 'room', 'trade'])
  for (const text of ['洁净保洁', '1808 室', '保洁员']) expect((await cards([id])).html, text).toContain(text)
  await t.ask('saveKind', { ...kind, cardFields: ['company'] }, 'supervisor')
  const { html } = await cards([id])
  expect(html).toContain('洁净保洁')
  expect(html).not.toContain('1808')
  expect(html).not.toContain('保洁员')
})

test('12.F5 the colour of its band and the line under the photo are the kind\'s', async () => {
  const id = await t.issued('contractor', { company: '洁净保洁' })
  const kind = (await t.passes.kinds(undefined, t.call())).find((one) => one.kind === 'contractor')!
  await t.ask('saveKind', { ...kind, colour: 'amber', cardText: '仅限地下层' }, 'supervisor')
  const { html } = await cards([id])
  expect(html).toContain('<div class="band" style="background:#805300">')
  expect(html).toContain('仅限地下层')
})
