import { ensureBuilt } from './lib/build.mjs'
import { prepare } from './lib/launch.mjs'
import { runMain, say, SetUpError } from './lib/log.mjs'
import { ensurePackaged } from './lib/package.mjs'
import { forwardSignals } from './lib/run.mjs'
import { e2e, lint, types, unit, whole } from './lib/stages.mjs'

/** Runs one stage and prints its count; one that breaks down fails as a whole, and the others still run. */
async function count(name, stage) {
  process.stdout.write(`\n── ${name}\n`)
  const result = await stage().catch((error) => {
    say(error instanceof SetUpError ? error.message : error.stack)
    return whole(1)
  })
  process.stdout.write(`${name}: ${result.passed} passed, ${result.failed} failed\n`)
  return result
}

/** `npm test`: sets up what is missing, runs every stage, and ends stdout with "N passed, N failed" of the whole run. */
await runMain(async () => {
  const stopped = forwardSignals()
  const total = { passed: 0, failed: 0 }
  const add = async (name, stage) => {
    if (stopped()) return
    const { passed, failed } = await count(name, stage)
    total.passed += passed
    total.failed += failed
  }
  let ready
  await add('Set-up', async () => {
    ready = await prepare({ forTests: true, build: false })
    return whole(0)
  })
  if (ready) {
    const { env, runtime, stop } = ready
    await add('Lint', lint)
    await add('Types', types)
    await add('Unit', () => unit(env))
    await add('Build', () => ensureBuilt().then(() => whole(0)))
    await add('Package', async () => {
      env.QIANTAI_PACKAGED = await ensurePackaged(runtime, { drivable: true })
      return whole(0)
    })
    await add('End to end', () => e2e(env))
    stop()
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  return stopped() ? process.exitCode : Math.min(total.failed, 1)
})
