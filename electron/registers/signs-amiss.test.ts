import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOYUAN, HENGYUE, openSigns, type TestSigns } from './signs/testing'
import { createTenants } from './tenants/tenants'

let t: TestSigns
beforeEach(async () => { t = await openSigns() })
afterEach(() => t.close())

test('10.R3 10.C4 a client who left, has another room, or another name: each is told apart, and since when it is gone', async () => {
  const tenants = createTenants(t.house)
  const save = (id: number, over: object) => tenants.save({ id, name: [BOYUAN, HENGYUE, '鲜果时光', '青禾设计'][id - 1]!, shortName: '', movedInOn: null, active: true, remark: '', unitIds: [id], ...over }, t.call('supervisor'))
  const [left, moved, , renamed, short] = [await t.installed(), await t.installed({ tenantId: 2, nameZh: HENGYUE }), await t.installed({ tenantId: 3, nameZh: '鲜果时光' }), await t.installed({ tenantId: 4, nameZh: '青禾设计' }), await t.installed({ tenantId: 4, nameZh: '青禾', kind: 'door-plate' })]
  t.clock.advance(5 * 86_400_000)
  await save(1, { active: false })
  await save(2, { unitIds: [3] })
  await save(4, { name: '青禾建筑设计' })
  t.clock.advance(5 * 86_400_000)
  expect((await t.ask('list', { filter: { view: 'amiss' } })).rows.map(({ id, amiss, leftOn }) => [id, amiss, leftOn])).toEqual([[renamed, 'renamed', null], [moved, 'moved', '2026-03-17'], [left, 'left', '2026-03-17']])
  expect((await t.house.tellers.waiting(t.call().signedIn!)).map(({ what, since }) => [what, since])).toEqual([['sign-renamed', new Date(2026, 2, 12).getTime()], ['sign-departed', new Date(2026, 2, 17).getTime()], ['sign-moved', new Date(2026, 2, 17).getTime()]])
  await t.ask('printDirectory', { to: 'printer' })
  for (const text of ['（已退租，待拆）', '（已换房，待拆）', '（已更名，待换）']) expect(t.pages[0]).toContain(text)
  // Back again, by its old name: nothing is wrong any more. A name that was never the whole one is the client's own affair.
  await save(1, {})
  await save(2, {})
  await save(4, {})
  expect((await t.ask('list', { filter: { view: 'amiss' } })).rows).toEqual([])
  expect((await t.get(short)).amiss).toBeNull()
})
