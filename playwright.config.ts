import { defineConfig } from '@playwright/test'

// Days begin for the tests when they do for the counter.
process.env['TZ'] = 'Asia/Shanghai'

// Run through `npm run e2e` or `npm test`, which find Electron, a display and the build.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One counter at a time: the tests measure nothing, but two cores carry one Electron well.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Once more on CI only; scripts/lib/stages.mjs says which needed it.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'line',
})
