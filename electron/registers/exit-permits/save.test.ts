import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fen } from '../../../shared/rules/money'
import { TEST_PIN } from '../testing'
import { DAY, goods, HONGTU, openExitPermits, refusal, type TestExitPermits } from './testing'

let t: TestExitPermits
beforeEach(async () => { t = await openExitPermits() })
afterEach(() => t.close())

const supervisor = { staffNo: '102', pin: TEST_PIN }
const movingOut = { kind: 'moving-out' as const, leavingOn: '2026-03-13' }
/** Refused, and nothing of it is there. */
async function refused(work: () => Promise<unknown>) {
  const before = await t.footprint()
  const answer = await refusal(work())
  expect(await t.footprint()).toEqual(before)
  return answer
}

describe('14.R2 large goods leave with the company\'s sealed letter or its designated person\'s signature', () => {
  test('14.R2 14.F1 a sealed letter: issued for one day and one exit, three copies that differ only in 联次', async () => {
    const saved = await t.save({ authority: { kind: 'letter', sealSeen: true, scanId: await t.picture('scan') } })
    expect(saved).toMatchObject({ no: 'CM26-000001', state: 'issued', printJobIds: [1, 2, 3] })
    expect(await t.get(saved.id)).toMatchObject({
      tenantName: HONGTU, room: '1502', applicant: '谢婉宁', phoneMasked: '135****7720', pieces: 13, leavingOn: '2026-03-12', exit: '东门货运出口', reconciliation: 'open', issuedBy: '周晓岚', copies: 1,
      authority: { kind: 'letter', sealSeen: true, scanId: 1 }, override: null, moveOut: null, steps: [{ action: 'issue', from: '', to: 'issued' }],
    })
    const slips = await t.slips(saved.id)
    expect(slips.map(({ printer, rows }) => [printer, rows.at(-1)!.slice(0, 8)])).toEqual([['receipt', '第一联  前台联'], ['receipt', '第二联  门岗联'], ['receipt', '第三联  客户联']])
    expect(new Set(slips.map(({ rows }) => rows.slice(0, -1).join('\n'))).size).toBe(1)
    expect(slips[0]!.rows).toContain(await t.tokenOf(saved.id))
    expect(slips[0]!.rows.join()).not.toContain('7720')
  })

  test('14.R2 a signatory in force whose signature is like the specimen; both pictures are kept', async () => {
    const { id: signatoryId, specimenId } = await t.signatory()
    const { id } = await t.save({ authority: await t.signedBy(signatoryId), companySeal: true })
    expect((await t.get(id)).authority).toMatchObject({ kind: 'signatory', signatoryId, name: '谢婉宁', title: '行政经理', specimenId, signed: { by: '谢婉宁', signatureId: 2, onPaper: false } })
    expect((await t.slips(id))[0]!.rows).toEqual(expect.arrayContaining(['签 字 人  谢婉宁  与留样相符', '单 位 章  已验']))
  })

  test('14.R2 neither of them, a letter without its seal, a signature unlike the specimen or of somebody else: nothing is saved', async () => {
    const { id } = await t.signatory()
    expect(await refused(() => t.save({ authority: null }))).toMatchObject({ code: 'authority-missing', field: 'authority' })
    expect(await refused(() => t.save({ authority: { kind: 'letter', sealSeen: false } }))).toMatchObject({ code: 'authority-missing' })
    const unlike = await t.signedBy(id, false)
    expect(await refused(() => t.save({ authority: unlike }))).toMatchObject({ code: 'signature-differs' })
    const other = await t.signedBy(id, true, '李伟彬')
    expect(await refused(() => t.save({ authority: other }))).toMatchObject({ code: 'signature-differs' })
    expect(await refused(() => t.save({ authority: { kind: 'signatory', signatoryId: id, signature: { by: '谢婉宁' }, matches: true } }))).toMatchObject({ code: 'signature-missing' })
    expect((await t.save()).no).toBe('CM26-000001')
  })

  test.each([
    ['whose time is over', { validUntil: '2026-03-12' }], ['who is so no more', { active: false }], ['of another company', { tenantId: 2 }], ['without a specimen', { specimenId: null }],
  ])('14.R2 a signatory %s is none', async (_, input) => {
    const { id } = await t.signatory(input)
    const authority = await t.signedBy(id)
    t.clock.advance(DAY)
    expect(await refused(() => t.save({ authority }))).toMatchObject({ code: 'authority-missing', field: 'signatoryId' })
  })

  test('14.R2 a new specimen has its day; without a new one the old stays; two at a time are told', async () => {
    const first = await t.signatory()
    t.clock.advance(DAY)
    const kept = await t.ask('saveSignatory', { id: first.id, version: first.version, tenantId: 1, name: '谢婉宁', title: '行政总监' })
    expect(kept).toMatchObject({ title: '行政总监', specimenId: first.specimenId, specimenOn: '2026-03-12', version: 2 })
    expect(await t.ask('saveSignatory', { id: first.id, version: 2, tenantId: 1, name: '谢婉宁', specimenId: await t.picture('signature') })).toMatchObject({ specimenOn: '2026-03-13' })
    expect(await refusal(t.ask('saveSignatory', { id: first.id, version: 2, tenantId: 1, name: '谢婉宁', active: false }))).toMatchObject({ code: 'stale' })
    expect(await t.ask('signatories', { tenantId: 1 })).toHaveLength(1)
  })
})

describe('14.R1 14.R4 what a permit says, and what it can\'t', () => {
  test('14.R4 no goods, another exit than the designated ones, a day that is over, or no name: nothing is saved', async () => {
    expect(await refused(() => t.save({ goods: [] }))).toMatchObject({ code: 'no-goods' })
    expect(await refused(() => t.save({ exit: '南门' }))).toEqual({ code: 'unknown-exit', params: { exit: '南门' }, field: 'exit' })
    expect(await refused(() => t.save({ leavingOn: '2026-03-11' }))).toMatchObject({ code: 'in-the-past', field: 'leavingOn' })
    expect(await refused(() => t.save({ leavingOn: '2026-02-31' }))).toMatchObject({ code: 'invalid-input', field: 'leavingOn' })
    expect(await refused(() => t.save({ applicant: '' }))).toMatchObject({ code: 'name-required' })
    expect(await refused(() => t.save({ phone: '1350000' }))).toMatchObject({ code: 'invalid-phone' })
    expect(await t.get((await t.save({ exit: '北门', leavingOn: '2026-03-20', kind: 'repair' })).id)).toMatchObject({ exit: '北门', leavingOn: '2026-03-20', kind: 'repair' })
  })

  test('16.R3 a company that was taken out of the form stays out, whether the record, the person or the room brought it', async () => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000009', at: t.clock.now(), name: '李伟彬', phone: '13900001111', company: '顺达物流有限公司', contactId: null, tenantId: 2, tenantName: '顺达物流有限公司', unitId: 2, room: '2203', place: '', matter: '搬打印机' }) })
    const whose = async (input: Parameters<typeof t.save>[0]) => { const { tenantName, tenantId, room, applicant, phoneMasked } = await t.get((await t.save({ tenantId: null, unitId: null, noCompany: true, applicant: '李伟彬', phone: '', ...input })).id); return [tenantName, tenantId, room, applicant, phoneMasked] }
    expect(await whose({ from: { register: 'reception', id: 9 } })).toEqual(['', null, '', '李伟彬', '139****1111'])
    expect(await whose({ from: { register: 'reception', id: 9 }, unitId: 2 })).toEqual(['', null, '2203', '李伟彬', '139****1111'])
    expect(await whose({ unitId: 1 })).toEqual(['', null, '1502', '李伟彬', ''])
    expect(await refused(() => t.save({ ...movingOut, tenantId: null, noCompany: true }))).toMatchObject({ code: 'invalid-input', field: 'tenantId' })
  })

  test('16.R3 it starts from an entry, with name, number and company, and the two are linked', async () => {
    t.house.origins.provide('reception', { facts: () => Promise.resolve({ no: 'DJ26-000009', at: t.clock.now(), name: '李伟彬', phone: '13900001111', company: '', contactId: null, tenantId: 2, tenantName: '', unitId: 2, room: '2203', place: '', matter: '搬打印机' }) })
    const { id } = await t.save({ from: { register: 'reception', id: 9 }, applicant: '', phone: '', tenantId: null, unitId: null })
    expect(await t.get(id)).toMatchObject({ applicant: '李伟彬', phoneMasked: '139****1111', tenantName: '顺达物流有限公司', room: '2203', links: [{ register: 'reception', recordId: 9, direction: 'from' }] })
    expect(await t.ask('reveal', { id, field: 'phone' })).toEqual({ value: '13900001111' })
    expect((await t.get(id)).history.at(-1)).toMatchObject({ action: 'reveal', actor: '周晓岚' })
  })
})

test('16.R3 void tells the record the permit was started from', async () => {
  const ended: unknown[] = []
  t.house.origins.provide('reception', {
    facts: () => Promise.resolve({ no: 'DJ26-000009', at: t.clock.now(), name: '李伟彬', phone: '', company: '', contactId: null, tenantId: 2, tenantName: '', unitId: 2, room: '2203', place: '', matter: '搬打印机' }),
    finished: (_tx, id, record, outcome) => { ended.push([id, record, outcome]); return Promise.resolve() },
  })
  const { id, no } = await t.save({ from: { register: 'reception', id: 9 }, tenantId: null, unitId: null })
  await t.step('void', id, { reason: '重复开条' })
  expect(ended).toEqual([[9, { register: 'exit-permits', id, no }, 'void']])
})

describe('14.R3 14.C2 moving out: applied for beforehand, payments checked, chapter 2 started', () => {
  test('14.R3 with nothing owed it is issued and starts 退租, once for the company and room', async () => {
    const { id } = await t.save(movingOut)
    expect((await t.get(id)).moveOut).toEqual({ id: 1, no: 'TZ26-000001', voidAt: null })
    const second = await t.save({ ...movingOut, vehicleNo: '京B·1', authority: { kind: 'letter', sealSeen: true } })
    expect((await t.get(second.id)).moveOut).toEqual({ id: 1, no: 'TZ26-000001', voidAt: null })
    const other = await t.save({ ...movingOut, tenantId: 2, unitId: 2 })
    expect((await t.get(other.id)).moveOut?.no).toBe('TZ26-000002')
    expect(await refused(() => t.save({ ...movingOut, tenantId: null, unitId: null }))).toMatchObject({ code: 'invalid-input', field: 'tenantId' })
  })

  test('14.R3 退租 is void with the last of its permits and keeps its number; who moves out after all begins another', async () => {
    const [first, second] = [await t.save(movingOut), await t.save({ ...movingOut, vehicleNo: '京B·1' })]
    await t.step('void', first.id, { reason: '重复开条' })
    expect((await t.get(second.id)).moveOut).toEqual({ id: 1, no: 'TZ26-000001', voidAt: null })
    await t.step('void', second.id, { reason: '不搬了' })
    expect((await t.get(second.id)).moveOut).toEqual({ id: 1, no: 'TZ26-000001', voidAt: t.clock.now() })
    expect((await t.get(second.id)).history.map(({ action }) => action)).toContain('move-out-void')
    expect(await t.house.store.read('SELECT void_by, void_reason FROM move_out')).toEqual([{ void_by: '周晓岚', void_reason: '不搬了' }])
    expect((await t.get((await t.save(movingOut)).id)).moveOut).toEqual({ id: 2, no: 'TZ26-000002', voidAt: null })
  })

  test('14.R3 the number of a 退租 leads to the permits it left by', async () => {
    const [first, second] = [await t.save(movingOut), await t.save({ ...movingOut, vehicleNo: '京B·1' })]
    await t.save({ ...movingOut, tenantId: 2, unitId: 2 })
    for (const typed of ['TZ26-000001', 'tz26-1']) {
      const hits = (await t.house.tellers.search(typed, t.call().signedIn!, 10)).flat()
      expect(hits.map(({ kind, id, detail }) => [kind, id, detail.split('，')[0]]), typed).toEqual([['exit-permit', second.id, 'TZ26-000001'], ['exit-permit', first.id, 'TZ26-000001']])
    }
  })

  test('14.R3 退租 stands while one of its permits went unused: they move out another day', async () => {
    const [unused, voided] = [await t.save(movingOut), await t.save(movingOut)]
    await t.step('closeUnused', unused.id, { reason: '改日搬' })
    await t.step('void', voided.id, { reason: '重复开条' })
    expect((await t.get(voided.id)).moveOut).toEqual({ id: 1, no: 'TZ26-000001', voidAt: null })
  })

  test('14.R3 M1 what the ledger says is owed stops it; other goods of the company leave', async () => {
    await t.owe(1, 640_00)
    await t.owe(1, 99_000_00, 8)
    await t.pay(1, 99_000_00, 8)
    await t.owe(2, 5_00, 9)
    expect(await t.ask('standing', { tenantId: 1 })).toMatchObject({ owedFen: 640_00, owed: [{ register: 'paid-services', recordId: 7, no: 'YC26-000007', title: '', amountFen: 640_00 }], hold: null, blocked: true })
    expect(await refused(() => t.save(movingOut))).toEqual({ code: 'arrears', params: { owed: '¥640.00' }, field: 'approval' })
    expect((await t.save()).state).toBe('issued')
    await t.pay(1, 640_00)
    expect(await t.ask('standing', { tenantId: 1 })).toMatchObject({ owedFen: 0, owed: [], blocked: false })
    expect((await t.save(movingOut)).state).toBe('issued')
  })

  test('14.R3 a named supervisor allows it with a reason; wrong PIN, no reason, or a colleague of the desk: nothing is saved', async () => {
    await t.owe(1, 9_960_00)
    const asked = { ...movingOut, overrideReason: '押金足抵' }
    expect(await refused(() => t.save({ ...asked, approval: { ...supervisor, pin: '135791' } }))).toMatchObject({ code: 'wrong-pin' })
    expect(await refused(() => t.save({ ...asked, approval: { staffNo: '101', pin: TEST_PIN } }))).toMatchObject({ code: 'not-permitted' })
    expect(await refused(() => t.save({ ...movingOut, approval: supervisor }))).toMatchObject({ code: 'reason-required', field: 'overrideReason' })
    const { id, no } = await t.save({ ...asked, approval: supervisor })
    expect(no).toBe('CM26-000001')
    expect(await t.get(id)).toMatchObject({ state: 'issued', issuedBy: '周晓岚', override: { by: '韩雪', reason: '押金足抵', owedFen: 9_960_00 }, steps: [{ action: 'issue', person: '韩雪', note: '押金足抵' }] })
    expect((await t.slips(id))[0]!.rows).toContain('欠　　费  ￥9,960.00  韩雪准予放行：押金足抵')
    const own = await t.save(asked, 'supervisor')
    expect((await t.get(own.id)).override?.by).toBe('韩雪')
    const { found } = await t.house.store.read<{ found: number }>(`SELECT count(*) AS found FROM audit WHERE instr(detail, '足抵') > 0`).then(([row]) => row!)
    expect(found).toBe(0)
  })

  test('14.R3 a mark of finance stops it with its reason, until finance lifts it; another takes its place', async () => {
    await t.ask('setHold', { tenantId: 1, reason: '物业费未清' }, 'finance')
    expect(await refused(() => t.save(movingOut))).toEqual({ code: 'finance-hold', params: { reason: '物业费未清' }, field: 'approval' })
    expect(await t.ask('setHold', { tenantId: 1, reason: '物业费 2 月', amountFen: 9_320_00 }, 'finance')).toMatchObject({ blocked: true, owedFen: 0, hold: { reason: '物业费 2 月', amountFen: 9_320_00, by: '冯雪' } })
    expect(await refused(() => t.save(movingOut))).toMatchObject({ code: 'arrears', params: { owed: '¥9,320.00' } })
    expect(await t.ask('liftHold', { tenantId: 1, reason: '已到账' }, 'finance')).toMatchObject({ blocked: false, hold: null })
    expect(await refusal(t.ask('liftHold', { tenantId: 1, reason: '已到账' }, 'finance'))).toMatchObject({ code: 'not-found' })
    expect((await t.save(movingOut)).state).toBe('issued')
  })

  test('14.R3 M1 what the ledger says and what finance marked are owed together: one sum that stops, is printed and is kept', async () => {
    await t.owe(1, 640_00)
    await t.ask('setHold', { tenantId: 1, reason: '物业费 2 月', amountFen: 9_320_00 }, 'finance')
    expect(await refused(() => t.save(movingOut))).toEqual({ code: 'arrears', params: { owed: '¥9,960.00' }, field: 'approval' })
    const { id } = await t.save({ ...movingOut, approval: supervisor, overrideReason: '押金足抵' })
    expect(await t.get(id)).toMatchObject({ override: { owedFen: 9_960_00 }, payments: { at: t.clock.now(), owedFen: 9_960_00, marked: true, found: { ledgerFen: 640_00, markFen: 9_320_00, depositsFen: 0, openPasses: 0, openKeys: 0 } } })
    expect((await t.slips(id))[0]!.rows).toContain('欠　　费  ￥9,960.00  韩雪准予放行：押金足抵')
  })

  test('14.F1 14.R3 payments checked stand on the slip and with the permit also where nothing is owed; other goods have no such line', async () => {
    const { id } = await t.save(movingOut)
    expect((await t.slips(id))[0]!.rows).toContain('费　　用  已查，无欠费')
    expect((await t.get(id)).payments).toEqual({ at: t.clock.now(), owedFen: 0, marked: false, found: { ledgerFen: 0, markFen: null, marked: false, depositsFen: 0, openPasses: 0, openKeys: 0 } })
    const large = await t.save()
    expect((await t.slips(large.id))[0]!.rows.some((row) => row.startsWith('费'))).toBe(false)
    const held = await t.save({ ...movingOut, hold: true })
    expect([(await t.get(large.id)).payments, (await t.get(held.id)).payments]).toEqual([null, null])
    await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })
    expect(t.pages[0]!.match(/已查，无欠费/g)).toHaveLength(1)
  })

  test('14.R3 too short before the day only a supervisor agrees; one that was held counts from when it was asked for', async () => {
    expect(await refused(() => t.save({ kind: 'moving-out' }))).toEqual({ code: 'too-early-for-moving', params: { days: 1, day: '2026-03-13' }, field: 'leavingOn' })
    const early = await t.save({ kind: 'moving-out', approval: supervisor })
    expect((await t.get(early.id)).override).toEqual({ by: '韩雪', reason: '', owedFen: 0 })
    const held = await t.save({ ...movingOut, hold: true })
    t.clock.advance(DAY)
    expect(await t.step('issue', held.id, {})).toMatchObject({ state: 'issued' })
  })

  test('14.R3 存为待签发: kept without authority or slip, issued when it is paid, not before; void keeps its number', async () => {
    await t.owe(1, 640_00)
    const held = await t.save({ ...movingOut, hold: true, authority: null })
    expect(held).toMatchObject({ no: 'CM26-000001', state: 'held', printJobIds: [] })
    expect(await t.get(held.id)).toMatchObject({ moveOut: null, issuedAt: null, steps: [{ action: 'hold', to: 'held' }] })
    const authority = { kind: 'letter' as const, sealSeen: true }
    expect(await refused(() => t.step('issue', held.id, { authority }))).toMatchObject({ code: 'arrears' })
    await t.pay(1, 640_00)
    expect(await refused(() => t.step('issue', held.id, {}))).toMatchObject({ code: 'authority-missing' })
    expect(await t.step('issue', held.id, { authority })).toMatchObject({ state: 'issued', printJobIds: [1, 2, 3] })
    expect(await refusal(t.ask('issue', { id: held.id, version: 1, authority }))).toMatchObject({ code: 'order-taken' })
    expect((await t.get(held.id)).moveOut?.no).toBe('TZ26-000001')
    const again = await t.save({ ...movingOut, hold: true })
    t.clock.advance(2 * DAY)
    expect(await refusal(t.step('issue', again.id, {}))).toMatchObject({ code: 'in-the-past', field: 'leavingOn' })
    await t.step('void', again.id, { reason: '不搬了' })
    expect(await t.house.store.read(`SELECT p.no, p.state, s.last FROM exit_permit p, number_series s WHERE s.series = 'exit-permits' ORDER BY p.id`)).toEqual([{ no: 'CM26-000001', state: 'issued', last: 2 }, { no: 'CM26-000002', state: 'void', last: 2 }])
  })

  test('M1 the standing tells deposits held, passes and keys that are out, of this company only', async () => {
    await t.house.store.write(t.call().scope, async (tx) => {
      const receipt = await t.house.receipts.take(tx, { payer: HONGTU, room: '1502', tenantId: 1, subject: '押金', register: 'keys', recordId: 90, recordNo: 'YJ26-000001', lines: [{ name: '押金', quantityMilli: 1000, unit: '', unitPriceFen: 50_00, amountFen: 50_00 }], totalFen: fen(50_00), payment: 'card', tenderedFen: null, credits: [{ account: 'deposit', amountFen: fen(50_00) }], print: false })
      await t.house.deposits.hold(tx, { register: 'keys', recordId: 90, recordNo: 'YJ26-000001', kind: 'key', holder: '谢婉宁', tenantId: 1, company: HONGTU, amountFen: fen(50_00), receiptId: receipt.id })
      await tx.query(`INSERT INTO key_hook (id, no, board, hook, type, name, owned) VALUES (1, 'A-1', 'A', 1, 'door', '门', 5)`)
      for (const [id, tenant, count, returned] of [[90, 1, 3, 1], [91, 2, 1, 0]] as const) {
        await tx.query(`INSERT INTO key_loan (id, no, at, day, state, station, key_id, tenant_id, count, returned, due_at, lent_by) VALUES (?, ?, 0, '', 'out', 'A1', 1, ?, ?, ?, 0, '')`, [id, `YJ26-0000${id}`, tenant, count, returned])
      }
    })
    expect(await t.ask('standing', { tenantId: 1 })).toMatchObject({ owedFen: 0, depositsFen: 50_00, openPasses: 0, openKeys: 2, blocked: false })
    expect(await refusal(t.ask('standing', { tenantId: 99 }))).toMatchObject({ code: 'not-found' })
  })
})

test('14.R5 a save that fails at its last step leaves no number, row or slip', async () => {
  const before = await t.footprint()
  await t.house.store.write(t.call().scope, (tx) => tx.query(`CREATE TRIGGER broken BEFORE INSERT ON print_job BEGIN SELECT raise(ABORT, 'broken'); END`))
  await expect(t.save({ goods })).rejects.toThrow('broken')
  expect(await t.footprint()).toEqual(before)
})
