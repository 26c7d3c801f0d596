import type { Account } from '../../shared/contract/cashier'
import { type Fen, fen, sumFen } from '../../shared/rules/money'
import { dayOf } from '../../shared/rules/time'
import type { Store } from './store'
import type { Tx } from './types'

/** One side of a journal: above nought a debit, below it a credit; whole fen, never nought. */
export interface NewPosting { account: Account; amountFen: Fen; tenantId?: number | null }
export interface NewJournal { kind: string; register: string; recordId: number; no: string; memo?: string; postings: readonly NewPosting[] }

/**
 * The one ledger (M1). What a journal posts adds up to nought, in the transaction of the record it is about; nothing is
 * changed or deleted (triggers refuse it), a mistake is reversed by a second journal, once.
 */
export class Ledger {
  constructor(private readonly store: Store) {}

  /** @returns the journal's id. @throws RangeError when the postings don't balance: a defect, nobody's typing leads to it */
  async post(tx: Tx, journal: NewJournal): Promise<number> {
    if (journal.postings.length < 2 || sumFen(journal.postings.map((posting) => posting.amountFen)) !== 0) throw new RangeError(`unbalanced journal of ${journal.no}`)
    return this.#write(tx, journal, null)
  }

  /** The same amounts the other way round. @throws Error when it was reversed before or is a reversal itself */
  async reverse(tx: Tx, journalId: number, kind: string, memo: string): Promise<number> {
    const [journal] = await tx.query<{ register: string; record_id: number; no: string; reverses: number | null }>('SELECT register, record_id, no, reverses FROM journal WHERE id = ?', [journalId])
    if (!journal || journal.reverses !== null) throw new Error(`journal ${journalId} can't be reversed`)
    const postings = await tx.query<{ account: Account; amount_fen: number; tenant_id: number | null }>('SELECT account, amount_fen, tenant_id FROM posting WHERE journal_id = ? ORDER BY id', [journalId])
    return this.#write(tx, {
      kind, register: journal.register, recordId: journal.record_id, no: journal.no, memo,
      postings: postings.map((posting) => ({ account: posting.account, amountFen: fen(-posting.amount_fen), tenantId: posting.tenant_id })),
    }, journalId)
  }

  async #write(tx: Tx, { kind, register, recordId, no, memo = '', postings }: NewJournal, reverses: number | null): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      'INSERT INTO journal (at, day, kind, register, record_id, no, memo, reverses, actor_id, actor, station) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
      [tx.now, dayOf(tx.now), kind, register, recordId, no, memo, reverses, tx.scope.actor.id, tx.scope.actor.name, tx.scope.station],
    )
    for (const posting of postings) {
      await tx.query('INSERT INTO posting (journal_id, account, amount_fen, tenant_id, station) VALUES (?, ?, ?, ?, ?)', [row!.id, posting.account, posting.amountFen, posting.tenantId ?? null, tx.scope.station])
    }
    await tx.audit({ action: 'post', register, recordId, detail: { journal: row!.id, kind, reverses, postings: postings.map(({ account, amountFen }) => ({ account, amountFen })) } })
    tx.changed('cashier', row!.id)
    return row!.id
  }

  /** The balance of an account in fen, of one station's or one tenant's postings where asked. */
  async balance(account: Account, of: { station?: string; tenantId?: number } = {}, tx?: Pick<Tx, 'query'>): Promise<Fen> {
    const conditions = ['account = ?', ...(of.station === undefined ? [] : ['station = ?']), ...(of.tenantId === undefined ? [] : ['tenant_id = ?'])]
    const parameters = [account, ...(of.station === undefined ? [] : [of.station]), ...(of.tenantId === undefined ? [] : [of.tenantId])]
    const sql = `SELECT coalesce(sum(amount_fen), 0) AS fen FROM posting WHERE ${conditions.join(' AND ')}`
    const [row] = await (tx ? tx.query<{ fen: number }>(sql, parameters) : this.store.read<{ fen: number }>(sql, parameters))
    return fen(row!.fen)
  }

  /** Every account that was ever posted to, and journals that don't add up: none, or the file was written by another hand. */
  async balances(): Promise<{ accounts: { account: Account; balanceFen: number }[]; unbalanced: number[] }> {
    const [accounts, unbalanced] = await Promise.all([
      this.store.read<{ account: Account; balanceFen: number }>('SELECT account, sum(amount_fen) AS balanceFen FROM posting GROUP BY account ORDER BY account'),
      this.store.read<{ id: number }>('SELECT journal_id AS id FROM posting GROUP BY journal_id HAVING sum(amount_fen) <> 0'),
    ])
    return { accounts, unbalanced: unbalanced.map((row) => row.id) }
  }
}
