import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlipDocument } from '../../../shared/slip/document'
import { createNotices } from './notices'
import { openTestHouse, refusal, type TestHouse } from '../testing'
import type { Department } from '../../../shared/contract/base'


let t: TestHouse
let notices: ReturnType<typeof createNotices>
beforeEach(async () => {
  t = await openTestHouse()
  notices = createNotices(t.house)
})
afterEach(() => t.close())

const create = (department: Department, recordId = 1) =>
  t.house.store.write(t.call().scope, (tx) => t.house.notices.create(tx, { department, person: '', text: '1808室，空调不制冷', register: 'tenants', recordId, no: 'DJ26-000001' }))

describe('16.R1 notices', () => {
  test('16.R1 the desk sees all of them oldest first, a department only its own whatever it asks for', async () => {
    const [first, second] = [await create('engineering'), await create('security')]
    const ids = async (as: Parameters<typeof t.call>[0], department: Department | null = null) => (await notices.open({ department }, t.call(as))).map((notice) => notice.id)
    expect(await ids('receptionist')).toEqual([first, second])
    expect(await ids('receptionist', 'security')).toEqual([second])
    expect(await ids('engineering', 'security')).toEqual([first])
    expect((await notices.recent({ department: null, limit: 50 }, t.call('security'))).map((notice) => notice.id)).toEqual([second])
  })

  test('16.R1 acknowledged by the department itself, or by the desk naming who; once, and not by another department', async () => {
    const [first, second] = [await create('engineering'), await create('engineering')]
    expect(await refusal(notices.acknowledge({ id: first, by: '' }, t.call('security')))).toBe('not-permitted')
    expect(await notices.acknowledge({ id: first, by: '别人' }, t.call('engineering'))).toMatchObject({ acknowledgedBy: '何建国', acknowledgedAt: t.clock.now() })
    expect(await notices.acknowledge({ id: second, by: '小李（电话）' }, t.call())).toMatchObject({ acknowledgedBy: '小李（电话）' })
    await expect(notices.acknowledge({ id: first, by: '' }, t.call('engineering'))).rejects.toMatchObject({ code: 'already-acknowledged', params: { by: '何建国' } })
    expect(await notices.open({ department: null }, t.call())).toEqual([])
    expect(await t.house.store.read(`SELECT action, actor FROM audit WHERE action = 'notice.acknowledge'`)).toHaveLength(2)
  })

  test('16.R1 a reminder is counted and goes to the department\'s printer marked 催; without a printer it is still counted', async () => {
    const id = await create('engineering')
    await notices.remind({ id }, t.call())
    t.clock.advance(1000)
    expect(await notices.remind({ id }, t.call())).toMatchObject({ reminders: 2, lastRemindedAt: t.clock.now() })
    const jobs = await t.house.store.read<{ printer: string; document: string }>('SELECT printer, document FROM print_job ORDER BY id')
    expect(jobs.map((job) => job.printer)).toEqual(['engineering', 'engineering'])
    expect((JSON.parse(jobs[1]!.document) as SlipDocument).lines).toContainEqual({ kind: 'text', text: '催  2', align: 'center', size: 2 })
    const cleaning = await create('cleaning')
    expect(await notices.remind({ id: cleaning }, t.call())).toMatchObject({ reminders: 1 })
    await notices.acknowledge({ id, by: '' }, t.call('engineering'))
    expect(await refusal(notices.remind({ id }, t.call()))).toBe('already-acknowledged')
  })
})
