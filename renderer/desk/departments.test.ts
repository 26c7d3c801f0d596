import { expect, test } from 'vitest'
import { withClient } from '../testing'

test('16.F1 a visited department has its name of the page\'s language, a person theirs', async () => {
  const { hostNameOf } = await withClient({}, () => import('./departments'), { locales: { t: (key: string) => `in English: ${key}` } })
  expect(hostNameOf({ hostName: '工程部', hostDepartment: 'engineering' })).toBe('in English: common.department.engineering')
  expect(hostNameOf({ hostName: '何建国', hostDepartment: 'engineering' })).toBe('何建国')
  expect(hostNameOf({ hostName: '工程部', hostDepartment: null })).toBe('工程部')
})
