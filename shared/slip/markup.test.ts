import type { SlipDocument } from './document'
import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { noticeSlip, oddCharactersSlip, reprintSlip, unsavedSlip, visitorSlip } from './__fixtures__/slips'
import { bitmapPath, fromBase64, moduleBitmap, rasterBitmap } from './bitmap'
import { layoutSlip } from './layout'
import { slipHeight, slipHtml, slipMarkup } from './markup'

const qr = (data: string) => moduleBitmap(create(data, { errorCorrectionLevel: 'M' }).modules)
const html = (slip: SlipDocument, paper: 80 | 58 = 80) => `${slipHtml(slipMarkup(layoutSlip(slip, paper), { qr })).replaceAll('><', '>\n<')}\n`

test.each([
  ['visitor', visitorSlip, 80],
  ['visitor-58', visitorSlip, 58],
  ['unsaved', unsavedSlip, 80],
  ['reprint', reprintSlip, 80],
  ['notice', noticeSlip, 80],
  ['odd-characters', oddCharactersSlip, 80],
] as const)('the preview of the slip %s is that of its golden file', async (name, slip, paper) => {
  await expect(html(slip, paper)).toMatchFileSnapshot(`__snapshots__/${name}.html`)
})

test('what someone typed is text, never markup', () => {
  expect(html({ title: '试打', lines: [{ kind: 'text', text: '<img src=x onerror="1">&' }] }))
    .toContain('&lt;img src=x onerror=&quot;1&quot;&gt;&amp;')
})

test('where the printer draws missing glyphs, the preview shows them; otherwise it shows what the paper will', () => {
  expect(html(oddCharactersSlip)).toContain('〓田健太')
  expect(slipHtml(slipMarkup(layoutSlip(oddCharactersSlip), { qr, rasterised: true }))).toContain('𠮷田健太')
})

test('a raster is read bit by bit, and base64 as Node writes it', () => {
  const bytes = Uint8Array.from([0b10100000, 0b01000000, 0b11111111, 0b10000000])
  const bits = Buffer.from(bytes).toString('base64')
  expect(fromBase64(bits)).toEqual(bytes)
  expect(bitmapPath(rasterBitmap({ width: 9, height: 2, bits }))).toBe('M0 0h1v1h-1zM2 0h1v1h-1zM0 1h9v1h-9z')
})

test('the height of a slip in dots is the sum of its rows', () => {
  const slip = layoutSlip({ title: '试打', lines: [{ kind: 'text', text: '一' }, { kind: 'rule', style: 'thin' }, { kind: 'qr', data: 'A' }] })
  expect(slipHeight(slip, qr)).toBe(58 + 30 + 28 + (21 * 6 + 20))
})
