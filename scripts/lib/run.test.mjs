import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let dir
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'qiantai-run-'))))
afterEach(() => rmSync(dir, { recursive: true }))

test.skipIf(process.platform === 'win32')('what npm started ends with it, though the shell between them passes no signal on', async () => {
  const ended = join(dir, 'ended')
  writeFileSync(join(dir, 'script.mjs'), `
    import { writeFileSync } from 'node:fs'
    import { forwardSignals, run } from ${JSON.stringify(fileURLToPath(new URL('run.mjs', import.meta.url)))}
    forwardSignals()
    const ending = run('sleep', ['60'])
    console.log('running')
    writeFileSync(${JSON.stringify(ended)}, String((await ending).code))
  `)
  const shell = spawn('sh', ['-c', `'${process.execPath}' '${join(dir, 'script.mjs')}'; true`], {
    env: { ...process.env, npm_lifecycle_event: 'start' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((running) => shell.stdout.once('data', running))
  shell.kill('SIGTERM')
  await expect.poll(() => readFileSync(ended, { encoding: 'utf8', flag: 'a+' }), { timeout: 10_000 }).toBe('143')
})
