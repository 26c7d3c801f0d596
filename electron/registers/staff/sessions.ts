import { EventEmitter } from 'node:events'
import { rolePermissions } from '../../../shared/contract/permissions'
import type { Session } from '../../../shared/contract/staff'
import type { SignedIn } from '../handlers'
import type { StaffRow } from './rows'

interface Entry { row: StaffRow; since: number; locked: boolean; shift: () => string }

interface SessionEvents {
  /** The session of a page began, ended, was locked, unlocked or changed. */
  changed: [page: number, session: Session | null]
}

/**
 * Who is signed in at which page (its webContents id). In memory only: whoever starts the program signs in. It knows
 * no store, since pages come before the store is open.
 */
export class Sessions extends EventEmitter<SessionEvents> {
  readonly #entries = new Map<number, Entry>()

  /** @param shift names the shift at the time it is asked. */
  begin(page: number, row: StaffRow, since: number, shift: () => string): Session {
    this.#entries.set(page, { row, since, locked: false, shift })
    return this.#tell(page)!
  }

  /** Whoever was signed in. */
  end(page: number): StaffRow | null {
    const row = this.#entries.get(page)?.row ?? null
    this.#entries.delete(page)
    if (row) this.#tell(page)
    return row
  }

  lock(page: number): void { this.#setLocked(page, true) }
  unlock(page: number): void { this.#setLocked(page, false) }

  locked(page: number): boolean { return this.#entries.get(page)?.locked ?? false }

  /** Who is signed in at the page, locked or not; null when nobody is. */
  signedIn(page: number): SignedIn | null {
    const entry = this.#entries.get(page)
    return entry ? { staffId: entry.row.id, name: entry.row.name, role: entry.row.role, department: entry.row.department } : null
  }

  session(page: number): Session | null {
    const entry = this.#entries.get(page)
    if (!entry) return null
    const { row, since, locked, shift } = entry
    return {
      staffId: row.id, staffNo: row.staff_no, name: row.name, role: row.role, department: row.department, permissions: [...rolePermissions[row.role]],
      locked, since, shift: shift(),
    }
  }

  /** The pages at which somebody is signed in. */
  pagesOf(staffId: number): number[] {
    return [...this.#entries].filter(([, entry]) => entry.row.id === staffId).map(([page]) => page)
  }

  /** What was changed about a member of staff holds at once. */
  update(row: StaffRow): void {
    for (const page of this.pagesOf(row.id)) {
      this.#entries.get(page)!.row = row
      this.#tell(page)
    }
  }

  #setLocked(page: number, locked: boolean): void {
    const entry = this.#entries.get(page)
    if (!entry || entry.locked === locked) return
    entry.locked = locked
    this.#tell(page)
  }

  #tell(page: number): Session | null {
    const session = this.session(page)
    this.emit('changed', page, session)
    return session
  }
}
