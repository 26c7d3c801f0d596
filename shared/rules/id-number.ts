import { type Day, parseDay } from './time'

/**
 * The kinds of document a visitor may show (P1).
 * `resident` 居民身份证 · `hmt-permit` 港澳台居民居住证 · `foreign-permanent` 外国人永久居留身份证 ·
 * `passport` 护照 · `hm-travel` 港澳居民来往内地通行证 · `tw-travel` 台湾居民来往大陆通行证 · `other` 其他证件.
 */
export const documentKinds = [
  'resident',
  'hmt-permit',
  'foreign-permanent',
  'passport',
  'hm-travel',
  'tw-travel',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export type Sex = 'male' | 'female'

/** Why a number is refused. Positions count from 1, in the number without its spaces. */
export type DocumentNumberFault =
  | { readonly code: 'number.empty'; readonly data: Record<string, never> }
  /** `expected` is what may be said to the user: `18`, `8`, `15/18`, `5–15`. */
  | { readonly code: 'number.length'; readonly data: { readonly expected: string; readonly found: number } }
  /** A character that can't stand at its place. */
  | {
      readonly code: 'number.character'
      readonly data: {
        readonly position: number
        readonly found: string
        readonly allowed: 'digit' | 'letter' | 'letter-or-digit' | 'H-or-M'
      }
    }
  /** The first six digits are those of no place. */
  | { readonly code: 'number.region'; readonly data: { readonly found: string } }
  /** The number is one of another kind of document: choose that kind. */
  | { readonly code: 'number.other-kind'; readonly data: { readonly kind: DocumentKind } }
  | { readonly code: 'number.birth-unreal'; readonly data: { readonly found: string } }
  | { readonly code: 'number.birth-future'; readonly data: { readonly found: Day } }
  /** 「第 18 位应为 X，请对照证件再输一次。」 */
  | {
      readonly code: 'number.check-digit'
      readonly data: { readonly position: 18; readonly expected: string; readonly found: string }
    }

export type DocumentNumberCheck =
  | { readonly ok: true; readonly normalized: string; readonly birth?: Day; readonly sex?: Sex }
  | ({ readonly ok: false } & DocumentNumberFault)

/** The number as it is stored and compared: half-width capitals, no spaces. */
export function normalizeDocumentNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .toUpperCase()
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character that belongs to 17 digits (GB 11643): `0`–`9` or `X`. */
export function checkDigit(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11]!
}

/** Whether `text` is 17 digits and the check digit that belongs to them; nothing else is looked at. */
export function hasCheckDigit(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkDigit(text) === text[17]
}

/**
 * Checks a document number as typed, read or imported (P1).
 * @param today the local day against which a birth date is in the future
 */
export function checkDocumentNumber(kind: DocumentKind, raw: string, today: Day): DocumentNumberCheck {
  const text = normalizeDocumentNumber(raw)
  if (text === '') return refuse({ code: 'number.empty', data: {} })
  switch (kind) {
    case 'resident':
    case 'hmt-permit':
      return checkNumber18(kind, text, today)
    case 'foreign-permanent':
      return /^\d/.test(text) ? checkNumber18(kind, text, today) : checkPattern(text, 'LLLDDDDDDDDDDDD', '15/18')
    case 'passport':
      return checkPassport(text)
    case 'hm-travel':
      return checkPattern(text, 'HDDDDDDDD', '9')
    case 'tw-travel':
      return checkPattern(text, 'DDDDDDDD', '8')
    case 'other':
      return text.length <= 40
        ? { ok: true, normalized: text }
        : refuse({ code: 'number.length', data: { expected: '1–40', found: text.length } })
  }
}

type Number18Kind = 'resident' | 'hmt-permit' | 'foreign-permanent'

/** Which of the kinds numbered by GB 11643 the first six digits belong to. */
function kindOfRegion(region: string): Number18Kind | undefined {
  if (/^8[123]0000$/.test(region)) return 'hmt-permit'
  if (region.startsWith('9')) return 'foreign-permanent'
  // The provinces of GB/T 2260. Counties come and go, so more than the province is not looked at.
  return /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])(?!0000)/.test(region) ? 'resident' : undefined
}

function checkNumber18(kind: Number18Kind, text: string, today: Day): DocumentNumberCheck {
  if (text.length !== 18) {
    return refuse({
      code: 'number.length',
      data: { expected: kind === 'foreign-permanent' ? '15/18' : '18', found: text.length },
    })
  }
  const wrong = text.slice(0, 17).search(/\D/)
  if (wrong >= 0) return refuseCharacter(text, wrong, 'digit')

  const region = text.slice(0, 6)
  const actual = kindOfRegion(region)
  if (!actual) return refuse({ code: 'number.region', data: { found: region } })
  if (actual !== kind) return refuse({ code: 'number.other-kind', data: { kind: actual } })

  const birth = parseDay(text.slice(6, 14))
  if (!birth || birth < '1900') return refuse({ code: 'number.birth-unreal', data: { found: text.slice(6, 14) } })
  if (birth > today) return refuse({ code: 'number.birth-future', data: { found: birth } })

  const expected = checkDigit(text)
  const found = text[17]!
  if (found !== expected) return refuse({ code: 'number.check-digit', data: { position: 18, expected, found } })
  return { ok: true, normalized: text, birth, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}

/** `pattern`: L letter, D digit, H the letter H or M. */
function checkPattern(text: string, pattern: string, expected: string): DocumentNumberCheck {
  for (let index = 0; index < Math.min(text.length, pattern.length); index++) {
    const character = text[index]!
    const place = pattern[index]!
    if (place === 'D' && !/\d/.test(character)) return refuseCharacter(text, index, 'digit')
    if (place === 'L' && !/[A-Z]/.test(character)) return refuseCharacter(text, index, 'letter')
    if (place === 'H' && !/[HM]/.test(character)) return refuseCharacter(text, index, 'H-or-M')
  }
  if (text.length !== pattern.length) return refuse({ code: 'number.length', data: { expected, found: text.length } })
  return { ok: true, normalized: text }
}

/** Passports of any country: letters and digits only (ICAO 9303), with some room for national numbers. */
function checkPassport(text: string): DocumentNumberCheck {
  const wrong = text.search(/[^A-Z0-9]/)
  if (wrong >= 0) return refuseCharacter(text, wrong, 'letter-or-digit')
  if (text.length < 5 || text.length > 15) {
    return refuse({ code: 'number.length', data: { expected: '5–15', found: text.length } })
  }
  return { ok: true, normalized: text }
}

function refuse(fault: DocumentNumberFault): DocumentNumberCheck {
  return { ok: false, ...fault }
}

function refuseCharacter(
  text: string,
  index: number,
  allowed: 'digit' | 'letter' | 'letter-or-digit' | 'H-or-M',
): DocumentNumberCheck {
  return refuse({ code: 'number.character', data: { position: index + 1, found: text[index]!, allowed } })
}
