import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'

const STYLESHEET = /<link[^>]*rel="stylesheet"[^>]*href="\.?\/?([^"]+\.css)"/g
const FONT_FACE = /@font-face\s*\{[^}]*\}/g
const FONT_URL = /url\((['"]?)(?!data:)([^'")]+)\1\)/g

/**
 * The font rules of the built page in `root`, so that paper shows the same faces on a machine that has none. Their
 * addresses are made relative to the root, where `readBundled` finds them. Empty where the page was not built.
 */
export async function bundledFontRules(root: string): Promise<string> {
  const html = await readFile(join(root, 'index.html'), 'utf8').catch(() => '')
  const sheets = [...html.matchAll(STYLESHEET)].map((match) => match[1]!)
  const rules = await Promise.all(sheets.map(async (sheet) => {
    const css = await readFile(join(root, sheet), 'utf8')
    const folder = sheet.slice(0, sheet.lastIndexOf('/') + 1)
    return (css.match(FONT_FACE) ?? []).map((rule) => rule.replace(FONT_URL, (_all, _quote: string, url: string) =>
      `url("/${url.startsWith('/') ? url.slice(1) : normalize(folder + url)}")`))
  }))
  return rules.flat().join('\n')
}

/** A file of the built page; null for anything outside it. */
export async function readBundled(root: string, path: string): Promise<Buffer | null> {
  const file = normalize(join(root, path))
  if (!file.startsWith(join(root, '/')) || !file.endsWith('.woff2')) return null
  return readFile(file).catch(() => null)
}
