import { prepare } from './lib/launch.mjs'
import { runMain } from './lib/log.mjs'
import { forwardSignals, runBin } from './lib/run.mjs'

/** `npm run e2e [-- Playwright's arguments]`: the end-to-end tests alone, on what is built from the sources as they are. */
await runMain(async () => {
  const { env, stop } = await prepare({ forTests: true })
  forwardSignals()
  const { code } = await runBin('@playwright/test/cli.js', ['test', ...process.argv.slice(2)], { env, stdout: 'inherit' })
  stop()
  return code
})
