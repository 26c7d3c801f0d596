/** A run of text, or a key named in it. */
export interface Piece { text: string; key: boolean }

export type Block =
  | { kind: 'title' | 'part' | 'step'; id: string; text: string }
  | { kind: 'picture'; file: string; text: string }
  | { kind: 'words'; pieces: Piece[] }
  | { kind: 'lines'; lines: Piece[][] }

const HEADINGS = { '#': 'title', '##': 'part', '###': 'step' } as const

/** Keys stand in `backticks`. */
const piecesOf = (text: string): Piece[] => text.split('`').map((piece, index) => ({ text: piece, key: index % 2 === 1 })).filter(({ text: piece }) => piece !== '')

function blockOf(paragraph: string, index: number): Block {
  const heading = /^(#{1,3}) (.+)$/.exec(paragraph)
  if (heading) return { kind: HEADINGS[heading[1] as keyof typeof HEADINGS], id: `handbook-${index}`, text: heading[2]! }
  const picture = /^!\[(.*)\]\(handbook\/(.+)\)$/.exec(paragraph)
  if (picture) return { kind: 'picture', text: picture[1]!, file: picture[2]! }
  const lines = paragraph.split('\n')
  if (lines.every((line) => line.startsWith('- '))) return { kind: 'lines', lines: lines.map((line) => piecesOf(line.slice(2))) }
  return { kind: 'words', pieces: piecesOf(paragraph) }
}

/** The few things of Markdown that docs/handbook.zh-CN.md is written in: headings, pictures, paragraphs, lists, keys. */
export const blocksOf = (text: string): Block[] => text.trim().split(/\n{2,}/).map(blockOf)
