import type { Bitmap } from './bitmap'
import type { SlipSpan } from './document'
import type { LaidRow, LaidSlip } from './layout'
import { bitmapPath, rasterBitmap } from './bitmap'
import { rowHeight, DOTS } from './metrics'
import { charWidth, paperText } from './printable'

/** An element of a slip on screen; the page makes it with Vue's `h`, the PDF with `slipHtml`. */
export interface SlipNode {
  tag: 'div' | 'span' | 'svg' | 'path'
  attrs: Record<string, string>
  children: (SlipNode | string)[]
}

export interface MarkupOptions {
  /** The modules of a QR code at level M. */
  qr: (data: string) => Bitmap
  /** The printer gets unprintable characters as a picture, so that they appear as they are. */
  rasterised?: boolean
}

function node(tag: SlipNode['tag'], attrs: Record<string, string>, children: (SlipNode | string)[] = []): SlipNode {
  return { tag, attrs, children }
}

// Full-width in every Chinese font; other wide characters (“ · é) are put into a cell of their own.
const FULL_WIDTH = /^[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]$/u

function runs(text: string): (SlipNode | string)[] {
  const out: (SlipNode | string)[] = []
  for (const char of text) {
    const last = out.at(-1)
    if (charWidth(char) === 2 && !FULL_WIDTH.test(char)) out.push(node('span', { class: 'slip-wide' }, [char]))
    else if (typeof last === 'string') out[out.length - 1] = last + char
    else out.push(char)
  }
  return out
}

function span(piece: SlipSpan, rasterised: boolean): (SlipNode | string)[] {
  const children = runs(rasterised ? piece.text : paperText(piece.text))
  return piece.pending ? [node('span', { class: 'slip-pending' }, children)] : children
}

function figure(bitmap: Bitmap, scale: number, kind: string): SlipNode {
  return node('svg', {
    'class': `slip-figure slip-${kind}`,
    'width': String(bitmap.width * scale),
    'height': String(bitmap.height * scale),
    'viewBox': `0 0 ${bitmap.width} ${bitmap.height}`,
    'shape-rendering': 'crispEdges',
    'aria-hidden': 'true',
  }, [node('path', { d: bitmapPath(bitmap), fill: 'currentColor' })])
}

function row(item: LaidRow, options: MarkupOptions): SlipNode[] {
  switch (item.kind) {
    case 'text':
      return [node('div', { class: `slip-row slip-x${item.size} slip-${item.align}` }, item.spans.flatMap((piece) => span(piece, options.rasterised === true)))]
    case 'rule': return [node('div', { class: `slip-rule slip-${item.style}` })]
    case 'qr': return [figure(options.qr(item.data), DOTS.module, 'qr')]
    case 'qr-pending':
      return [node('div', { class: 'slip-pending slip-qr-pending' }, item.words.map((word) => node('span', {}, [word])))]
    case 'image': return [figure(rasterBitmap(item.image), 1, 'image')]
    case 'feed': return Array.from({ length: item.rows }, () => node('div', { class: 'slip-row slip-x1' }))
  }
}

/** A laid-out slip as elements, styled by slip.css; one CSS pixel is one printer dot before zoom. */
export function slipMarkup(slip: LaidSlip, options: MarkupOptions): SlipNode {
  return node('div', { class: `q-slip q-slip-${slip.paper}` }, slip.rows.flatMap((item) => row(item, options)))
}

/** Height of the whole slip in dots. */
export function slipHeight(slip: LaidSlip, qr: (data: string) => Bitmap): number {
  return slip.rows.reduce((height, item) => height + rowHeight(item, (data) => qr(data).height), 0)
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPED[char]!)
}

/** Elements as HTML text. */
export function slipHtml(element: SlipNode | string): string {
  if (typeof element === 'string') return escapeHtml(element)
  const attrs = Object.entries(element.attrs).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  return `<${element.tag}${attrs}>${element.children.map(slipHtml).join('')}</${element.tag}>`
}
