import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Permission } from '../../shared/contract/permissions'
import { openTestHouse, TEST_PIN, type TestHouse } from './testing'

let t: TestHouse
beforeEach(async () => { t = await openTestHouse() })
afterEach(() => t.close())

const approve = (approval: { staffNo: string; pin: string } | null, permission: Permission = 'passes.check', as: Parameters<typeof t.call>[0] = 'receptionist') => t.house.approvals.approve(approval, t.call(as), permission)

test('12.R11 who may do it themselves is not asked for anybody', async () => {
  expect(await approve(null, 'passes.check', 'supervisor')).toEqual({ id: 2, name: '韩雪', role: 'supervisor' })
})

test('12.R11 who may not is agreed to by somebody who may, by staff number and PIN', async () => {
  await expect(approve(null)).rejects.toMatchObject({ code: 'approval-needed', field: 'approval' })
  expect(await approve({ staffNo: '102', pin: TEST_PIN })).toEqual({ id: 2, name: '韩雪', role: 'supervisor' })
})

test('12.R11 a colleague of the same authority can\'t agree, nor somebody of another department', async () => {
  await expect(approve({ staffNo: '101', pin: TEST_PIN })).rejects.toMatchObject({ code: 'not-permitted', field: 'approval' })
  await expect(approve({ staffNo: '105', pin: TEST_PIN })).rejects.toMatchObject({ code: 'not-permitted' })
  await expect(approve({ staffNo: '102', pin: TEST_PIN }, 'staff.write')).rejects.toMatchObject({ code: 'not-permitted' })
})

test('12.R11 a wrong PIN is counted like an attempt to sign in, and the fifth pauses the number; nobody of that number is there', async () => {
  await expect(approve({ staffNo: '999', pin: TEST_PIN })).rejects.toMatchObject({ code: 'unknown-staff' })
  for (const left of [4, 3, 2, 1]) await expect(approve({ staffNo: '102', pin: '000000' })).rejects.toMatchObject({ code: 'wrong-pin', params: { left } })
  for (const pin of ['000000', TEST_PIN]) await expect(approve({ staffNo: '102', pin })).rejects.toMatchObject({ code: 'sign-in-paused' })
  t.clock.advance(10 * 60_000)
  expect((await approve({ staffNo: '102', pin: TEST_PIN })).name).toBe('韩雪')
})

test('12.R11 the right PIN ends the count of the wrong ones: one slip a day pauses nobody', async () => {
  for (let day = 0; day < 6; day++) {
    await expect(approve({ staffNo: '102', pin: '000000' })).rejects.toMatchObject({ code: 'wrong-pin', params: { left: 4 } })
    expect((await approve({ staffNo: '102', pin: TEST_PIN })).name).toBe('韩雪')
    t.clock.advance(86_400_000)
  }
})

test('nobody signed in is agreed to by nobody', async () => {
  await expect(t.house.approvals.approve({ staffNo: '102', pin: TEST_PIN }, { ...t.call(), signedIn: null }, 'passes.check')).rejects.toMatchObject({ code: 'not-signed-in' })
})
