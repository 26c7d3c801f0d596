/**
 * Frames of the SAM_A / SAM_V protocol: `AA AA AA 96 69 | LenH LenL | body | CHK`. Len counts the body and CHK;
 * CHK is the XOR of Len and body.
 */
const preamble = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const

/** Stray bytes tolerated inside one preamble. */
const strayInPreamble = 8

/** The longest answer is base + fingerprint, 2321 bytes in all; anything longer is no length. */
const longest = 2400
/** SW1 SW2 SW3 and CHK. */
const shortest = 4

/** A request with its preamble, length and checksum; `body` is CMD PARA and data. */
export function encodeFrame(body: readonly number[] | Uint8Array): Buffer {
  const length = body.length + 1
  const counted = [length >> 8, length & 0xff, ...body]
  return Buffer.from([...preamble, ...counted, counted.reduce((sum, byte) => sum ^ byte, 0)])
}

/**
 * Finds answers in a stream of bytes however they are split: by preamble, length and checksum. Stray bytes before a
 * preamble and inside one are passed over, and so is a preamble without a frame behind it. A frame that has begun is
 * waited for, so that nothing inside it (a photo may hold a whole frame) is taken for an answer.
 */
export class FrameParser {
  private bytes = Buffer.alloc(0)

  /** Takes what came and returns the bodies (SW1 SW2 SW3 and data) of the frames that are complete now. */
  push(chunk: Uint8Array): Buffer[] {
    this.bytes = Buffer.concat([this.bytes, chunk])
    return this.takeAll(false)
  }

  /** Nothing more will come: gives up the frame that was waited for, and returns those that lie behind its beginning. */
  finish(): Buffer[] {
    return this.takeAll(true)
  }

  /** Forgets what has come: before a request, nothing that is there can be its answer. */
  clear(): void {
    this.bytes = Buffer.alloc(0)
  }

  private takeAll(ended: boolean): Buffer[] {
    const bodies: Buffer[] = []
    let start = this.bytes.indexOf(preamble[0])
    while (start >= 0) {
      const found = frameFrom(this.bytes, start)
      if (found === 'incomplete' && !ended) break
      if (typeof found === 'object') bodies.push(Buffer.from(found.body))
      start = this.bytes.indexOf(preamble[0], typeof found === 'object' ? found.end : start + 1)
    }
    this.bytes = start < 0 ? Buffer.alloc(0) : this.bytes.subarray(start)
    return bodies
  }
}

type Found = { body: Buffer; end: number } | 'incomplete' | 'none'

/** The frame whose preamble begins at `start`, with stray bytes between the preamble's own passed over. */
function frameFrom(bytes: Buffer, start: number): Found {
  const last = preamble.length - 1
  let matched = 1
  for (let index = start + 1; index < start + preamble.length + strayInPreamble; index++) {
    if (index >= bytes.length) return 'incomplete'
    if (matched < last) {
      if (bytes[index] === preamble[matched]) matched++
    } else if (bytes[index] === preamble[last]) {
      // A stray byte may equal the last one of the preamble: then the next such byte ends it.
      const found = frameAt(bytes, index + 1)
      if (found !== 'none') return found
    }
  }
  return 'none'
}

function frameAt(bytes: Buffer, at: number): Found {
  if (at + 2 > bytes.length) return 'incomplete'
  const length = bytes.readUInt16BE(at)
  if (length < shortest || length > longest) return 'none'
  const end = at + 2 + length
  if (end > bytes.length) return 'incomplete'
  let sum = 0
  for (let index = at; index < end - 1; index++) sum ^= bytes[index]!
  return sum === bytes[end - 1] ? { body: bytes.subarray(at + 2, end - 1), end } : 'none'
}
