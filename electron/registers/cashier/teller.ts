import { may } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { formatMoney, fen } from '../../../shared/rules/money'
import { paymentWords } from '../../../shared/slip/receipt-slip'
import { inChinese, say } from '../../../shared/rules/phrases'
import { typedNumbers } from '../../store/numbers'
import type { SeriesName } from '../../store/types'
import type { House } from '../house'
import type { ReceiptRecord } from '../receipt-record'
import type { Teller } from '../tellers'
import type { CloseRecord } from './close'
import type { DayCloseRecord } from './day-close'

const state = ({ void_at, kind }: ReceiptRecord): string => (void_at !== null ? 'void' : kind === 'refund' ? 'refunded' : 'paid')
const signedFen = ({ kind, total_fen }: ReceiptRecord): number => (kind === 'refund' ? -total_fen : total_fen)

/** What receipts and refunds tell of a company or a unit; and the receipt, refund, 日结 (RJ) or 清点 (QD) of a number. */
export function cashierTeller({ store }: House): Teller {
  return {
    async timeline({ tenantId, unitId }, viewer, limit) {
      if (!may(viewer.role, 'cashier.read') || (tenantId === null && unitId === null)) return []
      const records = await store.read<ReceiptRecord>(
        `SELECT * FROM receipt WHERE ${tenantId === null ? '' : 'tenant_id = ? AND '}${unitId === null ? '1' : 'room = (SELECT room FROM unit WHERE id = ?)'} ORDER BY id DESC LIMIT ?`,
        [...(tenantId === null ? [] : [tenantId]), ...(unitId === null ? [] : [unitId]), limit],
      )
      return records.map((record) => ({ register: 'cashier', recordId: record.id, no: record.no, kind: record.kind, at: record.at, title: record.subject, state: state(record), room: record.room, amountFen: signedFen(record) }))
    },

    async search(query, viewer, limit) {
      if (!may(viewer.role, 'cashier.read')) return []
      const ofSeries = <R>(table: string, series: readonly SeriesName[]): Promise<R[]> =>
        store.read(`SELECT * FROM ${table} WHERE no IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?`, [JSON.stringify(typedNumbers(series, query, store.clock.now())), limit]) as Promise<R[]>
      // A day has one of these at a station; one or two digits mean something else.
      const few = /^\s*\d{1,2}\s*$/.test(query)
      const [receipts, days, counts] = await Promise.all([
        ofSeries<ReceiptRecord>('receipt', ['receipts', 'refunds']),
        few || !may(viewer.role, 'cashier.write') ? [] : ofSeries<DayCloseRecord>('day_close', ['day-closes']),
        few ? [] : ofSeries<CloseRecord>('drawer_close', ['drawer-closes']),
      ])
      return [
        ...receipts.map((record): SearchHit => ({
          kind: 'receipt', id: record.id, title: [record.no, record.payer].filter(Boolean).join(' '),
          detail: [record.room, record.subject, inChinese(say('paid', { payment: paymentWords[record.payment], amount: formatMoney(fen(signedFen(record))) }))].filter(Boolean).join('，'), state: state(record), at: record.at,
        })),
        ...days.map(({ id, no, day, station, by, at }): SearchHit => ({ kind: 'day-close', id, title: no, detail: [day, inChinese(say('at-station', { station })), by].join('，'), state: '', at })),
        ...counts.map(({ id, no, day, station, by, counted_fen: counted, at }): SearchHit => ({ kind: 'drawer-close', id, title: no, detail: [day, inChinese(say('at-station', { station })), by, formatMoney(fen(counted))].join('，'), state: '', at })),
      ].slice(0, limit)
    },

  }
}
