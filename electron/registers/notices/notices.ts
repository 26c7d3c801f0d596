import type { Department } from '../../../shared/contract/base'
import { UserError } from '../../../shared/contract/errors'
import type { Notice } from '../../../shared/contract/notices'
import type { Role } from '../../../shared/contract/permissions'
import { caller } from '../caller'
import type { Call, Handlers } from '../handlers'
import type { House } from '../house'
import { queueReminderSlip } from './reminder'

/** The desk sees every department's notices; a department's own people see theirs. */
const desk: ReadonlySet<Role> = new Set(['receptionist', 'supervisor', 'administrator'])

function seen(call: Call, asked: Department | null): Department | null {
  const { role, department } = caller(call)
  return desk.has(role) ? asked : department
}

/** @throws UserError not-permitted for another department's notice */
async function ownNotice(house: House, id: number, call: Call): Promise<Notice> {
  const notice = await house.notices.get(id)
  const only = seen(call, null)
  if (only !== null && notice.department !== only) throw new UserError('not-permitted')
  return notice
}

/** Notices of all registers (16.R1): waiting, acknowledged, reminded of. */
export function createNotices(house: House): Handlers<'notices'> {
  return {
    open: ({ department }, call) => house.notices.open(seen(call, department)),
    recent: ({ department, limit }, call) => house.notices.recent(seen(call, department), limit),
    acknowledge: async ({ id, by }, call) => {
      await ownNotice(house, id, call)
      // The desk says who received it; a department's own screen answers for the one who is signed in.
      const who = desk.has(caller(call).role) && by !== '' ? by : caller(call).name
      await house.store.write(call.scope, (tx) => house.notices.acknowledge(tx, id, who))
      return house.notices.get(id)
    },
    remind: async ({ id }, call) => {
      await ownNotice(house, id, call)
      await house.store.write(call.scope, async (tx) => {
        const notice = await house.notices.remind(tx, id)
        await queueReminderSlip(tx, house, notice)
      })
      return house.notices.get(id)
    },
  }
}
