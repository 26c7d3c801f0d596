import { ensureBuilt } from './build.mjs'
import { startDisplay } from './display.mjs'
import { checkNode, ensureInstalled } from './install.mjs'
import { say } from './log.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSystem, needsVirtualDisplay } from './system.mjs'

/**
 * Everything before a start, each step skipped where it has been done: dependencies, Electron, system libraries,
 * a display, the build.
 * @param {{forTests?: boolean, build?: boolean}} [options] `forTests` also wants what only tests need;
 *   `build: false` leaves the build to the caller
 * @returns {Promise<{electronPath: string, env: NodeJS.ProcessEnv, args: string[], runtime: import('./runtime.mjs').Runtime, stop: () => void}>}
 *   Spawn `electronPath` with `[...args, appDir, ...its own arguments]` and `env`; call `stop` afterwards.
 * @throws {import('./log.mjs').SetUpError} when the user has to do something first; nothing is left running
 */
export async function prepare({ forTests = false, build = true } = {}) {
  checkNode()
  await ensureInstalled()
  const runtime = await findRuntime()
  say(`Electron ${runtime.version} (${runtime.kind}): ${runtime.dist}`)
  await ensureSystem(runtime.exec, { forTests })
  if (build) await ensureBuilt()
  const args = []
  // Chromium refuses to start its outer sandbox as root; the page's own sandbox holds all the same.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist }
  delete env.ELECTRON_RUN_AS_NODE
  let stop = () => {}
  if (needsVirtualDisplay()) {
    const display = await startDisplay()
    Object.assign(env, display.env)
    stop = display.stop
    // No desktop, no D-Bus: Chromium would complain of each of its services. What is fatal is still said.
    args.push('--disable-gpu', '--log-level=3')
    say(`No display here: running on a virtual one, Xvfb ${display.env.DISPLAY}.`)
  }
  // For scripts that start Electron through another tool (Playwright) and so can't pass `args` themselves.
  env.QIANTAI_ELECTRON_ARGS = JSON.stringify(args)
  return { electronPath: runtime.exec, env, args, runtime, stop }
}
