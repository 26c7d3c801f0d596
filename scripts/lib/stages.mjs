import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from './log.mjs'
import { runBin } from './run.mjs'

/** @typedef {{passed: number, failed: number}} Count */

/** A stage that passes or fails as a whole. @returns {Count} */
export function whole(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * Counts a Vitest JSON report. A file that could not even be loaded has no tests and counts as one failure, and so
 * does a run that failed for a reason outside its tests.
 * @returns {Count}
 */
export function countVitest(report, code) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/**
 * Counts a Playwright JSON report. On CI a test may be tried once more (a shared machine can stall an Electron); one
 * that passed only then is counted as passed, and said so. @returns {Count}
 */
export function countPlaywright(report, code) {
  const failed = report.stats.unexpected + report.errors.length
  if (report.stats.flaky > 0) say(`${report.stats.flaky} end-to-end tests passed only when tried again; see above which.`)
  return { passed: report.stats.expected + report.stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/** Runs a tool that writes a JSON report, and counts it; without a report the stage as a whole has failed. */
async function reported(start, count) {
  const dir = mkdtempSync(join(tmpdir(), 'qiantai-test-'))
  try {
    const file = join(dir, 'report.json')
    const { code } = await start(file)
    return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8')), code) : whole(code || 1)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** @returns {Promise<Count>} */
export async function lint() {
  return whole((await runBin('eslint/bin/eslint.js', ['--max-warnings', '0', '.'], { stdout: 'inherit' })).code)
}

/** @returns {Promise<Count>} */
export async function types() {
  return whole((await runBin('vue-tsc/bin/vue-tsc.js', ['--noEmit', '-p', 'tsconfig.json'], { stdout: 'inherit' })).code)
}

/** Unit and integration tests. @returns {Promise<Count>} */
export function unit(env) {
  const start = (file) => runBin('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { env, stdout: 'inherit' })
  return reported(start, countVitest)
}

/** End-to-end tests on the real application. @returns {Promise<Count>} */
export function e2e(env) {
  const start = (file) => runBin('@playwright/test/cli.js', ['test', '--pass-with-no-tests', '--reporter=line,json'], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, stdout: 'inherit' })
  return reported(start, countPlaywright)
}
