import { join } from 'node:path'
import { prepare } from './lib/launch.mjs'
import { runMain, say } from './lib/log.mjs'
import { ensurePackaged } from './lib/package.mjs'
import { cacheDir, root } from './lib/paths.mjs'

/** `npm run bench [-- --json] [start save list search suggest]`: figures on stdout, everything else on stderr. */
await runMain(async () => {
  const { electronPath, env, args, runtime, stop } = await prepare({ forTests: true })
  process.chdir(root)
  Object.assign(process.env, env)
  const { createServer, createServerModuleRunner } = await import('vite')
  const server = await createServer({
    configFile: false, root, logLevel: 'error', appType: 'custom', resolve: { alias: { '@shared': join(root, 'shared') } },
    server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true },
  })
  try {
    const { bench } = await createServerModuleRunner(server.environments.ssr).import(join(root, 'bench/main.ts'))
    return await bench({ exec: electronPath, args, env, packaged: () => ensurePackaged(runtime), cacheDir: join(cacheDir(), 'bench'), say }, process.argv.slice(2))
  } finally {
    await server.close()
    stop()
  }
})
