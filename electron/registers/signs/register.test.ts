import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../../shared/contract/permissions'
import { auditState } from '../../store/audit-head'
import { sweepRetention } from '../../store/retention'
import { BOYUAN, HENGYUE, openSigns, refusal, type TestSigns } from './testing'

let t: TestSigns
beforeEach(async () => { t = await openSigns() })
afterEach(() => t.close())

const viewer = (as: Role) => t.call(as).signedIn!
const DAY = 86_400_000

describe('10.R3 the directory', () => {
  test('10.R3 floor by floor from the top down, basements last, one line for a company\'s room, in Chinese and English', async () => {
    await t.installed({ tenantId: 3, nameZh: '鲜果时光', nameEn: 'Fresh Fruit', kind: 'door-plate' })
    await t.installed({ tenantId: 2, nameZh: HENGYUE, nameEn: 'Hengyue' })
    await t.installed({ kind: 'door-plate', nameZh: '博远', nameEn: '' })
    const lobby = await t.installed()
    await t.installed({ tenantId: 4, nameZh: '青禾设计', nameEn: '' })
    await t.apply({ tenantId: 2, nameZh: '恒越科技' })
    expect(await t.signs.directory(undefined, t.call())).toMatchObject([
      { floor: '18', lines: [{ room: '1802', nameZh: '青禾设计' }, { signId: lobby, room: '1808', nameZh: BOYUAN, nameEn: 'Boyuan (Beijing) International Supply Chain' }] },
      { floor: '6', lines: [{ room: '0603', nameZh: HENGYUE, nameEn: 'Hengyue', amiss: null }] },
      { floor: 'B1', lines: [{ room: 'B102', nameZh: '鲜果时光' }] },
    ])
  })

  test('10.R3 10.C4 on A4, with who is gone marked; as a PDF where the user says, or nowhere', async () => {
    await t.installed({ nameEn: 'A & B' })
    await t.installed({ tenantId: 2, nameZh: HENGYUE, nameEn: '' })
    await t.moveOut(2)
    expect(await t.ask('printDirectory', { to: 'printer' })).toEqual({ path: null, rows: 2 })
    const [page] = t.pages
    for (const text of ['楼层索引', 'Directory', '云汇中心', BOYUAN, 'A &amp; B', `${HENGYUE} <span class="gone">（已退租，待拆）`]) expect(page).toContain(text)
    const written = await t.ask('printDirectory', { to: 'pdf' })
    expect(existsSync(written!.path!)).toBe(true)
    t.answerDialog(() => null)
    expect(await t.ask('printDirectory', { to: 'pdf' })).toBeNull()
  })
})

describe('the register', () => {
  test('is listed newest first, page by page, by view, state, company, room and day, and found by what is known of a sign', async () => {
    const [first, second, third] = [await t.installed(), (await t.apply({ tenantId: 2, nameZh: HENGYUE, nameEn: 'Hengyue', applicant: '许佳', phone: '13700005062' })).id, (await t.apply({ tenantId: 4, nameZh: '青禾设计', nameEn: '', applicant: '', phone: '' })).id]
    const found = async (filter: Parameters<typeof t.ask<'list'>>[1]['filter']) => (await t.ask('list', { filter })).rows.map((row) => row.id)
    expect(await found({})).toEqual([third, second, first])
    const page = await t.ask('list', { filter: {}, limit: 2 })
    expect(page.next).toBe(second)
    expect(await t.ask('list', { filter: {}, limit: 2, before: page.next })).toMatchObject({ rows: [{ id: first }], next: null })
    expect(await found({ view: 'open' })).toEqual([third, second])
    expect(await found({ states: ['installed'] })).toEqual([first])
    expect(await found({ tenantId: 2 })).toEqual([second])
    expect(await found({ unitId: 4 })).toEqual([third])
    expect(await found({ from: '2026-03-13' })).toEqual([])
    for (const search of ['hengyue', 'sp26-000002', 'QT1:SP26-000002', '许佳', '5062', '137 0000 5062', '0603']) expect(await found({ search }), search).toEqual([second])
    expect(await found({ search: '%' })).toEqual([])
  })

  test('M2 a copy of the slip says so with its count; a void sign has none', async () => {
    const { id, printJobIds } = await t.apply()
    await t.house.jobs.mark(printJobIds[0]!, 'printed', null)
    const copy = await t.ask('reprint', { id })
    expect(await t.house.jobs.document(copy.printJobId)).toMatchObject({ title: '水牌申请表', reprint: { count: 1, by: '周晓岚' } })
    await t.accept(id, { print: false })
    const order = await t.house.jobs.document((await t.ask('reprint', { id })).printJobId)
    expect([order!.title, order!.reprint]).toEqual(['水牌制作单', undefined])
    await t.voidReceipt(1)
    await t.step('void', id, { reason: '不做了' })
    expect(await refusal(t.ask('reprint', { id }))).toMatchObject({ code: 'reprint-not-allowed', params: { state: 'void' } })
    t.printers.length = 0
    expect(await refusal(t.ask('reprint', { id: (await t.apply()).id }))).toMatchObject({ code: 'unknown-printer' })
  })

  test('10.F1 on A4 by days, void ones struck; in a file as filtered, numbers masked', async () => {
    await t.installed()
    await t.step('void', (await t.apply({ feeFen: 0, nameZh: '作废的' })).id, { reason: '重复' })
    expect(await t.ask('printRegister', { from: '2026-03-12', until: '2026-03-12', to: 'printer' })).toEqual({ path: null, rows: 2 })
    expect(t.pages[0]!.match(/class="void"/g)).toHaveLength(1)
    expect(t.pages[0]).toContain('共 2 件，作废 1 件，待拆换 0 件。')
    const written = await t.ask('export', { filter: { view: 'installed' }, format: 'csv' })
    expect(written!.rows).toBe(1)
    const file = readFileSync(written!.path, 'utf8')
    for (const text of ['中文名称', BOYUAN, '139****2222']) expect(file).toContain(text)
    expect(file).not.toContain('13911112222')
  })

  test('16.R3 tells of itself: a company\'s and a unit\'s, what waits and for whom, and what is searched for', async () => {
    const applied = await t.apply()
    const ordered = await t.apply({ tenantId: 2, nameZh: HENGYUE })
    await t.accept(ordered.id)
    expect((await t.house.tellers.timeline({ tenantId: 2, unitId: null }, viewer('receptionist'), 10, 'signs'))).toMatchObject([{ register: 'signs', recordId: ordered.id, no: 'SP26-000002', title: HENGYUE, state: 'ordered', room: '0603', amountFen: 12_000 }])
    expect(await t.house.tellers.timeline({ tenantId: null, unitId: 1 }, viewer('receptionist'), 10, 'signs')).toMatchObject([{ recordId: applied.id }])
    expect((await t.house.tellers.waiting(viewer('supervisor'))).map(({ what, no }) => [what, no])).toEqual([['sign-applied', 'SP26-000001'], ['sign-ordered', 'SP26-000002']])
    expect(await t.house.tellers.waiting(viewer('receptionist'), { tenantId: 1, unitId: null })).toMatchObject([{ recordId: applied.id }])
    expect((await t.house.tellers.search('恒越', viewer('receptionist'), 5)).flat()).toMatchObject([{ kind: 'sign', id: ordered.id, state: 'ordered' }])
    for (const of of [t.house.tellers.timeline({ tenantId: 2, unitId: null }, viewer('security'), 10, 'signs'), t.house.tellers.waiting(viewer('engineering'))]) expect(await of).toEqual([])
    expect((await t.house.tellers.search('恒越', viewer('finance'), 5)).flat()).toEqual([])
  })

  test('16.R3 gives company, person and number to what is started from it; a void one gives nothing', async () => {
    const { id } = await t.apply({ feeFen: 0 })
    const facts = () => t.house.store.write(t.call().scope, (tx) => t.house.origins.facts(tx, { register: 'signs', id }))
    expect(await facts()).toMatchObject({ no: 'SP26-000001', name: '陆文博', phone: '13911112222', tenantId: 1, unitId: 1, matter: `水牌 ${BOYUAN}` })
    await t.step('void', id, { reason: '不做了' })
    expect(await refusal(facts())).toMatchObject({ code: 'already-void' })
  })
})

test('P3 who applied is erased when the period is over that runs from when the sign came down; what it said stays', async () => {
  const sweep = async () => (await sweepRetention(t.house, t.clock.now())).records
  const fileHolds = (text: string): boolean => ['', '-wal'].some((suffix) => existsSync(t.house.store.path + suffix) && readFileSync(t.house.store.path + suffix).includes(Buffer.from(text)))
  const person = { applicant: '褚岚', phone: '13700005062' }
  const gone = await t.installed(person)
  const hangs = await t.installed({ applicant: '曹颖', phone: '13700005063', tenantId: 2, nameZh: HENGYUE })
  const lastDay = (): void => t.clock.advance(t.house.settings.current.recordRetentionDays * DAY)
  lastDay()
  t.clock.advance(DAY)
  expect(await sweep()).toBe(0)
  await t.step('remove', gone, { reason: '褚岚说退租了' })
  lastDay()
  expect(await sweep()).toBe(0)
  t.clock.advance(DAY)
  expect(await sweep()).toBe(1)
  for (const text of ['褚岚', '137****5062']) expect(fileHolds(text), text).toBe(false)
  expect(await t.get(gone)).toMatchObject({ no: 'SP26-000001', state: 'removed', erased: true, applicant: '', phoneMasked: '', nameZh: BOYUAN, tenantName: BOYUAN, confirmed: { by: '' }, receiptNo: 'SJ26-000001' })
  expect(await t.get(hangs)).toMatchObject({ erased: false, applicant: '曹颖' })
  expect((await auditState(t.house.store)).brokenAt).toBeNull()
})
