import type { PassKindSetting } from '../../../shared/contract/passes'
import { escapeHtml } from '../../../shared/slip/markup'
import { passBands, passKindWords } from '../../../shared/slip/pass-words'
import { textWidth } from '../../../shared/slip/printable'
import { qrSvg } from '../qr-svg'

/** Millimetres of a CR80 card (ISO/IEC 7810 ID-1), and of the sheet. */
export const CARD = { width: 85.6, height: 54 }
const GAP = 8
const PER_SHEET = 8
/** Of half-width characters: what two lines of a name take at its size. */
const NAME_COLUMNS = 28

/** What stands on a pass (12.F5). */
export interface Card {
  no: string; kind: PassKindSetting['kind']; holder: string; company: string; room: string; trade: string; validUntil: string; token: string
  colour: PassKindSetting['colour']; cardText: string
  /** A data URI; null where the kind asks for none. */
  photo: string | null
}

const style = `* { box-sizing: border-box; }
body { margin: 0; font: 10.5px/1.35 "Noto Sans SC", sans-serif; color: #1A2230; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.card { position: relative; width: 85.6mm; height: 54mm; overflow: hidden; background: #fff; }
.band { display: flex; justify-content: space-between; align-items: center; height: 9mm; padding: 0 3.5mm; color: #fff; font-size: 12px; }
.band b { font-size: 13px; font-weight: 600; letter-spacing: .12em; }
.photo { position: absolute; left: 3.5mm; top: 11mm; width: 76px; height: 95px; background: #DDE3EC; object-fit: cover; }
.text { position: absolute; left: 3.5mm; top: calc(11mm + 97px); width: 82px; max-height: 24px; overflow: hidden; font-size: 9px; }
.who { position: absolute; left: calc(3.5mm + 86px); top: 10.5mm; right: 3.5mm; max-height: 34mm; overflow: hidden; overflow-wrap: anywhere; }
.name { font-size: 22px; line-height: 1.2; font-weight: 600; }
.name.long { font-size: 15px; }
.who p { margin: 2px 0 0; max-width: 34mm; max-height: 43px; overflow: hidden; }
.qr { position: absolute; right: 3.5mm; bottom: 9.5mm; width: 17mm; height: 17mm; background: #fff; }
.foot { position: absolute; left: 0; right: 0; bottom: 0; height: 7.5mm; padding: 0 3.5mm; display: flex; justify-content: space-between; align-items: center; border-top: .3mm solid #C9CFD8; font-size: 10.5px; font-variant-numeric: tabular-nums; }`

function cardHtml(tower: string, card: Card): string {
  const line = (text: string): string => (text === '' ? '' : `<p>${escapeHtml(text)}</p>`)
  const photo = card.photo === null ? '<div class="photo"></div>' : `<img class="photo" alt="" src="${card.photo}">`
  return `<div class="card"><div class="band" style="background:${passBands[card.colour]}"><b>${escapeHtml(tower)}</b><span>${passKindWords[card.kind]}</span></div>
${photo}<div class="text">${escapeHtml(card.cardText)}</div>
<div class="who"><div class="${textWidth(card.holder) > NAME_COLUMNS ? 'name long' : 'name'}">${escapeHtml(card.holder)}</div>${line(card.company)}${line([card.room && `${card.room} 室`, card.trade].filter(Boolean).join('　'))}</div>
${qrSvg(card.token)}<div class="foot"><span>${escapeHtml(card.no)}</span><span>有效至 ${card.validUntil}</span></div></div>`
}

const page = (css: string, body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>证件</title><style>${css}\n${style}</style></head><body>${body}</body></html>`

/** A page of the card's size for each. */
export const cardPages = (tower: string, cards: readonly Card[]): string =>
  page(`@page { size: ${CARD.width}mm ${CARD.height}mm; margin: 0; }\n.card + .card { break-before: page; }`, cards.map((card) => cardHtml(tower, card)).join('\n'))

/** Where to cut: short lines outside the four corners. */
const cut = `<svg class="cut" viewBox="0 0 ${CARD.width} ${CARD.height}"><path d="${[0, CARD.width].flatMap((x) => [0, CARD.height].map((y) => `M${x} ${y === 0 ? -3.5 : y + 1}v2.5M${x === 0 ? -3.5 : x + 1} ${y}h2.5`)).join('')}" stroke="#000" stroke-width=".15"/></svg>`

/** Eight on an A4 sheet, with cut marks. */
export function cardSheets(tower: string, cards: readonly Card[]): string {
  const sheets = Array.from({ length: Math.ceil(cards.length / PER_SHEET) }, (_, i) => cards.slice(i * PER_SHEET, (i + 1) * PER_SHEET))
  const css = `@page { size: A4; margin: 0; }
.sheet { width: 210mm; height: 296mm; padding: 28mm ${(210 - 2 * CARD.width - GAP) / 2}mm; display: grid; grid-template-columns: ${CARD.width}mm ${CARD.width}mm; grid-auto-rows: ${CARD.height}mm; gap: ${GAP}mm; align-content: start; }
.sheet + .sheet { break-before: page; }
.cell { position: relative; }
.cut { position: absolute; inset: 0; width: 85.6mm; height: 54mm; overflow: visible; }`
  return page(css, sheets.map((sheet) => `<div class="sheet">${sheet.map((card) => `<div class="cell">${cardHtml(tower, card)}${cut}</div>`).join('\n')}</div>`).join('\n'))
}
