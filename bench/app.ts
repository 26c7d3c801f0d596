import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Ready } from './ready'

/** The real application on a data directory, slips going to a preview; closed when the work is done. */
export async function withApp<T>(ready: Ready, dataDir: string, work: (app: ElectronApplication, page: Page) => Promise<T>): Promise<T> {
  writeFileSync(join(dataDir, 'station.json'), JSON.stringify({ station: 'A1', printers: { receipt: { kind: 'escpos', address: 'preview' } } }))
  const app = await _electron.launch({ executablePath: ready.exec, args: [...ready.args, '.', `--data-dir=${dataDir}`], chromiumSandbox: true, env: ready.env })
  try {
    const page = await app.firstWindow()
    return await work(app, page)
  } finally {
    await app.close()
  }
}
