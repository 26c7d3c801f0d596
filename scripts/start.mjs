import { prepare } from './lib/launch.mjs'
import { runMain } from './lib/log.mjs'
import { root } from './lib/paths.mjs'
import { forwardSignals, run } from './lib/run.mjs'

/** `npm start [-- --demo | --data-dir=DIR]`: sets up what is missing, then runs the counter until it is closed. */
await runMain(async () => {
  const stopped = forwardSignals()
  const { electronPath, env, args, stop } = await prepare()
  try {
    if (stopped()) return process.exitCode
    return (await run(electronPath, [...args, root, ...process.argv.slice(2)], { env, stdout: 'inherit' })).code
  } finally {
    stop()
  }
})
