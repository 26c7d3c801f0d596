import type { House } from '../registers/house'
import { backUp, listBackups, pruneBackups } from '../store/backup'
import { sweepRetention } from '../store/retention'
import { systemScope } from '../store/types'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What the counter does by itself once an hour: a backup a day, old backups out, retention (P3), untied attachments. */
export function startHousekeeping(house: House, onDefect: (error: unknown) => void): () => void {
  const round = async () => {
    const now = house.store.clock.now()
    const last = listBackups(house.store.dir)[0]?.at ?? 0
    if (now - last > DAY) await backUp(house.store.dir, now, 'daily')
    pruneBackups(house.store.dir, now, house.settings.current.visitorRetentionDays)
    await sweepRetention(house, now)
    await house.store.write(systemScope(house.station()), (tx) => house.attachments.sweepUntied(tx, now - DAY))
  }
  const run = () => { round().catch(onDefect) }
  // Not at once: opening the counter comes first.
  const first = setTimeout(run, 60_000)
  const hourly = setInterval(run, HOUR)
  return () => {
    clearTimeout(first)
    clearInterval(hourly)
  }
}
