import { addDays, dayOf, dayStart } from '../../shared/rules/time'
import type { House } from '../registers/house'
import { keepAuditHead } from '../store/audit-head'
import { backUp, listBackups, pruneBackups } from '../store/backup'
import { sweepRetention } from '../store/retention'
import { systemScope } from '../store/types'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Told after each attempt at the daily backup. */
export type BackupTold = (worked: boolean) => void

/**
 * What the counter does by itself once an hour: a backup a day, old backups out, retention (P3), untied attachments,
 * the audit chain verified.
 * Each for itself: a full disk stops the backup, and what makes room must still be done.
 */
export async function keepHouse(house: House, onBackup: BackupTold, onDefect: (error: unknown) => void): Promise<void> {
  const now = house.store.clock.now()
  const step = async (work: () => unknown): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      onDefect(error)
      return false
    }
  }
  const isDue = now - (listBackups(house.store.dir)[0]?.at ?? 0) > DAY
  if (isDue) onBackup(await step(() => backUp(house.store.dir, now, 'daily')))
  await step(() => pruneBackups(house.store.dir, now, house.settings.current.visitorRetentionDays))
  await step(() => sweepRetention(house, now))
  const scope = systemScope(house.station())
  // A list that is half written keeps its photos as long as the draft that names them is kept.
  await step(() => house.store.write(scope, (tx) => house.attachments.sweepUntied(tx, dayStart(addDays(dayOf(now), -house.settings.current.visitorRetentionDays)))))
  // The whole chain once a day, beside the backup; what is new every hour.
  await step(() => keepAuditHead(house.store, scope, isDue))
}

export function startHousekeeping(house: House, onBackup: BackupTold, onDefect: (error: unknown) => void): () => void {
  const run = () => { keepHouse(house, onBackup, onDefect).catch(onDefect) }
  // Not at once: opening the counter comes first.
  const first = setTimeout(run, 60_000)
  const hourly = setInterval(run, HOUR)
  return () => {
    clearTimeout(first)
    clearInterval(hourly)
  }
}
