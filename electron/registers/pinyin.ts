import { pinyin } from 'pinyin-pro'

/** `initials` and a company's `pinyin` are one run of letters; a person's `pinyin` has a space between syllables: lu wen bo. */
export interface Reading { pinyin: string; initials: string }

interface Part { letters: string; isZh: boolean }

/** A syllable for each character; Latin letters and digits that stand together are one part. */
function parts(text: string, surname: 'head' | 'off'): Part[] {
  const found: Part[] = []
  let joins = false
  for (const { origin, pinyin: syllable, isZh } of pinyin(text, { type: 'all', toneType: 'none', v: true, surname })) {
    const letters = (isZh ? syllable : origin).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    const last = found.at(-1)
    if (letters !== '' && joins && !isZh && last) last.letters += letters
    else if (letters !== '') found.push({ letters, isZh })
    joins = letters !== '' && !isZh
  }
  return found
}

const reading = (found: Part[], between: string): Reading => ({
  pinyin: found.map(({ letters }) => letters).join(between),
  // Latin letters and digits are their own initials: ABC国际 is found by abcgj.
  initials: found.map(({ letters, isZh }) => (isZh ? letters.slice(0, 1) : letters)).join(''),
})

/** How a person's name is typed without an input method; a surname has its own reading (单 shan, 解 xie). */
export const personReading = (name: string): Reading => reading(parts(name, 'head'), ' ')

/** How a company's name is typed. */
export const companyReading = (name: string): Reading => reading(parts(name, 'off'), '')

/** How a department's name is typed; like a person it is offered with its syllables. */
export const departmentReading = (name: string): Reading => reading(parts(name, 'off'), ' ')
