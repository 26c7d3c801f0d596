import { UserError } from '../../../shared/contract/errors'
import type { SavedOrder } from '../../../shared/contract/repairs'
import { orderTexts } from '../../store/order-text'
import { insertRow, updateRow } from '../../store/rows'
import { indexedPairs } from '../../store/text-index'
import type { Sql, Tx } from '../../store/types'
import type { DataKey, Vault } from '../../store/vault'
import { phoneTail, sealedPhone } from '../personal'
import type { OrderRecord } from './rows'

export type OrderValues = Partial<Record<Exclude<keyof OrderRecord, 'id' | 'version'>, Sql>>

/** The columns of `work_order` that hold the reporter's number. */
export const sealedReporter = (vault: Vault, key: DataKey, phone: string) => ({ ...sealedPhone(vault, key, 'work_order', phone), phone_tail: phoneTail(vault, phone) })

/** The order's key. An erased one gets a new one, so that what is written into it now is erased in its turn (P3). */
export const keyOf = (vault: Vault, order: OrderRecord): DataKey => (order.data_key ? vault.openKey(order.data_key) : vault.newKey())

/** @throws UserError not-found */
export async function loadOrder(tx: Pick<Tx, 'query'>, id: number): Promise<OrderRecord> {
  const [order] = await tx.query<OrderRecord>('SELECT * FROM work_order WHERE id = ?', [id])
  if (!order) throw new UserError('not-found')
  return order
}

export async function insertOrder(tx: Tx, values: OrderValues): Promise<OrderRecord> {
  const order = await insertRow<OrderRecord>(tx.query, 'work_order', values)
  await tx.query('INSERT INTO work_order_text (rowid, pairs) VALUES (?, ?)', [order.id, indexedPairs(orderTexts(order))])
  tx.changed('repairs', order.id)
  return order
}

/** Changes columns, counts the version, and indexes the text anew where it changed. */
export async function updateOrder(tx: Tx, order: OrderRecord, values: OrderValues): Promise<OrderRecord> {
  const changed = { ...values, version: order.version + 1 }
  await updateRow(tx.query, 'work_order', order.id, changed)
  const next = { ...order, ...changed } as OrderRecord
  const pairs = indexedPairs(orderTexts(next))
  if (pairs !== indexedPairs(orderTexts(order))) {
    await tx.query('DELETE FROM work_order_text WHERE rowid = ?', [order.id])
    await tx.query('INSERT INTO work_order_text (rowid, pairs) VALUES (?, ?)', [order.id, pairs])
  }
  tx.changed('repairs', order.id)
  return next
}

export const savedOrder = (order: OrderRecord, printJobIds: number[] = []): SavedOrder => ({ id: order.id, no: order.no, state: order.state, version: order.version, printJobIds })
