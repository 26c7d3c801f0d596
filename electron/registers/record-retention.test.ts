import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditState } from '../store/audit-head'
import { sweepRetention } from '../store/retention'
import { openRepairs } from './repairs/testing'

const DAY = 86_400_000
let t: Awaited<ReturnType<typeof openRepairs>>
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())

test('P3 who reported is erased from a filed order after its period; number, work and steps stay, and the chain verifies', async () => {
  const filed = await t.orderAt('filed', { reporter: '宋雨桐', phone: '13700005062', contactId: null, unitId: 1 })
  const open = await t.orderAt('started', { reporter: '曹颖', phone: '13700005063', contactId: null, unitId: 1 })
  t.clock.advance((t.house.settings.current.recordRetentionDays - 1) * DAY)
  expect((await sweepRetention(t.house, t.clock.now())).records).toBe(0)
  t.clock.advance(2 * DAY)
  expect((await sweepRetention(t.house, t.clock.now())).records).toBe(1)

  const order = await t.ask('get', { id: filed })
  expect(order).toMatchObject({ no: 'WX26-000001', erased: true, reporter: '', phoneMasked: '', clientComment: '', workRecord: '更换球阀两只', state: 'filed', onTime: true })
  expect(order.steps.map(({ action }) => action)).toEqual(['create', 'fetch', 'assign', 'start', 'finish', 'sign', 'return', 'verify', 'file'])
  const left = await t.house.store.read<Record<string, unknown>>(`SELECT * FROM work_order WHERE id = ?`, [filed])
  expect(JSON.stringify(left)).not.toMatch(/宋雨桐|5062|陆文博/)
  expect(await t.house.store.read(`SELECT 1 FROM print_job WHERE register = 'repairs' AND record_id = ? AND document IS NOT NULL`, [filed])).toEqual([])
  expect((await auditState(t.house.store)).brokenAt).toBeNull()
  // One that is not settled keeps whom to call.
  expect(await t.ask('get', { id: open })).toMatchObject({ erased: false, reporter: '曹颖', phoneMasked: '137****5063' })
})
