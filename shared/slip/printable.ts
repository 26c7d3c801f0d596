/**
 * Which characters a receipt printer has a glyph for, and how wide they are.
 * A printer in Chinese mode prints ASCII half-width and the two-byte characters of GB 18030 (the old GBK) full-width;
 * a character of four bytes is a blank or rubbish on most firmware, so it is shown as 〓 wherever a slip is shown.
 */

/** Stands for a character the printer has no glyph for. */
export const SUBSTITUTE = '〓'

const REPLACED: Record<string, string> = {
  '¥': '￥', '£': '￡', '¢': '￠', '•': '·', '‑': '-', '−': '-', '‐': '-', '㎥': 'm3', '\t': ' ',
}
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F]/gu
// Joiners, marks of direction, variation selectors and control characters have no width and no glyph.
const INVISIBLE = /[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u{1F3FB}-\u{1F3FF}]|(?!\n)\p{Cc}/gu

let twoByte: Set<string> | undefined

function twoByteCharacters(): Set<string> {
  if (twoByte) return twoByte
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail)
  }
  // Moved to two bytes by the 2022 edition; firmware has private characters there.
  const absent = /[\p{Co}\u9fb4-\u9fbb\ufe10-\ufe19]/u
  twoByte = new Set([...new TextDecoder('gb18030').decode(new Uint8Array(bytes))].filter((c) => !absent.test(c)))
  return twoByte
}

function isAscii(char: string): boolean {
  return char >= ' ' && char <= '~'
}

/** Whether a printer has the character, half- or full-width. */
export function isPrintable(char: string): boolean {
  return isAscii(char) || (char.length === 1 && twoByteCharacters().has(char))
}

/** Columns of one character: ASCII one, everything else two (a substitute takes two as well). */
export function charWidth(char: string): 1 | 2 {
  return isAscii(char) ? 1 : 2
}

/** Columns of a text. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/**
 * A text as far as it can be said in the printer's characters without loss of meaning: ¥ → ￥, m² → ㎡,
 * no-break space → space, Björn → Bjorn. Characters that can't be said stay, for a rasteriser or `paperText`.
 */
export function toPrinterText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/m²/g, '㎡')
    .replace(SPACES, ' ')
  let out = ''
  for (const char of plain) {
    const replaced = REPLACED[char] ?? char
    if (replaced === '\n' || [...replaced].every(isPrintable)) {
      out += replaced
      continue
    }
    const base = replaced.normalize('NFKD').replace(/\p{M}/gu, '')
    out += base !== '' && [...base].every(isPrintable) ? base : replaced.replace(/^\p{M}$/u, '')
  }
  return out.replace(INVISIBLE, '')
}

/** What the printer's own glyphs make of it: every character it lacks as 〓. */
export function paperText(text: string): string {
  let out = ''
  for (const char of text) out += isPrintable(char) ? char : SUBSTITUTE
  return out
}
