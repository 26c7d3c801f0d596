import { UserError } from '../../../shared/contract/errors'
import { caller } from '../caller'
import type { Handlers } from '../handlers'
import type { House } from '../house'
import { refuseUnread } from '../record-access'
import { searchAll } from './search'

export interface SystemParts {
  system: Pick<Handlers<'system'>, 'settings' | 'saveSettings' | 'search'>
  drafts: Handlers<'drafts'>
  attachments: Handlers<'attachments'>
}

/** The parts of `system` that need only the store, and drafts and attachments. */
export function createSystemParts(house: House): SystemParts {
  const { store, settings, drafts, attachments } = house
  return {
    system: {
      settings: async () => settings.current,
      saveSettings: (changes, { scope }) => settings.save(scope, changes),
      search: async ({ query, limit }, call) => searchAll(house, caller(call), query, limit),
    },
    drafts: {
      save: async ({ form, content }, call) => ({ at: await drafts.save(call.scope, caller(call).staffId, form, content) }),
      get: async ({ form }, call) => drafts.get(caller(call).staffId, form),
      discard: async ({ form }, call) => drafts.discard(call.scope, caller(call).staffId, form),
    },
    attachments: {
      put: async ({ kind, bytes }, { scope }) => ({ id: await store.write(scope, (tx) => attachments.put(tx, kind, bytes)) }),
      async get({ id }, call) {
        const { scope } = call
        const { mime, bytes, kind, register, recordId, createdById } = await attachments.get(id)
        // What belongs to no record yet is seen by whoever is writing it.
        if (register !== null) refuseUnread(caller(call), register)
        else if (createdById !== caller(call).staffId) throw new UserError('not-permitted')
        // A face is shown as a number is revealed: who looked is written down (P3).
        if (kind === 'photo' && register !== null) await store.write(scope, (tx) => tx.audit({ action: 'photo', register, recordId }))
        return { mime, bytes: new Uint8Array(bytes) }
      },
    },
  }
}
