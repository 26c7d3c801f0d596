import type { paidServices, PriceItem } from '../../../../shared/contract/paid-services'
import { dayOf } from '../../../../shared/rules/time'
import type { Call, ParsedInput } from '../../handlers'
import type { House } from '../../house'
import { companyReading, type Reading } from '../../pinyin'
import { paperTable, putOnPaper } from '../../paper-table'
import { writeTable } from '../../table-file'
import { priceColumns } from './columns'
import { priceOf, type PriceRow } from './rows'

/** The list as it stands on a day, or with all that was and will be; by category and code. */
async function priceRows(house: House, on: string | null): Promise<PriceRow[]> {
  return house.store.read<PriceRow & Record<string, unknown>>(
    `SELECT * FROM price_item WHERE ?1 IS NULL OR (valid_from <= ?1 AND (valid_to IS NULL OR valid_to >= ?1)) ORDER BY category, code, valid_from`, [on],
  )
}

/** `search`: any part of code, category, name or content, or the beginning of how the name or the category is typed without an input method. */
export async function prices(house: House, { on, search }: ParsedInput<typeof paidServices.prices>): Promise<PriceItem[]> {
  const wanted = fold(search)
  const rows = await priceRows(house, on)
  return rows.filter((row) => [row.code, row.category, row.name, row.content].some((text) => fold(text).includes(wanted)) || reads(row.name, wanted) || reads(row.category, wanted)).map(priceOf)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Read once: the list is asked at every keystroke. */
const readings = new Map<string, Reading>()
function reads(text: string, wanted: string): boolean {
  const reading = readings.get(text) ?? companyReading(text)
  readings.set(text, reading)
  return reading.initials.startsWith(wanted) || reading.pinyin.startsWith(wanted)
}

/** @returns null when the user cancelled. @throws UserError file-not-written */
export async function exportPrices(house: House, { on, format }: ParsedInput<typeof paidServices.exportPrices>, call: Call): Promise<{ path: string; rows: number } | null> {
  const path = await house.dialog.saveAs(`有偿服务价目-${on ?? dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const rows = await writeTable(path, format, { name: '有偿服务价目', columns: priceColumns, rows: await priceRows(house, on) })
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'price.export', register: 'paid-services', recordId: null, detail: { on, format, rows } }))
  return { path, rows }
}

/** The price list to be posted 17.F1, on A4. @returns null when the user cancelled. @throws UserError page-not-printed, file-not-written */
export async function printPrices(house: House, { on, to }: ParsedInput<typeof paidServices.printPrices>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const rows = await priceRows(house, on)
  const { company, tower } = house.settings.current
  const html = paperTable({
    title: '有偿服务价目表', head: [`${company}　${tower}`, `${on} 施行　共 ${rows.length} 项`], columns: priceColumns, rows,
    after: ['价目表没有的项目，比照相近项目或由双方议定，并在单上注明。客户同意报价后才开工。'], signs: ['制表：', '审核：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `有偿服务价目表-${on}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'price.print', register: 'paid-services', recordId: null, detail: { on, to, rows: rows.length } }))
  return { ...put, rows: rows.length }
}
