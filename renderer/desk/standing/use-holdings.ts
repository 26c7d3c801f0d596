import { onScopeDispose, shallowRef, watch } from 'vue'
import { client } from '../../client'
import { onLive, onLiveAgain } from '../../live'
import { useSession } from '../session'
import { byKind } from './holdings'
import type { Whose } from './use-standing'

/** How many there are; `more` where only so many were looked at. */
export interface Count { n: number; more: boolean }

/** What a company or a room has of the tower: passes, keys, signs, and what is held for them. A part is null where the role may not know it. */
export interface Holdings {
  passes: Count & { ready: number; expired: number } | null
  keys: Count & { late: number } | null
  /** Going out, not yet through the gate. */
  permits: Count | null
  signs: Count & { departed: number } | null
  /** Of a company; in fen. */
  deposits: { count: number; heldFen: number; byKind: { kind: string; count: number; fen: number }[]; more: boolean } | null
}

const SEEN = 200
const registers = new Set(['passes', 'keys', 'exit-permits', 'signs', 'cashier', 'tenants'])

/** What is held now, read anew as it changes; null until it is read. */
export function useHoldings(whose: () => Whose) {
  const session = useSession()
  const holdings = shallowRef<Holdings | null>(null)

  async function read(of: Whose): Promise<Holdings> {
    const [passes, keys, permits, signs, deposits] = await Promise.all([
      session.can('passes.read') ? client.passes.list({ filter: { ...of, states: ['ready', 'issued'] }, limit: SEEN }) : null,
      session.can('keys.read') ? client.keys.loans({ filter: { ...of, view: 'out' }, limit: SEEN }) : null,
      session.can('exit-permits.read') ? client.exitPermits.list({ filter: { ...of, states: ['held', 'issued', 'differs'] }, limit: SEEN }) : null,
      session.can('signs.read') ? client.signs.list({ filter: { ...of, view: 'installed' }, limit: SEEN }) : null,
      of.tenantId !== null && session.can('cashier.read') ? client.cashier.deposits({ filter: { tenantId: of.tenantId, state: 'held' }, limit: SEEN }) : null,
    ])
    const count = (page: { rows: readonly unknown[]; next: number | null }): Count => ({ n: page.rows.length, more: page.next !== null })
    return {
      passes: passes && { ...count(passes), ready: passes.rows.filter(({ state }) => state === 'ready').length, expired: passes.rows.filter(({ verdict }) => verdict === 'expired').length },
      keys: keys && { n: keys.rows.reduce((sum, loan) => sum + loan.count - loan.returned - loan.lost, 0), more: keys.next !== null, late: keys.rows.filter(({ late }) => late).length },
      permits: permits && count(permits),
      signs: signs && { ...count(signs), departed: signs.rows.filter(({ amiss }) => amiss !== null).length },
      deposits: deposits && { count: deposits.sums.count, heldFen: deposits.sums.heldFen, byKind: byKind(deposits.rows), more: deposits.next !== null },
    }
  }
  async function load(): Promise<void> {
    const of = whose()
    const found = await read(of)
    if (JSON.stringify(of) === JSON.stringify(whose())) holdings.value = found
  }
  for (const stop of [onLive('changed', ({ register }) => { if (registers.has(register)) void load() }), onLiveAgain(() => void load())]) onScopeDispose(stop)
  watch(() => JSON.stringify(whose()), () => {
    holdings.value = null
    void load()
  }, { immediate: true })
  return holdings
}
