export type PhoneKind = 'mobile' | 'landline' | 'short' | 'foreign'

export type PhoneCheck =
  | { readonly ok: true; readonly normalized: string; readonly kind: PhoneKind }
  | { readonly ok: false; readonly code: 'phone.empty' | 'phone.mobile-length' | 'phone.unknown'; readonly found: number }

/**
 * A phone number as it is stored and compared: 13800002716 · 010-12345678 · 0755-1234567-801 · 12345678 (no area
 * code) · 8012 (an extension or a service number, three to six digits) · +85291234567. Spaces, full-width
 * characters, +86, brackets round the area code and 转 / 分机 / ext before an extension are understood.
 * `found` is the count of digits.
 */
export function normalizePhone(raw: string): PhoneCheck {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/转|分机|ext\.?|x|#/i, '-')
    .replace(/^(\+86|0086|86(?=1\d{10}$))-?/, '')
    .replace(/^\(?(0\d{2,3})\)/, '$1-')
  if (text === '') return { ok: false, code: 'phone.empty', found: 0 }

  const digits = text.replace(/-/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, normalized: digits, kind: 'mobile' }
  if (/^\+\d{6,15}$/.test(digits)) return { ok: true, normalized: digits, kind: 'foreign' }

  const landline = /^(?:(010|02\d|0[3-9]\d{2})-?)?([2-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(text)
  // Three-digit area codes always have eight digits behind them.
  if (landline && !(landline[1]?.length === 3 && landline[2]!.length === 7)) {
    return { ok: true, normalized: landline.slice(1).filter(Boolean).join('-'), kind: 'landline' }
  }
  if (/^[48]00-?\d{3}-?\d{4}$/.test(text)) return { ok: true, normalized: digits, kind: 'landline' }
  if (/^\d{3,6}$/.test(digits)) return { ok: true, normalized: digits, kind: 'short' }

  const found = digits.replace(/\D/g, '').length
  return { ok: false, code: /^1[3-9]\d*$/.test(digits) ? 'phone.mobile-length' : 'phone.unknown', found }
}
