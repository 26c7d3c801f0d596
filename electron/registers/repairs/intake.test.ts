import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { layoutSlip } from '../../../shared/slip/layout'
import { BOYUAN, fact, openRepairs, refusal, type TestRepairs } from './testing'

let t: TestRepairs
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())

const day = 86_400_000

describe('13.R1 13.R2 intake', () => {
  test('13.R2 saved, an order has number, company, room and contact, and engineering has it on its list and on paper at once, in two copies', async () => {
    const saved = await t.save({ urgency: 'urgent', appointmentAt: t.clock.now() + 3_600_000 })
    expect(saved).toMatchObject({ no: 'WX26-000001', state: 'issued', version: 1 })
    expect(await t.get(saved.id)).toMatchObject({
      fault: '茶水间水管接头漏水', trade: 'plumbing', urgency: 'urgent', room: '1808', tenantName: BOYUAN, reporter: '陆文博', phoneMasked: '139****2222', receivedBy: '周晓岚', chargeable: false, charge: null, onTime: null,
      steps: [{ action: 'create', to: 'issued', actor: '周晓岚' }], notices: [{ department: 'engineering', acknowledgedAt: null }],
    })
    const slips = await t.slips(saved.id)
    expect(slips.map(({ title, printer }) => `${title} ${printer}`)).toEqual(['维修工作令单 engineering', '维修工作令单 engineering'])
    expect(saved.printJobIds).toHaveLength(2)
    const words = slips.map(({ document }) => layoutSlip(document, 80).rows.flatMap((row) => (row.kind === 'text' ? row.spans.map((span) => span.text) : [])).join('\n'))
    expect(words[0]).toContain('第1联 工程联，共2联')
    expect(words[1]).toContain('第2联 客户联，共2联')
    expect(words.join('')).not.toMatch(/139\d|\*{4}/)
    expect(fact(slips[0]!.document, '报修人')).toBe('陆文博 分机8012')
    expect(fact(slips[0]!.document, '收费')).toBe('免费')
  })

  test('13.R2 as many copies as the tower has set; without a printer, or when no paper is asked for, the notice stands alone', async () => {
    await t.house.settings.save(t.call('administrator').scope, { workOrderCopies: 3 })
    expect((await t.save()).printJobIds).toHaveLength(3)
    const quiet = await t.save({ print: false })
    expect(quiet.printJobIds).toEqual([])
    t.printers.splice(0)
    expect((await t.save()).printJobIds).toEqual([])
    expect(await t.openNotices(quiet.id)).toBe(1)
  })

  test('13.R1 what, where and from whom is asked for; a refused order takes no number', async () => {
    expect(await refusal(t.save({ content: '' }))).toBe('invalid-input')
    expect(await refusal(t.save({ contactId: null, reporter: '陆文博' }))).toBe('invalid-input')
    expect(await refusal(t.save({ contactId: null, unitId: 1 }))).toBe('caller-required')
    expect(await refusal(t.save({ phone: '12345678901234567' }))).toBe('invalid-phone')
    expect(await refusal(t.save({ unitId: 99 }))).toBe('not-found')
    expect(await refusal(t.save({ photoIds: [99] }))).toBe('not-found')
    expect((await t.save()).no).toBe('WX26-000001')
  })

  test('13.R1 an appointment of a past day, a finish before now or before the appointment are refused', async () => {
    const now = t.clock.now()
    expect(await refusal(t.save({ appointmentAt: now - day }))).toBe('in-the-past')
    expect(await refusal(t.save({ expectedFinishAt: now - 1 }))).toBe('due-before-now')
    expect(await refusal(t.save({ appointmentAt: now + day, expectedFinishAt: now + 1000 }))).toBe('end-before-start')
    expect((await t.get((await t.save({ appointmentAt: now + day, expectedFinishAt: now + day + 1000 })).id)).dueAt).toBe(now + day + 1000)
  })

  test('13.R1 a place of no unit is not the reporter\'s room', async () => {
    const { id } = await t.save({ place: '3层茶水间' })
    expect(await t.get(id)).toMatchObject({ place: '3层茶水间', room: '', unitId: null, tenantName: BOYUAN })
    expect((await t.slips(id))[0]!.document.lines).toContainEqual({ kind: 'text', text: '3层茶水间', align: 'center', size: 2 })
  })

  test('13.R1 photos are the order\'s; another order can\'t take them', async () => {
    const photo = await t.picture('photo')
    const { id } = await t.save({ photoIds: [photo] })
    expect((await t.get(id)).photoIds).toEqual([photo])
    expect(await refusal(t.save({ photoIds: [photo] }))).toBe('not-found')
  })

  test('16.R3 started from a record, it takes who, where and what from it, the number too, and is linked; what is typed goes first', async () => {
    const told: string[] = []
    t.house.origins.provide('reception', {
      facts: async (_tx, id) => ({ no: 'DJ26-004209', at: t.clock.now(), name: '陆文博', phone: '13800002716', company: BOYUAN, contactId: null, tenantId: 1, tenantName: BOYUAN, unitId: 1, room: '1808', place: '', matter: `空调不制冷${id}` }),
      started: async (_tx, id, to) => { told.push(`${id} ${to.no}`) },
    })
    const { id } = await t.ask('save', { from: { register: 'reception', id: 7 } })
    expect(await t.get(id)).toMatchObject({ content: '空调不制冷7', reporter: '陆文博', phoneMasked: '138****2716', room: '1808', tenantName: BOYUAN, links: [{ register: 'reception', recordId: 7, no: 'DJ26-004209', direction: 'from' }] })
    expect(told).toEqual(['7 WX26-000001'])
    expect(await t.ask('reveal', { id, field: 'phone' })).toEqual({ value: '13800002716' })
    const other = await t.ask('save', { from: { register: 'reception', id: 8 }, content: '灯不亮', reporter: '王倩', phone: '8015' })
    expect(await t.get(other.id)).toMatchObject({ content: '灯不亮', reporter: '王倩', phoneMasked: '**15', room: '1808' })
  })

  test('P3 the reporter\'s number is stored sealed and shown masked; who looked at it is written down', async () => {
    const { id } = await t.save({ phone: '13800002716' })
    const [row] = await t.house.store.read<Record<string, unknown>>('SELECT * FROM work_order WHERE id = ?', [id])
    expect(JSON.stringify(row)).not.toContain('13800002716')
    expect(row!.phone_masked).toBe('138****2716')
    expect(await t.ask('reveal', { id, field: 'phone' }, 'engineering')).toEqual({ value: '13800002716' })
    expect(await t.house.store.read(`SELECT actor, detail FROM audit WHERE action = 'reveal'`)).toEqual([{ actor: '何建国', detail: '{"field":"phone"}' }])
    expect(await refusal(t.ask('reveal', { id: (await t.save({ contactId: null, unitId: 2, reporter: '保洁' })).id, field: 'phone' }))).toBe('not-found')
  })
})

describe('13.R1 the same thing reported twice', () => {
  const like = (input: { unitId?: number | null; place?: string; content: string; trade?: 'plumbing' | 'electrical' | null }) => t.ask('duplicates', { unitId: 1, ...input }).then((rows) => rows.map((row) => row.no))

  test('13.R1 same unit with the same fault, trade or words is shown; another unit, a closed or an old one is not', async () => {
    const first = await t.save()
    expect(await like({ content: '水管接头又漏了' })).toEqual(['WX26-000001'])
    expect(await like({ content: '下水慢', trade: 'plumbing' })).toEqual(['WX26-000001'])
    expect(await like({ content: '灯不亮', trade: 'electrical' })).toEqual([])
    expect(await like({ content: '水管接头漏水', unitId: 2 })).toEqual([])
    expect(await like({ content: '水管接头漏水', unitId: null })).toEqual([])
    await t.save({ content: '茶水间水管接头漏水' })
    expect(await like({ content: '茶水间水管接头漏水' })).toEqual(['WX26-000002', 'WX26-000001'])
    await t.step('void', first.id, { reason: '重复开单' })
    expect(await like({ content: '茶水间水管接头漏水' })).toEqual(['WX26-000002'])
    t.clock.advance(3 * day + 1)
    expect(await like({ content: '茶水间水管接头漏水' })).toEqual([])
  })

  test('13.R1 a place of no unit has its own', async () => {
    await t.save({ place: '大堂', content: '灯不亮', trade: 'electrical' })
    expect(await like({ unitId: null, place: '大堂', content: '大堂灯不亮' })).toEqual(['WX26-000001'])
    expect(await like({ unitId: null, place: '3层茶水间', content: '灯不亮', trade: 'electrical' })).toEqual([])
  })

  test('13.R1 added to the open order: its content says so, engineering is told, and no second number is taken', async () => {
    const { id } = await t.save()
    const added = await t.step('addTo', id, { content: '水已流到走廊' })
    expect(added).toMatchObject({ no: 'WX26-000001', state: 'issued', version: 2 })
    expect(await t.get(id)).toMatchObject({ content: '茶水间水管接头漏水，地面有积水；又报：水已流到走廊', fault: '茶水间水管接头漏水' })
    expect(await t.openNotices(id)).toBe(2)
    const slip = (await t.slips(id)).at(-1)!
    expect([slip.title, fact(slip.document, '事项')]).toEqual(['告知单', '并入本单：水已流到走廊'])
    expect(await t.auditText(id)).not.toContain('流到走廊')
    const [line] = (await t.get(id)).history.filter(({ action }) => action === 'add')
    expect(line!.changes).toMatchObject([{ field: 'content', to: '茶水间水管接头漏水，地面有积水；又报：水已流到走廊' }])
    expect((await t.save()).no).toBe('WX26-000002')
  })

  test.each(['done', 'signed', 'returned', 'verified', 'filed'] as const)('13.R1 an order that is %s is neither offered nor added to: what is wrong again is another order', async (state) => {
    const done = await t.orderAt(state)
    const before = await t.get(done)
    expect(await like({ content: '茶水间水管接头漏水' })).toEqual([])
    await expect(t.step('addTo', done, { content: '还漏' })).rejects.toMatchObject({ code: 'work-done', params: { no: before.no } })
    expect(await t.get(done)).toEqual(before)
  })

  test('13.R1 two desks don\'t add to the same version', async () => {
    const { id } = await t.save()
    await t.ask('addTo', { id, version: 1, content: '又漏' })
    expect(await refusal(t.ask('addTo', { id, version: 1, content: '又漏' }))).toBe('order-taken')
  })
})
