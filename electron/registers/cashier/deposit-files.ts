import type { cashier, Deposit } from '../../../shared/contract/cashier'
import { fen, formatMoney } from '../../../shared/rules/money'
import { dayOf, stampOf } from '../../../shared/rules/time'
import { type PassKind, passKinds } from '../../../shared/rules/pass'
import { passKindWords } from '../../../shared/slip/pass-words'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { type PaperColumn, paperTable, putOnPaper } from '../paper-table'
import { type TableColumn, writeTable } from '../table-file'
import { type DepositFilter, type ListedDeposit, listDeposits, readDeposits } from './deposit-list'

const TITLE = '押金台账'
const stateWords: Record<Deposit['state'], string> = { held: '在押', refunded: '已退', forfeited: '没收', void: '收据作废' }
const money = (amount: number): string => formatMoney(fen(amount), '')
const kindWords = (kind: string): string => (passKinds.includes(kind as PassKind) ? passKindWords[kind as PassKind] : kind === 'key' ? '钥匙' : kind)

const columns: (TableColumn<ListedDeposit> & PaperColumn<ListedDeposit>)[] = [
  { title: '日期', width: 12, paper: 18, text: (d) => d.day },
  { title: '种类', width: 14, paper: 18, text: (d) => kindWords(d.kind) },
  { title: '单号', width: 14, paper: 22, text: (d) => d.record_no },
  { title: '持有人', width: 14, paper: 18, text: (d) => d.holder },
  { title: '单位', width: 30, paper: 48, text: (d) => d.company },
  { title: '金额', width: 12, paper: 18, text: (d) => money(d.amount_fen) },
  { title: '收据', width: 14, paper: 22, text: (d) => d.receipt_no },
  { title: '状态', width: 10, paper: 14, text: (d) => stateWords[d.state] },
  { title: '结清', width: 17, paper: 26, text: (d) => (d.settled_at === null ? '' : stampOf(d.settled_at)) },
  { title: '经办', width: 10, paper: 14, text: (d) => d.settled_by },
  { title: '退款收据', width: 14, paper: 22, text: (d) => d.refund_no ?? '' },
  { title: '备注', width: 24, paper: 32, text: (d) => d.reason },
]

const all = (house: House, filter: DepositFilter): Promise<ListedDeposit[]> => readDeposits(house, filter, null, -1)
// What was searched for may be somebody's name, so the chain only says that there was a search.
const noted = (filter: DepositFilter) => ({ ...filter, search: filter.search !== '' })

/** 押金台账 of what is filtered on A4, oldest first, with its sums. @returns null when the user cancelled. @throws UserError page-not-printed, file-not-written */
export async function printDeposits(house: House, { filter, to }: ParsedInput<typeof cashier.printDeposits>, call: Call): Promise<Answer<typeof cashier.printDeposits>> {
  const rows = (await all(house, filter)).reverse()
  const { sums } = await listDeposits(house, { filter, before: null, limit: 1 })
  const { company, tower } = house.settings.current
  const today = dayOf(house.store.clock.now())
  const html = paperTable<ListedDeposit>({
    title: TITLE, head: [`${company}　${tower}`, filter.from || filter.to ? `${filter.from ?? ''} 至 ${filter.to ?? today}` : `截至 ${today}`], columns, rows, struck: (d) => d.state === 'void',
    after: [rows.length === 0 ? '没有押金。' : `共 ${sums.count} 笔　在押 ￥${money(sums.heldFen)}　已退 ￥${money(sums.refundedFen)}　没收 ￥${money(sums.forfeitedFen)}`], signs: ['填表：', '财务：', '日期：'],
  })
  const put = await putOnPaper(house, html, to, `${TITLE}-${today}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-deposits', register: 'cashier', recordId: null, detail: { to, rows: rows.length, filter: noted(filter) } }))
  return { ...put, rows: rows.length }
}

/** Writes what is filtered to .xlsx or CSV. @returns null when the user cancelled. @throws UserError export-too-large, file-not-written */
export async function exportDeposits(house: House, { filter, format }: ParsedInput<typeof cashier.exportDeposits>, call: Call): Promise<Answer<typeof cashier.exportDeposits>> {
  const path = await house.dialog.saveAs(`${TITLE}-${dayOf(house.store.clock.now())}.${format}`, format)
  if (path === null) return null
  const rows = await writeTable(path, format, { name: TITLE, columns, rows: await all(house, filter) })
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'export', register: 'cashier', recordId: null, detail: { format, rows, filter: noted(filter) } }))
  return { path, rows }
}
