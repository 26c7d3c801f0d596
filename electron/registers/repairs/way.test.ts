import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextWorkOrderState, skippedAction, type WorkOrderAction, type WorkOrderState, workOrderStepBack } from '../../../shared/rules/work-order'
import { openRepairs, refusal, type TestRepairs } from './testing'

let t: TestRepairs
beforeEach(async () => { t = await openRepairs() })
afterEach(() => t.close())

const hour = 3_600_000

/** What a page would send for each step. */
const inputs = {
  fetch: { by: '何建国' }, assign: { worker: '孙立' }, start: {}, wait: { for: '球阀' }, finish: { workRecord: '更换球阀', signature: { by: '孙立', onPaper: true } },
  sign: { rating: 'fair', signature: { by: '陆文博', onPaper: true } }, return: {}, verify: { method: 'visit', outcome: 'good' }, void: { reason: '重复开单' },
} as const
type Step = keyof typeof inputs
const take = (of: Step, id: number): Promise<unknown> => t.step(of, id, inputs[of] as never)

/** An order in each state that a free one can be in. */
async function oneInEach(): Promise<[WorkOrderState, number][]> {
  const ways = ['issued', 'fetched', 'assigned', 'started', 'done', 'signed', 'returned', 'verified', 'filed'] as const
  const orders: [WorkOrderState, number][] = []
  for (const state of ways) orders.push([state, await t.orderAt(state)])
  const waiting = await t.orderAt('started')
  await take('wait', waiting)
  const voided = await t.orderAt('issued')
  await take('void', voided)
  return [...orders, ['waiting-parts', waiting], ['void', voided]]
}

describe('13.R2–13.R6 the way of an order', () => {
  test('P3 what is waited for and what was agreed with an assignment stand in the chain under the order\'s key only, and its history shows them', async () => {
    const id = await t.orderAt('fetched')
    await t.step('assign', id, { worker: '孙立', expectedFinishAt: t.clock.now() + hour })
    await t.step('start', id, {})
    await t.step('wait', id, { for: '等褚岚自购球阀' })
    expect(await t.auditText(id)).not.toMatch(/褚岚|预计完工/)
    const { history, steps } = await t.get(id)
    expect(history.find(({ action }) => action === 'wait')!.reason).toBe('等褚岚自购球阀')
    expect(history.findLast(({ action }) => action === 'assign')!.reason).toMatch(/^预计完工 /)
    expect(steps.at(-1)!.note).toBe('等褚岚自购球阀')
  })

  test('13.R2 13.R4 13.R5 13.R6 from fetching to filing, each step says who and when', async () => {
    const { id } = await t.save()
    const at = (minutes: number) => t.clock.advance(minutes * 60_000)
    at(10); await t.step('fetch', id, { by: '何建国' }, 'engineering')
    at(5); await t.step('assign', id, { worker: '孙立' }, 'engineering')
    at(5); await t.step('start', id, {}, 'engineering')
    at(5); await t.step('wait', id, { for: '球阀', until: t.clock.now() + hour }, 'engineering')
    expect(await t.get(id)).toMatchObject({ state: 'waiting-parts', waitingFor: '球阀' })
    at(30); await t.step('start', id, {}, 'engineering')
    at(20); await t.step('finish', id, { workRecord: '更换球阀两只', signature: { by: '孙立', signatureId: await t.picture('signature') } }, 'engineering')
    at(5); await t.step('sign', id, { rating: 'satisfied', comment: '很快', signature: { by: '陆文博', onPaper: true, scanId: await t.picture('scan') } })
    at(5); await t.step('return', id, { by: '何建国' })
    at(60); expect(await t.step('verify', id, { method: 'phone', outcome: 'good', opinion: '不再漏' })).toMatchObject({ state: 'verified', reorder: null })
    expect(await t.ask('file', { ids: [id] })).toEqual({ filed: 1, left: [] })
    const order = await t.get(id)
    expect(order.steps.map(({ action, to, actor, person }) => [action, to, actor, person])).toEqual([
      ['create', 'issued', '周晓岚', ''], ['fetch', 'fetched', '何建国', '何建国'], ['assign', 'assigned', '何建国', '孙立'], ['start', 'started', '何建国', ''], ['wait', 'waiting-parts', '何建国', ''], ['start', 'started', '何建国', ''],
      ['finish', 'done', '何建国', '孙立'], ['sign', 'signed', '周晓岚', ''], ['return', 'returned', '周晓岚', '何建国'], ['verify', 'verified', '周晓岚', ''], ['file', 'filed', '周晓岚', ''],
    ])
    expect(order.steps.map((step) => step.at)).toEqual([...order.steps.map((step) => step.at)].sort((a, b) => a - b))
    expect(order).toMatchObject({
      state: 'filed', worker: '孙立', fetchedBy: '何建国', rating: 'satisfied', onTime: true, waitingFor: '', waitingUntil: null, workRecord: '更换球阀两只', clientComment: '很快',
      workerSigned: { by: '孙立', onPaper: false }, clientSigned: { by: '陆文博', onPaper: true }, verification: { method: 'phone', outcome: 'good', opinion: '不再漏', by: '周晓岚', reorderNo: null },
      notices: [{ acknowledgedBy: '何建国' }],
    })
    expect(order.history.find(({ action }) => action === 'sign')!.changes).toEqual([{ field: 'rating', from: null, to: 'satisfied' }, { field: 'client', from: null, to: '陆文博' }, { field: 'comment', from: null, to: '很快' }])
    expect(order.history.find(({ action }) => action === 'verify')!.changes).toEqual([{ field: 'outcome', from: null, to: 'good' }, { field: 'opinion', from: null, to: '不再漏' }])
    const chain = await t.auditText(id)
    for (const words of ['很快', '不再漏', '陆文博', '水管', '更换球阀']) expect(chain).not.toContain(words)
  })

  test('13.C3 every step out of its turn is refused with its reason, and leaves the order as it was', async () => {
    for (const [state, id] of await oneInEach()) {
      const before = await t.get(id)
      for (const of of Object.keys(inputs) as Step[]) {
        const action: WorkOrderAction = of
        if (nextWorkOrderState(state, action) !== null) continue
        const expected = state === 'void' ? 'already-void' : skippedAction(state, action) === null ? 'wrong-state' : 'step-skipped'
        expect(await refusal(take(of, id)), `${of} of an order that is ${state}`).toBe(expected)
      }
      expect(await t.get(id)).toEqual(before)
    }
  })

  test('13.R2 a step that is skipped is named', async () => {
    const id = await t.orderAt('issued')
    await expect(take('finish', id)).rejects.toMatchObject({ code: 'step-skipped', params: { state: 'issued', needs: 'fetch' } })
  })

  test('13.R2 two people take the same order at once: the second is told who has it, and nothing is lost', async () => {
    const { id, version } = await t.save()
    const fetch = (by: string) => t.ask('fetch', { id, version, by, worker: by, start: true }, 'engineering')
    const outcomes = await Promise.allSettled([fetch('何建国'), fetch('孙立')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((outcomes[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'order-taken', params: { no: 'WX26-000001', by: '何建国', at: '14:26' } })
    expect(await t.get(id)).toMatchObject({ state: 'started', fetchedBy: '何建国', worker: '何建国', steps: [{}, { action: 'fetch' }, { action: 'assign' }, { action: 'start' }] })
  })

  test('13.R2 a step on what somebody has corrected meanwhile is stale', async () => {
    const { id, version } = await t.save()
    await t.step('correct', id, { reason: '听错', changes: { trade: 'electrical' } })
    expect(await refusal(t.ask('fetch', { id, version, by: '何建国' }))).toBe('stale')
  })

  test('13.R2 assigned to another; what was agreed is agreed before it is late, and not for a time that has passed', async () => {
    const id = await t.orderAt('assigned')
    const expectedFinishAt = t.clock.now() + hour
    await t.step('assign', id, { worker: '马超', expectedFinishAt })
    expect(await t.get(id)).toMatchObject({ worker: '马超', dueAt: expectedFinishAt, expectedFinishAt })
    expect(await refusal(t.step('assign', id, { worker: '马超', expectedFinishAt: t.clock.now() }))).toBe('due-before-now')
    t.clock.advance(2 * hour)
    expect(await refusal(t.step('assign', id, { worker: '马超', expectedFinishAt: t.clock.now() + hour }))).toBe('reason-required')
    await t.step('assign', id, { worker: '孙立', expectedFinishAt })
    expect(await t.get(id)).toMatchObject({ worker: '孙立', dueAt: expectedFinishAt })
  })

  test('13.R4 finished not before it began, nor after now; parts are waited for until a time to come', async () => {
    const id = await t.orderAt('started')
    const began = t.clock.now()
    t.clock.advance(hour)
    const finish = (finishedAt: number) => t.step('finish', id, { ...inputs.finish, finishedAt })
    expect(await refusal(finish(began - 60_000))).toBe('end-before-start')
    expect(await refusal(finish(t.clock.now() + 1))).toBe('invalid-input')
    expect(await refusal(t.step('wait', id, { for: '球阀', until: began }))).toBe('in-the-past')
    await finish(began + 60_000)
    expect((await t.get(id)).finishedAt).toBe(began + 60_000)
  })

  test('13.R4 a signature by nobody, or neither on the screen nor on paper, is refused; a picture of something else too', async () => {
    const id = await t.orderAt('started')
    const finish = (signature: object) => refusal(t.step('finish', id, { workRecord: '更换球阀', signature } as never))
    expect(await finish({ by: '', onPaper: true })).toBe('signature-missing')
    expect(await finish({ by: '孙立' })).toBe('signature-missing')
    expect(await finish({ by: '孙立', signatureId: await t.picture('photo') })).toBe('not-found')
    expect((await t.get(id)).state).toBe('started')
    const done = await t.orderAt('done')
    expect(await refusal(t.step('sign', done, { rating: 'fair', signature: { by: '陆文博' } }))).toBe('signature-missing')
  })

  test('13.F2 materials of a free repair: absurd quantities and prices are refused, amounts are exact', async () => {
    const id = await t.orderAt('started')
    const finish = (quantityMilli: number, unitPriceFen: number) => t.step('finish', id, { ...inputs.finish, materials: [{ name: '球阀', unit: '只', quantityMilli, unitPriceFen }] })
    expect(await refusal(finish(0, 4500))).toBe('invalid-quantity')
    expect(await refusal(finish(-1000, 4500))).toBe('invalid-quantity')
    expect(await refusal(finish(1_000_000_001, 1))).toBe('invalid-quantity')
    expect(await refusal(finish(1000, -1))).toBe('invalid-price')
    expect(await refusal(finish(1000, 100_000_001))).toBe('invalid-price')
    expect(await refusal(finish(1_000_000_000, 100_000_000))).toBe('invalid-price')
    await finish(1500, 4501)
    expect((await t.get(id)).materials).toEqual([{ name: '球阀', unit: '只', quantityMilli: 1500, unitPriceFen: 4501, amountFen: 6752 }])
  })
})

describe('13.R5 13.R6 back at the desk', () => {
  test('13.R5 what is still wrong goes on as a linked new order of the same client, free; the records it was started from hear of it', async () => {
    const ends: string[] = []
    t.house.origins.provide('complaints', {
      facts: async () => ({ no: 'TS26-000003', at: 0, name: '陆文博', phone: '13800002716', company: '', contactId: null, tenantId: 1, tenantName: '', unitId: 1, room: '1808', place: '', matter: '水管漏水' }),
      finished: async (_tx, id, record, outcome) => { ends.push(`${id} ${record.no} ${outcome}`) },
    })
    const { id } = await t.ask('save', { from: { register: 'complaints', id: 3 } })
    for (const of of ['fetch', 'assign', 'start', 'finish', 'sign', 'return'] as const) await take(of, id)
    expect(await refusal(t.step('verify', id, { method: 'phone', outcome: 'bad' }))).toBe('reason-required')
    const verified = await t.step('verify', id, { method: 'phone', outcome: 'bad', opinion: '敷衍', stillWrong: '接头还在渗' })
    expect(verified).toMatchObject({ state: 'verified', reorder: { no: 'WX26-000002' }, printJobIds: [expect.any(Number), expect.any(Number)] })
    const again = await t.get(verified.reorder!.id)
    expect(again).toMatchObject({ state: 'issued', content: '接头还在渗', reporter: '陆文博', phoneMasked: '138****2716', room: '1808', chargeable: false })
    expect(again.links.map(({ no, direction }) => `${direction} ${no}`).sort()).toEqual(['from TS26-000003', 'from WX26-000001'])
    expect((await t.get(id)).verification).toMatchObject({ outcome: 'bad', reorderNo: 'WX26-000002' })
    for (const of of ['fetch', 'assign', 'start', 'finish', 'sign', 'return', 'verify'] as const) await take(of, again.id)
    expect(ends).toEqual(['3 WX26-000001 returned', '3 WX26-000001 bad', '3 WX26-000002 returned', '3 WX26-000002 good'])
  })

  test('13.R6 many are filed at once; those that may not be yet are named with what they need', async () => {
    const [verified, returned, started, filed] = [await t.orderAt('verified'), await t.orderAt('returned'), await t.orderAt('started'), await t.orderAt('filed')]
    expect(await t.ask('file', { ids: [verified, returned, started, filed, verified] })).toEqual({
      filed: 1, left: [{ id: returned, no: 'WX26-000002', why: 'verify' }, { id: started, no: 'WX26-000003', why: 'finish' }, { id: filed, no: 'WX26-000004', why: 'filed' }],
    })
    await expect(t.ask('file', { ids: [returned] })).rejects.toMatchObject({ code: 'too-early-to-file', params: { why: 'verify' } })
  })

  test('13.R7 an order that is not back is reminded of, on paper and on record, and nothing written meanwhile gets stale', async () => {
    const { id, version } = await t.save()
    await t.ask('urge', { id })
    t.clock.advance(hour)
    await t.ask('urge', { id, print: false })
    expect(await t.get(id)).toMatchObject({ reminders: 2, lastRemindedAt: t.clock.now() })
    const slips = (await t.slips(id)).filter(({ title }) => title === '催单')
    expect(slips).toHaveLength(1)
    expect(slips[0]!.document.lines).toContainEqual({ kind: 'text', text: '催  1', align: 'center', size: 2 })
    await t.ask('fetch', { id, version, by: '何建国' })
    expect(await refusal(t.ask('urge', { id: await t.orderAt('returned') }))).toBe('wrong-state')
  })
})

describe('13.R2 a wrong step is taken back with its reason', () => {
  test.each(['fetched', 'assigned', 'started', 'done', 'signed', 'returned', 'verified', 'filed'] as const)('13.R2 from %s one step back, and on again', async (state) => {
    const id = await t.orderAt(state)
    expect(await t.step('stepBack', id, { reason: '点错了，陆文博说的' })).toMatchObject({ state: workOrderStepBack(state) })
    expect(await t.auditText(id)).not.toContain('点错了')
    expect((await t.get(id)).history.at(-1)).toMatchObject({ action: 'step-back', reason: '点错了，陆文博说的' })
    const again: Partial<Record<typeof state, Step>> = { fetched: 'fetch', assigned: 'assign', started: 'start', done: 'finish', signed: 'sign', returned: 'return', verified: 'verify' }
    if (state === 'filed') await t.ask('file', { ids: [id] })
    else await take(again[state]!, id)
    expect((await t.get(id)).state).toBe(state)
  })

  test('13.R2 what the step wrote is gone, and stands in the history', async () => {
    const id = await t.orderAt('signed')
    await t.step('stepBack', id, { reason: '签错单' })
    expect(await t.get(id)).toMatchObject({ state: 'done', rating: null, clientSigned: null })
    expect((await t.get(id)).history.at(-1)!.changes).toEqual([{ field: 'rating', from: 'satisfied', to: null }, { field: 'client', from: '陆文博', to: '' }])
    await t.step('stepBack', id, { reason: '没修好' })
    expect(await t.get(id)).toMatchObject({ state: 'started', workerSigned: null, finishedAt: null })
  })

  test('13.R2 an order that nobody has fetched after all waits for engineering again', async () => {
    const id = await t.orderAt('fetched')
    expect(await t.openNotices(id)).toBe(0)
    await t.step('stepBack', id, { reason: '领错单' })
    expect(await t.openNotices(id)).toBe(1)
  })

  test('13.R5 a verification stands as long as the order it led to', async () => {
    const id = await t.orderAt('returned')
    const { reorder } = await t.step('verify', id, { method: 'phone', outcome: 'bad', stillWrong: '还漏' })
    expect(await refusal(t.step('stepBack', id, { reason: '打错电话' }))).toBe('wrong-state')
    await t.step('void', reorder!.id, { reason: '打错电话' })
    expect(await t.step('stepBack', id, { reason: '打错电话' })).toMatchObject({ state: 'returned' })
    expect(await refusal(t.step('stepBack', await t.orderAt('issued'), { reason: '无' }))).toBe('wrong-state')
  })
})

test('13.C4 a void order keeps its number and its reason; its notice is no longer waited for', async () => {
  const { id } = await t.save()
  expect(await t.step('void', id, { reason: '重复开单' })).toMatchObject({ state: 'void', no: 'WX26-000001' })
  expect(await t.get(id)).toMatchObject({ voidReason: '重复开单', voidAt: t.clock.now(), onTime: null })
  expect(await t.house.notices.open(null)).toEqual([])
  expect(await refusal(t.ask('reprint', { id }))).toBe('reprint-not-allowed')
  expect((await t.save()).no).toBe('WX26-000002')
})

test('13.C4 what has not come out of the printer yet does not, of a void order', async () => {
  const states = async (id: number) => (await t.house.store.read<{ state: string }>(`SELECT state FROM print_job WHERE register = 'repairs' AND record_id = ? ORDER BY id`, [id])).map(({ state }) => state)
  const { id } = await t.save()
  await t.house.store.write(t.call().scope, (tx) => tx.query(`UPDATE print_job SET state = 'printed' WHERE id = (SELECT min(id) FROM print_job)`))
  expect(await states(id)).toEqual(['printed', 'waiting'])
  await t.step('void', id, { reason: '重复开单' })
  expect(await states(id)).toEqual(['printed', 'cancelled'])
})

test('M2 a second print of the order says 补打 with its count, as the order stands now', async () => {
  const id = await t.orderAt('assigned')
  await t.step('correct', id, { reason: '听错', changes: { content: '卫生间水管接头漏水' } })
  await t.ask('reprint', { id }, 'engineering')
  await t.ask('reprint', { id })
  const slips = (await t.slips(id)).slice(2)
  expect(slips.map(({ document }) => document.reprint?.count)).toEqual([1, 2])
  expect(slips[0]!.document.lines).toContainEqual({ kind: 'fact', label: '报修内容', value: '卫生间水管接头漏水' })
  t.printers.splice(0)
  expect(await refusal(t.ask('reprint', { id }))).toBe('unknown-printer')
})
