import { existsSync, readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../../shared/contract/permissions'
import { auditState } from '../../store/audit-head'
import { sweepRetention } from '../../store/retention'
import { BOYUAN, HOUR, onPaper, openKeys, refusal, refused, type TestKeys } from './testing'

const DAY = 86_400_000
let t: TestKeys
beforeEach(async () => { t = await openKeys() })
afterEach(() => t.close())

const viewer = (as: Role = 'receptionist') => t.call(as).signedIn!
const waits = async (as: Role, of?: { tenantId: number | null; unitId: number | null }) => (await t.house.tellers.waiting(viewer(as), of)).map(({ what, no }) => `${what} ${no}`)

describe('11.F1 the board', () => {
  test('11.R9 hooks of a board in order, with what is out, late and sealed; a tag is found as typed, scanned or lower-case', async () => {
    await t.ask('save', { board: 'b', hook: 1, type: 'riser', name: '强电井', owned: 2, place: '18 层' })
    await t.lend({ count: 1 })
    t.clock.advance(5 * HOUR)
    const { boards, board, keys } = await t.ask('board', {})
    expect([boards, board]).toEqual([[{ name: 'A', hooks: 2 }, { name: 'B', hooks: 1 }], 'A'])
    expect(keys.map(({ no, out, late, sealed }) => [no, out, late, sealed])).toEqual([['A-34', 1, true, false], ['A-35', 0, false, false]])
    for (const code of ['A-34', 'a34', 'QT1:key:A-34', 'Ａ－034']) expect((await t.ask('find', { code })).id, code).toBe(t.door.id)
    expect(await refusal(t.ask('find', { code: 'A-99' }))).toBe('not-found')
    for (const [search, found] of [['水泵', ['A-35']], ['1808', ['A-34']], ['b-1', ['B-1']], ['18', ['A-34', 'B-1']], ['100%', []]] as const) expect((await t.ask('list', { search })).map(({ no }) => no), search).toEqual(found)
    expect((await t.ask('list', { unitId: 1 })).map(({ no }) => no)).toEqual(['A-34'])
  })

  test('11.R9 a hook is not taken twice; how many are owned changes with a reason, never below what is out', async () => {
    const door = { id: t.door.id, version: 1, board: 'A', hook: 34, unitId: 1, type: 'door', name: '正门', owned: 3 } as const
    expect(await refused(t.ask('save', { ...door, id: null, board: 'a', hook: 35 }))).toMatchObject({ code: 'hook-taken', params: { no: 'A-35' }, field: 'hook' })
    expect(await refusal(t.ask('save', { ...door, hook: 35 }))).toBe('hook-taken')
    expect(await refusal(t.ask('save', { ...door, owned: 5 }))).toBe('reason-required')
    await t.lend({ count: 2 })
    expect(await refusal(t.ask('save', { ...door, owned: 1, reason: '盘亏' }))).toBe('key-lent')
    expect(await refusal(t.ask('save', { ...door, active: false }))).toBe('key-lent')
    expect(await t.ask('save', { ...door, hook: 36, owned: 2, reason: '折断一把已报废' })).toMatchObject({ no: 'A-36', owned: 2, out: 2, version: 2 })
    expect(await refusal(t.ask('save', { ...door, name: '后门' }))).toBe('stale')
    expect(await t.ask('history', { id: t.door.id })).toMatchObject([{ action: 'create' }, { action: 'change', actor: '周晓岚', changes: [{ field: 'hook', from: '34', to: '36' }, { field: 'owned', from: '3', to: '2' }], reason: '折断一把已报废' }])
  })

  test('11.R3 a sealed hook is not taken off the board, nor brought below what is sealed', async () => {
    await t.custody()
    const door = { id: t.door.id, version: 2, board: 'A', hook: 34, unitId: 1, type: 'door', name: '正门', owned: 3 } as const
    expect(await refusal(t.ask('save', { ...door, owned: 1, reason: '盘亏' }))).toBe('key-sealed')
    expect(await refusal(t.ask('save', { ...door, active: false }))).toBe('key-sealed')
    expect(await t.ask('save', { ...door, owned: 2, reason: '盘亏' })).toMatchObject({ owned: 2, sealed: true })
  })

  test('11.F1 keys are imported from a workbook: bad rows with their reasons, a second time nothing changes', async () => {
    const csv = (...lines: string[]) => ({ file: '钥匙.csv', bytes: new Uint8Array(Buffer.from(['钥匙柜,钩位,名称,房号,种类,把数', ...lines].join('\r\n'))) })
    await t.lend({ count: 2 })
    const good = ['c,1,正门,0603,房门,2', 'C,2,信箱,,信箱钥匙,', 'A,34,1808 正门,1808室,,4']
    const shown = await t.ask('importPreview', csv(...good, 'A,34,重复,,,', 'C,3,弱电井,9999,,', 'C,4,柜,,抽屉,', 'C,1000,远,,,', 'A,35,水泵房,,,0', ',5,无柜,,,'), 'supervisor')
    expect(shown).toMatchObject({ good: 3, bad: 6, added: 2, changed: 1 })
    expect(shown.problems.map(({ row, code }) => [row, code])).toEqual([[5, 'duplicate-row'], [6, 'unknown-room'], [7, 'not-a-choice'], [8, 'out-of-range'], [9, 'out-of-range'], [10, 'empty']])
    expect(await t.count('key_hook')).toBe(2)
    expect(await t.ask('importAccept', { previewId: shown.previewId }, 'supervisor')).toEqual({ added: 2, changed: 1, unchanged: 0 })
    expect((await t.ask('list', {})).map(({ no, type, owned, room }) => [no, type, owned, room])).toEqual([['A-34', 'door', 4, '1808'], ['A-35', 'plant-room', 1, ''], ['C-1', 'door', 2, '0603'], ['C-2', 'mailbox', 1, '']])
    const again = await t.ask('importPreview', csv(...good, 'A,34,1808 正门,,,1'), 'supervisor')
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    // Fewer than are out.
    expect((await t.ask('importPreview', csv('A,34,1808 正门,,,1'), 'supervisor')).problems).toMatchObject([{ code: 'out-of-range', params: { min: 2 } }])
    // What came in does not share an id with any other record of the register.
    expect(await t.ask('requestCutting', { keyId: t.door.id, count: 1, reason: '加配' })).toMatchObject({ id: (await t.ask('find', { code: 'C-2' })).id + 1 })
  })

  test('11.F1 every id of the register is of one record', async () => {
    const loan = await t.lend()
    const cutting = await t.ask('requestCutting', { keyId: t.door.id, count: 1, reason: '加配' })
    const custody = await t.custody({ keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] })
    const kinds = await Promise.all([t.door.id, loan.id, cutting.id, custody.id].map((id) => t.ask('record', { id })))
    expect(kinds.map(({ kind, no }) => [kind, no])).toEqual([['hook', 'A-34'], ['loan', 'YJ26-000001'], ['cutting', 'PK26-000001'], ['custody', 'TG26-000001']])
    expect(await refusal(t.ask('record', { id: 999 }))).toBe('not-found')
    // Steps and slips of one are not the other's.
    expect((await t.loan(loan.id)).steps.map(({ action }) => action)).toEqual(['lend'])
    expect((await t.ask('custodies', {}))[0]!.jobs.map(({ title }) => title)).toEqual(['钥匙封存签'])
  })
})

describe('11.F1 the register of loans', () => {
  test('11.C3 found by number, tag, borrower, company, phone; counted; only the borrower\'s own number masked (P3)', async () => {
    const a = await t.lend()
    const b = await t.lend({ keyId: t.plant.id, contactId: null, borrower: '孙立', company: '工程部', phone: '13700005062', signature: onPaper('孙立') })
    const found = async (search: string) => (await t.ask('loans', { filter: { search } })).rows.map((row) => row.id)
    for (const [search, ids] of [['YJ26-000001', [a.id]], ['qt1:yj26-2', [b.id]], ['a-35', [b.id]], ['陆文', [a.id]], ['工程', [b.id]], ['5062', [b.id]], ['137 0000 5062', [b.id]], ['博远', [a.id]], ['没有', []]] as const) expect(await found(search), search).toEqual(ids)
    expect((await t.ask('loans', { filter: { search: '孙立' } })).rows[0]).toMatchObject({ phoneMasked: '137****5062' })
    const page = await t.ask('loans', { filter: {}, limit: 1 })
    expect([page.rows.map((row) => row.id), page.next]).toEqual([[b.id], b.id])
    expect((await t.ask('loans', { filter: {}, before: page.next, limit: 1 })).rows.map((row) => row.id)).toEqual([a.id])
    t.clock.advance(5 * HOUR)
    await t.step('return', a.id, { count: 1, signature: onPaper('陆文博') })
    expect(await t.keys.counts(undefined, t.call())).toEqual({ out: 1, late: 1, returnedToday: 1, custody: 0, cuttingOpen: 0 })
    expect((await t.ask('loans', { filter: { view: 'returned-today' } })).rows.map((row) => row.id)).toEqual([a.id])
    expect((await t.ask('loans', { filter: { keyId: t.plant.id, from: '2026-03-12', to: '2026-03-12' } })).rows.map((row) => row.id)).toEqual([b.id])
    expect((await t.ask('loans', { filter: { from: '2026-03-13' } })).rows).toEqual([])
  })

  test('11.F1 on A4 with every return\'s signature, voided ones struck through; exported with masked numbers', async () => {
    const { id } = await t.lend({ count: 2 })
    await t.step('return', id, { count: 1, signature: onPaper('孙立') })
    await t.step('return', id, { count: 1, signature: onPaper('陆文博') })
    const wrong = await t.lend()
    await t.step('voidLoan', wrong.id, { reason: '选错' })
    expect(await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })).toEqual({ path: null, rows: 2 })
    const [html] = t.pages
    for (const text of ['钥匙借用登记表', '孙立、陆文博', '14:26 1把', 'class="void"', '作废 1 条：YJ26-000002（选错）', '未还 0 条', BOYUAN]) expect(html, text).toContain(text)
    const written = await t.ask('export', { filter: {}, format: 'xlsx' })
    const [sheet] = await readXlsxFile(written!.path)
    expect(sheet!.data[0]!.slice(0, 4)).toEqual(['编号', '钥匙', '房号', '把数'])
    expect(JSON.stringify(sheet)).toContain('139****2222')
    expect(JSON.stringify(sheet)).not.toContain('13911112222')
  })

  test('11.C3 a loan without the borrower\'s or the returner\'s signature, or without a reason, is on the list', async () => {
    const { id } = await t.lend()
    await t.lend({ keyId: t.plant.id })
    await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE key_loan SET borrower_sign_at = NULL, reason = '', returned = 1, state = 'returned' WHERE id = ?`, [id]))
    expect((await t.ask('incomplete', { from: '2026-03-01', to: '2026-03-31' })).map((row) => [row.id, row.missing])).toEqual([[id, ['borrower-signature', 'returner-signature', 'reason']]])
    expect(await t.ask('incomplete', { from: '2026-03-13', to: '2026-03-31' })).toEqual([])
  })
})

describe('11.R5 what waits, and for whom', () => {
  test('11.R5 11.R7 the desk waits for keys due today and late ones, the supervisor for requests, the administrator for approvals', async () => {
    await t.lend()
    await t.lend({ dueAt: t.clock.now() + 3 * DAY })
    const { id } = await t.ask('requestCutting', { keyId: t.door.id, count: 1, reason: '加配' })
    expect(await waits('receptionist')).toEqual(['key-out YJ26-000001'])
    expect(await waits('supervisor')).toEqual(['key-out YJ26-000001', 'cutting-requested PK26-000001'])
    expect(await waits('engineering')).toEqual([])
    expect(await waits('finance')).toEqual([])
    await t.step('checkCutting', id, { agreed: true }, 'supervisor')
    t.clock.advance(5 * HOUR)
    expect(await waits('receptionist')).toEqual(['key-late YJ26-000001'])
    expect(await waits('administrator')).toEqual(['key-late YJ26-000001', 'cutting-checked PK26-000001'])
    await t.step('approveCutting', id, { agreed: true }, 'administrator')
    const custody = await t.custody({ keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] })
    await t.step('unseal', custody.id, { person: '陆文博', reason: '取文件', signature: onPaper('陆文博') })
    expect(await waits('receptionist')).toEqual(['key-late YJ26-000001', 'cutting-approved PK26-000001', 'custody-unsealed TG26-000001'])
    expect(await waits('receptionist', { tenantId: 1, unitId: null })).toEqual(['key-late YJ26-000001', 'key-out YJ26-000002', 'custody-unsealed TG26-000001'])
    expect(await waits('supervisor', { tenantId: null, unitId: 1 })).toContain('cutting-approved PK26-000001')
    expect(await t.house.tellers.dayEnd()).toEqual([{ what: 'keys-out', count: 2, nos: ['YJ26-000001', 'YJ26-000002'] }])
  })

  test('11.R6 11.R8 11.R9 who may check hears of damage and loss by severity, of counts to check, and of boards nobody has counted for a month', async () => {
    const loss = await t.report({ keyId: t.door.id, kind: 'loss', count: 1, severity: 3, reason: '丢失' })
    await t.report({ keyId: t.plant.id, kind: 'damage', count: 1, severity: 1, reason: '齿磨损' })
    await t.stocktake('A', [{ keyId: t.door.id, found: 1, explanation: '又少一把' }, { keyId: t.plant.id, found: 1 }])
    expect(await waits('receptionist')).toEqual([])
    expect(await waits('supervisor')).toEqual(['key-incident A-34', 'key-incident A-35', 'stocktake-unchecked PD26-000001'])
    const [first] = await t.house.tellers.waiting(viewer('supervisor'))
    expect(first, 'a serious one is late at once').toMatchObject({ recordId: t.door.id, title: '正门遗失 1把', detail: '1808，严重', dueAt: t.clock.now() })
    await t.ask('closeIncident', { id: loss.id, measure: '换锁芯' }, 'supervisor')
    await t.step('checkStocktake', (await t.keys.stocktakes(undefined, t.call()))[0]!.id, {}, 'supervisor')
    expect(await waits('supervisor')).toEqual(['key-incident A-35'])
    await t.ask('save', { board: 'B', hook: 1, type: 'riser', name: '强电井', owned: 2 })
    t.clock.advance(32 * DAY)
    expect((await t.house.tellers.waiting(viewer('supervisor'))).filter(({ what }) => what === 'stocktake-due').map(({ title, detail }) => [title, detail])).toEqual([['A 板钥匙', '上次盘点 2026-03-12'], ['B 板钥匙', '还没有盘点过']])
    // Who counted is not asked to check.
    const own = await t.stocktake('A', [{ keyId: t.door.id, found: 1, explanation: '又少一把' }, { keyId: t.plant.id, found: 1 }], 'supervisor')
    expect(await waits('supervisor')).not.toContain(`stocktake-unchecked ${own.no}`)
    expect(await waits('administrator')).toContain(`stocktake-unchecked ${own.no}`)
  })

  test('11.R9 the tags of a board are printed, one for each of its keys, with the code that is scanned; not those of hooks out of use', async () => {
    expect(await t.ask('printTags', { board: 'a', to: 'printer' })).toEqual({ path: null, rows: 4 })
    const codes = [...t.pages[0]!.matchAll(/data-code="([^"]+)"/g)].map(([, code]) => code!)
    expect(codes).toEqual(['QT1:KEY:A-34', 'QT1:KEY:A-34', 'QT1:KEY:A-34', 'QT1:KEY:A-35'])
    expect(await t.ask('find', { code: codes[3]! })).toMatchObject({ id: t.plant.id })
    expect(t.pages[0]).toContain('水泵房')
    expect(await refusal(t.ask('printTags', { board: 'Z', to: 'printer' }))).toBe('not-found')
  })

  test('11.R4 11.R5 11.R9 cutting, custody and stocktake are read by their id, however many came after; another\'s id is none', async () => {
    const cutting = await t.ask('requestCutting', { keyId: t.door.id, count: 1, reason: '加配' })
    const custody = await t.custody({ keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] })
    const taken = await t.stocktake('A', [{ keyId: t.door.id, found: 3 }, { keyId: t.plant.id, found: 1 }])
    for (let count = 0; count < 100; count++) await t.stocktake('A', [{ keyId: t.door.id, found: 3 }, { keyId: t.plant.id, found: 1 }])
    expect((await t.keys.stocktakes(undefined, t.call())).some(({ id }) => id === taken.id)).toBe(false)
    expect(await t.ask('stocktake', { id: taken.id })).toEqual(taken)
    expect(await t.ask('cutting', { id: cutting.id })).toEqual(cutting)
    expect(await t.ask('custody', { id: custody.id })).toEqual(custody)
    for (const of of ['stocktake', 'cutting', 'custody'] as const) expect(await refusal(t.ask(of, { id: t.door.id }))).toBe('not-found')
  })

  test('16.R3 loans and custodies stand on the company\'s timeline and in the command bar; only for who may read them', async () => {
    const { id } = await t.lend({ depositFen: 5000, payment: 'cash' })
    const custody = await t.custody()
    const timeline = await t.house.tellers.timeline({ tenantId: 1, unitId: null }, viewer(), 10)
    expect(timeline).toMatchObject([{ kind: 'key-custody', recordId: custody.id, state: 'sealed' }, { kind: 'key-loan', recordId: id, title: 'A-34 正门', state: 'out', amountFen: 5000 }])
    expect(await t.house.tellers.timeline({ tenantId: 1, unitId: null }, viewer('finance'), 10)).toEqual([])
    expect((await t.house.tellers.search('A-34', viewer(), 10)).flat()).toMatchObject([{ kind: 'key', id, title: 'YJ26-000001', state: 'out' }, { kind: 'key', id: t.door.id, title: 'A-34' }])
    expect((await t.house.tellers.search('陆文博', viewer(), 10)).flat()).toMatchObject([{ id }])
    const cutting = await t.ask('requestCutting', { keyId: t.plant.id, count: 1, reason: '加配' })
    const taken = await t.stocktake('A', [{ keyId: t.door.id, found: 2 }, { keyId: t.plant.id, found: 1 }])
    for (const [typed, found] of [['TG26-000001', custody], ['tg26-1', custody], ['QT1:TG26-000001', custody], ['f-0001', custody], ['pk26-1', cutting], ['PD26-000001', taken]] as const) expect((await t.house.tellers.search(typed, viewer(), 10)).flat(), typed).toMatchObject([{ kind: 'key', id: found.id, title: found.no }])
    expect((await t.house.tellers.search('A-34', viewer('finance'), 10)).flat()).toEqual([])
    expect(await t.house.origins.facts({ query: (sql, parameters) => t.house.store.read(sql, parameters) }, { register: 'keys', id })).toMatchObject({ no: 'YJ26-000001', name: '陆文博', phone: '13911112222', room: '1808', matter: '空调检修' })
  })
})

describe('P3 persons are erased from ended records after their own period', () => {
  const fileHolds = (text: string): boolean => ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))
  const sweep = async () => (await sweepRetention(t.house, t.clock.now())).records
  const afterPeriod = () => t.clock.advance((t.house.settings.current.recordRetentionDays + 1) * DAY)
  const intact = async () => expect((await auditState(t.house.store)).brokenAt).toBeNull()
  const chu = { contactId: null, borrower: '褚岚', phone: '13700005062', signature: onPaper('褚岚'), reason: '褚岚取样品，13700005062' }

  test('P3 a returned loan keeps key, times and money, and nobody\'s name or number; one that is out is not touched', async () => {
    const picture = await t.picture('signature')
    const { id } = await t.lend({ ...chu, depositFen: 5000, payment: 'cash' })
    await t.report({ keyId: t.door.id, loanId: id, kind: 'damage', count: 1, severity: 1, reason: '褚岚折弯', responsible: '褚岚' })
    await t.step('return', id, { count: 1, signature: { by: '褚岚', signatureId: picture }, receiptNo: 'SJ26-000001' })
    const open = await t.lend({ contactId: null, borrower: '曹颖', phone: '13700005063', signature: onPaper('曹颖') })
    afterPeriod()
    expect(await sweep()).toBe(1)
    expect(await t.loan(id)).toMatchObject({
      no: 'YJ26-000001', state: 'returned', erased: true, borrower: '', phoneMasked: '', reason: '＊＊取样品，＊＊', count: 1, returned: 1, depositState: 'refunded', returner: { by: '', signatureId: null },
      returns: [{ count: 1, to: '周晓岚', signed: { by: '', signatureId: null } }], incidents: [{ reason: '＊＊折弯', responsible: '' }],
    })
    expect(await t.loan(open.id)).toMatchObject({ erased: false, borrower: '曹颖', phoneMasked: '137****5063' })
    expect(await t.house.store.read('SELECT holder FROM deposit')).toEqual([{ holder: '' }])
    for (const text of ['13700005062', '137****5062']) expect(fileHolds(text), text).toBe(false)
    expect((await t.ask('loans', { filter: { search: '5062' } })).rows).toEqual([])
    expect(await refusal(t.ask('reveal', { id, field: 'phone' }))).toBe('not-found')
    expect((await t.ask('incomplete', { from: '2026-03-01', to: '2026-03-31' })).map((row) => row.id)).toEqual([open.id])
    await intact()
    expect(await sweep()).toBe(0)
  })

  test('P3 the period of a loan, a cutting and a custody runs from their end, however long they were', async () => {
    const { id } = await t.lend({ ...chu, dueAt: t.clock.now() + 300 * DAY })
    const custody = await t.custody({ keys: [{ type: 'cabinet', name: '保险柜', count: 1 }] })
    const cutting = await t.ask('requestCutting', { keyId: t.plant.id, count: 1, reason: '加配', applicant: '褚岚' })
    t.clock.advance(800 * DAY)
    await t.step('return', id, { count: 1, signature: onPaper('褚岚') })
    await t.step('endCustody', custody.id, { person: '陆文博', signature: onPaper('陆文博') })
    await t.step('checkCutting', cutting.id, { agreed: false, reason: '不配' }, 'supervisor')
    t.clock.advance(HOUR)
    expect(await sweep()).toBe(0)
    expect(await t.loan(id)).toMatchObject({ borrower: '褚岚', returner: { by: '褚岚' } })
    expect((await t.ask('custody', { id: custody.id })).authorised).toMatchObject([{ name: '陆文博' }])
    afterPeriod()
    expect(await sweep()).toBe(3)
    expect(await t.loan(id)).toMatchObject({ borrower: '', returner: { by: '' } })
  })

  test('P3 an ended custody keeps keys, seals and times; a refused cutting its count; an incident of no loan what happened', async () => {
    const photo = await t.picture('photo')
    const custody = await t.custody({ reason: '委托人褚岚出差', signature: onPaper('褚岚'), photoIds: [photo] })
    await t.step('endCustody', custody.id, { person: '陆文博', signature: onPaper('陆文博'), hooks: 'kept' })
    const cutting = await t.ask('requestCutting', { keyId: t.door.id, count: 2, reason: '褚岚入职', applicant: '褚岚' })
    await t.step('checkCutting', cutting.id, { agreed: false, reason: '褚岚已离职' }, 'supervisor')
    const incident = await t.report({ keyId: t.door.id, kind: 'damage', count: 1, severity: 1, reason: '褚岚折弯', responsible: '褚岚' })
    await t.ask('closeIncident', { id: incident.id, measure: '褚岚赔付' }, 'supervisor')
    afterPeriod()
    expect(await sweep()).toBe(2)
    const [ended] = await t.ask('custodies', { open: false })
    expect(ended).toMatchObject({ no: 'TG26-000001', state: 'ended', sealNo: 'F-0001', reason: '委托人＊＊出差', photoIds: [], keys: [{ no: 'A-34', count: 2 }], authorised: [{ name: '', title: '行政经理', documentMasked: '' }], events: [{ kind: 'sealed', person: '', by: '周晓岚' }, { kind: 'ended', person: '' }] })
    expect((await t.ask('cuttings', { open: false }))[0]).toMatchObject({ no: 'PK26-000001', state: 'refused', count: 2, applicant: '', reason: '＊＊入职', refusedReason: '＊＊已离职' })
    expect((await t.ask('incidents', { open: false }))[0]).toMatchObject({ kind: 'damage', responsible: '', reason: '＊＊折弯', measure: '＊＊赔付' })
    for (const text of ['褚岚', '002X']) expect(fileHolds(text), text).toBe(false)
    await intact()
    expect(await sweep()).toBe(0)
  })
})
