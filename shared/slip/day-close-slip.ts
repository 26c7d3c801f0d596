import type { DayClose, DayOpen, DayState, DrawerClose, Takings } from '../contract/cashier'
import { fen, formatMoney } from '../rules/money'
import { stampOf } from '../rules/time'
import { pair, type SlipDocument, type SlipLine } from './document'
import { notesTable } from './drawer-slip'
import { paymentWords } from './receipt-slip'

export const DAY_CLOSE_SLIP = '日结单'

/** Slips keep the tower's language, whatever the language of the screen. */
export const dayOpenWords: Record<DayOpen['what'], string> = {
  'prints-waiting': '未打印', 'prints-unknown': '打印不明', 'permits-open': '未放行出门条', 'permits-missing': '未交回出门条', 'keys-out': '未还钥匙', 'visitors-inside': '在内访客', 'passes-ready': '未领证件',
}
/** Numbers named of one kind; more are counted. */
const NAMED = 12

/** `state`: the day as it was at that moment; null where only what was written down of it is known. */
export interface DayCloseSlipInput { company: string; close: DayClose; state: DayState | null }

const money = (amount: number): string => formatMoney(fen(amount), '')
const rule: SlipLine = { kind: 'rule', style: 'thin' }

function takingLines({ receipts, byPayment, takenFen, takenCount, returnedFen, returnedCount, drawnFen }: Takings): SlipLine[] {
  const { first, last, count, voids, refunds } = receipts
  return [
    pair('收据', count === 0 ? '没有' : first === last ? first : `${first} 至 ${last}`),
    ...(count + voids + refunds > 0 ? [pair('', `收 ${count} 张，作废 ${voids} 张，退款 ${refunds} 张`)] : []),
    pair(`现金收入  ${takenCount} 笔`, money(takenFen)), pair(`现金退还  ${returnedCount} 笔`, money(returnedFen)), ...(drawnFen === 0 ? [] : [pair('领备用金', money(drawnFen))]),
    ...byPayment.filter((of) => of.payment !== 'cash' && (of.count > 0 || of.amountFen !== 0)).map((of) => pair(`${paymentWords[of.payment]}  ${of.count} 张`, money(of.amountFen))),
  ]
}

function openLines(open: readonly DayOpen[]): SlipLine[] {
  if (open.length === 0) return [pair('未完事项', '没有')]
  return open.flatMap(({ what, count, nos }) => [
    pair(dayOpenWords[what], String(count)),
    ...(nos.length > 0 ? [{ kind: 'text' as const, text: `${nos.slice(0, NAMED).join('、')}${nos.length > NAMED ? ' 等' : ''}` }] : []),
  ])
}

function depositLines({ heldFen, ledgerFen, passesFen, keysFen, agree }: DayState['deposits']): SlipLine[] {
  return [pair('押金台账', money(heldFen)), pair('押金总账', money(ledgerFen)), pair('在用证件', money(passesFen)), pair('在借钥匙', money(keysFen)), pair('押金', agree ? '相符' : '不符')]
}

function countLines({ no, at, counts, countedFen, differenceFen, handedInFen }: DrawerClose): SlipLine[] {
  return [pair(`清点  ${no}`, stampOf(at)), notesTable(counts), pair('点出现金', money(countedFen)), pair('差额', money(differenceFen)), pair('上交财务', money(handedInFen))]
}

/** 日结单 (M1): the day's money, drawer against ledger, deposits three ways, what is left open; signed. */
export function dayCloseSlip({ company, close, state }: DayCloseSlipInput): SlipDocument {
  const { signed } = close
  const counted: SlipLine[] = state?.lastCount && close.drawerCloseNo === state.lastCount.no ? countLines(state.lastCount) : close.drawerCloseNo ? [pair('清点', close.drawerCloseNo)] : []
  const lines: SlipLine[] = [
    { kind: 'text', text: company, align: 'center' },
    { kind: 'rule', style: 'thick' },
    pair(`编号  ${close.no}`, stampOf(close.at)), pair(`日期  ${close.day}`, `${close.station}台`), ...(state?.since ? [pair('自', stampOf(state.since))] : []), ...(state?.closed ? [pair('当日再结，前一张', state.closed.no)] : []), rule,
    ...(state ? [...takingLines(state.takings), rule] : []),
    ...counted,
    pair('钱箱留存', money(close.countedFen)), pair('账面现金', money(close.ledgerFen)),
    pair('账实', close.countedFen === close.ledgerFen ? '相符' : '不符'), ...(state ? [pair('总账', state.balanced ? '平' : '不平')] : []), rule,
    ...(state ? depositLines(state.deposits) : [pair('押金台账', money(close.heldFen))]), rule,
    ...openLines(close.open),
  ]
  if (close.note) lines.push(rule, { kind: 'fact', label: '备注', value: close.note })
  lines.push(
    { kind: 'rule', style: 'dashed' },
    { kind: 'fact', label: '签名', value: signed.onPaper && signed.signatureId === null ? `${signed.by} ＿＿＿＿＿＿＿＿` : `${signed.by}  ${stampOf(signed.at)}` },
    { kind: 'feed', rows: 1 },
    pair(`日结  ${close.by}`, `${close.station}台`),
  )
  return { title: DAY_CLOSE_SLIP, lines }
}
