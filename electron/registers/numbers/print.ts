import type { NumbersProof, numbers, ProvenSeries } from '../../../shared/contract/numbers'
import { stampOf } from '../../../shared/rules/time'
import type { Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { paperTable, putOnPaper } from '../paper-table'
import { proveNumbers } from './proof'

const seriesWords: Record<ProvenSeries, string> = {
  reception: '来电来访登记', repairs: '维修工作令单', 'paid-services': '有偿服务单', complaints: '客户投诉记录', receipts: '收据',
  refunds: '退款收据', 'drawer-closes': '钱箱清点单', 'drawer-floats': '备用金领款单', 'day-closes': '日结单', 'pass-applications': '办证/退证程序表', identity: '身份确认卡', construction: '施工证', temporary: '临时证', contractor: '专业公司胸卡', 'void-declarations': '作废声明',
  'exit-permits': '大厦出门条', 'move-outs': '退租', 'key-loans': '钥匙借用登记', 'key-cutting': '钥匙配制', 'key-custody': '钥匙托管书', signs: '水牌申请表',
}

/** One line of the sheet: a range, a void number, or a missing one. */
interface Line { what: string; no: string; count: string; note: string }

/** Which numbers a period has, in a sentence: 共 120 张，作废 2 张，无断号。 */
export function proofSentence({ count, voids, missing }: NumbersProof): string {
  const sum = `共 ${count} 张，作废 ${voids.length} 张`
  if (missing.length === 0) return count === 0 ? '本期没有编号。' : `${sum}，无断号。`
  return `${sum}，断号 ${missing.length} 处：${missing.map(({ no, explained }) => (explained ? `${no}（${explained} 恢复备份时跳过）` : no)).join('、')}。`
}

/** The gap proof on A4 (13.C4, 17.R6, M2). */
export function proofHtml(head: { company: string; tower: string }, proof: NumbersProof): string {
  const lines: Line[] = [
    ...proof.ranges.map((range) => ({ what: '编号', no: `${range.first} 至 ${range.last}`, count: String(range.count), note: '' })),
    ...proof.voids.map((voided) => ({ what: '作废', no: voided.no, count: '1', note: [`${stampOf(voided.at)} ${voided.by}`.trim(), voided.reason].filter(Boolean).join('：') })),
    ...proof.missing.map(({ no, explained }) => ({ what: '断号', no, count: '', note: explained ? `${explained} 恢复备份时跳过` : '没有记录，请查' })),
  ]
  return paperTable({
    title: `${seriesWords[proof.series]}编号核对`,
    head: [`${head.company}　${head.tower}`, `${proof.from} 至 ${proof.to}　核对于 ${stampOf(proof.at)}`],
    columns: [
      { title: '项', paper: 16, text: (line: Line) => line.what }, { title: '编号', paper: 90, text: (line: Line) => line.no },
      { title: '张数', paper: 18, text: (line: Line) => line.count }, { title: '说明', paper: 150, text: (line: Line) => line.note },
    ],
    rows: lines, after: [proofSentence(proof)], signs: ['核对：', '主管：', '日期：'],
  })
}

/** @returns null when the user cancelled. @throws UserError end-before-start, page-not-printed, file-not-written */
export async function printProof(house: House, { series, from, until, to }: ParsedInput<typeof numbers.print>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const { company, tower } = house.settings.current
  const proof = await proveNumbers(house.store, series, from, until)
  const put = await putOnPaper(house, proofHtml({ company, tower }, proof), to, `${seriesWords[series]}编号核对-${from}-${until}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-proof', register: series, recordId: null, detail: { from, until, to, count: proof.count, complete: proof.complete } }))
  return { ...put, rows: proof.count }
}
