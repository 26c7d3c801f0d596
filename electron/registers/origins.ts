import type { RecordRef, RegisterName } from '../../shared/contract/base'
import { UserError } from '../../shared/contract/errors'
import type { Links } from '../store/links'
import type { Tx } from '../store/types'

/** What a record gives to one that is started from it; the phone number in clear, for the store only. */
export interface OriginFacts {
  no: string; at: number; name: string; phone: string; company: string
  contactId: number | null; tenantId: number | null; tenantName: string; unitId: number | null; room: string; place: string; matter: string
}

export interface Origin {
  facts(tx: Pick<Tx, 'query'>, id: number): Promise<OriginFacts>
  /** Something was started from it: the record says so itself where it keeps a state (a call is settled by its repair). */
  started?(tx: Tx, id: number, to: { register: RegisterName; id: number; no: string }): Promise<void>
}

/**
 * What starts at the desk starts from an entry without typing anything twice, and the two are linked (16.R3). The
 * registers don't know one another: each says here what it gives.
 */
export class Origins {
  readonly #origins = new Map<string, Origin>()

  constructor(private readonly links: Links) {}

  provide(register: RegisterName, origin: Origin): void { this.#origins.set(register, origin) }

  /** @throws UserError not-found */
  facts(tx: Pick<Tx, 'query'>, from: RecordRef): Promise<OriginFacts> { return this.#of(from).facts(tx, from.id) }

  /** Links the two and tells the origin; call it in the transaction that saves the new record. */
  async started(tx: Tx, from: RecordRef & { no: string }, to: { register: RegisterName; id: number; no: string }): Promise<void> {
    await this.links.create(tx, from, to)
    await this.#of(from).started?.(tx, from.id, to)
  }

  #of(from: RecordRef): Origin {
    const origin = this.#origins.get(from.register)
    if (!origin) throw new UserError('not-found')
    return origin
  }
}
