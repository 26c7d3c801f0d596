import { may } from '../../../shared/contract/permissions'
import { formatMoney, fen } from '../../../shared/rules/money'
import { paymentWords } from '../../../shared/slip/receipt-slip'
import { formatNumber } from '../../store/numbers'
import type { House } from '../house'
import type { ReceiptRecord } from '../receipt-record'
import type { Teller } from '../tellers'

const state = (record: Pick<ReceiptRecord, 'void_at'>): string => (record.void_at === null ? 'paid' : 'void')

/** What the receipts tell of a company or a unit, and the receipt of a number: SJ26-000913 whole, or its digits in this year and the last. */
export function cashierTeller({ store }: House): Teller {
  return {
    async timeline({ tenantId, unitId }, viewer, limit) {
      if (!may(viewer.role, 'cashier.read') || (tenantId === null && unitId === null)) return []
      const records = await store.read<ReceiptRecord>(
        `SELECT * FROM receipt WHERE ${tenantId === null ? '' : 'tenant_id = ? AND '}${unitId === null ? '1' : 'room = (SELECT room FROM unit WHERE id = ?)'} ORDER BY id DESC LIMIT ?`,
        [...(tenantId === null ? [] : [tenantId]), ...(unitId === null ? [] : [unitId]), limit],
      )
      return records.map((record) => ({ register: 'cashier', recordId: record.id, no: record.no, kind: 'receipt', at: record.at, title: record.subject, state: state(record), room: record.room, amountFen: record.total_fen }))
    },

    async search(query, viewer, limit) {
      if (!may(viewer.role, 'cashier.read')) return []
      const typed = query.normalize('NFKC').trim().toUpperCase()
      const year = new Date(store.clock.now()).getFullYear()
      const numbers = /^\d{1,6}$/.test(typed) ? [formatNumber('receipts', year, Number(typed)), formatNumber('receipts', year - 1, Number(typed))] : [typed.replace(/^QT1:/, '')]
      const records = await store.read<ReceiptRecord>(`SELECT * FROM receipt WHERE no IN (${numbers.map(() => '?').join(', ')}) ORDER BY id DESC LIMIT ?`, [...numbers, limit])
      return records.map((record) => ({
        kind: 'receipt', id: record.id, title: [record.no, record.payer].filter(Boolean).join(' '),
        detail: [record.room, record.subject, `${paymentWords[record.payment]} ${formatMoney(fen(record.total_fen))}`].filter(Boolean).join('，'), state: state(record), at: record.at,
      }))
    },
  }
}
