import type { complaints, SavedComplaint } from '../../../shared/contract/complaints'
import { UserError } from '../../../shared/contract/errors'
import { urgedStates } from '../../../shared/rules/complaint'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { saved } from './save'
import { tellUrged } from './slips'
import { loadComplaint } from './write'

/** 催办 (7.R2): counted, on the list and the printer of whoever has it. Nothing that is written meanwhile gets stale by it. @throws UserError already-void, wrong-state */
export function urgeComplaint(house: House, { id, print }: ParsedInput<typeof complaints.urge>, call: Call): Promise<SavedComplaint> {
  return house.store.write(call.scope, async (tx) => {
    const complaint = await loadComplaint(tx, id)
    const { no, state } = complaint
    if (!urgedStates.includes(state)) throw new UserError(state === 'void' ? 'already-void' : 'wrong-state', { no, state })
    const [before] = await tx.query<{ n: number }>(`SELECT count(*) AS n FROM step WHERE register = 'complaints' AND record_id = ? AND action = 'urge'`, [id])
    const reminders = before!.n + 1
    await house.steps.add(tx, { register: 'complaints', recordId: id, action: 'urge', from: state, to: state, person: complaint.person, note: String(reminders) })
    tx.changed('complaints', id)
    return saved({ complaint, jobs: await tellUrged(house, tx, complaint, reminders, print) })
  })
}
