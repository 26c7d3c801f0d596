import { may } from '../../../shared/contract/permissions'
import { formatMoney, fen } from '../../../shared/rules/money'
import { paymentWords } from '../../../shared/slip/receipt-slip'
import { formatNumber } from '../../store/numbers'
import type { House } from '../house'
import type { ReceiptRecord } from '../receipt-record'
import type { Teller } from '../tellers'

const state = ({ void_at, kind }: ReceiptRecord): string => (void_at !== null ? 'void' : kind === 'refund' ? 'refunded' : 'paid')
const signedFen = ({ kind, total_fen }: ReceiptRecord): number => (kind === 'refund' ? -total_fen : total_fen)

/** What receipts and refunds tell of a company or a unit, and the one of a number: SJ26-000913 whole, or its digits in this year and the last. */
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
      const typed = query.normalize('NFKC').trim().toUpperCase()
      const year = new Date(store.clock.now()).getFullYear()
      const numbers = /^\d{1,6}$/.test(typed) ? (['receipts', 'refunds'] as const).flatMap((series) => [year, year - 1].map((of) => formatNumber(series, of, Number(typed)))) : [typed.replace(/^QT1:/, '')]
      const records = await store.read<ReceiptRecord>(`SELECT * FROM receipt WHERE no IN (${numbers.map(() => '?').join(', ')}) ORDER BY id DESC LIMIT ?`, [...numbers, limit])
      return records.map((record) => ({
        kind: 'receipt', id: record.id, title: [record.no, record.payer].filter(Boolean).join(' '),
        detail: [record.room, record.subject, `${paymentWords[record.payment]} ${formatMoney(fen(signedFen(record)))}`].filter(Boolean).join('，'), state: state(record), at: record.at,
      }))
    },
  }
}
