import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportKind } from '../../../../shared/contract/tenants'
import { verifyAudit } from '../../../store/audit'
import { listBackups } from '../../../store/backup'
import type { Handlers } from '../../handlers'
import { openTestHouse, type TestHouse } from '../../testing'
import { createTenants } from '../tenants'

let t: TestHouse
let tenants: Handlers<'tenants'>
beforeEach(async () => {
  t = await openTestHouse()
  tenants = createTenants(t.house)
})
afterEach(() => t.close())

const admin = () => t.call('administrator')
const preview = (kind: ImportKind, bytes: Uint8Array, file = '表.csv') => tenants.importPreview({ kind, file, bytes: new Uint8Array(bytes) }, admin())
const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8')
async function take(kind: ImportKind, ...lines: string[]) {
  const { previewId } = await preview(kind, csv(...lines))
  return tenants.importAccept({ previewId }, admin())
}
const count = async (table: string) => (await t.house.store.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n
const boyuan = '博远（北京）国际供应链管理有限公司'

async function house() {
  await take('units', '房号,楼层,面积', '1808,18,268.5', '1809,18,120', 'B102,,')
  await take('tenants', '单位名称,简称,房号,入住日期', `${boyuan},博远供应链,1808、1809,2024-05-01`, '恒越信息技术有限公司,,,')
}

describe('import of the directory', () => {
  test('a preview writes nothing, an acceptance backs up and writes all of it', async () => {
    const shown = await preview('units', csv('房号,楼层,面积', '1808室,18,268.5', '0805,,120㎡', 'B102,,'))
    expect(shown).toMatchObject({ total: 3, good: 3, bad: 0, added: 3, changed: 0, unchanged: 0, problems: [] })
    expect(shown.columns.map((column) => column.field)).toEqual(['room', 'floor', 'area'])
    expect(await count('unit')).toBe(0)
    expect(await tenants.importAccept({ previewId: shown.previewId }, admin())).toEqual({ added: 3, changed: 0, unchanged: 0 })
    expect(await tenants.units(undefined, admin())).toMatchObject([
      { room: '1808', floor: '18', areaM2: 268.5, status: 'vacant' }, { room: '0805', floor: '8', areaM2: 120 }, { room: 'B102', floor: 'B1', areaM2: null },
    ])
    expect(listBackups(t.dir).some(({ file }) => file.endsWith('-before-import.db'))).toBe(true)
    expect((await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).brokenAt).toBeNull()
  })

  test('importing the same again changes nothing, importing it altered updates', async () => {
    await house()
    expect(await take('units', '房号,面积', '1808,268.5', '1809,121')).toEqual({ added: 0, changed: 1, unchanged: 1 })
    expect(await take('tenants', '公司名称,房间', `${boyuan},1808`, '恒越信息技术有限公司,')).toEqual({ added: 0, changed: 1, unchanged: 1 })
    expect(await count('unit')).toBe(3)
    expect(await count('tenant')).toBe(2)
    const { rows } = await tenants.list({ search: '博远', after: null, limit: 10 }, admin())
    expect(rows).toMatchObject([{ name: boyuan, shortName: '博远供应链', rooms: ['1808'], movedInOn: '2024-05-01' }])
  })

  test('a name in half-width brackets is the same company', async () => {
    await house()
    expect(await take('tenants', '单位名称,备注', '博远(北京) 国际供应链管理有限公司,大客户')).toEqual({ added: 0, changed: 1, unchanged: 0 })
  })

  test('P3 contacts: numbers are encrypted, found while typed, and never doubled', async () => {
    await house()
    const lines = ['公司,姓名,房号,职务,分机,手机,签字人', `${boyuan},陆文博,1808,行政经理,8012,138 0000 2716,是`, `${boyuan},程若兰,,前台,8001,,否`]
    expect(await take('contacts', ...lines)).toEqual({ added: 2, changed: 0, unchanged: 0 })
    expect(await take('contacts', ...lines)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    const [row] = await t.house.store.read<{ id: number; phone_masked: string; phone_hash: Buffer; phone_enc: Buffer; data_key: Buffer; pinyin: string; can_sign: number }>(`SELECT * FROM contact WHERE name = '陆文博'`)
    expect(row).toMatchObject({ phone_masked: '138****2716', pinyin: 'lu wen bo', can_sign: 1 })
    const { vault } = t.house.store
    expect(vault.openKey(row!.data_key).decrypt(row!.phone_enc, 'contact.phone_enc').toString()).toBe('13800002716')
    expect(row!.phone_hash).toEqual(vault.hash('phone', '13800002716'))
    for (const [kind, text] of [['phone-prefix', '138'], ['phone-tail', '2716']] as const) {
      expect(await t.house.store.read(`SELECT owner_id FROM blind_index WHERE hash = ? AND owner = 'contact'`, [vault.hash(kind, text)])).toEqual([{ owner_id: row!.id }])
    }
    const audit = await t.house.store.read<{ detail: string }>('SELECT detail FROM audit')
    expect(audit.some((line) => /13800002716|陆文博|138\*/.test(line.detail))).toBe(false)
  })

  test('a contact with a new number or room stays the same contact; two of one name are told apart by room', async () => {
    await house()
    await take('contacts', '公司,姓名,房号,手机', `${boyuan},陆文博,1808,13800002716`)
    expect(await take('contacts', '公司,姓名,房号,手机', `${boyuan},陆文博,1809,13900001111`)).toEqual({ added: 0, changed: 1, unchanged: 0 })
    const [moved] = await t.house.store.read<{ phone_masked: string; n: number }>(`SELECT phone_masked, (SELECT count(*) FROM blind_index) AS n FROM contact`)
    expect(moved).toEqual({ phone_masked: '139****1111', n: 9 })
    expect(await take('contacts', '公司,姓名,房号', `${boyuan},陆文博,1808`, `${boyuan},陆文博,1809`)).toEqual({ added: 1, changed: 0, unchanged: 1 })
    expect(await take('contacts', '公司,姓名,房号', `${boyuan},陆文博,1808`, `${boyuan},陆文博,1809`)).toEqual({ added: 0, changed: 0, unchanged: 2 })
  })

  test('each bad row is named with its column, its reason and what to write instead', async () => {
    await house()
    const units = await preview('units', csv('房号,楼层,面积', '18O8,18,1', ',18,', '2001,20,50元', '2001,20,0', '2002,一二三四五六七八九十一,'))
    expect(units.problems).toEqual([
      { row: 2, column: '房号', columnLetter: 'A', value: '18O8', code: 'letter-for-digit', params: { expected: '1808', letter: 'O', digit: '0' } },
      { row: 3, column: '房号', columnLetter: 'A', value: '', code: 'empty', params: {} },
      { row: 4, column: '面积', columnLetter: 'C', value: '50元', code: 'not-a-number', params: { expected: '50' } },
      { row: 5, column: '面积', columnLetter: 'C', value: '0', code: 'not-a-number', params: { expected: '0' } },
      { row: 6, column: '楼层', columnLetter: 'B', value: '一二三四五六七八九十一', code: 'too-long', params: { max: 10 } },
    ])
    expect(units).toMatchObject({ total: 5, good: 0, bad: 5 })
    const companies = await preview('tenants', csv('单位名称,房号,入住日期', '甲公司,18O8,', '乙公司,9999,', '丙公司,18-08,', '丁公司,,2026-02-30', '戊公司,,昨天', '己公司,,2026年3月1日', '己公司,,'))
    expect(companies.problems.map(({ row, code, params }) => [row, code, params])).toEqual([
      [2, 'letter-for-digit', { expected: '1808', letter: 'O', digit: '0' }], [3, 'unknown-room', { expected: '' }], [4, 'unknown-room', { expected: '1808' }],
      [5, 'not-a-date', { month: 2, days: 28 }], [6, 'not-a-date', {}], [8, 'duplicate-row', { first: 7 }],
    ])
    const contacts = await preview('contacts', csv('公司,姓名,手机,签字人', '博远供应链,甲,,', `${boyuan},乙,1380000271,`, `${boyuan},丙,138O0002716,`, `${boyuan},丁,,也许`, '无此公司,戊,12345,也许'))
    expect(contacts.problems.map(({ row, columnLetter, code, params }) => [row, columnLetter, code, params])).toEqual([
      [2, 'A', 'unknown-tenant', { expected: boyuan }], [3, 'C', 'invalid-phone', { found: 10 }], [4, 'C', 'letter-for-digit', { expected: '13800002716', letter: 'O', digit: '0' }],
      [5, 'D', 'not-a-choice', { choices: '是、否' }], [6, 'A', 'unknown-tenant', { expected: '' }], [6, 'D', 'not-a-choice', { choices: '是、否' }],
    ])
    expect(contacts.problems[1]!.value).toContain('*')
  })

  test('bad rows are left out, the good ones taken in, and the bad ones saved to mend', async () => {
    await house()
    const { previewId, good, bad } = await preview('units', csv('房号,楼层', '2001,20', '2OO2,20', '2003,20'), '房间 2025.csv')
    expect([good, bad]).toEqual([2, 1])
    expect(await tenants.importAccept({ previewId }, admin())).toMatchObject({ added: 2 })
    const saved = await tenants.importProblemsFile({ previewId }, admin())
    expect(saved!.path.endsWith('房间 2025-有误.xlsx')).toBe(true)
    const [sheet] = await readXlsxFile(readFileSync(saved!.path))
    expect(sheet!.data).toEqual([['房号', '楼层', '有误', '原表行号'], ['2OO2', '20', 'A 房号：字母 O，应为数字 0：2002', '3']])
    // The mended file goes straight back in; the added columns are no fields.
    const mended = await preview('units', readFileSync(saved!.path), '房间 2025-有误.xlsx')
    expect(mended.columns.map((column) => column.field)).toEqual(['room', 'floor', null, null])
  })

  test('the template reads back without its example', async () => {
    for (const kind of ['units', 'tenants', 'contacts'] as const) {
      const saved = await tenants.importTemplate({ kind }, admin())
      await expect(preview(kind, readFileSync(saved!.path), '模板.xlsx')).rejects.toMatchObject({ code: 'import-no-rows' })
      const [, notes] = await readXlsxFile(readFileSync(saved!.path))
      expect(notes!.sheet).toBe('说明')
    }
    t.answerDialog(() => null)
    expect(await tenants.importTemplate({ kind: 'units' }, admin())).toBeNull()
  })

  test('a file that cannot be written is said', async () => {
    t.answerDialog(() => `${t.dir}/none/at/all.xlsx`)
    await expect(tenants.importTemplate({ kind: 'units' }, admin())).rejects.toMatchObject({ code: 'file-not-written' })
  })

  test('a workbook: its best sheet, headings below a title, dates and numbers as cells', async () => {
    await take('units', '房号', '1808')
    const bytes = await writeXlsxFile([
      { sheet: '封面', data: [['云汇中心单位一览']] },
      { sheet: '在用', data: [['二〇二五年'], [], ['序号', '客户名称*', '房 号', '入住日期'], [1, boyuan, 1808, { value: new Date(Date.UTC(2024, 4, 1)), type: Date, format: 'yyyy-mm-dd' }]] },
    ]).toBuffer()
    const shown = await preview('tenants', bytes, '单位.xlsx')
    expect(shown).toMatchObject({ sheet: '在用', total: 1, good: 1, sample: [['1', boyuan, '1808', '2024-05-01']] })
    await tenants.importAccept({ previewId: shown.previewId }, admin())
    expect((await tenants.list({ search: '', after: null, limit: 10 }, admin())).rows[0]).toMatchObject({ rooms: ['1808'], movedInOn: '2024-05-01' })
  })

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)], ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')], ['UTF-16', (text: string) => iconv.encode(text, 'utf16-le', { addBOM: true })],
  ])('CSV in %s', async (_, encode) => {
    const shown = await preview('tenants', encode('单位名称\t备注\n"㛃\t（北京）公司"\t有引号\n'))
    expect(shown.sample).toEqual([['㛃\t（北京）公司', '有引号']])
  })

  test('what cannot be read, has no rows or lacks a column is refused with its reason', async () => {
    await expect(preview('units', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9]), 'a.xlsx')).rejects.toMatchObject({ code: 'import-unreadable', params: { file: 'a.xlsx' } })
    await expect(preview('units', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.xls')).rejects.toMatchObject({ code: 'import-unreadable' })
    await expect(preview('units', Buffer.alloc(0))).rejects.toMatchObject({ code: 'import-no-rows' })
    await expect(preview('units', csv('房号'))).rejects.toMatchObject({ code: 'import-no-rows' })
    await expect(preview('contacts', csv('姓名,手机', '甲,1'))).rejects.toMatchObject({ code: 'import-columns-missing', params: { columns: '单位名称' } })
    await expect(preview('units', Buffer.from(`房号\n${'1\n'.repeat(200_001)}`))).rejects.toMatchObject({ code: 'import-too-large', params: { max: 200_000 } })
  })

  test('a preview is taken once, and is gone when discarded, old or pushed out by newer ones', async () => {
    const once = await preview('units', csv('房号', '1808'))
    await tenants.importAccept({ previewId: once.previewId }, admin())
    await expect(tenants.importAccept({ previewId: once.previewId }, admin())).rejects.toMatchObject({ code: 'import-expired' })
    const discarded = await preview('units', csv('房号', '1809'))
    await tenants.importDiscard({ previewId: discarded.previewId }, admin())
    await expect(tenants.importAccept({ previewId: discarded.previewId }, admin())).rejects.toMatchObject({ code: 'import-expired' })
    const old = await preview('units', csv('房号', '1809'))
    t.clock.advance(31 * 60_000)
    await expect(tenants.importAccept({ previewId: old.previewId }, admin())).rejects.toMatchObject({ code: 'import-expired' })
    const pushed = await preview('units', csv('房号', '1809'))
    for (let i = 0; i < 3; i++) await preview('units', csv('房号', '1810'))
    await expect(tenants.importAccept({ previewId: pushed.previewId }, admin())).rejects.toMatchObject({ code: 'import-expired' })
    expect(await count('unit')).toBe(1)
  })

  test('5,000 contacts of which 20 are bad: the bad ones named, the others in, and the chain whole', async () => {
    await take('units', '房号', ...Array.from({ length: 300 }, (_, i) => String(1001 + i)))
    await take('tenants', '单位名称', ...Array.from({ length: 200 }, (_, i) => `第${i}号有限公司`))
    const bad = new Set(Array.from({ length: 20 }, (_, i) => 17 + i * 240))
    const lines = Array.from({ length: 5000 }, (_, i) => `第${i % 200}号有限公司,联系人${i},${1001 + (i % 300)},${bad.has(i) ? '1380' : '138'}${String(i).padStart(8, '0')}`)
    const shown = await preview('contacts', csv('单位,姓名,房号,手机', ...lines))
    expect(shown).toMatchObject({ total: 5000, good: 4980, bad: 20, added: 4980 })
    expect(shown.problems.map((problem) => problem.row)).toEqual([...bad].map((i) => i + 2))
    expect(await tenants.importAccept({ previewId: shown.previewId }, admin())).toEqual({ added: 4980, changed: 0, unchanged: 0 })
    expect(await count('contact')).toBe(4980)
    expect((await verifyAudit((sql, parameters) => t.house.store.read(sql, parameters))).brokenAt).toBeNull()
  })
})
