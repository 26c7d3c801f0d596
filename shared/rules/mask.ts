import { normalizeDocumentNumber, type DocumentKind } from './id-number'
import { normalizePhone } from './phone'

/**
 * A document number as lists show it (P3): 110105********002X. Eighteen characters keep six and four, other
 * numbers never more than half of themselves.
 */
export function maskDocumentNumber(kind: DocumentKind, number: string): string {
  const text = normalizeDocumentNumber(number)
  if (text.length === 18 && kind !== 'other') return keep(text, 6, 4)
  if (text.length === 15 && kind === 'foreign-permanent') return keep(text, 3, 4)
  return keepEnds(text)
}

/** A phone number as lists show it (P3): 138****2716 · 010-****5678-*** · +852****4567 · **12. */
export function maskPhone(phone: string): string {
  const check = normalizePhone(phone)
  if (!check.ok) return keepEnds(phone.trim())
  const text = check.normalized
  if (check.kind === 'mobile') return keep(text, 3, 4)
  if (check.kind === 'foreign') return text.length >= 11 ? keep(text, 4, 4) : keepEnds(text)
  if (check.kind === 'short') return keep(text, 0, 2)
  const [, area = '', number = '', extension = ''] = /^(0\d{2,3}-)?(\d+)(-\d+)?$/.exec(text) ?? []
  return area + keep(number, 0, 4) + extension.replace(/\d/g, '*')
}

function keep(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}

/** Keeps up to two characters at each end, never more than half. */
function keepEnds(text: string): string {
  const characters = [...text]
  const end = Math.min(2, Math.floor(characters.length / 4))
  return characters.map((character, i) => (i < end || i >= characters.length - end ? character : '*')).join('')
}
