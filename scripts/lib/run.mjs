import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const running = new Set()

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 'stderr' | 'capture', shell?: boolean}} [options]
 *   `stderr` (the default) sends the command's stdout to ours on stderr; `capture` returns it.
 * @returns {Promise<{code: number, stdout: string}>} code 127 when the command does not exist; 128+n after signal n.
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, stdout = 'stderr', shell = false } = options
  const out = { inherit: 'inherit', stderr: 2, capture: 'pipe' }[stdout]
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', out, stdout === 'capture' ? 'ignore' : 'inherit'] })
    running.add(child)
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (text += chunk))
    child.on('error', (error) => {
      running.delete(child)
      if (error.code === 'ENOENT') resolve({ code: 127, stdout: '' })
      else reject(error)
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? 128 + constants.signals[signal], stdout: text })
    })
  })
}

/** Runs a Node script of node_modules with this Node, e.g. `runBin('vitest/vitest.mjs', ['run'])`. */
export function runBin(script, args, options) {
  return run(process.execPath, [`${root}/node_modules/${script}`, ...args], options)
}

/** Runs npm: the one that started us, else the one on the PATH. */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** The shell that npm puts between itself and us may take its SIGTERM and pass none on; so its end is ours, too. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to whatever is running, then lets the script end by itself.
 * @returns {() => boolean} whether a signal has come, so that a script with stages stops after the current one
 */
export function forwardSignals() {
  let stopped = false
  endWithNpm()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = true
      process.exitCode = 128 + constants.signals[signal]
      for (const child of running) child.kill(signal)
    })
  }
  return () => stopped
}
