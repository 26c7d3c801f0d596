import type { RecordRef, RegisterName } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import type { Links } from '../store/links'
import type { Tx } from '../store/types'

/** What a record gives to one that is started from it; the phone number in clear, for the store only. */
export interface OriginFacts {
  no: string; at: number; name: string; phone: string; company: string
  contactId: number | null; tenantId: number | null; tenantName: string; unitId: number | null; room: string; place: string; matter: string
}

export interface StartedRecord { register: RegisterName; id: number; no: string }
/** How a record ended that was started from another: it came back, was verified, or nothing came of it. */
export type Outcome = 'returned' | 'good' | 'bad' | 'refused' | 'void'

/** Where a record stands that was started from another: under way, or since when it has done what it was for; both not, nothing came of it. */
export interface Standing { no: string; open: boolean; goodAt: number | null }

export interface Origin {
  /** @throws UserError not-found; already-void where nothing may start from it any more */
  facts(tx: Pick<Tx, 'query'>, id: number): Promise<OriginFacts>
  /** Something was started from it: the record says so itself where it keeps a state (a call is settled by its repair). */
  started?(tx: Tx, id: number, to: StartedRecord): Promise<void>
  /** What was started from it came to an end (a complaint is handled by its repair). */
  finished?(tx: Tx, id: number, record: StartedRecord, outcome: Outcome): Promise<void>
  /** What had come to an end is under way again: its end was taken back, or the client agreed after all. */
  resumed?(tx: Tx, id: number, record: StartedRecord): Promise<void>
  /** Where the record itself stands, for what it was started from. */
  standing?(tx: Tx, id: number): Promise<Standing>
}

/**
 * What starts at the desk starts from an entry without typing anything twice, and the two are linked (16.R3). The
 * registers don't know one another: each says here what it gives.
 */
export class Origins {
  readonly #origins = new Map<string, Origin>()

  constructor(private readonly links: Links) {}

  provide(register: RegisterName, origin: Origin): void { this.#origins.set(register, origin) }

  /** @throws UserError not-found, already-void */
  facts(tx: Pick<Tx, 'query'>, from: RecordRef): Promise<OriginFacts> { return this.#of(from).facts(tx, from.id) }

  /**
   * Links the two and tells the origin; call it in the transaction that saves the new record. One that goes on with
   * another of its own kind (a repair that has to be done again) hands on what it was started from itself.
   */
  async started(tx: Tx, from: RecordRef & { no: string }, to: StartedRecord): Promise<void> {
    if (from.register === to.register) for (const origin of await originsOf(tx, from)) await this.links.create(tx, origin, to)
    await this.links.create(tx, from, to)
    await this.#of(from).started?.(tx, from.id, to)
  }

  /** Tells every record that `record` was started from how it ended; call it in the transaction that ends it. */
  async finished(tx: Tx, record: StartedRecord, outcome: Outcome): Promise<void> {
    for (const origin of await originsOf(tx, record)) await this.#origins.get(origin.register)?.finished?.(tx, origin.id, record, outcome)
  }

  /** Tells every record that `record` was started from that it is under way again. */
  async resumed(tx: Tx, record: StartedRecord): Promise<void> {
    for (const origin of await originsOf(tx, record)) await this.#origins.get(origin.register)?.resumed?.(tx, origin.id, record)
  }

  /** Where everything stands that was started from a record, oldest first; a register that keeps no such state is left out. */
  async standings(tx: Tx, of: RecordRef): Promise<Standing[]> {
    const found: Standing[] = []
    for (const { register, id } of await startedFrom(tx, of)) {
      const standing = await this.#origins.get(register)?.standing?.(tx, id)
      if (standing) found.push(standing)
    }
    return found
  }

  #of(from: RecordRef): Origin {
    const origin = this.#origins.get(from.register)
    if (!origin) throw new UserError('not-found')
    return origin
  }
}

const originsOf = (tx: Tx, of: RecordRef): Promise<StartedRecord[]> =>
  tx.query<StartedRecord>('SELECT from_register AS register, from_id AS id, from_no AS no FROM link WHERE to_register = ? AND to_id = ? ORDER BY id', [of.register, of.id])

const startedFrom = (tx: Tx, of: RecordRef): Promise<RecordRef[]> =>
  tx.query<RecordRef & Record<string, unknown>>('SELECT to_register AS register, to_id AS id FROM link WHERE from_register = ? AND from_id = ? ORDER BY id', [of.register, of.id])

/** Who speaks and of where, as a form gives it. */
export interface Speaker { name: string; phone: string; contactId: number | null; tenantId: number | null; unitId: number | null; place: string }

/**
 * What the form says goes first, what it leaves empty comes from the origin. The number goes with the name and the room
 * with the company: another name, or another company, doesn't get them.
 */
export function speakerFrom(typed: Speaker, facts: OriginFacts | null): Speaker {
  if (!facts) return typed
  const samePerson = (typed.name === '' || typed.name === facts.name) && (typed.contactId === null || typed.contactId === facts.contactId)
  const samePlace = typed.place === '' && typed.unitId === null && (typed.tenantId === null || typed.tenantId === facts.tenantId)
  return {
    name: typed.name || (samePerson ? facts.name : ''), phone: typed.phone || (samePerson ? facts.phone : ''), contactId: typed.contactId ?? (samePerson ? facts.contactId : null),
    tenantId: typed.tenantId ?? (typed.unitId === null ? facts.tenantId : null), unitId: samePlace ? facts.unitId : typed.unitId, place: samePlace ? facts.place : typed.place,
  }
}
