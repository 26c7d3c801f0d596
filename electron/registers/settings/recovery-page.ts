import { stampOf } from '../../../shared/rules/time'
import { escapeHtml } from '../../../shared/slip/markup'

/** The recovery key on A4, printed once at set-up, to be locked away. */
export function recoveryKeyPage(facts: { tower: string; station: string; recoveryKey: string; at: number }): string {
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>恢复密钥</title>
<style>@page { size: A4; margin: 25mm } body { font: 12pt/1.8 "Noto Sans SC", sans-serif } .key { font: 18pt/2 monospace; letter-spacing: .05em; border: 1px solid #000; padding: 6mm; text-align: center }</style>
<h1>恢复密钥</h1><p>${escapeHtml(facts.tower)}　${escapeHtml(facts.station)} 台　${stampOf(facts.at)}</p>
<p class="key">${escapeHtml(facts.recoveryKey)}</p>
<p>换电脑或系统的密钥库丢失时，用它打开本台资料。只印这一次，请封存在保险柜，不要拍照。</p></html>`
}
