import { normalizeDocumentNumber } from '@shared/rules/id-number'
import type { HolderForm } from './pass-form'

export interface PhotoMatch {
  /** Which file is whose: indexes of both. */
  found: { file: number; holder: number }[]
  /** Files that are nobody's, or could be several persons'. */
  left: number[]
}

/** Whose photo a file is, by the document's number in its name, else by the holder's name; one photo for each, the first there is. */
export function matchPhotos(files: readonly string[], holders: readonly Pick<HolderForm, 'name' | 'documentNumber'>[]): PhotoMatch {
  const taken = new Set<number>()
  const match: PhotoMatch = { found: [], left: [] }
  const named = files.map((file) => normalizeDocumentNumber(file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')))
  const ways: ((file: string) => number[])[] = [
    (file) => at(holders, ({ documentNumber }) => documentNumber.trim().length >= 6 && file.includes(normalizeDocumentNumber(documentNumber))),
    (file) => longest(holders, at(holders, ({ name }) => name.trim().length >= 2 && file.includes(normalizeDocumentNumber(name)))),
  ]
  const open = new Set(named.keys())
  for (const way of ways) {
    for (const file of open) {
      const whose = way(named[file]!).filter((holder) => !taken.has(holder))
      if (whose.length !== 1) continue
      match.found.push({ file, holder: whose[0]! })
      taken.add(whose[0]!)
      open.delete(file)
    }
  }
  match.left.push(...open)
  return match
}

/** The document's number a file is named by: eighteen characters, or a passport's or permit's letter and digits; null where there is none. */
export const numberIn = (file: string): string | null => /\d{17}[\dX]|[A-Z]{1,3}\d{7,10}/.exec(normalizeDocumentNumber(file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')))?.[0] ?? null

function at<T>(list: readonly T[], fits: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (fits(one) ? [index] : []))
}
/** 王小明.jpg is 王小明's, not 王小's. */
function longest(holders: readonly Pick<HolderForm, 'name'>[], found: number[]): number[] {
  const most = Math.max(...found.map((index) => holders[index]!.name.trim().length))
  return found.filter((index) => holders[index]!.name.trim().length === most)
}

/** The middle of a picture in the shape of a pass photo (4 : 5), and how large it is kept; all in pixels. */
export function cropOf(width: number, height: number): { x: number; y: number; width: number; height: number; outWidth: number; outHeight: number } {
  const across = Math.min(width, (height * 4) / 5)
  const down = (across * 5) / 4
  // A head is above the middle of a portrait that is too tall.
  const scale = Math.min(1, 480 / across)
  return { x: (width - across) / 2, y: (height - down) / 3, width: across, height: down, outWidth: Math.max(1, Math.round(across * scale)), outHeight: Math.max(1, Math.round(down * scale)) }
}
