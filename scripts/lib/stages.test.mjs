import { expect, test } from 'vitest'
import { countPlaywright, countVitest, whole } from './stages.mjs'

const file = (status, ...tests) => ({ status, assertionResults: tests.map((result) => ({ status: result })) })

test('unit tests are counted one by one', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')] }
  expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a test file that could not be loaded is a failure, not nothing', () => {
  const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed'), file('failed')] }
  expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 })
})

test('a run that failed outside its tests is a failure', () => {
  expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(whole(2)).toEqual({ passed: 0, failed: 1 })
})

test('an end-to-end test that passed only when tried again has passed; one that never did has failed', () => {
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{}] }, 1)).toEqual({ passed: 4, failed: 2 })
})
