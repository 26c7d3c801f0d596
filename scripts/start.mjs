import { spawn } from 'node:child_process'
import { prepare } from './lib/launch.mjs'
import { runMain } from './lib/log.mjs'
import { root } from './lib/paths.mjs'

/** `npm start [-- --demo | --data-dir=DIR]`: sets up what is missing, then runs the counter until it is closed. */
await runMain(async () => {
  const { electronPath, env, args, stop } = await prepare()
  const app = spawn(electronPath, [...args, root, ...process.argv.slice(2)], { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal))
  const code = await new Promise((resolve, reject) => app.on('error', reject).on('exit', (exit) => resolve(exit ?? 1)))
  stop()
  return code
})
