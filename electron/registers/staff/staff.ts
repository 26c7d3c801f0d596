import { UserError } from '../../../shared/contract/errors'
import type { StaffMember } from '../../../shared/contract/staff'
import { caller } from '../caller'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { approverCheck } from './approver'
import { hashPin, refuseWeakPin } from './pin'
import { staffMember, type StaffRow } from './rows'
import { writeStaff } from './save-staff'
import type { Sessions } from './sessions'
import { SignIn } from './sign-in'

const LOOKUPS_A_MINUTE = 60

/** The handlers of one page: sign-in concerns the page it is asked from. */
export function createStaff(house: House, sessions: Sessions): (page: number) => Handlers<'staff'> {
  const { store } = house
  const desk = new SignIn(house, sessions)
  house.approvals.provide(approverCheck(desk.attempts))

  async function member(id: number): Promise<StaffMember> {
    const [row] = await store.read<StaffRow>('SELECT * FROM staff WHERE id = ?', [id])
    if (!row) throw new UserError('not-found')
    return staffMember(row, store.clock.now())
  }

  let lookups: number[] = []
  /** Anybody may ask before signing in, but not try number after number to list who works here. */
  function mayLookUp(): boolean {
    const now = store.clock.now()
    lookups = [...lookups.filter((at) => at > now - 60_000), now].slice(-LOOKUPS_A_MINUTE - 1)
    return lookups.length <= LOOKUPS_A_MINUTE
  }

  return (page) => ({
    async lookup({ staffNo }) {
      if (!mayLookUp()) return null
      const [row] = await store.read<Pick<StaffRow, 'name' | 'role'>>('SELECT name, role FROM staff WHERE staff_no = ? AND active = 1', [staffNo.trim()])
      return row ?? null
    },
    signIn: ({ staffNo, pin }) => desk.signIn(page, staffNo, pin),
    current: async () => sessions.session(page),
    signOut: () => desk.signOut(page),
    lock: async () => sessions.lock(page),
    unlock: ({ pin }) => desk.unlock(page, pin),

    async changePin({ pin, next }, call) {
      const { staffId } = caller(call)
      const row = await desk.attempts.check({ id: staffId }, pin)
      refuseWeakPin(next, row.staff_no, 'next')
      const pinHash = await hashPin(next)
      await store.write(call.scope, async (tx) => {
        await tx.query('UPDATE staff SET pin_hash = ? WHERE id = ?', [pinHash, staffId])
        await tx.audit({ action: 'pin.change', register: 'staff', recordId: staffId })
      })
    },

    async list() {
      const rows = await store.read<StaffRow>('SELECT * FROM staff ORDER BY active DESC, staff_no')
      return rows.map((row) => staffMember(row, store.clock.now()))
    },

    async save({ pin, ...input }, call) {
      if (pin !== null) refuseWeakPin(pin, input.staffNo, 'pin')
      const pinHash = pin === null ? null : await hashPin(pin)
      const id = await store.write(call.scope, (tx) => writeStaff(tx, { ...input, pinHash }))
      await desk.refresh(id)
      return member(id)
    },

    async unpause({ id }, call) {
      await store.write(call.scope, async (tx) => {
        const [row] = await tx.query('UPDATE staff SET failed_count = 0, paused_until = NULL WHERE id = ? RETURNING id', [id])
        if (!row) throw new UserError('not-found')
        await tx.audit({ action: 'sign-in.unpause', register: 'staff', recordId: id })
        tx.changed('staff', id)
      })
      return member(id)
    },
  })
}
