import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../store/audit'
import { listBackups } from '../../../store/backup'
import type { EntryRecord } from '../rows'
import { BOYUAN, openReception, type TestReception } from '../testing'

// The clock stands at 2026-03-12 14:26; 陆文博 sits in 1808, 陆小曼 in 1809 (both 博远), 单雄信 somewhere of 恒越, which has 0603.
let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const HEAD = '来访人,来访单位,手机,人数,被访人,房号,事由,预约日期,预约时间,备注'
const csv = (...lines: string[]) => new Uint8Array(Buffer.from(lines.join('\r\n'), 'utf8'))
const preview = (bytes: Uint8Array, file = '名单.csv') => t.reception.appointmentsPreview({ file, bytes: new Uint8Array(bytes) }, t.call())
async function take(...lines: string[]) {
  const { previewId } = await preview(csv(HEAD, ...lines))
  return t.reception.appointmentsAccept({ previewId }, t.call())
}
const entries = () => t.house.store.read<EntryRecord>('SELECT * FROM entry ORDER BY id')
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime()
const faults = async (...lines: string[]) => (await preview(csv(HEAD, ...lines))).problems.map(({ row, columnLetter, code, params }) => [row, columnLetter, code, params])

describe('16.R4 a list of visitors expected', () => {
  test('16.R4 is shown first and writes nothing; accepted, each row is an appointment as one made at the desk', async () => {
    const shown = await preview(csv(HEAD, '何婉清,恒越信息技术,138 0000 2716,3人,陆文博,1808室,面谈,2026-03-13,14:30,带样品', '沈知远,,,,工程部,,看设备,2026/3/12,9点半,'))
    expect(shown).toMatchObject({ total: 2, good: 2, bad: 0, added: 2, changed: 0, unchanged: 0, problems: [] })
    expect(shown.sample[0]![2]).toBe('138****2716')
    expect(await entries()).toEqual([])

    expect(await t.reception.appointmentsAccept({ previewId: shown.previewId }, t.call())).toEqual({ added: 2, changed: 0, unchanged: 0 })
    const [first, second] = await entries()
    expect(first).toMatchObject({
      no: 'DJ26-000001', kind: 'visit', state: 'expected', day: '2026-03-13', expected_at: at(13, 14, 30), name: '何婉清', company: '恒越信息技术', people: 3, phone_masked: '138****2716',
      host_contact_id: 1, host_name: '陆文博', host_extension: '8012', room: '1808', tenant_name: BOYUAN, purpose: 'meeting', matter: '带样品', receptionist: '周晓岚', station: 'A1',
    })
    expect(second).toMatchObject({ no: 'DJ26-000002', state: 'expected', expected_at: at(12, 9, 30), people: 1, host_contact_id: null, host_department: 'engineering', host_name: '工程部', purpose: 'other', matter: '看设备' })
    expect((await t.list({ states: ['expected'] })).rows.map((row) => row.name)).toEqual(['沈知远', '何婉清'])
    expect(listBackups(t.dir).some(({ file }) => file.endsWith('-before-import.db'))).toBe(true)
  })

  test('P3 16.R4 its phone numbers are encrypted, its visitors known by number and name, its words found, and the audit chain tells no name', async () => {
    await take('何婉清,恒越信息技术,13800002716,,陆文博,,,2026-03-13,14:30,带样品')
    const [entry] = await entries()
    const { vault } = t.house.store
    expect(vault.openKey(entry!.data_key!).decrypt(entry!.phone_enc!, 'entry.phone_enc').toString()).toBe('13800002716')
    expect((await t.reception.suggest({ query: '2716', for: 'visitor', limit: 8 }, t.call()))[0]).toMatchObject({ name: '何婉清', lastHostName: '陆文博' })
    expect((await t.reception.suggest({ query: 'hwq', for: 'visitor', limit: 8 }, t.call()))[0]).toMatchObject({ name: '何婉清' })
    expect((await t.list({ search: '样品' })).rows).toHaveLength(1)
    const audit = await t.house.store.read<{ action: string; register: string; detail: string }>('SELECT action, register, detail FROM audit')
    expect(audit.filter((line) => line.register === 'reception').map((line) => line.action)).toEqual(['create', 'import'])
    expect(audit.some((line) => /13800002716|何婉清|陆文博/.test(line.detail))).toBe(false)
    expect((await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).brokenAt).toBeNull()
  })

  test('16.R4 who is on the deny list is noted at its row, by name or number, and taken in all the same; the reason is not told', async () => {
    const deny = (name: string, phone: string) => t.reception.deny({ name, documentKind: null, documentNumber: '', phone, reason: '曾滋事' }, t.call('supervisor'))
    await deny('贾一', '')
    await deny('别名', '13800002716')
    const lifted = await deny('沈知远', '')
    await t.reception.liftDenial({ id: lifted.id, reason: '已和解' }, t.call('supervisor'))
    const shown = await preview(csv(HEAD,
      '贾 一,,,,陆文博,,,2026-03-13,10:00,', '何婉清,,138 0000 2716,,陆文博,,,2026-03-13,10:00,', '沈知远,,13900001111,,陆文博,,,2026-03-13,10:00,', '贾一,,,,没有此人,,,2026-03-13,11:00,',
    ))
    expect(shown).toMatchObject({ good: 3, bad: 1, added: 3 })
    expect(shown.notes).toEqual([{ row: 2, value: '贾 一', code: 'denied-visitor' }, { row: 3, value: '何婉清', code: 'denied-visitor' }])
    expect(JSON.stringify(shown)).not.toContain('滋事')
    expect(await t.reception.appointmentsAccept({ previewId: shown.previewId }, t.call())).toMatchObject({ added: 3 })
    // At the desk the denial is met again.
    const [first] = await entries()
    await expect(t.visit({ name: '贾一', expectedEntryId: first!.id })).rejects.toMatchObject({ code: 'denied-visitor' })
  })

  test('16.R4 imported again doubles nobody, whether they still come, are inside or have left', async () => {
    const lines = ['何婉清,恒越,13800002716,,陆文博,1808,,2026-03-12,15:00,', '沈知远,,,,陆小曼,,,2026-03-13,9:00,']
    await take(...lines)
    expect(await take(...lines)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    const [first] = await entries()
    const visit = await t.visit({ expectedEntryId: first!.id })
    expect(await take(...lines)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    await t.reception.leave({ id: visit.id, cardReturned: true, at: null }, t.call())
    expect(await take(...lines)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    expect(await entries()).toHaveLength(2)
  })

  test('16.R4 one made at the desk is the same as one in the list; a void one may be made again', async () => {
    const saved = await t.expect({ name: '何婉清', hostContactId: 1, expectedAt: at(13, 10) })
    expect(await take('何 婉清,恒越,13800002716,,陆文博,1808,,2026-03-13,10:00,')).toEqual({ added: 0, changed: 0, unchanged: 1 })
    await t.reception.void({ id: saved.id, version: 1, reason: '记错' }, t.call())
    expect(await take('何婉清,恒越,13800002716,,陆文博,1808,,2026-03-13,10:00,')).toEqual({ added: 1, changed: 0, unchanged: 0 })
  })

  test('16.R4 two of one name are two: told apart by number, company, host or time', async () => {
    const lines = [
      '王伟,,13800002716,,陆文博,,,2026-03-13,10:00,', '王伟,,13900002716,,陆文博,,,2026-03-13,10:00,', '王伟,甲公司,,,陆小曼,,,2026-03-13,10:00,',
      '王伟,乙公司,,,陆小曼,,,2026-03-13,10:00,', '王伟,乙公司,,,陆小曼,,,2026-03-13,11:00,',
    ]
    expect(await take(...lines)).toEqual({ added: 5, changed: 0, unchanged: 0 })
    expect(await take(...lines.toReversed())).toEqual({ added: 0, changed: 0, unchanged: 5 })
    expect(await faults(lines[0]!, lines[0]!)).toEqual([[3, 'A', 'duplicate-row', { first: 2 }]])
    // One that stands, in whatever words, stands for one row only.
    await t.expect({ name: '李娜', hostContactId: 1, expectedAt: at(13, 16) })
    expect(await take('李娜,甲公司,,,陆文博,,,2026-03-13,16:00,', '李娜,乙公司,,,陆文博,,,2026-03-13,16:00,')).toEqual({ added: 1, changed: 0, unchanged: 1 })
  })

  test('16.R4 each bad row is named with its column, its reason and what was meant', async () => {
    expect(await faults(
      ',,,,陆文博,,,2026-03-13,10:00,', '甲,,,,,,,2026-03-13,10:00,', '甲,,1380000271,,陆文博,,,2026-03-13,10:00,', '甲,,,,陆文博,18O8,,2026-03-13,10:00,', '甲,,,,查无此人,9999,,2026-03-13,10:00,',
      '甲,,,三,陆文博,,,2026-03-13,10:00,', '甲,,,201,陆文博,,,2026-03-13,10:00,', '甲,,,,陆文博,,,2026-02-30,10:00,', '甲,,,,陆文博,,,明天,10:00,', '甲,,,,陆文博,,,2026-03-11,18:00,',
      '甲,,,,陆文博,,,2026-03-13,25:00,', '甲,,,,陆文博,,,,,',
    )).toEqual([
      [2, 'A', 'empty', {}], [3, 'E', 'empty', {}], [4, 'C', 'invalid-phone', { found: 10 }], [5, 'F', 'letter-for-digit', { expected: '1808', letter: 'O', digit: '0' }], [6, 'F', 'unknown-room', { expected: '' }],
      [7, 'D', 'not-a-number', { expected: '' }], [8, 'D', 'out-of-range', { min: 1, max: 200 }], [9, 'H', 'not-a-date', { month: 2, days: 28 }], [10, 'H', 'not-a-date', {}], [11, 'H', 'in-the-past', {}],
      [12, 'I', 'not-a-time', {}], [13, 'H', 'empty', {}], [13, 'I', 'empty', {}],
    ])
  })

  test('16.R4 a host who is not known in that room is refused with whom was meant', async () => {
    const row = (host: string, room = '') => `甲,,,,${host},${room},,2026-03-13,10:00,`
    expect(await faults(row('陆文博', '0603'), row('陆文波', '1808'), row('陆文波'), row('陆文博经理'), row('小曼', '1809'), row('赵一', '1808'), row('赵一'))).toEqual([
      [2, 'E', 'unknown-host', { room: '0603', expected: '陆文博 1808' }], [3, 'E', 'unknown-host', { room: '1808', expected: '陆文博' }], [4, 'E', 'unknown-host', { room: '', expected: '陆文博' }],
      [5, 'E', 'unknown-host', { room: '', expected: '陆文博' }], [6, 'E', 'unknown-host', { room: '1809', expected: '陆小曼' }], [7, 'E', 'unknown-host', { room: '1808', expected: '' }], [8, 'E', 'unknown-host', { room: '', expected: '' }],
    ])
    await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO contact (id, tenant_id, unit_id, name, pinyin, initials) VALUES (9, 2, 3, '陆文博', 'luwenbo', 'lwb')`))
    expect(await faults(row('陆文博'))).toEqual([[2, 'E', 'several-hosts', { n: 2 }]])
    expect(await take(row('陆文博', '0603'))).toMatchObject({ added: 1 })
    // His company has 1809 as well: he is met there.
    expect(await take(row('陆文博', '1809'))).toMatchObject({ added: 1 })
    // Until the company has another of his name who sits there.
    await t.house.store.write(t.call().scope, (tx) => tx.query(`INSERT INTO contact (id, tenant_id, unit_id, name, pinyin, initials) VALUES (10, 1, 2, '陆文博', 'luwenbo', 'lwb')`))
    expect(await take(row('陆文博', '1809'))).toMatchObject({ added: 1 })
    expect((await entries()).map(({ host_contact_id, room }) => [host_contact_id, room])).toEqual([[9, '0603'], [1, '1809'], [10, '1809']])
  })

  test('16.R4 bad rows are left out and saved to mend, the good ones taken in without a gap in the numbers', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `访客${i},,,,${i % 8 === 3 ? '无此人' : '陆文博'},,,2026-03-13,${String(9 + Math.floor(i / 10))}:${String(i % 10)}0,`)
    const shown = await preview(csv(HEAD, ...lines), '三月名单.csv')
    // 9:60 and the like are no times.
    expect(shown).toMatchObject({ total: 40, good: 21, bad: 19 })
    expect(await t.reception.appointmentsAccept({ previewId: shown.previewId }, t.call())).toEqual({ added: 21, changed: 0, unchanged: 0 })
    expect((await entries()).map((entry) => entry.no)).toEqual(Array.from({ length: 21 }, (_, i) => `DJ26-${String(i + 1).padStart(6, '0')}`))
    const saved = await t.reception.appointmentsProblems({ previewId: shown.previewId }, t.call())
    expect(saved!.path.endsWith('三月名单-有误.xlsx')).toBe(true)
    const [sheet] = await readXlsxFile(readFileSync(saved!.path))
    expect(sheet!.data[1]!.slice(-2)).toEqual(['E 被访人：没有这个联系人', '5'])
  })

  test('16.R4 when one row cannot be written, none is: no entry, no number, no person', async () => {
    t.clock.set(at(12, 23, 59))
    const shown = await preview(csv(HEAD, '甲,,,,陆文博,,,2026-03-13,10:00,', '乙,,,,陆文博,,,2026-03-12,10:00,'))
    t.clock.advance(2 * 60_000)
    // It is tomorrow now: what was to come yesterday can no longer be promised.
    await expect(t.reception.appointmentsAccept({ previewId: shown.previewId }, t.call())).rejects.toMatchObject({ code: 'in-the-past' })
    expect(await entries()).toEqual([])
    expect(await t.house.store.read('SELECT * FROM person')).toEqual([])
    expect(await t.expect({ expectedAt: at(13, 12) })).toMatchObject({ no: 'DJ26-000001' })
  })

  test('16.R4 a workbook with dates and times as cells, and the template, which reads back without its example', async () => {
    const moment = (value: Date, format: string) => ({ value, type: Date, format })
    const bytes = await writeXlsxFile([
      [{ value: '三月十三日来访名单' }],
      ['访客', '接待人', '日期', '时间', '人数'].map((value) => ({ value })),
      [{ value: '何婉清' }, { value: '陆文博' }, moment(new Date(Date.UTC(2026, 2, 13)), 'yyyy-mm-dd'), { value: 14.5 / 24, format: 'hh:mm' }, { value: 2 }],
      [{ value: '沈知远' }, { value: '陆文博' }, moment(new Date(Date.UTC(2026, 2, 13, 16, 5)), 'yyyy-mm-dd hh:mm'), { value: (16 * 60 + 5) / 1440 }, { value: 1 }],
    ]).toBuffer()
    const shown = await preview(bytes, '名单.xlsx')
    expect(shown).toMatchObject({ good: 2, bad: 0, sample: [['何婉清', '陆文博', '2026-03-13', '14:30', '2'], expect.anything()] })
    await t.reception.appointmentsAccept({ previewId: shown.previewId }, t.call())
    expect((await entries()).map((entry) => entry.expected_at)).toEqual([at(13, 14, 30), at(13, 16, 5)])

    const template = await t.reception.appointmentsTemplate(undefined, t.call())
    expect(template!.path.endsWith('预约来访导入模板.xlsx')).toBe(true)
    await expect(preview(readFileSync(template!.path), '模板.xlsx')).rejects.toMatchObject({ code: 'import-no-rows' })
    const discarded = await preview(csv(HEAD, '甲,,,,陆文博,,,2026-03-13,10:00,'))
    await t.reception.appointmentsDiscard({ previewId: discarded.previewId }, t.call())
    await expect(t.reception.appointmentsAccept({ previewId: discarded.previewId }, t.call())).rejects.toMatchObject({ code: 'import-expired' })
  })
})
