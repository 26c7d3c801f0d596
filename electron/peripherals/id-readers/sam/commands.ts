import type { ReaderFault } from '../../../../shared/contract/id-card'
import { encodeFrame } from './frame'

export interface Command {
  readonly frame: Buffer
  /** SW3 of success. */
  readonly success: number
  /** The least count of data bytes behind SW3 on success; a shorter one is another request's late answer. */
  readonly leastData: number
  /** The length of the whole answer: at ten bits a byte, its time on the line. */
  readonly answerBytes: number
  /** How long an answer may take, besides its time on the line. */
  readonly timeoutMs: number
}

const command = (
  body: readonly number[],
  success: number,
  leastData: number,
  answerBytes: number,
  timeoutMs: number,
): Command => ({ frame: encodeFrame(body), success, leastData, answerBytes, timeoutMs })

/** Text length, photo length, text. */
const leastRead = 2 + 2 + 256

export const find = command([0x20, 0x01], 0x9f, 4, 15, 800)
export const select = command([0x20, 0x02], 0x90, 8, 19, 1200)
export const readBase = command([0x30, 0x01], 0x90, leastRead, 1295, 2500)

export const noCard = 0x80

/** What SW3 says when it says no; undefined where the code is not one of the protocol's. */
export function faultOf(sw3: number): ReaderFault | undefined {
  switch (sw3) {
    case 0x10: // checksum of the request
    case 0x11: // its length
    case 0x21: // its command
    case 0x24: // unknown
      return 'reader.protocol'
    case 0x31:
    case 0x32:
    case 0x33: // verification
    case 0x47: // random number
      return 'reader.authentication'
    case 0x40:
      return 'reader.wrong-card'
    case 0x41:
    case 0x91: // no such item
      return 'reader.read-failed'
    case 0x60:
      return 'reader.self-test-failed'
    case 0x66:
      return 'reader.unauthorised'
    case noCard:
      return 'reader.no-card'
    case 0x81:
      return 'reader.select-failed'
    default:
      return undefined
  }
}
