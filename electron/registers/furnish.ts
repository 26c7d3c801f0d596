import { Attachments } from '../store/attachments'
import { Drafts } from '../store/drafts'
import { Ledger } from '../store/ledger'
import { Links } from '../store/links'
import { Notices } from '../store/notices'
import { PrintJobs } from '../store/print-jobs'
import type { SettingsStore } from '../store/settings'
import { Steps } from '../store/steps'
import type { Store } from '../store/store'
import { Approvals } from './approvals'
import { Charges } from './charges'
import { Deposits } from './deposits'
import type { House, PagePrinter, SaveDialog } from './house'
import { Origins } from './origins'
import { Receipts } from './receipts'
import { Tellers } from './tellers'

export interface Ports { dialog: SaveDialog; pages: PagePrinter; printerRoles: () => string[]; station: () => string }

/** The house of an open store: everything the registers share. */
export function furnish(store: Store, settings: SettingsStore, ports: Ports): House {
  const links = new Links(store)
  const jobs = new PrintJobs(store, ports.station())
  const ledger = new Ledger(store)
  const receipts = new Receipts({ store, settings, ledger, jobs, printerRoles: ports.printerRoles })
  const deposits = new Deposits(ledger, receipts)
  receipts.onAnyVoided((tx, receiptId) => deposits.voided(tx, receiptId))
  return {
    store, settings, links, jobs, ledger,
    notices: new Notices(store, () => settings.current.noticeLimitMinutes),
    attachments: new Attachments(store), drafts: new Drafts(store), steps: new Steps(store),
    origins: new Origins(links), charges: new Charges(), tellers: new Tellers(),
    receipts, deposits, approvals: new Approvals(),
    dialog: ports.dialog, pages: ports.pages, printerRoles: ports.printerRoles, station: ports.station,
  }
}
