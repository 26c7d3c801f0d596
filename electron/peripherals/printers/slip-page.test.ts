import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { visitorSlip } from '@shared/slip/__fixtures__/slips'
import { layoutSlip } from '@shared/slip/layout'
import { bundledFontRules, readBundled } from './bundled-fonts'
import { slipDotsPage, slipPage, slipPaperSize } from './slip-page'

test('a slip is a page of its paper and size, with the rows of the preview', () => {
  const laid = layoutSlip(visitorSlip)
  const html = slipPage(laid)
  expect(slipPaperSize(laid)).toEqual({ width: 80, height: 109 })
  expect(html).toContain('@page { size: 80mm 109mm; margin: 0; }')
  expect(html).toContain('来 访 人  何婉清')
  expect(slipPaperSize(layoutSlip(visitorSlip, 58)).width).toBe(58)
})

test('dot for dot a slip is as wide as the print head', () => {
  const { width, height } = slipDotsPage(layoutSlip(visitorSlip, 58))
  expect(width).toBe(384)
  expect(height).toBeGreaterThan(800)
})

test('the fonts are those of the built page, and nothing else of it is served', async () => {
  const root = await mkdtemp(join(tmpdir(), 'page-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '')
  await writeFile(join(root, 'assets/a-rare.css'), '@font-face{font-family:Noto Sans SC Rare;src:url(./piece-c3.woff2)}')
  await writeFile(join(root, 'assets/index-a1.css'), 'body{color:red}@font-face{font-family:Iosevka;src:url(./iosevka-b2.woff2) format("woff2")}')
  await writeFile(join(root, 'assets/iosevka-b2.woff2'), 'font')
  expect(await bundledFontRules(root)).toBe('@font-face{font-family:Iosevka;src:url("/assets/iosevka-b2.woff2") format("woff2")}\n@font-face{font-family:Noto Sans SC;src:url("/assets/piece-c3.woff2")}')
  expect((await readBundled(root, '/assets/iosevka-b2.woff2'))?.toString()).toBe('font')
  expect(await readBundled(root, '/../../etc/x.woff2')).toBeNull()
  expect(await readBundled(root, '/index.html')).toBeNull()
  expect(await bundledFontRules(join(root, 'nowhere'))).toBe('')
})
