import { checkNode, ensureInstalled } from './lib/install.mjs'
import { runMain, say } from './lib/log.mjs'
import { ensurePackaged } from './lib/package.mjs'
import { findRuntime } from './lib/runtime.mjs'

/** `npm run package`: the unpacked application in dist/; needs no display, since nothing is started. */
await runMain(async () => {
  checkNode()
  await ensureInstalled()
  const runtime = await findRuntime()
  say(`Electron ${runtime.version} (${runtime.kind}): ${runtime.dist}`)
  say(`Packaged: ${await ensurePackaged(runtime)}`)
  return 0
})
