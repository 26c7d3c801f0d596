import type { SlipDocument } from '../../shared/slip/document'
import type { Attachments } from '../store/attachments'
import type { Drafts } from '../store/drafts'
import type { Ledger } from '../store/ledger'
import type { Links } from '../store/links'
import type { Notices } from '../store/notices'
import type { PrintJobs } from '../store/print-jobs'
import type { SettingsStore } from '../store/settings'
import type { Steps } from '../store/steps'
import type { Store } from '../store/store'
import type { Approvals } from './approvals'
import type { Charges } from './charges'
import type { Deposits } from './deposits'
import type { Origins } from './origins'
import type { Receipts } from './receipts'
import type { Tellers } from './tellers'

/** Asks the user where to write a file; null when they cancel. */
export interface SaveDialog { saveAs(suggestedName: string, kind: 'xlsx' | 'csv' | 'pdf'): Promise<string | null> }

/** Prints a page on the system printer, A4 or of a size in millimetres, or makes a PDF of it. `html` is a whole document. */
export interface PagePrinter {
  print(html: string, size?: { width: number; height: number }): Promise<void>
  pdf(html: string): Promise<Buffer>
  /** A slip as a PDF of its paper's size, from the same rows as on paper and on screen. */
  slipPdf(slip: SlipDocument): Promise<Buffer>
}

/** What the registers share; passed in, so that they know neither one another nor Electron. */
export interface House {
  store: Store
  settings: SettingsStore
  notices: Notices
  links: Links
  jobs: PrintJobs
  attachments: Attachments
  drafts: Drafts
  steps: Steps
  ledger: Ledger
  origins: Origins
  charges: Charges
  receipts: Receipts
  deposits: Deposits
  approvals: Approvals
  tellers: Tellers
  dialog: SaveDialog
  pages: PagePrinter
  /** Printer roles set up on this station; a slip for a role that is missing goes to nobody. */
  printerRoles: () => string[]
  station: () => string
}
