import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { isPrintable, paperText, textWidth, toPrinterText } from './printable'

test('every character held to be printable encodes to one byte or two, and only those', () => {
  const wrong: string[] = []
  for (let code = 0x20; code < 0x30000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const char = String.fromCodePoint(code)
    if (isPrintable(char) && iconv.encode(char, 'gb18030').length !== textWidth(char)) wrong.push(char)
  }
  expect(wrong).toEqual([])
  expect(['啊', '龥', '镕', '喆', '·', '—', '…', '“', '￥', '㎡', '€', '〓', 'é'].every(isPrintable)).toBe(true)
  expect(['𠮷', '¥', '²', '•', '\u00a0', '한', '🎂', '\n', '\x1b'].some(isPrintable)).toBe(false)
})

test('what can be said in characters of the printer is, the rest becomes visible', () => {
  expect(toPrinterText('¥12\u00a05 m² x² Björn e\u0301 • a\u200bb\u0007\tc\r\nd')).toBe('￥12 5 ㎡ x2 Bjorn é · ab c\nd')
  expect(paperText(toPrinterText('𠮷野 한 🎂'))).toBe('〓野 〓 〓')
})
