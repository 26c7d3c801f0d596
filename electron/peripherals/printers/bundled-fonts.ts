import { readdir, readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'

const FONT_FACE = /@font-face\s*\{[^}]*\}/g
const FONT_URL = /url\((['"]?)(?!data:)([^'")]+)\1\)/g
/** The page keeps the pieces of the whole font behind the one file it is mostly set in; on paper they are one font. */
const RARE = 'Noto Sans SC Rare'

/**
 * The font rules of the built page in `root`, so that paper shows the same faces on a machine that has none. Their
 * addresses are made relative to the root, where `readBundled` finds them. Empty where the page was not built.
 */
export async function bundledFontRules(root: string): Promise<string> {
  const files = await readdir(join(root, 'assets')).catch(() => [])
  const sheets = files.filter((name) => name.endsWith('.css')).sort()
  const rules = await Promise.all(sheets.map(async (sheet) => {
    const css = await readFile(join(root, 'assets', sheet), 'utf8')
    return (css.match(FONT_FACE) ?? []).map((rule) => rule.replace(FONT_URL, (_all, _quote: string, url: string) =>
      `url("/${url.startsWith('/') ? url.slice(1) : normalize(`assets/${url}`)}")`))
  }))
  const [rare, usual] = [true, false].map((isRare) => rules.flat().filter((rule) => rule.includes(RARE) === isRare)) as [string[], string[]]
  return [...usual, ...rare.map((rule) => rule.replaceAll(RARE, 'Noto Sans SC'))].join('\n')
}

/** A file of the built page; null for anything outside it. */
export async function readBundled(root: string, path: string): Promise<Buffer | null> {
  const file = normalize(join(root, path))
  if (!file.startsWith(join(root, '/')) || !file.endsWith('.woff2')) return null
  return readFile(file).catch(() => null)
}
