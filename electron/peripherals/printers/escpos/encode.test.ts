import type { SlipDocument } from '@shared/slip/document'
import type { EncodeOptions } from './encode'
import { expect, test } from 'vitest'
import { dumpJob } from '../../../../e2e/fixtures/virtual-printer-dump'
import { longNamesSlip, noticeSlip, oddCharactersSlip, receiptSlip, reprintSlip, unsavedSlip, visitorSlip } from '@shared/slip/__fixtures__/slips'
import { layoutSlip } from '@shared/slip/layout'
import { encodeSlip } from './encode'
import { encodeText } from './text'

function encode(document: SlipDocument, paper: 80 | 58 = 80, options: EncodeOptions = {}): Promise<Buffer> {
  return encodeSlip(layoutSlip(document, paper), { openDrawer: document.openDrawer === true, ...options })
}

test.each([
  ['visitor', visitorSlip, 80],
  ['visitor-long-names', longNamesSlip, 80],
  ['visitor-58', visitorSlip, 58],
  ['receipt', receiptSlip, 80],
  ['receipt-58', receiptSlip, 58],
  ['reprint', reprintSlip, 80],
  ['notice', noticeSlip, 80],
  ['odd-characters', oddCharactersSlip, 80],
] as const)('the bytes of the slip %s are those of its golden file', async (name, document, paper) => {
  await expect(dumpJob(await encode(document, paper))).toMatchFileSnapshot(`__snapshots__/${name}.txt`)
})

test('a job begins in Chinese mode, is cut once, and leaves the printer in Chinese mode', async () => {
  const job = (await encode(oddCharactersSlip)).toString('hex')
  expect(job.startsWith('1b401c26')).toBe(true)
  expect(job.match(/1d5600/g)).toHaveLength(1)
  expect(job.endsWith('1d56001b401c26')).toBe(true)
  expect(job).not.toContain('1b52')
  expect(job).not.toContain('1b74')
})

test('one odd character changes nothing on the rows after it', async () => {
  const row = encodeText('其后各行不受影响').toString('hex')
  expect((await encode(oddCharactersSlip)).toString('hex')).toContain(`${row}0a`)
})

test('with a rasteriser only the row with a missing glyph goes as a picture, or the whole slip when set so', async () => {
  const drawn: number[] = []
  const rasterise: EncodeOptions['rasterise'] = async (slip) => {
    drawn.push(slip.rows.length)
    return { width: slip.dots, height: 30, bits: Buffer.alloc(slip.dots / 8 * 30, 0xff).toString('base64') }
  }
  const mixed = dumpJob(await encode(oddCharactersSlip, 80, { raster: 'unprintable', rasterise }))
  expect(mixed.match(/raster/g)).toHaveLength(2)
  expect(mixed).toContain('Bjorn & Café')
  expect(mixed).not.toContain('〓')
  const whole = dumpJob(await encode(visitorSlip, 80, { raster: 'slip', rasterise }))
  expect(whole).not.toContain('"')
  expect(drawn).toEqual([1, 1, layoutSlip(visitorSlip).rows.length])
})

test('a slip with something pending can not be encoded', async () => {
  await expect(encode(unsavedSlip)).rejects.toThrow('pending')
})

test('a command hidden in a text is not passed on', async () => {
  const job = await encode({ title: '试打', lines: [{ kind: 'text', text: 'a\x1bp0b\x1dV\x00c' }] })
  expect(dumpJob(job)).toContain('"ap0bVc"')
})
