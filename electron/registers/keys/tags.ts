import { UserError } from '../../../shared/contract/errors'
import type { keys } from '../../../shared/contract/keys'
import { escapeHtml } from '../../../shared/slip/markup'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { putOnPaper } from '../paper-table'
import { qrSvg } from '../qr-svg'
import { boardText } from './hooks'
import type { HookRecord } from './rows'

const TITLE = '钥匙牌'
const style = `@page { size: A4 portrait; margin: 10mm; }
body { margin: 0; font: 9pt/1.25 "Noto Sans SC", sans-serif; color: #000; display: grid; grid-template-columns: repeat(4, 1fr); }
.tag { display: grid; grid-template-columns: 20mm minmax(0, 1fr); gap: 2mm; align-items: center; height: 24mm; padding: 1mm 2mm; box-sizing: border-box; border: .2mm dashed #888; break-inside: avoid; overflow: hidden; }
.qr { width: 20mm; height: 20mm; background: #fff; }
b { display: block; font-size: 13pt; line-height: 1.2; font-variant-numeric: tabular-nums; }
span { overflow-wrap: anywhere; }`

/** The code of a hook's tag, as a count and a return read it. */
const codeOf = ({ no }: HookRecord): string => `QT1:KEY:${no}`
const tag = (hook: HookRecord): string => `<div class="tag">${qrSvg(codeOf(hook))}<span><b>${escapeHtml(hook.no)}</b>${escapeHtml(hook.name)}</span></div>`

/** 钥匙牌 of a board's hooks in use on A4, as many as it has keys: one scan, one key (11.R9). @throws UserError not-found, page-not-printed, file-not-written. @returns null when the user cancelled */
export async function printTags(house: House, input: ParsedInput<typeof keys.printTags>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const board = boardText(input.board)
  const hooks = await house.store.read<HookRecord & Record<string, unknown>>('SELECT * FROM key_hook WHERE board = ? AND active = 1 AND owned > 0 ORDER BY hook', [board])
  if (hooks.length === 0) throw new UserError('not-found', {}, 'board')
  const tags = hooks.flatMap((hook) => Array<string>(hook.owned).fill(tag(hook)))
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${TITLE} ${escapeHtml(board)}</title><style>${style}</style></head><body>${tags.join('\n')}</body></html>`
  const put = await putOnPaper(house, html, input.to, `${TITLE}-${board}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-tags', register: 'keys', recordId: null, detail: { board, to: input.to, tags: tags.length } }))
  return { ...put, rows: tags.length }
}
