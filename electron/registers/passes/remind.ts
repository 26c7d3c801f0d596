import { UserError } from '../../../shared/contract/errors'
import type { passes } from '../../../shared/contract/passes'
import { passReminderSlip } from '../../../shared/slip/pass-slip'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { queueSlip } from '../queue-slip'
import type { PassRecord } from './rows'
import { footer, sender } from './slips'
import { loadPass } from './write'

/** 到期提醒: counted on each pass, and a slip for each company. Nothing that is written meanwhile gets stale by it. @throws UserError wrong-state of one that is not with its holder */
export function remind(house: House, input: ParsedInput<typeof passes.remind>, call: Call): Promise<Answer<typeof passes.remind>> {
  return house.store.write(call.scope, async (tx) => {
    const companies = new Map<string, PassRecord[]>()
    for (const id of new Set(input.ids)) {
      const pass = await loadPass(tx, id)
      if (pass.state !== 'issued') throw new UserError(pass.state === 'void' ? 'already-void' : 'wrong-state', { no: pass.no, state: pass.state })
      const reminders = pass.reminders + 1
      await tx.query('UPDATE pass SET reminders = ?, last_reminded_at = ? WHERE id = ?', [reminders, tx.now, id])
      await house.steps.add(tx, { register: 'passes', recordId: id, action: 'remind', from: pass.state, to: pass.state, note: String(reminders) })
      tx.changed('passes', id)
      companies.set(pass.company, [...(companies.get(pass.company) ?? []), { ...pass, reminders }])
    }
    const printJobIds: number[] = []
    for (const [company, of] of input.print ? companies : []) {
      const slip = passReminderSlip({
        ...sender(house), ...footer(tx), no: of[0]!.no, at: tx.now, company, room: of[0]!.room,
        passes: of.map(({ no, kind, holder, valid_until, reminders }) => ({ no, kind, holder, validUntil: valid_until, reminders })),
      })
      printJobIds.push(...(await queueSlip(tx, house, 'receipt', { register: 'passes', id: of[0]!.id, no: of[0]!.no }, slip)))
    }
    return { reminded: new Set(input.ids).size, printJobIds }
  })
}
