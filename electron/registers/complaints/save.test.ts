import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealedPhone } from '../personal'
import { DAY, HOUR, openComplaints, refusal, type TestComplaints } from './testing'
import { readPhrases, say } from '../../../shared/rules/phrases'

let t: TestComplaints
beforeEach(async () => { t = await openComplaints() })
afterEach(() => t.close())

const numbers = async () => (await t.house.store.read<{ no: string }>('SELECT no FROM complaint ORDER BY id')).map((row) => row.no)

describe('7.R1 taking a complaint in', () => {
  test('7.R1 7.F1 who, unit, cause, time, channel, kind and level are on record, with number and due time', async () => {
    const { id, no, state } = await t.save({ channel: 'phone' })
    expect({ no, state }).toEqual({ no: 'TS26-000001', state: 'received' })
    expect(await t.get(id)).toMatchObject({
      at: t.clock.now(), channel: 'phone', kind: 'noise', level: 1, title: '装修打钻扰人', cause: '装修打钻扰人，视频庭审听不清', name: '宋雨桐', phoneMasked: '137****5062', room: '2706',
      tenantName: '恒越信息技术（上海）有限公司', dueAt: t.clock.now() + 24 * HOUR, round: 1, receivedBy: '周晓岚', station: 'A1', forMeeting: false, repeats: 1,
      rounds: [{ round: 1, handling: '', handledAt: null, opinion: null }], steps: [{ action: 'create', from: '', to: 'received', actor: '周晓岚' }], notices: [],
    })
  })

  test('7.R1 without a name or a cause, or from the future, it is refused with its field, and takes no number', async () => {
    await expect(t.save({ name: '' })).rejects.toMatchObject({ code: 'name-required', field: 'name' })
    await expect(t.save({ cause: '' })).rejects.toMatchObject({ code: 'invalid-input', field: 'cause' })
    await expect(t.save({ at: t.clock.now() + 1 })).rejects.toMatchObject({ code: 'invalid-input', field: 'at' })
    await expect(t.save({ phone: '1370000' + '506' })).rejects.toMatchObject({ code: 'invalid-phone', field: 'phone' })
    await expect(t.save({ dueAt: t.clock.now() - 1 })).rejects.toMatchObject({ code: 'due-before-now', field: 'dueAt' })
    await t.save()
    expect(await numbers()).toEqual(['TS26-000001'])
  })

  test('7.R1 a contact brings name, company, room and number', async () => {
    const { id } = await t.save({ contactId: 1, name: '', phone: '', unitId: null, tenantId: null })
    expect(await t.get(id)).toMatchObject({ name: '宋雨桐', room: '2706', tenantId: 1, contactId: 1, phoneMasked: '137****5062' })
  })

  test('7.R1 a known visitor\'s number is saved with the complaint; what is typed goes first, and one who was erased has none', async () => {
    await t.house.store.write(t.call().scope, async (tx) => {
      const key = t.house.store.vault.newKey()
      const { phone_enc, phone_hash, phone_masked } = sealedPhone(t.house.store.vault, key, 'person', '13900000000')
      await tx.query(`INSERT INTO person (id, name, pinyin, initials, company, data_key, phone_enc, phone_hash, phone_masked, last_seen_at) VALUES (9, '路人', '', '', '', ?, ?, ?, ?, 0)`, [key.wrapped, phone_enc, phone_hash, phone_masked])
    })
    const phoneOf = async (input: Parameters<typeof t.save>[0]) => (await t.get((await t.save({ name: '路人', phone: '', personId: 9, ...input })).id)).phoneMasked
    expect([await phoneOf({}), await phoneOf({ phone: '13812340000' }), await phoneOf({ personId: 10 })]).toEqual(['139****0000', '138****0000', ''])
    const { id } = await t.save({ name: '路人', phone: '', personId: 9 })
    expect(await t.run('reveal', { id, field: 'phone' })).toEqual({ value: '13900000000' })
  })

  test('7.R1 a written one keeps the scan of its letter', async () => {
    const scan = await t.house.store.write(t.call().scope, (tx) => t.house.attachments.put(tx, 'scan', Buffer.from('\x89PNG a letter', 'latin1')))
    const { id } = await t.save({ channel: 'written', scanIds: [scan] })
    expect((await t.get(id)).scanIds).toEqual([scan])
  })

  test('7.R6 a level has its own due time, and another may be agreed', async () => {
    await t.house.settings.save(t.call().scope, { complaintDueHours: [48, 12, 4] })
    const dueIn = async (input: Parameters<typeof t.save>[0]) => (await t.get((await t.save(input)).id)).dueAt - t.clock.now()
    expect([await dueIn({}), await dueIn({ level: 2 }), await dueIn({ level: 3 }), await dueIn({ dueAt: t.clock.now() + HOUR })]).toEqual([48 * HOUR, 12 * HOUR, 4 * HOUR, HOUR])
  })
})

describe('16.R3 starting from an entry', () => {
  test('16.R3 name, number, company, room and cause come from the call; the two are linked', async () => {
    t.origin('reception', { name: '宋雨桐', phone: '13700005062', tenantId: 1, unitId: 1, matter: '上班时间打钻' })
    const { id } = await t.save({ from: { register: 'reception', id: 9 }, name: '', phone: '', unitId: null, tenantId: null, cause: '' })
    expect(await t.get(id)).toMatchObject({ name: '宋雨桐', phoneMasked: '137****5062', room: '2706', cause: '上班时间打钻', links: [{ register: 'reception', recordId: 9, no: 'DJ26-000009', direction: 'from' }] })
  })

  test('16.R3 what is typed goes first, and another person doesn\'t get the caller\'s number', async () => {
    t.origin('reception', { name: '宋雨桐', phone: '13700005062', contactId: 1, tenantId: 1, unitId: 1, matter: '上班时间打钻' })
    const { id } = await t.save({ from: { register: 'reception', id: 9 }, name: '曹颖', phone: '', unitId: null, tenantId: 2, cause: '洗手间缺纸' })
    expect(await t.get(id)).toMatchObject({ name: '曹颖', phoneMasked: '', contactId: null, room: '0912', cause: '洗手间缺纸' })
  })
})

describe('7.R3 7.R4 the first step', () => {
  test('7.R3 settled on the spot: the client is to be asked next', async () => {
    const { id, state } = await t.save({ handling: '已请施工方停钻' })
    expect(state).toBe('handled')
    expect((await t.get(id)).rounds).toMatchObject([{ handling: '已请施工方停钻', handledBy: '周晓岚', handledAt: t.clock.now() }])
  })

  test('7.R2 with a department named it goes there at once, on its screen and its printer', async () => {
    const { id, state, printJobIds } = await t.save({ department: 'engineering' })
    expect({ state, jobs: printJobIds.length }).toEqual({ state: 'handling', jobs: 1 })
    expect(await t.house.notices.open('engineering')).toMatchObject([{ register: 'complaints', recordId: id, text: '2706室，宋雨桐投诉，一级，装修打钻扰人' }])
    expect(await t.slips()).toMatchObject([{ printer: 'engineering', title: '客户投诉记录' }])
  })

  test('7.R4 beyond the desk\'s authority the supervisor has it at once, with 客户投诉记录', async () => {
    const { id, state } = await t.save({ level: 2 })
    expect(state).toBe('escalated')
    expect(await t.get(id)).toMatchObject({ escalatedAt: t.clock.now(), notices: [{ department: 'customer-service', person: '主管', acknowledgedAt: null }], steps: [{ action: 'create' }, { action: 'escalate', from: 'received', to: 'escalated' }] })
    const [slip] = await t.slips()
    expect(slip).toMatchObject({ printer: 'customer-service', title: '客户投诉记录' })
    for (const word of ['TS26-000001', '二级   2706室', '装修打钻扰人', '137****5062']) expect(slip!.text).toContain(word)
    expect(slip!.text).not.toContain('13700005062')
  })

  test('7.R4 without a printer of its own the record comes out at the desk; unasked for, not at all', async () => {
    t.printers.splice(t.printers.indexOf('customer-service'), 1)
    await t.save({ level: 2 })
    await t.save({ level: 2, print: false })
    expect(await t.slips()).toMatchObject([{ printer: 'receipt' }])
  })

  test('7.R4 a serious one is the project manager\'s too, and the weekly meeting\'s (5.R2)', async () => {
    const { id } = await t.save({ level: 3 })
    expect((await t.get(id)).notices.map((notice) => notice.person)).toEqual(['主管', '项目经理'])
    expect(await t.get(id)).toMatchObject({ forMeeting: true, meetingReason: '三级' })
  })

  test('7.R4 the desk\'s first measure is noted, but the supervisor settles it', async () => {
    const desk = await t.save({ level: 2, handling: '已请施工方停钻' })
    expect(desk.state).toBe('escalated')
    expect((await t.get(desk.id)).rounds).toMatchObject([{ handling: '已请施工方停钻', handledAt: null }])
    await t.step('handle', desk.id, { handling: '发整改通知书' }, 'supervisor')
    expect((await t.get(desk.id)).rounds).toMatchObject([{ handling: '已请施工方停钻；发整改通知书', handledBy: '韩雪' }])
    expect((await t.save({ level: 2, handling: '当面致歉，已停钻' }, 'supervisor')).state).toBe('handled')
  })
})

describe('5.R2 repeated complaints', () => {
  test('5.R2 the third of a room within 30 days is marked for the meeting, with why; the day after it is not', async () => {
    const kinds = ['noise', 'environment', 'service', 'fees'] as const
    const ids: number[] = []
    for (const kind of kinds.slice(0, 3)) ids.push((await t.save({ kind })).id)
    expect((await Promise.all(ids.map(t.get))).map((c) => [c.repeats, c.forMeeting])).toEqual([[1, false], [2, false], [3, true]])
    expect((await t.get(ids[2]!)).meetingReason).toBe('同处 30 天内 3 件')
    expect(readPhrases((await t.get(ids[2]!)).meetingReason, 'meeting')).toEqual([say('same-place', { days: '30', n: '3' })])
    expect((await t.get(ids[0]!)).related.map((c) => [c.id, c.why])).toEqual([[ids[2], 'unit'], [ids[1], 'unit']])
    t.clock.advance(31 * DAY)
    expect(await t.get((await t.save({ kind: kinds[3] })).id)).toMatchObject({ repeats: 1, forMeeting: false, related: [] })
  })

  test('5.R2 so is the third of a kind, wherever; 其他 is no kind, and a void one does not count', async () => {
    const lobby = { unitId: null, tenantId: null, place: '大堂' }
    await t.save(lobby)
    const { id } = await t.save({ unitId: 2, tenantId: 2 })
    await t.step('void', id, { reason: '重复登记' })
    await t.save({ unitId: 2, tenantId: 2 })
    expect(await t.get((await t.save({ unitId: null, tenantId: null, place: '车库' })).id)).toMatchObject({ repeats: 3, forMeeting: true, meetingReason: '同类 30 天内 3 件' })
    for (const place of ['一层', '二层', '三层', '四层']) expect(await t.get((await t.save({ unitId: null, tenantId: null, place, kind: 'other' })).id)).toMatchObject({ repeats: 1, forMeeting: false })
  })

  test('5.R2 while one is written, the like ones are shown: open, or of the last days', async () => {
    const old = await t.save({ handling: '已办' })
    await t.step('ask', old.id, { how: 'phone', opinion: 'satisfied' })
    t.clock.advance(31 * DAY)
    const open = await t.save({ kind: 'service' })
    const like = async (input: Parameters<typeof t.run<'like'>>[1]) => (await t.run('like', input)).map((c) => c.id)
    expect(await like({ unitId: 1 })).toEqual([open.id])
    expect(await like({ kind: 'noise' })).toEqual([])
    expect(await like({ unitId: 2, kind: 'service' })).toEqual([open.id])
    expect(await like({})).toEqual([])
  })
})

describe('P3 who complained', () => {
  test('P3 neither name nor number stands in the audit chain in clear; a reveal is logged', async () => {
    const { id } = await t.save()
    await t.step('correct', id, { reason: '宋雨彤写错了', changes: { name: '宋雨彤', phone: '13700005063', cause: '宋雨彤说楼上打钻' } })
    expect(await t.run('reveal', { id, field: 'phone' })).toEqual({ value: '13700005063' })
    const chain = JSON.stringify(await t.house.store.read('SELECT action, detail FROM audit'))
    for (const text of ['宋雨', '5063', '5062', '打钻']) expect(chain, text).not.toContain(text)
    expect(chain).toContain('"reveal"')
    expect((await t.get(id)).history.find((line) => line.action === 'correct')).toMatchObject({
      reason: '宋雨彤写错了', changes: expect.arrayContaining([{ field: 'name', from: '宋雨桐', to: '宋雨彤' }, { field: 'phone', from: '137****5062', to: '137****5063' }]) as unknown,
    })
    const { id: without } = await t.save({ phone: '' })
    expect(await refusal(t.run('reveal', { id: without, field: 'phone' }))).toBe('not-found')
  })
})
