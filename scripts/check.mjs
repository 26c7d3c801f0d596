// npm run check: what a change can break without a database, an app or a build, all at once: lint (floors too), types, and
// the tests of rules and pages. The rest of the tests is `npm run unit` and `npm test`.
import { spawn } from 'node:child_process'
import process from 'node:process'

const parts = [['lint', 'npm', 'run', '--silent', 'lint'], ['types', 'npm', 'run', '--silent', 'types'], ['rules and pages', 'npx', 'vitest', 'run', 'shared/', 'renderer/']]

/** Runs one part; its output is shown only when it fails. */
const run = ([name, command, ...args]) => new Promise((resolve) => {
  let output = ''
  const child = spawn(command, args, { shell: process.platform === 'win32' })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk })
  child.on('error', (error) => { output += error.message })
  child.on('close', (code) => {
    console.log(code === 0 ? `${name}: ok` : `${output}\n${name}: failed`)
    resolve(code === 0)
  })
})

const passed = await Promise.all(parts.map(run))
process.exitCode = passed.every(Boolean) ? 0 : 1
