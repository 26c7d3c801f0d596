import type { Purpose } from '../../../../shared/contract/reception'
import { dayStart } from '../../../../shared/rules/time'
import { purposeWords } from '../../../../shared/slip/visitor-slip'
import { count, day, foldName, knownRoom, phone, timeOfDay } from '../../import/cells'
import { phoneHeadings, remarkHeadings, roomHeadings } from '../../import/columns'
import { importKind, type ImportKind } from '../../import/kind'
import { isPastDay } from '../admission'
import { loadDenied } from '../../denied'
import type { Desk } from '../desk'
import { type Host, hostNamed, loadHosts } from './hosts'
import { loadExpected, planAppointments } from './plan'

/** A good row. */
export interface AppointmentLine {
  name: string; company: string; phone: string; people: number
  host: Host; unitId: number | null
  purpose: Purpose; matter: string
  expectedAt: number
}

/** 事由 as the form offers it; anything else is 其他, and its words are kept. */
function purposeOf(text: string): { purpose: Purpose; words: string } {
  if (text === '') return { purpose: 'meeting', words: '' }
  const known = (Object.keys(purposeWords) as Purpose[]).find((purpose) => purposeWords[purpose] === foldName(text))
  return known ? { purpose: known, words: '' } : { purpose: 'other', words: text }
}

/** Visitors expected, from a list somebody sends: 预约来访 (16.R4). */
export const appointments = (desk: Desk): ImportKind => importKind({
  name: 'appointments', register: 'reception', title: '预约来访', again: '再导入一次不会重复；已有的预约不改动，要改的在来访里更正。',
  columns: [
    { field: 'visitor', title: '来访人', required: true, synonyms: ['访客', '访客姓名', '来访人姓名', '来访者', '姓名', 'visitor', 'guest', 'name'], maxLength: 60, example: '何婉清', note: '必填。几个人同来写一位，人数另写。' },
    { field: 'company', title: '来访单位', required: false, synonyms: ['访客单位', '来访公司', '访客公司', '单位', '公司', 'company'], maxLength: 120, example: '恒越信息技术（上海）有限公司', note: '' },
    { field: 'phone', title: '手机', required: false, synonyms: phoneHeadings, maxLength: 30, example: '13800002716', note: '手机、固定电话均可。' },
    { field: 'people', title: '人数', required: false, synonyms: ['来访人数', '访客人数', 'people', 'visitors'], maxLength: 10, example: '3', note: '1 至 200；空着为 1。' },
    { field: 'host', title: '被访人', required: true, synonyms: ['受访人', '接待人', '拜访对象', '被访者', 'host'], maxLength: 60, example: '陆文博', note: '必填。单位档案里的联系人，或部门，如工程部。' },
    { field: 'room', title: '房号', required: false, synonyms: roomHeadings, maxLength: 20, example: '1808', note: '被访人有同名的，写明房号。' },
    { field: 'purpose', title: '事由', required: false, synonyms: ['来访事由', '事项', '目的', '来访目的', 'purpose'], maxLength: 100, example: '面谈', note: `${Object.values(purposeWords).join('、')}；别的话也可以写。空着为${purposeWords.meeting}。` },
    { field: 'day', title: '预约日期', required: true, synonyms: ['日期', '来访日期', 'date', 'day'], maxLength: 40, example: '2026-03-12', note: '必填。今天或以后。' },
    { field: 'time', title: '预约时间', required: true, synonyms: ['时间', '来访时间', 'time'], maxLength: 20, example: '14:30', note: '必填。' },
    { field: 'remark', title: '备注', required: false, synonyms: remarkHeadings, maxLength: 280, example: '', note: '' },
  ],
  load: async (source) => ({ ...await loadHosts(source), now: source.now, expected: await loadExpected(source), denied: await loadDenied(source.query, source.vault), vault: source.vault }),
  keyField: 'visitor',
  read(row, known) {
    const name = row.text('visitor')
    const about = { company: row.text('company') ?? '', phone: row.read('phone', phone) ?? '', people: row.read('people', count(1, 200)) ?? 1 }
    // Without knowing the room it can't be told whether the host is there.
    let roomKnown = true
    const unit = row.read('room', (text) => {
      const room = knownRoom(text, known.rooms)
      roomKnown = room.ok
      return room
    })
    const host = roomKnown ? row.read('host', (text) => hostNamed(known, text, unit)) : undefined
    const { purpose, words } = purposeOf(row.text('purpose') ?? '')
    const matter = [words, row.text('remark') ?? ''].filter(Boolean).join('；')
    const date = row.read('day', day)
    const minutes = row.read('time', timeOfDay)
    if (date !== undefined && isPastDay(dayStart(date), known.now)) row.fault('day', { code: 'in-the-past', params: {} })
    if (name === undefined || host === undefined || date === undefined || minutes === undefined) return null
    const expectedAt = dayStart(date) + minutes * 60_000
    if (known.denied(name, about.phone)) row.note('visitor', 'denied-visitor')
    return {
      good: { name, ...about, host, unitId: unit?.id ?? null, purpose, matter, expectedAt },
      key: JSON.stringify([expectedAt, host.contactId, host.department, foldName(name), about.phone || foldName(about.company)]),
    }
  },
  plan: (lines, known) => planAppointments(desk, lines, known),
})
