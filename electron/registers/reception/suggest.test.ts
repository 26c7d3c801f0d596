import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openReception, residentNumber, type TestReception } from './testing'
import { similar } from './duplicates'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const names = async (query: string, use: 'visitor' | 'caller' | 'host' = 'host') => (await t.reception.suggest({ query, for: use, limit: 8 }, t.call())).map((person) => person.name)

describe('16.R4 a host is offered while typing', () => {
  test.each([
    ['a surname', '陆', ['陆文博', '陆小曼']], ['a given name', '文博', ['陆文博']], ['initials', 'lwb', ['陆文博']], ['pinyin', 'luwenbo', ['陆文博']], ['the beginning of pinyin', 'Lu Xiao', ['陆小曼']],
    ['a surname with its own reading', 'shan', ['单雄信']], ['a room', '1808', ['陆文博']], ['the beginning of a room', '18', ['陆文博', '陆小曼']], ['a room known by the company only', '0603', ['单雄信']],
    ['an extension', '8013', ['陆小曼']], ['a phone number', '13911112222', ['陆文博']], ['its beginning', '1391111', ['陆文博']], ['its last four digits', '2222', ['陆文博']],
    ['a department', '工程', ['工程部']], ['a department\'s initials', 'gcb', ['工程部']], ['its pinyin', 'gongcheng', ['工程部']], ['nothing anybody has', 'xyz', []],
  ])('16.R4 by %s (%s)', async (_, query, expected) => { expect(await names(query)).toEqual(expected) })

  test.each(['lwb', 'luwen', 'lu wen bo', '文博', '1808'])('16.R4 with the syllables of the name, whatever was typed (%s)', async (query) => {
    expect(await t.reception.suggest({ query, for: 'host', limit: 8 }, t.call())).toMatchObject([{ name: '陆文博', pinyin: 'lu wen bo' }])
  })

  test('16.R4 with company, room and extension; whoever is visited most comes first', async () => {
    expect(await t.reception.suggest({ query: '文博', for: 'host', limit: 8 }, t.call())).toMatchObject([{ source: 'contact', contactId: 1, room: '1808', unitId: 1, tenantId: 1, extension: '8012', phoneMasked: '139****2222' }])
    await t.visit({ hostContactId: 2 })
    expect(await names('陆')).toEqual(['陆小曼', '陆文博'])
  })

  test('16.R4 a contact the directory takes in is offered at once', async () => {
    expect(await names('欧阳')).toEqual([])
    await t.house.store.write(t.call().scope, async (tx) => {
      await tx.query(`INSERT INTO contact (tenant_id, name, pinyin, initials) VALUES (1, '欧阳明', 'ouyangming', 'oym')`)
      tx.changed('tenants', 1)
    })
    expect(await names('oym')).toEqual(['欧阳明'])
  })
})

describe('16.R4 a visitor is offered while typing', () => {
  test('16.R4 who was here before, by name, pinyin or phone, with what is known of them; not before anything is typed', async () => {
    await names('何', 'visitor')
    await t.visit({ company: '恒越', phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    for (const query of ['何婉清', '婉清', 'hwq', 'hewanqing', '1380', '2716', '13800002716']) expect(await names(query, 'visitor'), query).toEqual(['何婉清'])
    expect(await t.reception.suggest({ query: 'hwq', for: 'visitor', limit: 8 }, t.call())).toMatchObject([{
      source: 'person', company: '恒越', phoneMasked: '138****2716', documentKind: 'resident', visits: 1, lastHostName: '陆文博', lastHostContactId: 1, lastPurpose: 'meeting', lastSeenAt: t.clock.now(), denied: null,
    }])
    expect(await names('', 'visitor')).toEqual([])
  })

  test('16.R4 a changed number is found, the old one no more', async () => {
    await t.visit({ phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    await t.visit({ phone: '13800009999', documentKind: 'resident', documentNumber: residentNumber(1) })
    expect(await names('9999', 'visitor')).toEqual(['何婉清'])
    expect(await names('2716', 'visitor')).toEqual([])
  })

  test('P3 16.R4 by the beginning of a document number from six on, its last four, or the whole; not by less, nor as a host', async () => {
    const number = residentNumber(1)
    await t.visit({ documentKind: 'resident', documentNumber: number })
    await t.visit({ name: '邵霁', documentKind: 'passport', documentNumber: 'E12345679' })
    for (const query of [number.slice(0, 6), number.slice(0, 17), number, number.slice(-4), number.slice(0, 10).split('').join(' ')]) expect(await names(query, 'visitor'), query).toEqual(['何婉清'])
    for (const query of ['E12345', 'e1234567', 'E12345679', '5679']) expect(await names(query, 'visitor'), query).toEqual(['邵霁'])
    for (const query of [number.slice(0, 5), number.slice(6, 14), 'E1234']) expect(await names(query, 'visitor'), query).toEqual([])
    expect(await names(number.slice(0, 10), 'host')).toEqual([])
  })

  test('P3 16.R4 phone and document are each found after the other was added, changed or taken away', async () => {
    const [first, second] = [residentNumber(1), residentNumber(2)]
    const { id } = await t.visit({ phone: '13800002716' })
    const [person] = await t.reception.suggest({ query: '2716', for: 'visitor', limit: 8 }, t.call())
    await t.visit({ personId: person!.personId, documentKind: 'resident', documentNumber: first })
    for (const query of ['138000027', first.slice(0, 17)]) expect(await names(query, 'visitor'), query).toEqual(['何婉清'])

    const correct = async (changes: { phone?: string; documentNumber?: string }, entry = id) => t.reception.correct({ id: entry, version: (await t.get(entry)).version, reason: '写错', changes }, t.call())
    await correct({ phone: '13900009999' })
    for (const query of ['139000099', first.slice(0, 17)]) expect(await names(query, 'visitor'), query).toEqual(['何婉清'])
    expect(await names('138000027', 'visitor')).toEqual([])

    await correct({ phone: '' })
    expect(await names('139000099', 'visitor')).toEqual([])
    expect(await names(first.slice(0, 17), 'visitor')).toEqual(['何婉清'])

    const last = await t.visit({ personId: person!.personId, phone: '13800002716' })
    await correct({ documentNumber: second }, last.id)
    expect(await names(first.slice(0, 17), 'visitor')).toEqual([])
    await correct({ documentNumber: '' }, last.id)
    expect(await names(second.slice(0, 17), 'visitor')).toEqual([])
    expect(await names('138000027', 'visitor')).toEqual(['何婉清'])
  })

  test('16.R4 one on the deny list is marked, the reason for supervisors only', async () => {
    await t.visit({ phone: '13800002716' })
    await t.reception.deny({ name: '别名', documentKind: null, documentNumber: '', phone: '13800002716', reason: '曾滋事' }, t.call('supervisor'))
    const denied = async (as?: 'supervisor') => (await t.reception.suggest({ query: 'hwq', for: 'visitor', limit: 8 }, t.call(as)))[0]!.denied
    expect(await denied()).toMatchObject({ reason: null })
    expect(await denied('supervisor')).toMatchObject({ reason: '曾滋事' })
  })
})

describe('16.R1 entered twice', () => {
  const duplicates = async (input: Partial<Parameters<TestReception['reception']['duplicates']>[0]>) =>
    (await t.reception.duplicates({ kind: 'visit', name: '', phone: '', documentNumber: '', unitId: null, matter: '', ...input }, t.call())).map((row) => row.id)

  test('16.R1 the same person today is shown, by name, phone or document; another day\'s or a voided entry is not', async () => {
    const { id } = await t.visit({ phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    for (const input of [{ name: '何婉清' }, { phone: '138 0000 2716' }, { documentNumber: residentNumber(1).toLowerCase() }]) expect(await duplicates(input)).toEqual([id])
    expect(await duplicates({ name: '何婉', phone: '13800002717', documentNumber: residentNumber(2) })).toEqual([])
    t.clock.advance(24 * 3_600_000)
    expect(await duplicates({ name: '何婉清' })).toEqual([])
    const voided = await t.visit()
    await t.reception.void({ id: voided.id, version: 1, reason: '重复' }, t.call())
    expect(await duplicates({ name: '何婉清' })).toEqual([])
  })

  test('16.R1 a similar matter of the same unit is shown within the hour', async () => {
    const { id } = await t.phoneCall({ contactId: 1 })
    t.clock.advance(40 * 60_000)
    expect(await duplicates({ kind: 'call', unitId: 1, matter: '空调不冷' })).toEqual([id])
    expect(await duplicates({ kind: 'call', unitId: 2, matter: '空调不冷' })).toEqual([])
    expect(await duplicates({ kind: 'call', unitId: 1, matter: '灯不亮' })).toEqual([])
    t.clock.advance(40 * 60_000)
    expect(await duplicates({ kind: 'call', unitId: 1, matter: '空调不冷' })).toEqual([])
  })

  test('16.R1 similar means half of the shorter one\'s words', () => {
    expect(similar('空调不制冷', '1808空调不制冷，很热')).toBe(true)
    expect(similar('空调不制冷', '电梯不动')).toBe(false)
    expect(similar('', '')).toBe(false)
  })
})

test('16.R5 the day\'s counts: who came, who is inside, what waits, and the hours beside those of usual weeks', async () => {
  const thursday = t.clock.now()
  for (const week of [1, 2]) {
    t.clock.set(thursday - week * 7 * 24 * 3_600_000)
    for (let i = 0; i < week * 2; i++) await t.reception.leave({ id: (await t.visit()).id, cardReturned: true, at: null }, t.call())
  }
  t.clock.set(thursday)
  await t.visit({ people: 3 })
  const gone = await t.visit()
  await t.reception.leave({ id: gone.id, cardReturned: true, at: null }, t.call())
  await t.visit({ answer: 'to-ask' })
  await t.phoneCall()
  await t.phoneCall({ result: '已答复' })
  await t.expect()
  await t.expect({ expectedAt: thursday + 48 * 3_600_000 })
  const counts = () => t.reception.counts({ day: '2026-03-12' }, t.call())
  expect(await counts()).toMatchObject({ calls: 2, visits: 3, people: 5, insidePeople: 3, asked: 1, overdue: 0, expected: 1, waitingNotice: 1, withoutResult: 1 })
  // The hours add up to the day's people, not to its entries.
  expect((await counts()).byHour[14]).toBe(5)
  expect((await counts()).usualByHour[14]).toBe(3)
  t.clock.advance(5 * 3_600_000)
  expect(await counts()).toMatchObject({ overdue: 2 })
})

test('16.R1 the counts beside a call list\'s tabs are of the rows that stand there: reopened, told to a visitor\'s host, or closed by a correction', async () => {
  const order = { register: 'repairs', id: 1, no: 'WX26-000001' } as const
  const [reopened, corrected] = [await t.phoneCall(), await t.phoneCall({ matter: '电梯等候过久' })]
  await t.house.store.write(t.call().scope, (tx) => t.house.origins.started(tx, { register: 'reception', id: reopened.id, no: reopened.no }, order))
  await t.house.store.write(t.call().scope, (tx) => t.house.origins.finished(tx, order, 'void'))
  await t.visit({ hostContactId: null, hostDepartment: 'engineering' })
  await t.phoneCall({ result: '已答复' })
  const shown = async () => {
    const { waitingNotice, withoutResult } = await t.reception.counts({ day: '2026-03-12' }, t.call())
    const rows = async (states: ('waiting' | 'notified')[]) => (await t.list({ kind: 'call', states })).rows.length
    return [[waitingNotice, await rows(['waiting'])], [withoutResult, await rows(['waiting', 'notified'])]]
  }
  expect(await shown()).toEqual([[2, 2], [2, 2]])
  await t.reception.correct({ id: corrected.id, version: (await t.get(corrected.id)).version, reason: '补记', changes: { result: '已回电' } }, t.call())
  expect(await t.get(corrected.id)).toMatchObject({ state: 'closed', result: '已回电' })
  expect(await shown()).toEqual([[1, 1], [1, 1]])
})

test('16.R1 the open calls of an earlier day are counted apart from today\'s', async () => {
  await t.phoneCall()
  await t.phoneCall({ result: '已答复' })
  t.clock.advance(24 * 3_600_000)
  await t.phoneCall()
  const counts = await t.reception.counts({ day: '2026-03-13' }, t.call())
  expect(counts).toMatchObject({ calls: 1, waitingNotice: 2, waitingEarlier: 1, withoutResult: 2, withoutResultEarlier: 1 })
})
