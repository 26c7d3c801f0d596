import type { Tx } from '../../store/types'

/** The department received the notice: the entry keeps when and who, and a waiting call is 已告知 (16.R1). */
export async function noticeAcknowledged(tx: Tx, { recordId, at, by }: { recordId: number; at: number; by: string }): Promise<void> {
  await tx.query(
    `UPDATE entry SET acknowledged_at = ?, notified_person = iif(notified_person = '', ?, notified_person), state = iif(state = 'waiting', 'notified', state) WHERE id = ?`,
    [at, by, recordId],
  )
  tx.changed('reception', recordId)
}
