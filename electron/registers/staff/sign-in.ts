import { UserError } from '../../../shared/contract/errors'
import type { Session } from '../../../shared/contract/staff'
import { shiftAt } from '../../../shared/rules/shift'
import type { Scope } from '../../store/types'
import type { House } from '../house'
import { Attempts } from './attempts'
import type { StaffRow } from './rows'
import type { Sessions } from './sessions'

/** Signing in and out with its traces in the store. */
export class SignIn {
  readonly attempts: Attempts

  constructor(private readonly house: House, private readonly sessions: Sessions) {
    this.attempts = new Attempts(house.store, house.station)
  }

  /** Signs in, and whoever else was signed in at the page out. @throws UserError unknown-staff, wrong-pin, sign-in-paused */
  async signIn(page: number, staffNo: string, pin: string): Promise<Session> {
    const row = await this.attempts.check({ staffNo }, pin)
    const before = this.sessions.signedIn(page)
    // The page hears of the new one only, never of nobody in between, which would take its desk away.
    if (before && before.staffId !== row.id) await this.#noteSignOut({ id: before.staffId, name: before.name })
    const since = await this.house.store.write(this.#scope(row), async (tx) => {
      await tx.query('UPDATE staff SET last_sign_in_at = ? WHERE id = ?', [tx.now, row.id])
      await tx.audit({ action: 'sign-in', register: 'staff', recordId: row.id })
      return tx.now
    })
    return this.sessions.begin(page, row, since, () => this.#shift())
  }

  async signOut(page: number): Promise<void> {
    const row = this.sessions.end(page)
    if (row) await this.#noteSignOut(row)
  }

  /** Only by whoever locked it; another person signs in instead. @throws UserError not-signed-in, wrong-pin, sign-in-paused */
  async unlock(page: number, pin: string): Promise<Session> {
    const before = this.sessions.signedIn(page)
    if (!before) throw new UserError('not-signed-in')
    const row = await this.attempts.check({ id: before.staffId }, pin)
    await this.house.store.write(this.#scope(row), (tx) => tx.audit({ action: 'unlock', register: 'staff', recordId: row.id }))
    // The page may have been signed out or over to somebody else while the PIN was being checked.
    if (this.sessions.signedIn(page)?.staffId !== row.id) throw new UserError('not-signed-in')
    this.sessions.unlock(page)
    return this.sessions.session(page)!
  }

  /** What was changed about a member of staff holds at once; one who was deactivated is signed out. */
  async refresh(staffId: number): Promise<void> {
    const [row] = await this.house.store.read<StaffRow>('SELECT * FROM staff WHERE id = ?', [staffId])
    if (row?.active === 1) this.sessions.update(row)
    else for (const page of this.sessions.pagesOf(staffId)) await this.signOut(page)
  }

  #noteSignOut(who: Pick<StaffRow, 'id' | 'name'>): Promise<void> {
    return this.house.store.write(this.#scope(who), (tx) => tx.audit({ action: 'sign-out', register: 'staff', recordId: who.id }))
  }

  #scope({ id, name }: Pick<StaffRow, 'id' | 'name'>): Scope { return { actor: { id, name }, station: this.house.station() } }

  #shift(): string { return shiftAt(this.house.settings.current.shifts, this.house.store.clock.now()).name }
}
