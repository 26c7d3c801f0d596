import type { SlipDocument } from './document'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longNamesSlip, noticeSlip, oddCharactersSlip, receiptSlip, reprintSlip, unsavedSlip, visitorSlip } from './__fixtures__/slips'
import { hasPending, slipDocument } from './document'
import { layoutSlip, slipPlainText } from './layout'
import { paperText, textWidth } from './printable'

/** The grid as a picture of text: ×2 rows are marked, centred rows are centred. */
function draw(document: SlipDocument, paper: 80 | 58 = 80): string {
  const { rows, columns } = layoutSlip(document, paper)
  return rows.map((row) => {
    if (row.kind !== 'text') return `<${row.kind}${row.kind === 'rule' ? ` ${row.style}` : ''}>`
    const text = row.spans.map((span) => (span.pending ? `[${span.text}]` : span.text)).join('')
    const free = Math.max(0, columns / row.size - textWidth(text))
    const shifted = ' '.repeat(row.align === 'left' ? 0 : row.align === 'right' ? free : free / 2) + text
    return row.size === 2 ? `×2 ${shifted}` : shifted
  }).join('\n')
}

test('a visitor slip is set as in the picture', () => {
  expect(draw(visitorSlip)).toMatchInlineSnapshot(`
    "×2        访　客　单
                 云汇中心　客户服务中心
    <rule thick>
    编号  DJ26-004218               2026-03-12 14:26
    <rule thin>
    ×2      1808室   T-037
    <rule thin>
    来 访 人  何婉清
    单　　位  恒越信息技术（上海）有限公司
    被 访 人  陆文博
    公　　司  博远（北京）国际供应链管理有限公司
    事　　由  面谈
    人　　数  1人
    有 效 至  2026-03-12 18:00
    <rule thin>
    <qr>
             离开时请将本单与临时卡交回前台
    <rule dashed>
    登记信息只用于来访管理，30天后删除。
    接待  周晓岚                                A1台"
  `)
})

test('long names wrap under their value, and words and punctuation stay together', () => {
  expect(draw(longNamesSlip)).toMatchInlineSnapshot(`
    "×2        访　客　单
    来 访 人  古丽娜尔·艾山江、Bartholomew
              Featherstonehaugh-Cholmondeley
    单　　位  北京瑞景企业管理咨询（集团）股份有限公
              司上海浦东新区第二分公司（筹备组）
    事　　由  送货：空调外机3台、配件
              （详见出门条）"
  `)
})

test('58 mm paper keeps the order and wraps facts at 22', () => {
  expect(draw(longNamesSlip, 58)).toMatchInlineSnapshot(`
    "×2    访　客　单
    来 访 人  古丽娜尔·艾山江、
              Bartholomew Feathersto
              nehaugh-Cholmondeley
    单　　位  北京瑞景企业管理咨询
              （集团）股份有限公司上
              海浦东新区第二分公司
              （筹备组）
    事　　由  送货：空调外机3台、配
              件
              （详见出门条）"
  `)
  expect(draw(receiptSlip, 58)).toMatchInlineSnapshot(`
    "×2     收　　据
    编号  SJ26-000913
                    2026-03-12 14:26
    交款单位  博远（北京）国际供应链
              管理有限公司
    <rule thin>
    项目
            数量      单价      金额
    押金（退证时退还）
               1     50.00     50.00
    工本费
               1     20.00     20.00
    <rule thin>
    合计（人民币）           ￥70.00
    大　　写  柒拾元整"
  `)
})

test('M2 a reprint opens with 补打, its count, time and person', () => {
  expect(draw(reprintSlip)).toMatchInlineSnapshot(`
    "×2         补 打 1
             2026-03-12 15:10　周晓岚　A1台
    <rule thick>
    ×2         收　　据
    编号  SJ26-000913               2026-03-12 14:26
    交款单位  博远（北京）国际供应链管理有限公司
    <rule thin>
    项目                    数量      单价      金额
    押金（退证时退还）         1     50.00     50.00
    工本费                     1     20.00     20.00
    <rule thin>
    合计（人民币）                           ￥70.00
    大　　写  柒拾元整"
  `)
})

test('before saving, number and QR code are said to be pending, and such a slip is known as one', () => {
  expect(draw(unsavedSlip)).toMatchInlineSnapshot(`
    "×2        访　客　单
    编号  [保存时取号]                2026-03-12 14:26
    ×2    [待选房号]   T-037
    <qr-pending>"
  `)
  expect(hasPending(unsavedSlip)).toBe(true)
  expect(hasPending(visitorSlip)).toBe(false)
})

test('what a printer has no glyph for is marked on its own row only', () => {
  const rows = layoutSlip(oddCharactersSlip).rows
  expect(rows.map((row) => row.kind === 'text' && row.unprintable)).toEqual([false, true, false, true, false])
  expect(slipPlainText(layoutSlip(oddCharactersSlip)).map(paperText)).toEqual([
    '访　客　单',
    '来 访 人  〓田健太',
    '单　　位  Bjorn & Café “甲乙” · 5 ㎡ ￥12',
    '事　　由  送 〓 〓',
    '其后各行不受影响',
  ])
})

test('every sample is a valid document', () => {
  for (const slip of [visitorSlip, unsavedSlip, longNamesSlip, receiptSlip, reprintSlip, noticeSlip, oddCharactersSlip]) {
    expect(slipDocument.parse(slip)).toEqual(slip)
  }
})

test('no row is wider than the paper, and no text is lost, whatever is written', () => {
  const char = fc.oneof(fc.constantFrom(...'，。（）「」 ab1-陆文博¥“”é\n𠮷'), fc.string({ unit: 'binary', maxLength: 1 }))
  const words = fc.array(char, { maxLength: 120 }).map((chars) => chars.join(''))
  fc.assert(fc.property(words, words, fc.constantFrom(80 as const, 58 as const), (a, b, paper) => {
    const slip = layoutSlip({ title: '试打', lines: [
      { kind: 'fact', label: '事由', value: a },
      { kind: 'text', text: b, size: 2, align: 'center' },
      { kind: 'pair', left: a, right: b },
      { kind: 'table', columns: [{ width: 22, align: 'left' }, { width: 10, align: 'right' }], rows: [[a, b]] },
    ] }, paper)
    for (const row of slip.rows) {
      if (row.kind === 'text') expect(row.size * textWidth(row.spans.map((span) => span.text).join(''))).toBeLessThanOrEqual(slip.columns)
    }
    const bare = (text: string) => text.replace(/[\s\u3000]/g, '')
    const set = bare(slipPlainText(slip).join(''))
    const once = bare(slipPlainText(layoutSlip({ title: '试打', lines: [{ kind: 'text', text: b }] }, 80)).join('').replace(/^试　　打/, ''))
    expect(set.split(once).length - 1).toBeGreaterThanOrEqual(once === '' ? 0 : 1)
  }), { numRuns: 150 })
})
