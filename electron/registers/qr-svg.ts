import { create } from 'qrcode'
import { bitmapPath, moduleBitmap } from '../../shared/slip/bitmap'
import { escapeHtml } from '../../shared/slip/markup'

/** A QR code for a page; its quiet zone is of the paper's own white: two modules, and the space about it. */
export function qrSvg(data: string): string {
  const modules = moduleBitmap(create(data, { errorCorrectionLevel: 'M' }).modules)
  return `<svg class="qr" data-code="${escapeHtml(data)}" viewBox="-2 -2 ${modules.width + 4} ${modules.height + 4}" shape-rendering="crispEdges"><path d="${bitmapPath(modules)}" fill="#000"/></svg>`
}
