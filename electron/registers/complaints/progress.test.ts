import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { complaintStates, nextComplaintState, urgedStates, type ComplaintAction, type ComplaintState } from '../../../shared/rules/complaint'
import { DAY, HOUR, openComplaints, refusal, type TestComplaints } from './testing'

let t: TestComplaints
const ended = new Map<number, 'good' | 'nothing'>()
beforeEach(async () => {
  t = await openComplaints()
  ended.clear()
  t.origin('repairs', {}, (_, id) => Promise.resolve({ no: `WX26-00000${id}`, open: !ended.has(id), goodAt: ended.get(id) === 'good' ? t.clock.now() : null }))
})
afterEach(() => t.close())

const due = () => t.clock.now() + 4 * HOUR
const again = () => ({ department: 'engineering' as const, person: '何建国', dueAt: due() })
const order = { register: 'repairs' as const, id: 1, no: 'WX26-000001' }
const started = (id: number, to = order) => t.house.store.write(t.call().scope, async (tx) => t.house.origins.started(tx, { register: 'complaints', id, no: (await t.get(id)).no }, to))
const finished = (outcome: 'returned' | 'good' | 'bad' | 'refused' | 'void', record = order) => {
  if (outcome !== 'returned') ended.set(record.id, outcome === 'good' ? 'good' : 'nothing')
  return t.house.store.write(t.call().scope, (tx) => t.house.origins.finished(tx, record, outcome))
}

/** The steps somebody takes; `repair` and `resume` follow from a repair's. */
type Taken = Exclude<ComplaintAction, 'repair' | 'resume'>
const steps: Record<Taken, (id: number) => Promise<unknown>> = {
  escalate: (id) => t.step('escalate', id, {}, 'supervisor'),
  assign: (id) => t.step('assign', id, again(), 'supervisor'),
  handle: (id) => t.step('handle', id, { handling: '已停钻' }, 'supervisor'),
  satisfied: (id) => t.step('ask', id, { how: 'phone', opinion: 'satisfied' }),
  dissatisfied: (id) => t.step('ask', id, { how: 'phone', opinion: 'dissatisfied', again: again() }),
  reopen: (id) => t.step('reopen', id, { reason: '又打钻', ...again() }, 'supervisor'),
  void: (id) => t.step('void', id, { reason: '重复登记' }, 'supervisor'),
}

/** A complaint in a state, by the shortest way. */
async function inState(state: ComplaintState): Promise<number> {
  const { id } = await t.save({ level: state === 'escalated' ? 2 : 1, ...(state === 'handling' ? { department: 'engineering' } : {}), ...(state === 'handled' || state === 'closed' ? { handling: '已停钻' } : {}) })
  if (state === 'closed') await steps.satisfied(id)
  if (state === 'void') await steps.void(id)
  if (state === 'repairing') await started(id)
  expect((await t.get(id)).state).toBe(state)
  return id
}

describe('7.R3 7.R4 7.R5 the way of a complaint', () => {
  test.each(complaintStates)('7.R5 what may happen to one that is %s happens, is on record, and nothing else does', async (state) => {
    for (const [action, take] of Object.entries(steps) as [Taken, (id: number) => Promise<unknown>][]) {
      const id = await inState(state)
      const before = await t.get(id)
      const to = nextComplaintState(state, action)
      const refused = await refusal(take(id))
      if (to === null) {
        expect(refused, action).toBe(state === 'void' ? 'already-void' : (action === 'satisfied' || action === 'dissatisfied') && state !== 'closed' ? 'step-skipped' : 'wrong-state')
        expect(await t.get(id), action).toEqual(before)
      } else {
        expect(refused, action).toBe('not refused')
        const after = await t.get(id)
        expect(after.state, action).toBe(to)
        expect(after.steps.at(-1), action).toMatchObject({ action, from: state, to, at: t.clock.now() })
      }
    }
  })

  test('7.R5 dissatisfied: handled again under the same number, with who by when, and the client\'s words kept with the round they were said of', async () => {
    const { id, no } = await t.save({ handling: '口头告知施工方' })
    await t.step('ask', id, { how: 'in-person', opinion: 'dissatisfied', words: '今早又打', again: again() })
    const second = await t.get(id)
    expect(second).toMatchObject({ no, state: 'handling', round: 2, opinion: 'dissatisfied', department: 'engineering', person: '何建国', dueAt: due() })
    expect(second.rounds).toMatchObject([
      { round: 1, handling: '口头告知施工方', opinion: 'dissatisfied', words: '今早又打', askedBy: '周晓岚', askedHow: 'in-person' }, { round: 2, handling: '', opinion: null, department: 'engineering' },
    ])
    await t.step('handle', id, { handling: '发整改通知书', by: '韩雪' })
    await t.step('ask', id, { how: 'phone', opinion: 'fairly-satisfied', words: '谢谢' })
    expect(await t.get(id)).toMatchObject({ state: 'closed', opinion: 'fairly-satisfied', closedAt: t.clock.now(), rounds: [{ round: 1 }, { round: 2, handling: '发整改通知书', handledBy: '韩雪', opinion: 'fairly-satisfied', words: '谢谢' }] })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toMatch(/今早又打|谢谢|整改/)
  })

  test('7.R5 what was done before the client was dissatisfied, or it was taken up again, is not the next round\'s handling', async () => {
    const { id } = await t.save({ handling: '口头告知施工方' })
    for (const again of [steps.dissatisfied, steps.reopen]) {
      t.clock.advance(HOUR + 20_000)
      if (again === steps.reopen) await steps.satisfied(id)
      await again(id)
      const began = t.clock.now()
      t.clock.advance(HOUR)
      expect(await refusal(t.step('handle', id, { handling: '已停钻', at: began - 60_000 }))).toBe('end-before-start')
      await t.step('handle', id, { handling: '已停钻', at: began - (began % 60_000) })
      expect((await t.get(id)).state).toBe('handled')
    }
  })

  test('7.R5 nobody named for the next round: whoever had it goes on, within the level\'s hours', async () => {
    const { id } = await t.save({ department: 'security' })
    await t.step('handle', id, { handling: '巡过一次' })
    await t.step('ask', id, { how: 'phone', opinion: 'dissatisfied' })
    expect(await t.get(id)).toMatchObject({ state: 'handling', department: 'security', dueAt: t.clock.now() + 24 * HOUR })
  })

  test('7.R4 5.R2 the third round is the project manager\'s too, and the meeting\'s', async () => {
    const { id } = await t.save({ handling: '一' })
    await steps.dissatisfied(id)
    expect(await t.get(id)).toMatchObject({ round: 2, forMeeting: false })
    await steps.handle(id)
    await steps.dissatisfied(id)
    expect(await t.get(id)).toMatchObject({ round: 3, forMeeting: true, meetingReason: '第 3 次处理' })
    expect((await t.house.notices.open(null)).map((notice) => [notice.department, notice.person])).toEqual([['engineering', '何建国'], ['customer-service', '项目经理']])
  })

  test('7.R4 escalated: level and due time are the supervisor\'s, who says who handles it; the desk may neither settle nor void it', async () => {
    const { id } = await t.save()
    await t.step('escalate', id, { level: 3, note: '宋雨桐要见经理' })
    expect(await t.get(id)).toMatchObject({ state: 'escalated', level: 3, dueAt: t.clock.now() + 8 * HOUR, escalatedAt: t.clock.now() })
    expect(await refusal(t.step('assign', id, again()))).toBe('not-permitted')
    expect(await refusal(t.step('handle', id, { handling: '已办' }))).toBe('not-permitted')
    expect(await refusal(t.step('void', id, { reason: '客户撤回' }))).toBe('not-permitted')
    expect((await t.get(id)).state).toBe('escalated')
    await t.step('assign', id, again(), 'supervisor')
    expect((await t.house.notices.open(null)).map((notice) => notice.department)).toEqual(['engineering'])
    expect((await t.get(id)).history.find((line) => line.action === 'escalate')).toMatchObject({ reason: '宋雨桐要见经理' })
    expect(JSON.stringify(await t.house.store.read('SELECT detail FROM audit'))).not.toContain('宋雨桐')
  })

  test('7.R4 corrected to a level beyond the desk\'s authority, the supervisor has it at once; raised to a serious one, the project manager too', async () => {
    const { id } = await t.save()
    await t.step('correct', id, { reason: '又问了一次', changes: { level: 2 } })
    expect(await t.get(id)).toMatchObject({ state: 'escalated', level: 2, escalatedAt: t.clock.now() })
    expect((await t.house.notices.open('customer-service')).map(({ person }) => person)).toEqual(['主管'])
    await t.step('correct', id, { reason: '有人受伤', changes: { level: 3 } })
    expect(await t.get(id)).toMatchObject({ state: 'escalated', level: 3, forMeeting: true })
    expect((await t.house.notices.open('customer-service')).map(({ person }) => person)).toEqual(['主管', '项目经理'])
    await t.step('correct', id, { reason: '误会', changes: { level: 1 } })
    expect(await t.house.notices.open('customer-service')).toHaveLength(2)
  })

  test('an end before its start, a due time gone by and a reason left out are refused, and nothing is lost', async () => {
    const { id } = await t.save()
    const before = await t.get(id)
    expect(await refusal(t.step('handle', id, { handling: '已办', at: before.at - 1 }))).toBe('end-before-start')
    expect(await refusal(t.step('handle', id, { handling: '已办', at: t.clock.now() + 1 }))).toBe('invalid-input')
    expect(await refusal(t.step('assign', id, { department: 'engineering', dueAt: t.clock.now() }))).toBe('due-before-now')
    expect(await refusal(t.step('markForMeeting', id, { marked: true }))).toBe('reason-required')
    expect(() => t.run('void', { id, version: 1, reason: ' ' })).toThrow()
    expect(await t.get(id)).toEqual(before)
  })

  test('two people at once: the second is told who took the step, or that it changed', async () => {
    const { id } = await t.save({ handling: '已停钻' })
    const asked = { id, version: await t.versionOf(id), how: 'phone', opinion: 'satisfied' } as const
    const both = await Promise.allSettled([t.run('ask', asked), t.run('ask', asked, 'supervisor')])
    expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'order-taken', params: { by: '周晓岚', no: 'TS26-000001' } } }])
    expect(await refusal(t.run('void', { id, version: asked.version, reason: '重复' }))).toBe('stale')
  })

  test('7.R5 a void one keeps its number, and its notice is no longer waited for', async () => {
    const { id } = await t.save({ department: 'engineering' })
    await t.step('void', id, { reason: '与 TS26-000002 重复' })
    expect(await t.get(id)).toMatchObject({ state: 'void', voidReason: '与 TS26-000002 重复', voidAt: t.clock.now() })
    expect(await t.house.notices.open(null)).toEqual([])
    expect((await t.save()).no).toBe('TS26-000002')
  })
})

describe('7.R2 urged', () => {
  test.each(complaintStates)('7.R2 one that is %s: whoever has it is urged, and nobody where it is the desk\'s turn or over', async (state) => {
    const id = await inState(state)
    const before = await t.get(id)
    const refused = await refusal(t.run('urge', { id }))
    if (urgedStates.includes(state)) expect([refused, (await t.get(id)).reminders]).toEqual(['not refused', 1])
    else {
      expect(refused).toBe(state === 'void' ? 'already-void' : 'wrong-state')
      expect(await t.get(id)).toEqual(before)
    }
  })

  test('7.R2 7.R6 the department hears of it once more, on its list and its printer, with the count; nothing that is written meanwhile gets stale', async () => {
    const { id, no } = await t.save({ department: 'engineering' })
    const version = await t.versionOf(id)
    await t.run('urge', { id })
    await t.run('urge', { id, print: false })
    expect(await t.get(id)).toMatchObject({ state: 'handling', reminders: 2, version })
    expect((await t.get(id)).steps.at(-1)).toMatchObject({ action: 'urge', from: 'handling', to: 'handling', note: '2' })
    expect((await t.house.notices.open('engineering')).map(({ text }) => text.slice(0, 5))).toEqual(expect.arrayContaining(['催办 1：', '催办 2：']))
    const slips = (await t.slips()).filter(({ title }) => title === '投诉催办单')
    expect(slips).toMatchObject([{ printer: 'engineering' }])
    expect(slips[0]!.text).toContain(no)
    expect(slips[0]!.text).not.toContain('宋雨桐')
  })

  test('7.R2 7.R4 of an escalated one the supervisor is urged', async () => {
    const { id } = await t.save({ level: 2 })
    await t.run('urge', { id })
    expect((await t.house.notices.open('customer-service')).map(({ person }) => person)).toEqual(['主管', '主管'])
  })
})

describe('7.R3 handled by a repair', () => {
  test('7.R3 16.R3 waits for the repair, and is asked about when that was verified', async () => {
    const { id } = await t.save({ department: 'engineering' })
    expect(await t.house.origins.facts({ query: (sql, parameters) => t.house.store.read(sql, parameters) }, { register: 'complaints', id })).toMatchObject({ name: '宋雨桐', phone: '13700005062', unitId: 1, room: '2706', matter: '装修打钻扰人，视频庭审听不清' })
    await started(id)
    expect(await t.get(id)).toMatchObject({ state: 'repairing', department: 'engineering', rounds: [{ handling: '转报修 WX26-000001', handledAt: null }], links: [{ register: 'repairs', no: 'WX26-000001', direction: 'to' }] })
    expect(await t.house.notices.open(null)).toEqual([])
    await finished('returned')
    expect((await t.get(id)).state).toBe('repairing')
    await finished('good')
    expect(await t.get(id)).toMatchObject({ state: 'handled', rounds: [{ handling: '转报修 WX26-000001；报修 WX26-000001 已返单，核验良好', handledAt: t.clock.now() }] })
  })

  test('7.R3 13.R5 a bad repair is done again: the complaint waits for the new order, and both are linked', async () => {
    const id = await inState('repairing')
    const second = { register: 'repairs' as const, id: 2, no: 'WX26-000002' }
    await t.house.store.write(t.call().scope, (tx) => t.house.origins.started(tx, order, second))
    await finished('bad')
    expect((await t.get(id)).state).toBe('repairing')
    await finished('good', second)
    expect(await t.get(id)).toMatchObject({ state: 'handled', links: [{ no: 'WX26-000001' }, { no: 'WX26-000002' }] })
  })

  test.each([['void', '报修 WX26-000001 已作废'], ['refused', '报修 WX26-000001 客户不同意报价']] as const)('7.R3 a repair that came to nothing (%s) hands it back to the desk', async (outcome, note) => {
    const id = await inState('repairing')
    await finished(outcome)
    const back = await t.get(id)
    expect(back).toMatchObject({ state: 'handling', department: 'customer-service' })
    expect(back.steps.at(-1)).toMatchObject({ action: 'assign', note })
    expect(await t.house.notices.open('customer-service')).toHaveLength(1)
  })

  test('7.R4 7.R3 one on the supervisor\'s list stays there when the desk starts a repair; the supervisor\'s repair settles it', async () => {
    const id = await inState('escalated')
    await started(id)
    expect(await t.get(id)).toMatchObject({ state: 'escalated', rounds: [{ handling: '转报修 WX26-000001' }], links: [{ no: 'WX26-000001' }] })
    expect(await t.house.notices.open('customer-service')).toHaveLength(1)
    const { no } = await t.get(id)
    await t.house.store.write(t.call('supervisor').scope, (tx) => t.house.origins.started(tx, { register: 'complaints', id, no }, { ...order, id: 2, no: 'WX26-000002' }))
    expect((await t.get(id)).state).toBe('repairing')
  })

  test('7.R3 the end of a repair changes nothing once the complaint went another way', async () => {
    const id = await inState('repairing')
    await steps.handle(id)
    await steps.satisfied(id)
    const before = await t.get(id)
    await finished('good')
    expect(await t.get(id)).toEqual(before)
  })
})

describe('5.R2 the weekly meeting', () => {
  test('5.R2 has what was marked, by itself or by hand, received in the week or still open; with why', async () => {
    const serious = await t.save({ level: 3 })
    const byHand = await t.save({ kind: 'fees' })
    await t.step('markForMeeting', byHand.id, { marked: true, reason: '多家问起' })
    await t.save({ kind: 'safety', unitId: null, tenantId: null, place: '车库' })
    const week = (from: string, to: string) => t.run('meeting', { from, to }).then((rows) => rows.map((row) => [row.id, row.why]))
    expect(await week('2026-03-09', '2026-03-15')).toEqual([[serious.id, '三级'], [byHand.id, '多家问起']])
    await steps.handle(byHand.id)
    await steps.satisfied(byHand.id)
    expect(await week('2026-03-16', '2026-03-22')).toEqual([[serious.id, '三级']])
    expect(await week('2026-03-02', '2026-03-08')).toEqual([])
    await t.step('markForMeeting', serious.id, { marked: false, reason: '已报总经理' })
    t.clock.advance(7 * DAY)
    expect(await week('2026-03-16', '2026-03-22')).toEqual([])
  })
})
