import iconv from 'iconv-lite'
import { charWidth, paperText } from '@shared/slip/printable'

/**
 * Bytes of a text in Chinese mode: ASCII as itself, everything else two bytes of GB 18030.
 * Throws on a control character: one that got this far would be taken for a command.
 */
export function encodeText(text: string): Buffer {
  const printable = paperText(text)
  const bytes = iconv.encode(printable, 'gb18030')
  const expected = [...printable].reduce((sum, char) => sum + charWidth(char), 0)
  if (bytes.length !== expected) throw new Error(`not encodable in two bytes a character: ${JSON.stringify(text)}`)
  return bytes
}
