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
  const { heldFen, passesFen, keysFen } = sums!
  const ledgerFen = 0 - (await ledger.balance('deposit', {}, reader))
  return { heldFen, ledgerFen, passesFen, keysFen, agree: heldFen === ledgerFen && heldFen === passesFen + keysFen, byKind }
}
