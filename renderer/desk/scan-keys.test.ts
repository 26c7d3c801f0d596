import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeyInput, ScanKeys, type StrokeResult } from './scan-keys'

const number = '11010519491231002X'
const slip = 'QT1:DJ26-004218:7K3M'
/** As an input method leaves the keys: only the place tells. */
type Manner = 'plain' | 'ime' | 'full-width'

function key(character: string, timeStamp: number, manner: Manner = 'plain'): KeyInput {
  const enter = character === '\n'
  const upper = /[A-Z:]/.test(character)
  const code = enter
    ? 'Enter'
    : character === ':'
      ? 'Semicolon'
      : character === '-'
        ? 'Minus'
        : /\d/.test(character)
          ? `Digit${character}`
          : `Key${character.toUpperCase()}`
  const shown = { plain: enter ? 'Enter' : character, ime: 'Process', 'full-width': character.replace(':', '：') }[manner]
  return { ...bare, code, key: shown, shiftKey: upper, timeStamp }
}

const bare = { key: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false }

/** Presses the characters, `gap` apart, with the Shift key a scanner presses too; what the last key gave. */
function press(keys: ScanKeys<string>, text: string, gap: number | ((index: number) => number), manner?: Manner, from = 1000) {
  let at = from
  let typed = ''
  let result: StrokeResult<string> = { kind: 'other' }
  ;[...text].forEach((character, index) => {
    if (index > 0) at += typeof gap === 'number' ? gap : gap(index)
    if (/[A-Z:]/.test(character)) keys.press({ ...bare, code: 'ShiftLeft', key: 'Shift', timeStamp: at - 1 }, () => typed)
    result = keys.press(key(character, at, manner), () => typed)
    typed += character
  })
  return { result, at }
}

describe('16.R4 a card number or slip that is scanned', () => {
  test.each([
    ['plain', 10], ['ime', 10], ['full-width', 10], ['plain', 1], ['plain', 50], ['ime', 50],
  ] as const)('%s keys, %d ms apart', (manner, gap) => {
    expect(press(new ScanKeys(), `${number}\n`, gap, manner).result).toEqual({ kind: 'scan', scan: { kind: 'id', number }, before: '' })
    expect(press(new ScanKeys(), `${slip}\n`, gap, manner).result).toEqual({ kind: 'scan', scan: { kind: 'code', text: slip }, before: '' })
  })

  test('with a lower-case x, from the number pad, or with Enter there', () => {
    expect(press(new ScanKeys(), '11010519491231002x\n', 10).result.kind).toBe('scan')
    const keys = new ScanKeys<undefined>()
    ;[...number].forEach((digit, index) =>
      keys.press({ ...bare, code: digit === 'X' ? 'KeyX' : `Numpad${digit}`, key: digit, timeStamp: index * 10 }, () => undefined),
    )
    expect(keys.press({ ...bare, code: 'NumpadEnter', key: 'Enter', timeStamp: 180 }, () => undefined).kind).toBe('scan')
  })

  test('with a hiccup of 100 ms in it, but not of more', () => {
    const hiccup = (ms: number) => press(new ScanKeys(), `${number}\n`, (index) => (index === 9 ? ms : 10)).result.kind
    expect(hiccup(100)).toBe('scan')
    expect(hiccup(101)).toBe('other')
  })

  test('no slower than 50 ms a key on the mean', () => {
    expect(press(new ScanKeys(), `${number}\n`, 50).result.kind).toBe('scan')
    expect(press(new ScanKeys(), `${number}\n`, 51).result.kind).toBe('other')
  })

  test('right behind a key that somebody typed: that key is kept', () => {
    const keys = new ScanKeys<string>()
    keys.press(key('A', 930), () => 'what was typed, without A')
    expect(press(keys, `${slip}\n`, 10).result).toMatchObject({ kind: 'scan', before: '' })
    keys.press(key('7', 4930), () => '')
    expect(press(keys, `${number}\n`, 10, 'plain', 5000).result).toMatchObject({ kind: 'scan', scan: { number } })
  })

  test('twice in a row', () => {
    const keys = new ScanKeys<string>()
    const { at } = press(keys, `${number}\n`, 10)
    expect(press(keys, `${slip}\n`, 10, 'plain', at + 20).result).toMatchObject({ kind: 'scan', scan: { text: slip } })
  })
})

describe('a person’s typing is left alone', () => {
  test.each([450, 120, 101])('a card number and Enter typed %d ms apart', (gap) => {
    const { result } = press(new ScanKeys(), `${number}\n`, gap)
    expect(result).toEqual({ kind: 'other' })
  })

  test('however somebody types, each gap above 100 ms', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 101, max: 2000 }), { minLength: 30, maxLength: 30 }), (gaps) => {
        expect(press(new ScanKeys(), `${number}\n`, (index) => gaps[index]!).result.kind).toBe('other')
      }),
    )
  })

  test.each([
    ['a wrong check digit', '110105194912310021\n'],
    ['a digit too few', `${number.slice(1)}\n`],
    ['a longer number that ends like one', `7${number}\n`],
    ['another barcode', '6901234567892\n'],
    ['another’s QR code', 'HTTPS:12345\n'],
    ['nothing behind the mark', 'QT1:\n'],
    ['Enter alone', '\n'],
  ])('%s, at a scanner’s pace', (_, text) => {
    expect(press(new ScanKeys(), text, 10).result).toEqual({ kind: 'other' })
  })

  test('a held key, a shortcut or a space in it ends what might be a scan', () => {
    const half = [number.slice(0, 9), `${number.slice(9)}\n`] as const
    for (const between of [
      { ...bare, code: 'Digit1', key: '1', repeat: true },
      { ...bare, code: 'KeyK', key: 'k', ctrlKey: true },
      { ...bare, code: 'Space', key: ' ' },
      { ...bare, code: 'Digit1', key: '!', shiftKey: true },
    ]) {
      const keys = new ScanKeys<string>()
      const { at } = press(keys, half[0], 10)
      expect(keys.press({ ...between, timeStamp: at + 5 }, () => '')).toEqual({ kind: 'other' })
      expect(press(keys, half[1], 10, 'plain', at + 10).result.kind).toBe('other')
    }
  })
})

test('only the first key of a run says so, and what is remembered is not without end', () => {
  const keys = new ScanKeys<string>()
  const firsts = Array.from({ length: 200 }, (_, index) => keys.press(key('5', index * 10), () => ''))
  expect(firsts.filter((result) => result.kind === 'candidate' && result.first)).toHaveLength(1)
  expect(press(keys, `${slip}\n`, 10, 'plain', 2000).result.kind).toBe('scan')
})
