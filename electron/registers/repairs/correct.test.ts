import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../shared/contract'
import { openRepairs, refusal, type TestRepairs } from './testing'

let t: TestRepairs
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())

const hour = 3_600_000
const correct = (id: number, changes: Inputs['repairs']['correct']['changes'], reason = '听错') => t.step('correct', id, { reason, changes })

describe('13.F1 a correction', () => {
  test('P3 keeps what stood there with its reason, and none of the client\'s words in clear in the chain', async () => {
    const { id } = await t.save({ phone: '13800002716' })
    const order = await correct(id, { content: '卫生间漏水，很急', trade: 'other', reporter: '王倩', phone: '13911112222', unitId: 2, tenantId: 2 })
    expect(order).toMatchObject({ content: '卫生间漏水，很急', fault: '卫生间漏水', trade: 'other', reporter: '王倩', phoneMasked: '139****2222', room: '0603', tenantName: '恒越信息技术（上海）有限公司', contactId: null })
    expect(order.history.at(-1)).toMatchObject({
      action: 'correct', reason: '听错', changes: [
        { field: 'content', from: '茶水间水管接头漏水，地面有积水', to: '卫生间漏水，很急' }, { field: 'trade', from: 'plumbing', to: 'other' }, { field: 'room', from: '1808', to: '0603' },
        { field: 'tenantName' }, { field: 'reporter', from: '陆文博', to: '王倩' }, { field: 'phone', from: '138****2716', to: '139****2222' },
      ],
    })
    const chain = await t.auditText(id)
    for (const words of ['王倩', '陆文博', '漏水', '听错', '13911112222']) expect(chain).not.toContain(words)
    expect((await t.ask('list', { filter: { search: '卫生间漏水' } })).rows).toHaveLength(1)
    expect((await t.ask('list', { filter: { search: '茶水间' } })).rows).toEqual([])
  })

  test('13.R2 engineering hears of what concerns it, once', async () => {
    const { id } = await t.save()
    await correct(id, { content: '卫生间漏水' })
    expect((await t.house.notices.open('engineering')).map((notice) => notice.text)).toEqual(['1808室，卫生间漏水，陆文博'])
    await t.step('fetch', id, { by: '何建国' })
    await correct(id, { reporter: '王倩' })
    expect(await t.house.notices.open('engineering')).toEqual([])
    await correct(id, { urgency: 'urgent' })
    expect((await t.house.notices.open('engineering')).map((notice) => notice.text)).toEqual(['1808室，更正：卫生间漏水，王倩'])
  })

  test('13.C5 what was agreed is corrected with its reason, and the due time with it', async () => {
    const { id } = await t.save()
    const now = t.clock.now()
    expect((await correct(id, { expectedFinishAt: now + hour })).dueAt).toBe(now + hour)
    expect(await refusal(correct(id, { expectedFinishAt: now - 1 }))).toBe('end-before-start')
    expect(await refusal(correct(id, { appointmentAt: now + 2 * hour }))).toBe('end-before-start')
    expect((await correct(id, { expectedFinishAt: null })).dueAt).toBe(new Date(2026, 2, 12, 23, 59, 59, 999).getTime())
  })

  test('13.R4 finish time and work record are corrected once there are any', async () => {
    const { id } = await t.save()
    expect(await refusal(correct(id, { workRecord: '换阀' }))).toBe('wrong-state')
    expect(await refusal(correct(id, { finishedAt: t.clock.now() }))).toBe('wrong-state')
    const done = await t.orderAt('done')
    t.clock.advance(hour)
    expect(await refusal(correct(done, { finishedAt: t.clock.now() + 1 }))).toBe('invalid-input')
    expect(await refusal(correct(done, { finishedAt: t.clock.now() - 2 * hour }))).toBe('end-before-start')
    expect(await correct(done, { finishedAt: t.clock.now() - 1000, workRecord: '换阀' })).toMatchObject({ finishedAt: t.clock.now() - 1000, workRecord: '换阀' })
  })

  test('13.R1 where and from whom stays said; nothing changed leaves no line; a void order stays as it is', async () => {
    const { id, version } = await t.save({ contactId: null, reporter: '王倩', unitId: 1 })
    expect(await refusal(correct(id, { unitId: null, tenantId: null }))).toBe('invalid-input')
    expect(await refusal(correct(id, { reporter: '' }))).toBe('caller-required')
    expect(await refusal(correct(id, { phone: '12' }))).toBe('invalid-phone')
    expect(await correct(id, { unitId: null, place: '大堂' })).toMatchObject({ room: '', place: '大堂', unitId: null })
    expect((await correct(id, { place: '大堂' })).history).toHaveLength(2)
    expect(await refusal(t.ask('correct', { id, version, reason: '无', changes: { place: '楼梯' } }))).toBe('order-taken')
    await t.step('void', id, { reason: '重复' })
    expect(await refusal(correct(id, { place: '楼梯' }))).toBe('already-void')
  })

  test('P3 who was erased is not written anew', async () => {
    const { id } = await t.save()
    await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE work_order SET erased_at = 1, data_key = NULL, phone_enc = NULL, phone_masked = '', reporter = '' WHERE id = ?`, [id]))
    expect(await refusal(correct(id, { reporter: '王倩' }))).toBe('wrong-state')
    expect((await correct(id, { trade: 'other' })).trade).toBe('other')
  })
})
