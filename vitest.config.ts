import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'

export default defineConfig({
  resolve: { alias: { '@shared': resolve(__dirname, 'shared'), '@renderer': resolve(__dirname, 'renderer') } },
  test: {
    include: ['{electron,shared,renderer,scripts}/**/*.test.{ts,mts,mjs}'],
    testTimeout: 20_000,
    pool: 'threads',
  },
})
