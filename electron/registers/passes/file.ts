import type { passes } from '../../../shared/contract/passes'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { loadApplication, updateApplication } from './write'

/** 归入一户一档 (12.R7, 12.C7): the papers of applications whose passes are all handed out. `why`: `filed`, `void` or `ready`. */
export function fileApplications(house: House, { applicationIds }: ParsedInput<typeof passes.file>, call: Call): Promise<Answer<typeof passes.file>> {
  return house.store.write(call.scope, async (tx) => {
    const result: Answer<typeof passes.file> = { filed: 0, left: [] }
    for (const id of new Set(applicationIds)) {
      const application = await loadApplication(tx, id)
      const [ready] = await tx.query(`SELECT 1 FROM pass WHERE application_id = ? AND state = 'ready' LIMIT 1`, [id])
      const why = application.state === 'void' ? 'void' : application.filed_at !== null ? 'filed' : ready ? 'ready' : null
      if (why !== null) {
        result.left.push({ id, no: application.no, why })
        continue
      }
      await updateApplication(tx, application, { filed_at: tx.now, filed_by: tx.scope.actor.name })
      await tx.audit({ action: 'file', register: 'passes', recordId: id, detail: { no: application.no } })
      result.filed++
    }
    return result
  })
}
