import { contract, type Inputs, type Outputs } from '../../shared/contract'
import { createCashier } from '../registers/cashier/cashier'
import { createComplaints } from '../registers/complaints/complaints'
import { furnish } from '../registers/furnish'
import type { Call } from '../registers/handlers'
import type { House } from '../registers/house'
import { createExitPermits } from '../registers/exit-permits/exit-permits'
import { createKeys } from '../registers/keys/keys'
import { createPaidServices } from '../registers/paid-services/paid-services'
import { createPasses } from '../registers/passes/passes'
import { receptionOrigin } from '../registers/reception/origin'
import { createRepairs } from '../registers/repairs/repairs'
import { createSigns } from '../registers/signs/signs'
import { takeNumber } from '../store/numbers'
import type { Store } from '../store/store'
import type { Tx } from '../store/types'
import type { Trace } from './entries'
import { scribble } from './scribble'
import type { DemoStaff } from './staff'

/** What happens to one record, step by step: yields the time of its next step, in epoch milliseconds. */
export type Life = AsyncGenerator<number, void>

type Registers = Pick<Inputs, 'repairs' | 'paidServices' | 'complaints' | 'cashier' | 'passes' | 'exitPermits' | 'keys' | 'signs'>
type Versioned = 'work_order' | 'paid_service' | 'complaint' | 'pass' | 'exit_permit' | 'key_loan' | 'key_cutting' | 'key_custody' | 'stocktake' | 'sign'
type Handler = (input: unknown, call: Call) => Promise<unknown>
interface Schema { parse(raw: unknown): unknown }

/**
 * A month of work, done again by the registers themselves: they check, number, post and notify as they do for the page,
 * but all in the one transaction of the seed, and at the time it happened. Nothing is printed. The audit lines are kept
 * for the seed, which chains them with what happened at the desk meanwhile.
 */
export class Replay {
  readonly traces: Trace[] = []
  #at = 0
  readonly #registers: { [N in keyof Registers]: unknown }

  constructor(private readonly tx: Tx, private readonly outer: House) {
    const house = this.#house()
    house.origins.provide('reception', receptionOrigin(house))
    this.#registers = {
      repairs: createRepairs(house), paidServices: createPaidServices(house), complaints: createComplaints(house), cashier: createCashier(house),
      passes: createPasses(house), exitPermits: createExitPermits(house), keys: createKeys(house), signs: createSigns(house),
    }
  }

  get at(): number { return this.#at }

  /** The same house on the open transaction, at the time of the step. */
  #house(): House {
    const { tx, outer } = this
    const store: Pick<Store, 'vault' | 'clock' | 'read' | 'write'> = {
      vault: outer.store.vault, clock: { now: () => this.#at },
      read: (sql, parameters) => tx.query(sql, parameters),
      write: (scope, work) => {
        const at = this.#at
        return work({
          scope, now: at, query: tx.query, number: (series) => takeNumber(tx.query, series, at),
          audit: (line) => { this.traces.push({ at, scope, line }); return Promise.resolve() },
          changed: () => undefined, afterCommit: () => undefined,
        })
      },
    }
    return furnish(store as Store, outer.settings, { dialog: outer.dialog, pages: outer.pages, printerRoles: () => [], station: outer.station })
  }

  /** Calls a register as the page of `who` does: the input parsed first. */
  ask<N extends keyof Registers, P extends keyof Registers[N] & string>(who: DemoStaff, register: N, procedure: P, input: Registers[N][P]): Promise<Outputs[N][P & keyof Outputs[N]]> {
    const of = contract[register] as unknown as Record<string, { '~orpc': { inputSchema?: Schema } }>
    const handler = (this.#registers[register] as Record<string, Handler>)[procedure]!
    const call: Call = { scope: { actor: { id: who.id, name: who.name }, station: this.outer.station() }, signedIn: { staffId: who.id, name: who.name, role: who.role, department: who.department } }
    return handler(of[procedure]!['~orpc'].inputSchema?.parse(input), call) as Promise<Outputs[N][P & keyof Outputs[N]]>
  }

  /** A record as it is now, for whoever takes its next step. */
  async seen(table: Versioned, id: number): Promise<{ id: number; version: number }> {
    return (await this.tx.query<{ id: number; version: number }>(`SELECT id, version FROM ${table} WHERE id = ?`, [id]))[0]!
  }

  find<T = { id: number }>(sql: string): Promise<T[]> { return this.tx.query<T>(sql) }

  /** Puts a picture into the store, to be tied to a record by who signs with it. */
  picture(bytes: Buffer, kind: 'signature' | 'photo' | 'scan' = 'signature'): Promise<number> { return this.outer.attachments.put({ ...this.tx, now: this.#at }, kind, bytes) }

  /** A signature on the screen. */
  async signed(by: string): Promise<{ by: string; signatureId: number }> { return { by, signatureId: await this.picture(scribble(by)) } }

  /** Lets all lives go on, the earliest step first, up to `now`; what would come later stays undone. */
  async play(lives: readonly Life[], now: number): Promise<void> {
    const waiting: { at: number; life: Life }[] = []
    const goOn = async (life: Life): Promise<void> => {
      const { value, done } = await life.next()
      // No step is taken before the one that led to it.
      if (!done) waiting.push({ at: Math.max(value, this.#at), life })
    }
    for (const life of lives) await goOn(life)
    for (;;) {
      const next = waiting.reduce<number>((first, { at }, i) => (first < 0 || at < waiting[first]!.at ? i : first), -1)
      if (next < 0 || waiting[next]!.at > now) return
      const [{ at, life }] = waiting.splice(next, 1) as [(typeof waiting)[number]]
      this.#at = at
      await goOn(life)
    }
  }
}
