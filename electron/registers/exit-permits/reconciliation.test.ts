import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditState } from '../../store/audit-head'
import { sweepRetention } from '../../store/retention'
import { TEST_PIN } from '../testing'
import { DAY, EAST, openExitPermits, refusal, type TestExitPermits } from './testing'

let t: TestExitPermits
beforeEach(async () => { t = await openExitPermits() })
afterEach(() => t.close())

const waiting = async (as: 'receptionist' | 'security' | 'finance', of?: { tenantId: number | null; unitId: number | null }) => (await t.house.tellers.waiting(t.call(as).signedIn!, of)).map(({ what, no }) => `${what} ${no}`)

/** Of one day: released, released and back, differs, open, unused, void, and one that waits for money. */
async function aDay() {
  const [released, back] = [await t.released(), await t.released()]
  await t.ask('slipBack', { codes: [await t.tokenOf(back)] })
  const differs = (await t.save()).id
  await t.count(differs, 1, 1)
  const open = (await t.save({ tenantId: 2, unitId: 2 })).id
  const unused = (await t.save()).id
  await t.step('closeUnused', unused, { reason: '车没有来' })
  const voided = (await t.save()).id
  await t.step('void', voided, { reason: '重复开条' })
  const held = (await t.save({ hold: true })).id
  return { released, back, differs, open, unused, voided, held }
}

describe('14.F1 security hands slips back, the desk reconciles', () => {
  test('14.F1 a pile of slips: what went out is back, what did not is left with why, twice counts once', async () => {
    const ids = await aDay()
    const again = await t.released()
    const codes = [await t.tokenOf(ids.released), 'CM26-000001', '2', 'CM26-000003', await t.tokenOf(ids.open), '5', '6', '7', 'CM26-000099', `CM26-00000${again}`]
    const { back, left } = await t.ask('slipBack', { codes })
    expect(back).toMatchObject([{ id: ids.released, no: 'CM26-000001', room: '1502', goods: [{ name: '办公桌' }, { name: '复印机' }] }, { id: again, no: 'CM26-000008' }])
    expect(left.map(({ why }) => why)).toEqual(['back', 'back', 'differs', 'issued', 'unused', 'void', 'held', 'not-found'])
    expect(await t.get(ids.released)).toMatchObject({ state: 'reconciled', reconciliation: 'returned', slipBackAt: t.clock.now() })
  })

  test('14.F1 the slip of before an amendment is not the one that went out', async () => {
    const { id } = await t.save()
    const old = await t.tokenOf(id)
    await t.count(id, 1, 1)
    await t.step('amend', id, { goods: [{ name: '办公桌', quantity: 1, unit: '张' }], reason: '只搬一张' })
    await t.count(id, 1)
    expect(await t.ask('slipBack', { codes: [old] })).toEqual({ back: [], left: [{ code: old, why: 'replaced' }] })
  })

  test('14.F1 a day by what became of its permits, as the rows say; after it what is open is missing until closed', async () => {
    const { rows: none, ...nothing } = await t.ask('reconciliation', { day: '2026-03-12' })
    expect([none, nothing]).toEqual([[], { day: '2026-03-12', used: 0, returned: 0, unused: 0, missing: 0, open: 0, void: 0 }])
    const ids = await aDay()
    await t.save({ leavingOn: '2026-03-13' })
    const { rows, ...sums } = await t.ask('reconciliation', { day: '2026-03-12' })
    expect(rows.map((row) => row.reconciliation)).toEqual(['used', 'returned', 'open', 'open', 'unused', 'void', 'open'])
    expect(sums).toEqual({ day: '2026-03-12', used: 1, returned: 1, unused: 1, missing: 0, open: 3, void: 1 })
    expect(await t.permits.counts(undefined, t.call())).toEqual({ today: 8, atGate: 2, differs: 1, released: 2, toChase: 0, held: 1 })

    t.clock.advance(DAY)
    const after = await t.ask('reconciliation', { day: '2026-03-12' })
    expect(after).toMatchObject({ used: 0, returned: 1, unused: 1, missing: 3, open: 1, void: 1 })
    expect(after.rows).toHaveLength(after.used + after.returned + after.unused + after.missing + after.open + after.void)
    expect(await t.permits.counts(undefined, t.call())).toEqual({ today: 1, atGate: 1, differs: 0, released: 0, toChase: 3, held: 1 })
    expect((await t.ask('list', { filter: { view: 'to-chase' } })).rows.map(({ id }) => id)).toEqual([ids.open, ids.differs, ids.released])

    await t.ask('slipBack', { codes: ['1'] })
    await t.step('closeUnused', ids.differs, { reason: '没有搬' })
    await t.step('closeUnused', ids.open, { reason: '没有来' })
    expect(await t.ask('reconciliation', { day: '2026-03-12' })).toMatchObject({ returned: 2, unused: 3, missing: 0, open: 1 })
    expect(await refusal(t.step('closeUnused', ids.open, { reason: '没有来' }))).toMatchObject({ code: 'wrong-state' })
    expect(await refusal(t.step('closeUnused', ids.released, { reason: '没有来' }))).toMatchObject({ code: 'permit-released' })
  })

  test('14.F1 one that is missing is chased, on paper too, as often as it takes; on its day, or closed, there is nothing to chase', async () => {
    const id = await t.released()
    const { version } = await t.get(id)
    expect(await refusal(t.ask('chase', { id }))).toMatchObject({ code: 'wrong-state' })
    t.clock.advance(DAY)
    await t.ask('chase', { id, print: false })
    expect((await t.ask('chase', { id })).printJobIds).toHaveLength(1)
    expect((await t.slips(id)).at(-1)).toMatchObject({ title: '出门条追查单', rows: expect.arrayContaining(['追查  2', '请交回门岗联。']) })
    expect(await t.get(id)).toMatchObject({ chased: 2, lastChasedAt: t.clock.now(), version })
    await t.ask('slipBack', { codes: [String(id)] })
    expect(await refusal(t.ask('chase', { id }))).toMatchObject({ code: 'wrong-state' })
  })
})

describe('14.F1 security is asked for what is missing', () => {
  test('14.F1 chasing tells security on their screen, once at a time, until the slip is back or the permit is closed; without a printer, too', async () => {
    const [released, open] = [await t.released(), (await t.save()).id]
    t.printers.length = 0
    t.clock.advance(DAY)
    await t.ask('chase', { id: released })
    await t.ask('chase', { id: released })
    await t.ask('chase', { id: open })
    const asked = async () => (await t.house.notices.open('security')).map(({ no, text }) => `${no} ${text}`)
    expect(await asked()).toEqual([
      'CM26-000001 追查第2次：门岗联没有交回，请找出交前台，1502室，鸿图文化传播（北京）有限公司，办公桌12张、复印机1台',
      'CM26-000002 追查第1次：过期没有放行记录，请查明是否出门，1502室，鸿图文化传播（北京）有限公司，办公桌12张、复印机1台',
    ])
    await t.ask('slipBack', { codes: ['CM26-000001'] })
    await t.step('closeUnused', open, { reason: '没有来' })
    expect(await asked()).toEqual([])
  })
})

describe('14.R4 14.F1 what was a mistake is taken back by a supervisor', () => {
  const supervisor = { staffNo: '102', pin: TEST_PIN }

  test('14.R4 a release: the permit waits at the gate again, the count stands as taken back, and who, when and why is told', async () => {
    const id = await t.released()
    expect(await refusal(t.step('undo', id, { reason: '放错了车' }))).toMatchObject({ code: 'approval-needed' })
    expect(await refusal(t.step('undo', id, { reason: '放错了车', approval: { staffNo: '101', pin: TEST_PIN } }))).toMatchObject({ code: 'not-permitted' })
    expect(await refusal(t.ask('undo', { id, version: 1, reason: '放错了车', approval: supervisor }))).toMatchObject({ code: 'stale' })
    expect((await t.get(id)).state).toBe('released')
    expect(await t.step('undo', id, { reason: '放错了车', approval: supervisor })).toMatchObject({ state: 'issued' })
    const after = await t.get(id)
    expect(after).toMatchObject({ releasedAt: null, checkedBy: '', checks: [{ agrees: true, undone: true, by: '马国庆' }] })
    expect(after.steps.at(-1)).toMatchObject({ action: 'undo-release', actor: '周晓岚', person: '韩雪', note: '放错了车' })
    await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })
    expect(t.pages[0]).not.toContain('相符')
    expect((await t.count(id, 12, 1)).checks).toMatchObject([{ undone: true }, { undone: false }])
  })

  test('14.F1 a slip: it is out again, and the period of what is erased has not begun', async () => {
    const id = await t.released()
    await t.ask('slipBack', { codes: ['1'] })
    expect(await t.step('undo', id, { reason: '收错了', approval: supervisor })).toMatchObject({ state: 'released' })
    expect(await t.get(id)).toMatchObject({ slipBackAt: null, reconciliation: 'used' })
    expect(await t.house.store.read('SELECT ended_at FROM exit_permit')).toEqual([{ ended_at: null }])
    const open = (await t.save()).id
    for (const state of ['issued', 'void']) {
      expect(await refusal(t.step('undo', open, { reason: '收错了', approval: supervisor })), state).toMatchObject({ code: 'wrong-state' })
      if (state === 'issued') await t.step('void', open, { reason: '重复' })
    }
  })
})

test('14.C2 whether the papers of a moving-out are complete is computed from its permits; what lacks is named', async () => {
  const moving = { kind: 'moving-out' as const, leavingOn: '2026-03-13' }
  const papers = async () => { const { complete, rows } = await t.ask('movingPapers', { from: '2026-03-01', until: '2026-03-31' }); return [complete, rows.map((row) => [row.no, row.tenantName, row.lacks])] }
  expect(await papers()).toEqual([0, []])
  const [first, second, unused] = [(await t.save(moving)).id, (await t.save(moving)).id, (await t.save(moving)).id]
  const other = (await t.save({ ...moving, tenantId: 2, unitId: 2 })).id
  const voided = (await t.save({ ...moving, tenantId: 2, unitId: null })).id
  await t.step('void', voided, { reason: '重复' })
  await t.released()
  const HONGTU = '鸿图文化传播（北京）有限公司'
  expect(await papers()).toEqual([0, [['TZ26-000001', HONGTU, ['release', 'slip']], ['TZ26-000002', '顺达物流有限公司', ['release', 'slip']]]])
  t.clock.advance(DAY)
  await t.count(first, 12, 1)
  await t.count(second, 12, 1)
  await t.step('closeUnused', unused, { reason: '两车装下了' })
  await t.ask('slipBack', { codes: ['CM26-000001'] })
  expect((await papers())[1]).toContainEqual(['TZ26-000001', HONGTU, ['slip']])
  await t.ask('slipBack', { codes: ['CM26-000002'] })
  expect(await papers()).toEqual([1, [['TZ26-000001', HONGTU, []], ['TZ26-000002', '顺达物流有限公司', ['release', 'slip']]]])
  await t.house.store.write(t.call().scope, (tx) => tx.query('UPDATE exit_permit SET authority = NULL, payments_at = NULL WHERE id = ?', [other]))
  expect((await papers())[1]).toContainEqual(['TZ26-000002', '顺达物流有限公司', ['authority', 'payments', 'release', 'slip']])
})

describe('14.F1 what the register tells of itself', () => {
  test('14.F1 waiting: held, at the gate, different and missing for the desk; what may leave today for the gate; nothing for finance', async () => {
    await aDay()
    await t.save({ leavingOn: '2026-03-13' })
    expect((await waiting('receptionist')).sort()).toEqual(['permit-differs CM26-000003', 'permit-held CM26-000007', 'permit-open CM26-000004'])
    expect(await waiting('security')).toEqual(['permit-open CM26-000004'])
    expect(await waiting('finance')).toEqual([])
    expect(await waiting('finance', { tenantId: 2, unitId: null })).toEqual(['permit-open CM26-000004'])
    expect(await t.house.tellers.dayEnd()).toEqual([{ what: 'permits-open', count: 3, nos: ['CM26-000003', 'CM26-000004', 'CM26-000007'] }])
    t.clock.advance(DAY)
    expect((await waiting('receptionist')).sort()).toEqual(['permit-held CM26-000007', 'permit-missing CM26-000001', 'permit-missing CM26-000003', 'permit-missing CM26-000004', 'permit-open CM26-000008'])
    expect(await t.house.tellers.dayEnd()).toEqual([{ what: 'permits-open', count: 2, nos: ['CM26-000007', 'CM26-000008'] }, { what: 'permits-missing', count: 3, nos: ['CM26-000001', 'CM26-000003', 'CM26-000004'] }])
  })

  test('14.R5 found by number, applicant, plate, goods, QR code and phone; on the company\'s timeline; not for who may not read', async () => {
    const { id } = await t.save()
    await t.save({ tenantId: 2, unitId: 2, applicant: '李伟彬', phone: '13900001111', vehicleNo: '', goods: [{ name: '打印机', quantity: 1 }] })
    for (const search of ['CM26-000001', 'cm26-1', '谢婉宁', '6l208', '复印机', '1502', '7720', '13500007720', await t.tokenOf(id)]) {
      expect((await t.ask('list', { filter: { search } })).rows.map((row) => row.id), search).toEqual([id])
    }
    const found = async (as: 'finance' | 'engineering') => (await t.house.tellers.search('复印机', t.call(as).signedIn!, 5)).flat()
    expect(await found('finance')).toEqual([{ kind: 'exit-permit', id, title: 'CM26-000001 办公桌12张、复印机1台', detail: '1502，鸿图文化传播（北京）有限公司', state: 'issued', at: t.clock.now() }])
    expect(await found('engineering')).toEqual([])
    expect(await t.house.tellers.timeline({ tenantId: 1, unitId: null }, t.call().signedIn!, 5)).toMatchObject([{ register: 'exit-permits', no: 'CM26-000001', kind: 'large', title: '办公桌12张、复印机1台' }])
    expect(await t.house.tellers.timeline({ tenantId: null, unitId: null }, t.call().signedIn!, 5)).toEqual([])
    expect(await t.house.tellers.timeline({ tenantId: 1, unitId: null }, t.call('engineering').signedIn!, 5)).toEqual([])
  })

  test('14.R5 the list goes on page by page', async () => {
    for (let n = 0; n < 5; n++) await t.save({ print: false })
    const first = await t.ask('list', { filter: {}, limit: 3 })
    const rest = await t.ask('list', { filter: {}, limit: 3, before: first.next })
    expect([first.rows.map(({ id }) => id), first.next, rest.rows.map(({ id }) => id), rest.next]).toEqual([[5, 4, 3], 3, [2, 1], null])
    expect((await t.ask('list', { filter: { tenantId: 2 } })).rows).toEqual([])
    expect((await t.ask('list', { filter: { from: '2026-03-13' } })).rows).toEqual([])
    expect((await t.ask('list', { filter: { states: ['void'] } })).rows).toEqual([])
  })

  test('14.R5 14.F1 the register on A4 and as a file: numbers masked, voided lines struck, every permit on it', async () => {
    await aDay()
    await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })
    expect(t.pages[0]).toContain('共 7 张，CM26-000001 至 CM26-000007，放行 2 张，作废 1 张：CM26-000006（重复开条）。')
    expect(t.pages[0]!.match(/class="void"/g)).toHaveLength(1)
    expect(t.pages[0]).toContain('马国庆 相符')
    const written = await t.ask('export', { filter: { states: ['released', 'void'] }, format: 'csv' })
    expect(written?.rows).toBe(2)
    const file = readFileSync(written!.path, 'utf8')
    expect(file).toContain('135****7720')
    expect(file).not.toContain('13500007720')
    t.answerDialog(() => null)
    expect(await t.ask('export', { filter: {}, format: 'xlsx' })).toBeNull()
  })
})

describe('P3 who asked for a permit is erased when it is closed and its period is over', () => {
  const sweep = async () => (await sweepRetention(t.house, t.clock.now())).records
  const fileHolds = (text: string): boolean => ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))

  test('P3 goods, company, counts and the way of it stay; name, number, plate, signature and slips don\'t; one that is missing keeps whom to ask', async () => {
    const { id: signatoryId } = await t.signatory({ name: '褚岚' })
    const goods = [{ name: '办公桌', quantity: 1, remark: '褚岚自有，可打13700005062' }]
    const closed = (await t.save({ applicant: '褚岚', phone: '13700005062', goods, vehicleNo: '京C·褚', authority: await t.signedBy(signatoryId, true, '褚岚') })).id
    await t.step('checkGoods', closed, { exit: EAST, counts: [{ line: 0, found: 1 }], extra: '褚岚的保险柜' }, 'security')
    await t.step('closeUnused', closed, { reason: '褚岚说不搬了' })
    const missing = (await t.save({ applicant: '曹颖' })).id
    t.clock.advance(t.house.settings.current.recordRetentionDays * DAY)
    expect(await sweep()).toBe(0)
    t.clock.advance(DAY)
    expect(await sweep()).toBe(1)
    for (const text of ['13700005062', '137****5062', '京C', '褚岚说', '褚岚的', '褚岚自有']) expect(fileHolds(text), text).toBe(false)
    expect(await t.get(closed)).toMatchObject({
      no: 'CM26-000001', state: 'unused', erased: true, applicant: '', phoneMasked: '', vehicleNo: '', unusedReason: '＊＊说不搬了', goods: [{ name: '办公桌', quantity: 1, remark: '＊＊自有，可打＊＊' }], pieces: 1,
      authority: { kind: 'signatory', name: '', specimenId: null, signed: { by: '', signatureId: null } }, checks: [{ agrees: false, extra: '＊＊的保险柜' }],
    })
    expect((await t.get(closed)).steps.map(({ action, note }) => [action, note])).toEqual([['issue', ''], ['differ', ''], ['close-unused', '']])
    expect(await refusal(t.ask('reveal', { id: closed, field: 'phone' }))).toMatchObject({ code: 'not-found' })
    expect(await t.get(missing)).toMatchObject({ erased: false, applicant: '曹颖' })
    expect(await t.ask('signatories', { tenantId: 1 })).toMatchObject([{ name: '褚岚', active: true }])
    expect((await auditState(t.house.store)).brokenAt).toBeNull()
    expect(await sweep()).toBe(0)
  })

  test('P3 the period runs from the end of a permit, not from when it was written; why 退租 was void goes with it', async () => {
    const late = (await t.save({ applicant: '褚岚', leavingOn: '2026-06-20' })).id
    const moving = (await t.save({ kind: 'moving-out', leavingOn: '2026-06-20' })).id
    t.clock.advance(100 * DAY)
    await t.step('void', late, { reason: '褚岚不搬了' })
    await t.step('void', moving, { reason: '褚岚的电话13700005062' })
    t.clock.advance((t.house.settings.current.recordRetentionDays - 99) * DAY)
    expect(await sweep()).toBe(0)
    expect(await t.house.store.read('SELECT void_reason FROM move_out')).toEqual([{ void_reason: '褚岚的电话13700005062' }])
    t.clock.advance(100 * DAY)
    expect(await sweep()).toBe(2)
    expect(await t.house.store.read('SELECT void_reason FROM move_out')).toEqual([{ void_reason: '' }])
    expect(fileHolds('13700005062')).toBe(false)
  })

  test('P3 who signs no more is erased with the specimen, from when that ended, once no permit needs the name', async () => {
    const ended = await t.signatory({ name: '褚岚' })
    const used = await t.signatory({ name: '曹颖' })
    await t.save({ authority: await t.signedBy(used.id, true, '曹颖') })
    for (const each of [ended, used]) await t.ask('saveSignatory', { id: each.id, version: each.version, tenantId: 1, name: each.name, active: false })
    t.clock.advance(t.house.settings.current.recordRetentionDays * DAY)
    await sweep()
    expect(await t.ask('signatories', { tenantId: 1 })).toHaveLength(2)
    t.clock.advance(DAY)
    await sweep()
    expect((await t.ask('signatories', { tenantId: 1 })).map(({ name }) => name)).toEqual(['曹颖'])
    await expect(t.house.attachments.get(ended.specimenId!)).rejects.toMatchObject({ code: 'not-found' })
    expect((await t.house.attachments.get(used.specimenId!)).kind).toBe('signature')
    expect(fileHolds('褚岚')).toBe(false)
  })
})
