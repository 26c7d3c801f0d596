import { UserError } from '../../../shared/contract/errors'
import type { Store } from '../../store/store'
import { systemScope } from '../../store/types'
import { pretendToVerify, verifyPin } from './pin'
import type { StaffRow } from './rows'

export const MAX_FAILURES = 5
export const PAUSE_MINUTES = 10
const MINUTE = 60_000

/**
 * Checks staff numbers and PINs. Failures are counted in the store, so that a restart gives no new attempts; the
 * fifth pauses the number.
 */
export class Attempts {
  // One after the other: attempts side by side would all pass the check of the count before any of them is counted.
  #queue: Promise<unknown> = Promise.resolve()

  constructor(private readonly store: Store, private readonly station: () => string) {}

  /**
   * The member of staff whose PIN this is.
   * @throws UserError unknown-staff · sign-in-paused {minutes} · wrong-pin {left}
   */
  check(who: { staffNo: string } | { id: number }, pin: string): Promise<StaffRow> {
    const run = this.#queue.then(() => this.#check(who, pin))
    this.#queue = run.catch(() => undefined)
    return run
  }

  async #check(who: { staffNo: string } | { id: number }, pin: string): Promise<StaffRow> {
    const [row] = 'id' in who
      ? await this.store.read<StaffRow>('SELECT * FROM staff WHERE id = ? AND active = 1', [who.id])
      : await this.store.read<StaffRow>('SELECT * FROM staff WHERE staff_no = ? AND active = 1', [who.staffNo])
    if (!row) {
      await pretendToVerify(pin)
      throw new UserError('unknown-staff', {}, 'staffNo')
    }
    const now = this.store.clock.now()
    if (row.paused_until !== null && row.paused_until > now) throw paused(row.paused_until - now)
    return (await verifyPin(pin, row.pin_hash)) ? this.#succeed(row) : this.#fail(row)
  }

  /** The slips before it no longer count: five in a row pause a number, not five in a week. */
  async #succeed(row: StaffRow): Promise<StaffRow> {
    if (row.failed_count === 0 && row.paused_until === null) return row
    await this.store.write(systemScope(this.station()), (tx) => tx.query('UPDATE staff SET failed_count = 0, paused_until = NULL WHERE id = ?', [row.id]))
    return { ...row, failed_count: 0, paused_until: null }
  }

  async #fail(row: StaffRow): Promise<never> {
    const failures = row.failed_count + 1
    const pause = failures >= MAX_FAILURES
    // Nobody knows yet who this is.
    await this.store.write(systemScope(this.station()), async (tx) => {
      await tx.query('UPDATE staff SET failed_count = ?, paused_until = ? WHERE id = ?', [pause ? 0 : failures, pause ? tx.now + PAUSE_MINUTES * MINUTE : null, row.id])
      await tx.audit({ action: pause ? 'sign-in.paused' : 'sign-in.failed', register: 'staff', recordId: row.id, detail: { failures } })
      if (pause) tx.changed('staff', row.id)
    })
    throw pause ? paused(PAUSE_MINUTES * MINUTE) : new UserError('wrong-pin', { left: MAX_FAILURES - failures }, 'pin')
  }
}

const paused = (ms: number): UserError => new UserError('sign-in-paused', { minutes: Math.ceil(ms / MINUTE) }, 'pin')
