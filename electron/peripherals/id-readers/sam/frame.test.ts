import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { residentCard } from '../../../../e2e/fixtures/id-cards'
import { find, readBase, select } from './commands'
import { encodeFrame, FrameParser } from './frame'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const noCardFrame = hex('AAAAAA9669 0004 000080 84')
const foundFrame = hex('AAAAAA9669 0008 00009F 00000000 97')
const { text, photo } = residentCard()
const readBody = Buffer.concat([hex('000090 0100 0400'), text, photo])

test('16.R4 requests are the bytes of the protocol', () => {
  expect(find.frame).toEqual(hex('AAAAAA9669 0003 20 01 22'))
  expect(select.frame).toEqual(hex('AAAAAA9669 0003 20 02 21'))
  expect(readBase.frame).toEqual(hex('AAAAAA9669 0003 30 01 32'))
  expect(encodeFrame([0x10, 0xff])).toEqual(hex('AAAAAA9669 0003 10 FF EC'))
  expect(encodeFrame([0x12, 0xff])).toEqual(hex('AAAAAA9669 0003 12 FF EE'))
  expect(encodeFrame(readBody)).toHaveLength(1295)
})

describe('an answer is found by preamble, length and checksum', () => {
  const bodies = (...chunks: Uint8Array[]) => {
    const parser = new FrameParser()
    return chunks.flatMap((chunk) => parser.push(chunk))
  }

  test('two in one piece, and one in many', () => {
    expect(bodies(Buffer.concat([noCardFrame, foundFrame]))).toEqual([hex('000080'), hex('00009F00000000')])
    expect(bodies(...[...foundFrame].map((byte) => Buffer.from([byte])))).toEqual([hex('00009F00000000')])
  })

  test.each([
    ['before it', 'AA 00 96 69 AAAAAA'],
    ['a preamble that leads nowhere', 'AAAAAA9669 FFFF'],
    ['a preamble with a length too small', 'AAAAAA9669 0003'],
    ['a frame with a wrong checksum', 'AAAAAA9669 0004 000080 85'],
  ])('stray bytes: %s', (_, stray) => {
    expect(bodies(hex(stray), noCardFrame)).toEqual([hex('000080')])
  })

  test.each(['AA AAAA9669', 'AAAA00AA9669', 'AAAAAA960069', 'AAAAAA96 96 69', 'AAAAAA9669 69', 'AA00AA11AA22963369'])(
    'stray bytes inside the preamble: %s',
    (preamble) => {
      expect(bodies(hex(preamble), noCardFrame.subarray(5))).toEqual([hex('000080')])
    },
  )

  test('a photo with a preamble and a whole frame in it is not taken for an answer', () => {
    expect(photo.includes(noCardFrame)).toBe(true)
    const frame = encodeFrame(readBody)
    expect(bodies(frame.subarray(0, 900), frame.subarray(900))).toEqual([readBody])
  })

  test('a length that never comes is given up when nothing more comes, and the answer behind it is found', () => {
    const parser = new FrameParser()
    expect(parser.push(Buffer.concat([hex('AAAAAA9669 0500'), noCardFrame]))).toEqual([])
    expect(parser.finish()).toEqual([hex('000080')])
    expect(parser.push(noCardFrame)).toEqual([hex('000080')])
  })

  test('what came before is forgotten on request', () => {
    const parser = new FrameParser()
    parser.push(foundFrame.subarray(0, 9))
    parser.clear()
    expect(parser.push(noCardFrame)).toEqual([hex('000080')])
  })

  test('the same answers are found however the bytes are split, with stray bytes between them', () => {
    // Strays that can't be the beginning of a preamble of their own.
    const stray = fc.uint8Array({ maxLength: 12 }).map((bytes) => bytes.filter((byte) => byte !== 0x96))
    const body = fc.oneof(fc.uint8Array({ minLength: 3, maxLength: 60 }), fc.constant(new Uint8Array(readBody)))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stray, body), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
        (parts, sizes) => {
          const all = Buffer.concat(parts.flatMap(([before, inside]) => [before, encodeFrame(inside)]))
          const parser = new FrameParser()
          const found: Buffer[] = []
          for (let at = 0, turn = 0; at < all.length; turn++) {
            const size = sizes[turn % sizes.length]!
            found.push(...parser.push(all.subarray(at, at + size)))
            at += size
          }
          expect(found).toEqual(parts.map(([, inside]) => Buffer.from(inside)))
        },
      ),
    )
  })

  test('noise alone is never an answer and is not piled up', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (chunks) => {
        const parser = new FrameParser()
        expect(chunks.flatMap((chunk) => parser.push(chunk))).toEqual([])
        parser.finish()
        expect(parser.push(noCardFrame)).toEqual([hex('000080')])
      }),
    )
  })
})
