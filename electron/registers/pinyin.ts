import { pinyin } from 'pinyin-pro'

export interface Reading { pinyin: string; initials: string }

function reading(text: string, surname: 'head' | 'off'): Reading {
  let whole = ''
  let initials = ''
  for (const { origin, pinyin: syllable, isZh } of pinyin(text, { type: 'all', toneType: 'none', v: true, surname })) {
    const letters = (isZh ? syllable : origin).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    whole += letters
    // Latin letters and digits are their own initials: ABC国际 is found by abcgj.
    initials += isZh ? letters.slice(0, 1) : letters
  }
  return { pinyin: whole, initials }
}

/** How a person's name is typed without an input method; a surname has its own reading (单 shan, 解 xie). */
export const personReading = (name: string): Reading => reading(name, 'head')

/** How a company's name is typed. */
export const companyReading = (name: string): Reading => reading(name, 'off')
