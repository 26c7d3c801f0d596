import { type Settings, settings as settingsSchema } from '../../shared/contract/system'
import type { Store } from './store'
import type { Scope } from './types'

export const defaultSettings: Settings = {
  tower: '', company: '', serviceCentre: '客户服务中心',
  closingTime: '18:00',
  shifts: [{ name: '早班', from: '08:00', to: '16:00' }, { name: '中班', from: '16:00', to: '24:00' }, { name: '夜班', from: '00:00', to: '08:00' }],
  visitorRetentionDays: 30,
  noticeLimitMinutes: 30, answerLimitMinutes: 15,
  idleLockMinutes: 10,
  cardPrefix: 'T-', cardCount: 60,
  categoryDepartment: { repair: 'engineering', complaint: 'customer-service', enquiry: 'customer-service', appointment: 'security', message: 'customer-service' },
  purposeText: '来访管理',
  workOrderCopies: 2, onTimeGoalPercent: 95, complaintDueHours: [24, 24, 8], recordRetentionDays: 730, servicePhone: '8000',
  passExpiryDays: 14, exits: ['东门货运出口'], movingNoticeDays: 1,
}

/** The tower's settings, kept in the store so that every station of it has the same; loaded once, changed with history. */
export class SettingsStore {
  #current: Settings = defaultSettings
  constructor(private readonly store: Store) {}

  get current(): Settings { return this.#current }

  async load(): Promise<void> {
    const rows = await this.store.read<{ key: string; value: string }>(`SELECT key, value FROM setting WHERE key NOT LIKE '%.%'`)
    const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
    // Only what is stored is checked: a store that is being set up has no name yet.
    this.#current = { ...defaultSettings, ...settingsSchema.partial().parse(stored) }
  }

  async save(scope: Scope, changes: Partial<Settings>): Promise<Settings> {
    const next = settingsSchema.parse({ ...this.#current, ...changes })
    await this.store.write(scope, async (tx) => {
      for (const [key, value] of Object.entries(changes)) {
        const from = JSON.stringify(this.#current[key as keyof Settings])
        const to = JSON.stringify(value)
        if (from === to && this.#current !== defaultSettings) continue
        await tx.query(
          'INSERT INTO setting (key, value, updated_at, updated_by) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by',
          [key, to, tx.now, scope.actor.id],
        )
        await tx.audit({ action: 'settings.change', register: 'settings', recordId: null, detail: { key, from, to } })
      }
      tx.changed('settings', 1)
    })
    this.#current = next
    return next
  }
}
