import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Handlers } from '../handlers'
import { openTestHouse, type TestHouse } from '../testing'
import { createFirstAdministrator } from './first-administrator'
import { hashPin, isWeakPin, verifyPin } from './pin'
import { Sessions } from './sessions'
import { createStaff } from './staff'

let t: TestHouse
let sessions: Sessions
let staff: Handlers<'staff'>
const MINUTE = 60_000

beforeEach(async () => {
  t = await openTestHouse()
  sessions = new Sessions()
  staff = createStaff(t.house, sessions)(1)
  await t.house.store.write(t.call('administrator').scope, async (tx) => tx.query('UPDATE staff SET pin_hash = ?', [await hashPin('246810')]))
})
afterEach(() => t.close())

const signIn = (staffNo: string, pin: string) => staff.signIn({ staffNo, pin }, { scope: t.call().scope, signedIn: null })
const actions = async () => (await t.house.store.read<{ action: string }>(`SELECT action FROM audit WHERE register = 'staff' ORDER BY id`)).map((row) => row.action)

describe('P3 the PIN', () => {
  test('P3 is kept as a slow hash with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPin('135792'), hashPin('135792')])
    expect(one).not.toBe(other)
    expect(one).not.toContain('135792')
    expect(one.startsWith('scrypt$32768$')).toBe(true)
    expect(await verifyPin('135792', one)).toBe(true)
    expect(await verifyPin('135793', one)).toBe(false)
    expect(await verifyPin('135792', '')).toBe(false)
  })

  test.each(['000000', '999999', '123456', '654321', '012345', '987654', '121212', '123123', '000217'])('P3 %s is refused as weak', (pin) => {
    expect(isWeakPin(pin, '0217')).toBe(true)
  })

  test.each(['246810', '135792', '380174', '100000'])('P3 %s is taken', (pin) => {
    expect(isWeakPin(pin, '0217')).toBe(false)
  })
})

describe('16.R5 signing in', () => {
  test('16.R5 by staff number and PIN, with the shift of the clock, and it leaves its trace', async () => {
    expect(await staff.lookup({ staffNo: ' 101 ' }, t.call())).toEqual({ name: '周晓岚', role: 'receptionist' })
    for (let i = 0; i < 60; i++) await staff.lookup({ staffNo: String(i) }, t.call())
    expect(await staff.lookup({ staffNo: '101' }, t.call())).toBeNull()
    t.clock.advance(60_001)
    expect(await staff.lookup({ staffNo: '101' }, t.call())).toMatchObject({ name: '周晓岚' })
    const session = await signIn('101', '246810')
    expect(session).toMatchObject({ staffNo: '101', name: '周晓岚', role: 'receptionist', locked: false, shift: '早班' })
    expect(session.permissions).toContain('reception.write')
    expect(session.permissions).not.toContain('staff.write')
    t.clock.set(new Date(2026, 2, 12, 16, 2).getTime())
    expect((await staff.current(undefined, t.call()))?.shift).toBe('中班')
    await staff.signOut(undefined, t.call())
    expect(await staff.current(undefined, t.call())).toBeNull()
    expect(await actions()).toEqual(['sign-in', 'sign-out'])
  })

  test('the session belongs to its page', async () => {
    await signIn('101', '246810')
    expect(sessions.signedIn(2)).toBeNull()
    await createStaff(t.house, sessions)(2).signIn({ staffNo: '102', pin: '246810' }, t.call())
    expect(sessions.signedIn(1)?.name).toBe('周晓岚')
    expect(sessions.signedIn(2)?.name).toBe('韩雪')
  })

  test('switching user signs the other one out', async () => {
    await signIn('101', '246810')
    await signIn('102', '246810')
    expect(sessions.signedIn(1)?.name).toBe('韩雪')
    expect(await actions()).toEqual(['sign-in', 'sign-out', 'sign-in'])
  })

  test('an unknown or deactivated number is refused', async () => {
    await expect(signIn('9999', '246810')).rejects.toMatchObject({ code: 'unknown-staff', field: 'staffNo' })
    await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE staff SET active = 0 WHERE staff_no = '101'`))
    await expect(signIn('101', '246810')).rejects.toMatchObject({ code: 'unknown-staff' })
    expect(await staff.lookup({ staffNo: '101' }, t.call())).toBeNull()
  })

  test('the fifth failure pauses the number for ten minutes, also for the right PIN and after a restart', async () => {
    for (const left of [4, 3, 2, 1]) await expect(signIn('101', '111112')).rejects.toMatchObject({ code: 'wrong-pin', params: { left } })
    await expect(signIn('101', '111112')).rejects.toMatchObject({ code: 'sign-in-paused', params: { minutes: 10 } })
    t.clock.advance(9 * MINUTE + 1)
    const restarted = createStaff(t.house, new Sessions())(1)
    await expect(restarted.signIn({ staffNo: '101', pin: '246810' }, t.call())).rejects.toMatchObject({ code: 'sign-in-paused', params: { minutes: 1 } })
    await signIn('102', '246810')
    t.clock.advance(MINUTE)
    expect((await signIn('101', '246810')).name).toBe('周晓岚')
    expect(await actions()).toEqual(['sign-in.failed', 'sign-in.failed', 'sign-in.failed', 'sign-in.failed', 'sign-in.paused', 'sign-in', 'sign-out', 'sign-in'])
  })

  test('ten attempts at once count as ten', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => signIn('101', `11111${i}`)))
    const codes = outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.code)
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(4)
    expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(6)
  })

  test('a successful sign-in forgets the failures before it', async () => {
    for (let i = 0; i < 4; i++) await expect(signIn('101', '000001')).rejects.toMatchObject({ code: 'wrong-pin' })
    await signIn('101', '246810')
    await expect(signIn('101', '000001')).rejects.toMatchObject({ code: 'wrong-pin', params: { left: 4 } })
  })

  test('an administrator ends a pause', async () => {
    for (let i = 0; i < 5; i++) await signIn('101', '000001').catch(() => undefined)
    expect((await staff.list(undefined, t.call('administrator')))[0]).toMatchObject({ staffNo: '101', pausedUntil: t.clock.now() + 10 * MINUTE })
    expect((await staff.unpause({ id: 1 }, t.call('administrator'))).pausedUntil).toBeNull()
    expect((await signIn('101', '246810')).name).toBe('周晓岚')
  })
})

describe('locking', () => {
  test('a locked page keeps its user and opens to their PIN only', async () => {
    await signIn('101', '246810')
    const told: (boolean | undefined)[] = []
    sessions.on('changed', (_page, session) => told.push(session?.locked))
    await staff.lock(undefined, t.call())
    expect(sessions.locked(1)).toBe(true)
    await expect(staff.unlock({ pin: '135792' }, t.call())).rejects.toMatchObject({ code: 'wrong-pin' })
    expect(sessions.locked(1)).toBe(true)
    expect(await staff.unlock({ pin: '246810' }, t.call())).toMatchObject({ name: '周晓岚', locked: false })
    expect(told).toEqual([true, false])
  })

  test('nobody unlocks a page where nobody is signed in', async () => {
    await expect(staff.unlock({ pin: '246810' }, t.call())).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('keeping the staff', () => {
  const wang = { id: null, staffNo: '0218', name: '吴思敏', role: 'receptionist' as const, department: 'customer-service' as const, active: true, pin: '380174' }

  test('a new member signs in with the PIN that was given', async () => {
    const saved = await staff.save(wang, t.call('administrator'))
    expect(saved).toMatchObject({ staffNo: '0218', active: true, lastSignInAt: null })
    expect((await signIn('0218', '380174')).name).toBe('吴思敏')
    const lines = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'staff' AND action = 'create'`)
    expect(lines[0]!.detail).not.toContain('380174')
  })

  test('a number stands for one person, and the first PIN can be neither left out nor weak', async () => {
    await expect(staff.save({ ...wang, staffNo: '101' }, t.call('administrator'))).rejects.toMatchObject({ code: 'duplicate-staff-no', field: 'staffNo' })
    await expect(staff.save({ ...wang, pin: null }, t.call('administrator'))).rejects.toMatchObject({ code: 'invalid-input', field: 'pin' })
    await expect(staff.save({ ...wang, pin: '888888' }, t.call('administrator'))).rejects.toMatchObject({ code: 'weak-pin', field: 'pin' })
    await expect(staff.save({ ...wang, id: 999 }, t.call('administrator'))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a changed role holds at once where they are signed in; a deactivated one is signed out', async () => {
    await signIn('101', '246810')
    const before = { id: 1, staffNo: '101', name: '周晓岚', department: 'customer-service' as const, pin: null }
    await staff.save({ ...before, role: 'supervisor', active: true }, t.call('administrator'))
    expect(sessions.signedIn(1)?.role).toBe('supervisor')
    await staff.save({ ...before, role: 'supervisor', active: false }, t.call('administrator'))
    expect(sessions.signedIn(1)).toBeNull()
  })

  test('the last administrator is neither deactivated nor given another role', async () => {
    const admin = { id: 6, staffNo: '106', name: '林涛', department: 'customer-service' as const, pin: null }
    await expect(staff.save({ ...admin, role: 'administrator', active: false }, t.call('administrator'))).rejects.toMatchObject({ code: 'last-administrator' })
    await expect(staff.save({ ...admin, role: 'supervisor', active: true }, t.call('administrator'))).rejects.toMatchObject({ code: 'last-administrator' })
    await staff.save({ ...wang, role: 'administrator' }, t.call('administrator'))
    expect((await staff.save({ ...admin, role: 'supervisor', active: true }, t.call('administrator'))).role).toBe('supervisor')
  })

  test('what changed is written with old and new', async () => {
    await staff.save({ id: 1, staffNo: '101', name: '周晓兰', role: 'receptionist', department: 'customer-service', active: true, pin: '380174' }, t.call('administrator'))
    const [line] = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE register = 'staff' ORDER BY id DESC LIMIT 1`)
    expect(JSON.parse(line!.detail)).toEqual({ changes: [{ field: 'name', from: '周晓岚', to: '周晓兰' }], pinReset: true })
  })

  test('one changes the own PIN by the old one', async () => {
    await expect(staff.changePin({ pin: '000001', next: '380174' }, t.call())).rejects.toMatchObject({ code: 'wrong-pin' })
    await expect(staff.changePin({ pin: '246810', next: '111111' }, t.call())).rejects.toMatchObject({ code: 'weak-pin', field: 'next' })
    await staff.changePin({ pin: '246810', next: '380174' }, t.call())
    expect((await signIn('101', '380174')).name).toBe('周晓岚')
    await expect(signIn('101', '246810')).rejects.toMatchObject({ code: 'wrong-pin' })
  })
})

describe('set-up', () => {
  test('makes the first administrator once', async () => {
    await t.house.store.write(t.call().scope, (tx) => tx.query('DELETE FROM staff'))
    const person = { staffNo: '0001', name: '林涛', pin: '380174' }
    await expect(createFirstAdministrator(t.house, t.call().scope, { ...person, pin: '123456' })).rejects.toMatchObject({ code: 'weak-pin' })
    await createFirstAdministrator(t.house, t.call().scope, person)
    expect(await signIn('0001', '380174')).toMatchObject({ role: 'administrator' })
    await expect(createFirstAdministrator(t.house, t.call().scope, { ...person, staffNo: '0002' })).rejects.toMatchObject({ code: 'already-set-up' })
  })
})
