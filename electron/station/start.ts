import { app, type BrowserWindow, dialog, type MessagePortMain, safeStorage } from 'electron'
import { join } from 'node:path'
import { UserError } from '../../shared/contract/errors'
import type { StationConfig } from '../../shared/contract/station'
import { rasteriser } from '../peripherals/printers/rasterise'
import { htmlToPdf, printHtml, slipToPdf, SystemPrinter } from '../peripherals/printers/system'
import type { PagePrinter } from '../registers/house'
import { servePage } from '../rpc/page'
import { filePermissionsOnly, type KeyProtector } from '../store/key-file'
import { systemClock } from '../store/types'
import { Counter } from './counter'
import type { DefectLog } from './defect-log'
import type { Options } from './options'

/** Electron's key store; on Linux without a keyring it only pretends, so the key file's permissions are said instead. */
function keyProtector(): KeyProtector {
  const real = safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  if (!real) return filePermissionsOnly
  return {
    available: () => true,
    protect: (key) => safeStorage.encryptString(key.toString('base64')),
    unprotect: (sealed) => Buffer.from(safeStorage.decryptString(sealed), 'base64'),
  }
}

/** A4 pages go to the system printer that station.json names for `documents`, else to the system's default. */
function pagePrinter(config: () => StationConfig, fontsFrom: string): PagePrinter {
  return {
    async print(html, size) {
      const documents = config().printers['documents']
      const result = await printHtml({ html, printerName: documents?.kind === 'system' ? documents.name : 'default', pageSize: size ?? 'A4', fontsFrom })
      if (result !== 'printed') throw new UserError(result === 'no-printer' ? 'unknown-printer' : 'page-not-printed')
    },
    pdf: (html) => htmlToPdf({ html, pageSize: 'A4', fontsFrom }),
    slipPdf: (document) => slipToPdf({ document, fontsFrom }),
  }
}

const FILTERS = { xlsx: { name: 'Excel', extensions: ['xlsx'] }, csv: { name: 'CSV', extensions: ['csv'] }, pdf: { name: 'PDF', extensions: ['pdf'] } }

/** Opens the counter behind the window; loaded after the page is painted, since ORM and database take their time. */
export async function startCounter(options: Options, window: BrowserWindow, log: DefectLog): Promise<{ serve: (port: MessagePortMain) => void; close: () => Promise<void> }> {
  const fontsFrom = join(__dirname, '../../renderer')
  const counter = new Counter({
    ...options, log, clock: systemClock, version: app.getVersion(), protector: keyProtector(),
    dialog: {
      saveAs: async (name, kind) => {
        const { filePath } = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('documents'), name), filters: [FILTERS[kind]] })
        return filePath || null
      },
    },
    pages: (config) => pagePrinter(config, fontsFrom),
    printing: { system: (role, config) => new SystemPrinter(role, config, fontsFrom), rasterise: rasteriser(fontsFrom) },
  })
  await counter.open()
  window.setKiosk(counter.config.kiosk)
  const serve = (port: MessagePortMain) => {
    // A page that loads anew (or crashed) has nobody signed in.
    counter.sessions.end(window.webContents.id)
    servePage(counter, window.webContents.id, { setKiosk: (on) => window.setKiosk(on) }, process.env['QIANTAI_CHECK_ANSWERS'] === '1').upgrade(port)
    port.start()
  }
  return { serve, close: () => counter.close() }
}
