import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TEST_PIN } from '../testing'
import { DAY, EAST, goods, openExitPermits, refusal, type TestExitPermits } from './testing'

let t: TestExitPermits
beforeEach(async () => { t = await openExitPermits() })
afterEach(() => t.close())

const counts = (...found: number[]) => found.map((each, line) => ({ line, found: each }))
const less = [{ ...goods[0]!, quantity: 10 }, goods[1]!]
const find = (code: string) => t.ask('find', { code }, 'security')

describe('14.R4 the guard finds the permit', () => {
  test('14.R4 by its QR code, also through an input method, or by its number, short or whole', async () => {
    const { id } = await t.save()
    const token = await t.tokenOf(id)
    for (const code of [token, ` ${token.toLowerCase()} `, token.replaceAll(':', '：'), 'CM26-000001', 'cm26-1', 'ＣＭ26-000001', '1']) expect((await find(code)).id, code).toBe(id)
    expect(await refusal(find('CM26-000002'))).toMatchObject({ code: 'not-found' })
    expect(await refusal(find(`${token.slice(0, -4)}${token.endsWith('2222') ? '3333' : '2222'}`))).toMatchObject({ code: 'not-found' })
  })

  test('14.F1 what is no longer good says what it was', async () => {
    const released = await t.released()
    expect(await refusal(find('1'))).toEqual({ code: 'permit-released', params: { no: 'CM26-000001', id: released, at: '14:26', by: '马国庆' } })
    const voided = (await t.save()).id
    await t.step('void', voided, { reason: '重复开条' })
    expect(await refusal(find('2'))).toMatchObject({ code: 'already-void', params: { no: 'CM26-000002', id: voided } })
    await t.save({ hold: true })
    expect(await refusal(find('3'))).toMatchObject({ code: 'wrong-state', params: { state: 'held' } })
    await t.step('closeUnused', (await t.save()).id, { reason: '不搬了' })
    expect(await refusal(find('4'))).toMatchObject({ code: 'wrong-state', params: { state: 'unused' } })
    await t.save({ leavingOn: '2026-03-13' })
    expect(await refusal(find('5'))).toMatchObject({ code: 'permit-not-yet', params: { no: 'CM26-000005', day: '2026-03-13' } })
    await t.save()
    t.clock.advance(DAY)
    expect(await refusal(find('6'))).toMatchObject({ code: 'permit-expired', params: { no: 'CM26-000006', day: '2026-03-12' } })
    expect((await find('5')).state).toBe('issued')
    expect(await refusal(find('1'))).toMatchObject({ code: 'permit-released', params: { at: '2026-03-12 14:26' } })
  })
})

describe('14.R4 a number typed by its last digits', () => {
  /** Brings the series to a number. */
  const serial = (last: number) => t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE number_series SET last = ? WHERE series = 'exit-permits'`, [last]))

  test('14.R4 is of a permit that waits at the gate, whatever other numbers there are', async () => {
    await t.save({ leavingOn: '2026-03-20' })
    await serial(117)
    await t.step('void', (await t.save()).id, { reason: '重复' })
    await serial(2117)
    const { id, no } = await t.save()
    expect(no).toBe('CM26-002118')
    for (const typed of ['118', '8', '2118', '002118']) expect((await find(typed)).no, typed).toBe('CM26-002118')
    await serial(12_116)
    await t.save()
    expect((await find('2117')).no).toBe('CM26-012117')
    expect(await refusal(find('1'))).toMatchObject({ code: 'permit-not-yet', params: { no: 'CM26-000001' } })
    await t.count(id, 12, 1)
    expect(await refusal(find('118')), 'what became of the newest').toMatchObject({ code: 'permit-released', params: { no: 'CM26-002118' } })
  })

  test('14.R4 opens none where several wait that end so; at the desk likewise', async () => {
    const first = (await t.save()).id
    await serial(10)
    const second = (await t.save()).id
    expect(await refusal(find('1'))).toEqual({ code: 'number-ambiguous', params: { typed: '1', nos: 'CM26-000001、CM26-000011' }, field: 'code' })
    expect((await find('01')).id).toBe(first)
    expect((await find('11')).id).toBe(second)
    for (const id of [first, second]) await t.count(id, 12, 1)
    expect(await t.ask('slipBack', { codes: ['1', '11'] })).toMatchObject({ back: [{ no: 'CM26-000011' }], left: [{ code: '1', why: 'ambiguous' }] })
  })
})

describe('14.R4 the exit goods leave by', () => {
  test('14.R4 is said with each count, is the one of the permit, and stands with the count; a renamed one keeps nothing inside', async () => {
    const { id } = await t.save()
    await expect(t.step('checkGoods', id, { exit: '', counts: counts(12, 1) }, 'security')).rejects.toThrow()
    expect(await refusal(t.step('checkGoods', id, { exit: '西门', counts: counts(12, 1) }, 'security'))).toEqual({ code: 'unknown-exit', params: { exit: '西门' }, field: 'exit' })
    expect(await t.get(id)).toMatchObject({ state: 'issued', checks: [] })
    await t.house.settings.save(t.call('administrator').scope, { exits: ['东门', '北门'] })
    expect(await t.step('checkGoods', id, { exit: '北门', counts: counts(12, 1) }, 'security')).toMatchObject({ state: 'released', exit: EAST, checks: [{ exit: '北门' }] })
  })
})

describe('14.R4 goods are counted against the permit, line by line', () => {
  test('14.R4 all agree: released with time and name, and nobody is told', async () => {
    const { id } = await t.save()
    const after = await t.count(id, 12, 1)
    expect(after).toMatchObject({ state: 'released', releasedAt: t.clock.now(), checkedBy: '马国庆', reconciliation: 'used', notices: [], checks: [{ agrees: true, by: '马国庆', exit: '东门货运出口', found: [{ name: '办公桌', listed: 12, found: 12 }, { listed: 1, found: 1 }] }] })
    expect((await t.slips(id)).map(({ title }) => title)).toEqual(['出门条', '出门条', '出门条'])
  })

  test('14.R4 they differ: it does not leave, the desk is told on screen and on paper; unloaded and counted again it does', async () => {
    const { id } = await t.save()
    expect(await t.count(id, 12, 2)).toMatchObject({ state: 'differs', releasedAt: null, checkedBy: '马国庆', steps: [{ action: 'issue' }, { action: 'differ', note: '复印机条上1，实点2' }] })
    const [notice] = await t.house.notices.open('customer-service')
    expect(notice).toMatchObject({ no: 'CM26-000001', text: '货条不符，没有放行，1502室，鸿图文化传播（北京）有限公司，复印机条上1，实点2' })
    expect((await t.slips(id)).at(-1)).toMatchObject({ printer: 'receipt', title: '货条不符单' })
    expect(await t.count(id, 12, 1)).toMatchObject({ state: 'released', checks: [{ agrees: false }, { agrees: true }] })
    expect(await t.house.notices.open('customer-service')).toEqual([])
  })

  test('14.R4 what stands on no line makes it differ, whatever the counts; a second difference takes the first one\'s place', async () => {
    const { id } = await t.save()
    expect(await t.step('checkGoods', id, { exit: EAST, counts: counts(12, 1), extra: '保险柜1个' }, 'security')).toMatchObject({ state: 'differs', checks: [{ agrees: false, extra: '保险柜1个' }] })
    await t.count(id, 11, 1)
    expect((await t.house.notices.open(null)).map(({ text }) => text)).toEqual([expect.stringContaining('办公桌条上12，实点11')])
  })

  test('14.R4 without a printer the desk is told on screen', async () => {
    const { id } = await t.save()
    t.printers.length = 0
    expect((await t.count(id, 0, 0)).notices).toHaveLength(1)
    expect(await t.slips(id)).toHaveLength(3)
  })

  test('14.R4 every line is counted, once; another exit, or a day that is over, is refused with what it is for', async () => {
    const { id } = await t.save()
    for (const wrong of [counts(12), counts(12, 1, 0), [...counts(12), { line: 0, found: 12 }], [...counts(12), { line: 5, found: 1 }]]) {
      expect(await refusal(t.step('checkGoods', id, { exit: EAST, counts: wrong }, 'security'))).toMatchObject({ code: 'invalid-input', field: 'counts' })
    }
    expect(await refusal(t.step('checkGoods', id, { exit: '北门', counts: counts(12, 1) }, 'security'))).toEqual({ code: 'permit-other-exit', params: { no: 'CM26-000001', exit: '东门货运出口' }, field: 'exit' })
    t.clock.advance(DAY)
    expect(await refusal(t.count(id, 12, 1))).toMatchObject({ code: 'permit-expired' })
    expect(await t.get(id)).toMatchObject({ state: 'issued', checks: [], reconciliation: 'missing' })
  })

  test('14.R4 two guards at once: the second is told when and by whom it was released; so is who comes with it twice', async () => {
    const { id, version } = await t.save()
    const release = () => t.ask('checkGoods', { id, version, exit: EAST, counts: counts(12, 1) }, 'security')
    const [first, second] = await Promise.allSettled([release(), release()])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'permit-released', params: { by: '马国庆', at: '14:26' } } })
    expect(await refusal(t.count(id, 12, 1))).toMatchObject({ code: 'permit-released' })
    expect((await t.get(id)).checks).toHaveLength(1)
  })

  test('14.R4 two guards who count differently at once: the second sees the first\'s count before his own stands', async () => {
    const { id, version } = await t.save()
    const check = (...found: number[]) => t.ask('checkGoods', { id, version, exit: EAST, counts: counts(...found) }, 'security')
    await check(11, 1)
    expect(await refusal(check(10, 1))).toMatchObject({ code: 'order-taken', params: { by: '马国庆' } })
    expect(await refusal(check(12, 1))).toMatchObject({ code: 'stale' })
  })

  test('14.R4 a count that can\'t be written down releases nothing', async () => {
    const { id } = await t.save()
    const before = await t.footprint()
    await t.house.store.write(t.call().scope, (tx) => tx.query(`CREATE TRIGGER broken BEFORE INSERT ON step BEGIN SELECT raise(ABORT, 'broken'); END`))
    await expect(t.count(id, 12, 1)).rejects.toThrow('broken')
    expect(await t.footprint()).toEqual(before)
    expect((await t.get(id)).state).toBe('issued')
  })
})

describe('14.R4 the desk amends what differed', () => {
  test('14.R4 14.F1 printed anew under another QR code; the old slip is refused, its number finds the new one', async () => {
    const { id } = await t.save()
    const old = await t.tokenOf(id)
    await t.count(id, 10, 1)
    const amended = await t.step('amend', id, { goods: less, vehicleNo: '京b·2', reason: '两张留下' })
    expect(amended).toMatchObject({ no: 'CM26-000001', state: 'issued' })
    expect(amended.printJobIds).toHaveLength(3)
    expect(await refusal(find(old))).toEqual({ code: 'permit-replaced', params: { no: 'CM26-000001', id } })
    expect((await find('CM26-000001')).copies).toBe(2)
    expect((await find(await t.tokenOf(id))).pieces).toBe(11)
    expect((await t.slips(id)).at(-1)!.rows).toEqual(expect.arrayContaining(['京B·2', '改条 第2版，旧条作废']))
    expect((await t.get(id)).history.find(({ action }) => action === 'amend')).toMatchObject({ reason: '两张留下', changes: [{ field: 'goods', from: '办公桌12张（1.4 米）、复印机1台', to: '办公桌10张（1.4 米）、复印机1台' }, { field: 'vehicleNo', from: '京A·6L208', to: '京B·2' }] })
    expect(await t.house.notices.open(null)).toEqual([])
    expect((await t.count(id, 10, 1)).state).toBe('released')
  })

  test('14.R2 goods the company didn\'t sign for leave by anid letter or signature only; nothing is written without', async () => {
    const { id: signatoryId } = await t.signatory()
    const { id } = await t.save({ authority: await t.signedBy(signatoryId) })
    await t.count(id, 200, 1)
    const before = await t.footprint()
    const more = [{ ...goods[0]!, quantity: 200 }, goods[1]!]
    expect(await refusal(t.step('amend', id, { goods: more, reason: '多了' }))).toEqual({ code: 'goods-beyond-authority', params: { goods: '办公桌200张' }, field: 'authority' })
    for (const [beyond, words] of [[[...goods, { name: '保险柜', quantity: 5, unit: '个' }], '保险柜5个'], [[{ ...goods[0]!, name: '会议桌' }], '会议桌12张'], [[goods[0]!, { ...goods[0]!, quantity: 1, remark: '另一张' }], '办公桌13张']] as const) {
      expect(await refusal(t.step('amend', id, { goods: [...beyond], reason: '多了' })), words).toMatchObject({ code: 'goods-beyond-authority', params: { goods: words } })
    }
    expect(await refusal(t.step('amend', id, { goods: more, reason: '多了', authority: await t.signedBy(signatoryId, false) }))).toMatchObject({ code: 'signature-differs' })
    expect(await t.footprint()).toEqual(before)
    await t.step('amend', id, { goods: more, reason: '多了', authority: { kind: 'letter', sealSeen: true } })
    expect(await t.get(id)).toMatchObject({ state: 'issued', pieces: 201, authority: { kind: 'letter', sealSeen: true, signatoryId: null } })
    expect((await t.slips(id)).at(-1)!.rows).toContain('函　　件  单位盖章函件已验')
    expect((await t.get(id)).history.find(({ action }) => action === 'amend')).toMatchObject({ changes: [{ field: 'goods' }, { field: 'authority', from: '指定签字人', to: '盖章函件，另验' }] })
  })

  test('14.R3 a moving-out is amended as the company stands now: what is owed or marked since it was issued stops it, what a supervisor agreed to before does not', async () => {
    const supervisor = { staffNo: '102', pin: TEST_PIN }
    const leaves = async (input: Parameters<typeof t.save>[0] = {}) => {
      const { id } = await t.save({ kind: 'moving-out', leavingOn: '2026-03-13', ...input })
      t.clock.advance(DAY)
      await t.count(id, 10, 1)
      return id
    }
    const id = await leaves()
    await t.ask('setHold', { tenantId: 1, reason: '物业费 2 月', amountFen: 9_320_00 }, 'finance')
    expect(await refusal(t.step('amend', id, { goods: less, reason: '两张留下' }))).toEqual({ code: 'arrears', params: { owed: '¥9,320.00' }, field: 'approval' })
    expect(await refusal(t.step('amend', id, { goods: less, reason: '两张留下', approval: supervisor }))).toMatchObject({ code: 'reason-required', field: 'overrideReason' })
    await t.step('amend', id, { goods: less, reason: '两张留下', approval: supervisor, overrideReason: '押金足抵' })
    expect(await t.get(id)).toMatchObject({ override: { by: '韩雪', reason: '押金足抵' }, payments: { at: t.clock.now(), owedFen: 9_320_00, marked: true } })
    expect((await t.slips(id)).at(-1)!.rows).toContain('欠　　费  ￥9,320.00  韩雪准予放行：押金足抵')
    await t.count(id, 9, 1)
    await t.step('amend', id, { goods: [{ ...goods[0]!, quantity: 9 }, goods[1]!], reason: '又留一张' })
    expect(await t.get(id)).toMatchObject({ state: 'issued', override: { by: '韩雪', reason: '押金足抵' } })
    await t.count(id, 8, 1)
    await t.owe(1, 1_00)
    expect(await refusal(t.step('amend', id, { goods: [{ ...goods[0]!, quantity: 8 }, goods[1]!], reason: '再留一张' }))).toMatchObject({ code: 'arrears', params: { owed: '¥9,321.00' } })
  })

  test('14.R4 slips of before that still wait for the printer don\'t come out', async () => {
    const { id } = await t.save()
    await t.count(id, 10, 1)
    await t.step('amend', id, { goods: less, reason: '两张留下' })
    expect((await t.slips(id)).map(({ state }) => state)).toEqual([...Array<string>(4).fill('cancelled'), 'waiting', 'waiting', 'waiting'])
  })

  test('14.R4 only what differed is amended, only on its day, only as it was seen', async () => {
    const { id } = await t.save()
    expect(await refusal(t.step('amend', id, { goods: less, reason: '改' }))).toMatchObject({ code: 'wrong-state' })
    await t.count(id, 10, 1)
    expect(await refusal(t.ask('amend', { id, version: 1, goods: less, reason: '改' }))).toMatchObject({ code: 'stale' })
    expect(await refusal(t.step('amend', id, { goods: less, reason: '改', authority: { kind: 'letter', sealSeen: false } }))).toMatchObject({ code: 'authority-missing' })
    t.clock.advance(DAY)
    expect(await refusal(t.step('amend', id, { goods: less, reason: '改' }))).toMatchObject({ code: 'permit-expired' })
  })
})

describe('14.R4 M2 a copy again', () => {
  test('M2 each copy says 补打 with its own count, whichever was printed before it; one of a new edition, or never printed, is the first', async () => {
    const { id } = await t.save({ print: false })
    const copies = ['client', 'guard', 'client', 'desk', 'guard', 'guard', 'client', 'desk'] as const
    for (const copy of copies) await t.ask('reprint', { id, copy })
    const rows = (await t.slips(id)).map((slip) => [slip.rows.at(-1)!.slice(5, 8), slip.rows.find((row) => row.startsWith('补')) ?? ''])
    expect(rows).toEqual([['客户联', ''], ['门岗联', ''], ['客户联', '补 打 1'], ['前台联', ''], ['门岗联', '补 打 1'], ['门岗联', '补 打 2'], ['客户联', '补 打 2'], ['前台联', '补 打 1']])
    await t.count(id, 1, 1)
    expect(await refusal(t.ask('reprint', { id, copy: 'desk' }))).toMatchObject({ code: 'reprint-not-allowed' })
    await t.step('amend', id, { goods, reason: '卸下了', print: false })
    await t.ask('reprint', { id, copy: 'guard' })
    expect((await t.slips(id)).at(-1)!.rows[0]).toBe('出　门　条')
    t.printers.length = 0
    expect(await refusal(t.ask('reprint', { id, copy: 'guard' }))).toMatchObject({ code: 'unknown-printer' })
  })
})
