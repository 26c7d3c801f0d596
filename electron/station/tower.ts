import { createCalendar } from '../registers/calendar/calendar'
import { createCashier } from '../registers/cashier/cashier'
import { createComplaints } from '../registers/complaints/complaints'
import { createExitPermits } from '../registers/exit-permits/exit-permits'
import { furnish } from '../registers/furnish'
import { createHandover } from '../registers/handover/handover'
import type { Contract } from '../../shared/contract'
import type { Handlers } from '../registers/handlers'
import type { House, PagePrinter, SaveDialog } from '../registers/house'
import { createKeys } from '../registers/keys/keys'
import { createNotices } from '../registers/notices/notices'
import { createNumbers } from '../registers/numbers/numbers'
import { createOverview } from '../registers/overview/overview'
import { createPaidServices } from '../registers/paid-services/paid-services'
import { createPasses } from '../registers/passes/passes'
import { createPrinting } from '../registers/printing/printing'
import { createReception } from '../registers/reception/reception'
import { createRepairs } from '../registers/repairs/repairs'
import { createSystemParts } from '../registers/settings/settings'
import { createSigns } from '../registers/signs/signs'
import { createStaff } from '../registers/staff/staff'
import type { Sessions } from '../registers/staff/sessions'
import { createTenants } from '../registers/tenants/tenants'
import { auditState } from '../store/audit-head'
import { listBackups } from '../store/backup'
import { readKeyRecovery } from '../store/key-file'
import { checkKeyRecord } from '../store/key-record'
import { settleRestore } from '../store/restore'
import { SettingsStore } from '../store/settings'
import { Store } from '../store/store'
import { type Clock, systemScope } from '../store/types'
import { Vault } from '../store/vault'

export interface TowerPorts {
  clock: Clock
  dialog: SaveDialog
  pages: PagePrinter
  station: () => string
  printerRoles: () => string[]
}

type Parts = Exclude<keyof Contract, 'system'>

/** The open store with everything that works on it: what the registers share, and their handlers. */
export interface Tower {
  house: House
  system: ReturnType<typeof createSystemParts>['system']
  handlers: (page: number) => { [N in Parts]: Handlers<N> }
  close(): Promise<void>
}

/** @throws what opening the database throws (store/database.ts); KeyMissingError when the key is another database's. */
export async function openTower(dir: string, master: Buffer, sessions: Sessions, ports: TowerPorts): Promise<Tower> {
  const store = await Store.open({ dir, clock: ports.clock, vault: new Vault(master) })
  try {
    await checkKeyRecord(store, systemScope(ports.station()), master, readKeyRecovery(dir))
    await settleRestore(store, systemScope(ports.station()))
  } catch (error) {
    await store.close()
    throw error
  }
  const settings = new SettingsStore(store)
  await settings.load()
  const house = furnish(store, settings, ports)
  const parts = createSystemParts(house)
  const shared = {
    reception: createReception(house), notices: createNotices(house), tenants: createTenants(house), handover: createHandover(house), printing: createPrinting(house),
    repairs: createRepairs(house), paidServices: createPaidServices(house), complaints: createComplaints(house), cashier: createCashier(house), passes: createPasses(house), exitPermits: createExitPermits(house), keys: createKeys(house), signs: createSigns(house), calendar: createCalendar(house), numbers: createNumbers(house), overview: createOverview(house),
    drafts: parts.drafts, attachments: parts.attachments,
  }
  const staff = createStaff(house, sessions)
  return { house, system: parts.system, handlers: (page) => ({ ...shared, staff: staff(page) }), close: () => store.close() }
}

/** What the status page tells of the store; the audit chain is walked from where housekeeping verified it last. */
export async function storeStatus(house: House): Promise<{ dataDir: string; database: string; sizeBytes: number; lastBackupAt: number | null; auditLines: number; auditIntact: boolean }> {
  const audit = await auditState(house.store)
  // Not the file's own size: what was written last still lies in the journal beside it.
  const [size] = await house.store.read<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
  return {
    dataDir: house.store.dir, database: house.store.path, sizeBytes: size?.bytes ?? 0,
    lastBackupAt: listBackups(house.store.dir)[0]?.at ?? null, auditLines: audit.lines, auditIntact: audit.brokenAt === null,
  }
}
