import type { cashier } from '../../../shared/contract/cashier'
import type { Ledger } from '../../store/ledger'
import type { Tx } from '../../store/types'
import type { Answer } from '../handlers'
import { AMOUNTS } from './deposit-list'

type Proof = Answer<typeof cashier.depositProof>

/**
 * Held deposits three ways (M1): the rows of 押金台账, the ledger's account, and what open passes and lent keys say was
 * taken for them. Each from its own table, so that an error in one shows.
 */
export async function depositProof(reader: Pick<Tx, 'query'>, ledger: Ledger): Promise<Proof> {
  const [sums] = await reader.query<Pick<Proof, 'heldFen' | 'passesFen' | 'keysFen'>>(
    `SELECT (SELECT coalesce(sum(amount_fen), 0) FROM deposit WHERE state = 'held') AS heldFen,
       (SELECT coalesce(sum(deposit_fen), 0) FROM pass WHERE state IN ('ready', 'issued')) AS passesFen,
       (SELECT coalesce(sum(deposit_fen), 0) FROM key_loan WHERE state = 'out') AS keysFen`)
  const byKind = await reader.query<Proof['byKind'][number]>(`SELECT d.kind, sum(d.state = 'held') AS count, ${AMOUNTS} FROM deposit d WHERE d.state <> 'void' GROUP BY d.kind ORDER BY d.kind`)
  // Record by record, too: two errors that make up for one another are two.
  const [apart] = await reader.query(
    `SELECT 1 FROM (SELECT 'passes' AS register, id, deposit_fen FROM pass WHERE state IN ('ready', 'issued') AND deposit_fen > 0 UNION ALL SELECT 'keys', id, deposit_fen FROM key_loan WHERE state = 'out' AND deposit_fen > 0) o
     FULL JOIN (SELECT register, record_id, amount_fen FROM deposit WHERE state = 'held') d ON d.register = o.register AND d.record_id = o.id WHERE d.amount_fen IS NOT o.deposit_fen LIMIT 1`)
  const { heldFen, passesFen, keysFen } = sums!
  const ledgerFen = 0 - (await ledger.balance('deposit', {}, reader))
  return { heldFen, ledgerFen, passesFen, keysFen, agree: heldFen === ledgerFen && heldFen === passesFen + keysFen && !apart, byKind }
}
