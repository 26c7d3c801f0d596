import type { ElectronApplication, Page } from 'playwright'
import { build, type Rolldown } from 'vite'

/** Loads the page anew with its port in our hands: `window.benchClient` is then the typed client, as the page has it. */
export async function takePort(app: ElectronApplication, page: Page): Promise<void> {
  const built = (await build({
    configFile: false, logLevel: 'error',
    build: { write: false, target: 'chrome130', lib: { entry: 'bench/page-client.ts', formats: ['iife'], name: 'bench' } },
  })) as Rolldown.RolldownOutput[]
  await app.context().addInitScript({ content: built[0]!.output[0].code })
  await page.reload()
  await page.waitForFunction(() => 'benchClient' in window)
}
