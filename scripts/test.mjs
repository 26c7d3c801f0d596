import { ensureBuilt } from './lib/build.mjs'
import { prepare } from './lib/launch.mjs'
import { runMain, say, SetUpError } from './lib/log.mjs'
import { ensurePackaged } from './lib/package.mjs'
import { forwardSignals } from './lib/run.mjs'
import { e2e, lint, types, unit, whole } from './lib/stages.mjs'

/** A set-up step of the tests counts as one test: it fails with its reason told, and the stages after it go on. */
async function asTest(step) {
  try {
    await step()
    return whole(0)
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    say(error.message)
    return whole(1)
  }
}

/** `npm test`: sets up what is missing, runs every stage, and ends stdout with "N passed, N failed" of the whole run. */
await runMain(async () => {
  const { env, runtime, stop } = await prepare({ forTests: true, build: false })
  const stopped = forwardSignals()
  const stages = {
    Lint: lint,
    Types: types,
    Unit: () => unit(env),
    Build: () => asTest(ensureBuilt),
    Package: () => asTest(async () => (env.QIANTAI_PACKAGED = await ensurePackaged(runtime))),
    'End to end': () => e2e(env),
  }
  const total = { passed: 0, failed: 0 }
  for (const [name, stage] of Object.entries(stages)) {
    if (stopped()) break
    process.stdout.write(`\n── ${name}\n`)
    const { passed, failed } = await stage()
    process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`)
    total.passed += passed
    total.failed += failed
  }
  stop()
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  if (stopped()) return process.exitCode
  return total.failed > 0 ? 1 : 0
})
