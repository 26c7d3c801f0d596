import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'

export default defineConfig({
  resolve: { alias: { '@shared': resolve(__dirname, 'shared'), '@renderer': resolve(__dirname, 'renderer') } },
  test: {
    include: ['{electron,shared,renderer,scripts}/**/*.test.{ts,mts,mjs}'],
    testTimeout: 20_000,
    // serialport's native part aborts the process when it is loaded in a worker thread.
    pool: 'forks',
    // Each worker keeps its modules from one file to the next: reading them anew took more time than the tests.
    isolate: false,
  },
})
