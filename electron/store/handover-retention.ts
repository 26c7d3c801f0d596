import type { Tx } from './types'

/** Lines of a hand-over that are of a record, which has a period of its own. */
export const OF_RECORDS = `json_extract(value, '$.what') = 'record-open'`

/** What hand-overs signed off before `limit` say in the lines that `of` names, beside their numbers (P3). */
export const eraseLines = (tx: Tx, limit: number, of: string): Promise<unknown> => rewrite(tx, limit, `${of} AND json_extract(value, '$.title') <> ''`, `json_remove(json_set(value, '$.title', '', '$.detail', ''), '$.parts')`)

/** Why such lines were dropped; that they were stays. */
export const eraseReasons = (tx: Tx, limit: number, of: string): Promise<unknown> => rewrite(tx, limit, `${of} AND json_extract(value, '$.dropped') <> ''`, `json_set(value, '$.dropped', '')`)

const rewrite = (tx: Tx, limit: number, of: string, without: string): Promise<unknown> =>
  tx.query(
    `UPDATE handover SET items = (SELECT json_group_array(json(iif(${of}, ${without}, value))) FROM json_each(handover.items))
     WHERE signed_off_at < ? AND EXISTS (SELECT 1 FROM json_each(handover.items) WHERE ${of})`,
    [limit],
  )
