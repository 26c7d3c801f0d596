import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/contract'
import { openReception, refusal, residentNumber, type TestReception } from './testing'

let t: TestReception
beforeEach(async () => { t = await openReception() })
afterEach(() => t.close())

const exported = (format: 'csv' | 'xlsx', filter = {}) => t.reception.export(contract.reception.export['~orpc'].inputSchema!.parse({ filter, format }), t.call())
const csv = (path: string) => parse(readFileSync(path, 'utf8'), { bom: true, columns: true }) as Record<string, string>[]

describe('16.F1 export', () => {
  test('16.F1 CSV has a BOM, the register\'s columns, masked numbers, rooms with their zeros, and no formula', async () => {
    await t.visit({ name: '=HYPERLINK("http://x")', company: '@恒越', phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1), hostContactId: 3, matter: '谈"合同"，\n续租' })
    await t.phoneCall({ contactId: 3, phone: '+85291234567' })
    const answer = await exported('csv')
    expect(answer).toMatchObject({ rows: 2, path: join(t.dir, '来电来访登记表-2026-03-12.csv') })
    expect([...readFileSync(answer!.path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [call, visit] = csv(answer!.path)
    expect(visit).toMatchObject({
      编号: 'DJ26-000001', 日期时间: '2026-03-12 14:26', '来电/来访': '来访', 姓名: `'=HYPERLINK("http://x")`, 单位: `'@恒越`, 电话: '138****2716', 事项: '面谈，谈"合同"，\n续租', 房号: '="0603"', 被访人: '单雄信',
      证件号码: `110101********${residentNumber(1).slice(-4)}`, 人数: '1', 临时卡: 'T-001', 告知何人: '单雄信', 告知时间: '14:26', 接待人: '周晓岚', 状态: '在内',
    })
    expect(call).toMatchObject({ '来电/来访': '来电', 事项: '报修：空调不制冷', 告知何人: '工程部', 电话: `'+852****4567`, 人数: '' })
    expect(readFileSync(answer!.path, 'utf8')).not.toContain(residentNumber(1))
  })

  test('16.F1 a workbook has the same cells, all of them text', async () => {
    await t.visit({ name: '=1+1', hostContactId: 3 })
    const answer = await exported('xlsx')
    const sheets = (await readExcelFile(answer!.path)) as unknown
    const rows = (Array.isArray(sheets) && (sheets as { data?: unknown }[])[0]?.data ? (sheets as { data: unknown[][] }[])[0]!.data : sheets) as unknown[][]
    expect(rows).toHaveLength(2)
    const cell = (title: string) => rows[1]![rows[0]!.indexOf(title)]
    expect([cell('姓名'), cell('房号'), cell('人数')]).toEqual(['=1+1', '0603', '1'])
  })

  test('16.F1 what is filtered is exported, over as many pages as it takes; who exported what is written down without what was searched', async () => {
    await t.house.store.write(t.call().scope, async (tx) => {
      for (let i = 1; i <= 2300; i++) {
        await tx.query(`INSERT INTO entry (no, kind, at, day, state, receptionist_id, receptionist, station, name) VALUES (?, ?, ?, '2026-03-12', 'left', 1, '周晓岚', 'A1', '访客')`, [`DJ26-${String(i).padStart(6, '0')}`, i % 10 === 0 ? 'call' : 'visit', tx.now])
      }
    })
    const answer = await exported('csv', { kind: 'visit' })
    expect(answer!.rows).toBe(2070)
    expect(new Set(csv(answer!.path).map((row) => row['编号'])).size).toBe(2070)
    await exported('csv', { search: '13800002716' })
    const lines = await t.house.store.read<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'export' ORDER BY id`)
    expect(JSON.parse(lines[0]!.detail)).toMatchObject({ rows: 2070, filter: { kind: 'visit', search: false } })
    expect(lines[1]!.detail).not.toContain('2716')
  })

  test('16.F1 cancelled it writes nothing; where nothing can be written it says so and leaves no half file', async () => {
    t.answerDialog(() => null)
    expect(await exported('csv')).toBeNull()
    for (const format of ['csv', 'xlsx'] as const) {
      t.answerDialog((name) => join(t.dir, 'missing', name))
      expect(await refusal(exported(format))).toBe('file-not-written')
    }
    expect(existsSync(join(t.dir, 'missing'))).toBe(false)
    expect(readdirSync(t.dir).filter((name) => name.includes('登记表'))).toEqual([])
    expect(await t.house.store.read(`SELECT 1 FROM audit WHERE action = 'export'`)).toEqual([])
  })
})

describe('16.F1 the day on A4', () => {
  test('16.F1 has the manual\'s columns in a header that repeats, the day\'s entries in their order, voided ones struck through', async () => {
    await t.visit({ name: '<b>何', phone: '13800002716', documentKind: 'resident', documentNumber: residentNumber(1) })
    const voided = await t.phoneCall()
    await t.reception.void({ id: voided.id, version: 1, reason: '重复' }, t.call())
    await t.expect()
    expect(await t.reception.printDay({ day: '2026-03-12', to: 'printer' }, t.call())).toEqual({ path: null, rows: 2 })
    const [html] = t.pages
    const titles = [...html!.matchAll(/<th scope="col">([^<]+)/g)].map((match) => match[1])
    expect(titles).toEqual(['编号', '日期时间', '来电/来访', '姓名', '单位', '电话', '事项', '告知何人', '告知时间', '处理结果', '接待人', '被访人', '房号', '证件号码', '人数', '临时卡', '离开时间'])
    expect(html).toMatch(/thead \{ display: table-header-group/)
    expect(html).toMatch(/counter\(page\)/)
    expect(html).toContain('&lt;b&gt;何')
    expect(html!.indexOf('DJ26-000001')).toBeLessThan(html!.indexOf('<tr class="void"><td>DJ26-000002'))
    expect(html).not.toMatch(/13800002716|DJ26-000003/)
  })

  test('16.F1 becomes a PDF where the user says, or nothing when cancelled', async () => {
    expect(await t.reception.printDay({ day: '2026-03-12', to: 'pdf' }, t.call())).toEqual({ path: join(t.dir, '来电来访登记表-2026-03-12.pdf'), rows: 0 })
    expect(readFileSync(join(t.dir, '来电来访登记表-2026-03-12.pdf'), 'latin1')).toMatch(/^%PDF-/)
    t.answerDialog(() => null)
    expect(await t.reception.printDay({ day: '2026-03-12', to: 'pdf' }, t.call())).toBeNull()
  })
})
