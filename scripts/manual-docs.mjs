import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMain, say } from './lib/log.mjs'
import { manualPage, requirements } from './lib/manual.mjs'
import { root } from './lib/paths.mjs'

/** `npm run docs`: writes docs/manual.md from the titles of the tests. */
await runMain(async () => {
  const all = requirements(root)
  writeFileSync(join(root, 'docs/manual.md'), manualPage(all))
  for (const { id, tests } of all) say(`${id.padEnd(6)} ${tests.length === 0 ? 'no test' : tests.length}`)
  return 0
})
