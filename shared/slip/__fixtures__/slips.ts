import type { SlipDocument } from '../document'
import { amountColumns, pending } from '../document'

/** The visitor slip of the design's picture. */
export const visitorSlip: SlipDocument = {
  title: '访客单',
  lines: [
    { kind: 'text', text: '云汇中心　客户服务中心', align: 'center' },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: '编号  DJ26-004218', right: '2026-03-12 14:26' },
    { kind: 'rule', style: 'thin' },
    { kind: 'text', text: '1808室   T-037', align: 'center', size: 2 },
    { kind: 'rule', style: 'thin' },
    { kind: 'fact', label: '来访人', value: '何婉清' },
    { kind: 'fact', label: '单位', value: '恒越信息技术（上海）有限公司' },
    { kind: 'fact', label: '被访人', value: '陆文博' },
    { kind: 'fact', label: '公司', value: '博远（北京）国际供应链管理有限公司' },
    { kind: 'fact', label: '事由', value: '面谈' },
    { kind: 'fact', label: '人数', value: '1人' },
    { kind: 'fact', label: '有效至', value: '2026-03-12 18:00' },
    { kind: 'rule', style: 'thin' },
    { kind: 'qr', data: 'QT1:V:DJ26-004218:7F3A' },
    { kind: 'text', text: '离开时请将本单与临时卡交回前台', align: 'center' },
    { kind: 'rule', style: 'dashed' },
    { kind: 'text', text: '登记信息只用于来访管理，30天后删除。' },
    { kind: 'pair', left: '接待  周晓岚', right: 'A1台' },
  ],
}

/** The same before saving. */
export const unsavedSlip: SlipDocument = {
  title: '访客单',
  lines: [
    { kind: 'pair', left: [{ text: '编号  ' }, pending('保存时取号')], right: '2026-03-12 14:26' },
    { kind: 'text', text: [pending('待选房号'), { text: '   T-037' }], align: 'center', size: 2 },
    { kind: 'qr-pending', words: ['二维码', '保存后生成'] },
  ],
}

/** Names as long as they come. */
export const longNamesSlip: SlipDocument = {
  title: '访客单',
  lines: [
    { kind: 'fact', label: '来访人', value: '古丽娜尔·艾山江、Bartholomew Featherstonehaugh-Cholmondeley' },
    { kind: 'fact', label: '单位', value: '北京瑞景企业管理咨询（集团）股份有限公司上海浦东新区第二分公司（筹备组）' },
    { kind: 'fact', label: '事由', value: '送货：空调外机3台、配件\n（详见出门条）' },
  ],
}

/** A deposit's receipt. */
export const receiptSlip: SlipDocument = {
  title: '收据',
  openDrawer: true,
  lines: [
    { kind: 'pair', left: '编号  SJ26-000913', right: '2026-03-12 14:26' },
    { kind: 'fact', label: '交款单位', value: '博远（北京）国际供应链管理有限公司' },
    { kind: 'rule', style: 'thin' },
    {
      kind: 'table',
      columns: amountColumns,
      rows: [
        ['项目', '数量', '单价', '金额'],
        ['押金（退证时退还）', '1', '50.00', '50.00'],
        ['工本费', '1', '20.00', '20.00'],
      ],
    },
    { kind: 'rule', style: 'thin' },
    { kind: 'pair', left: '合计（人民币）', right: '¥70.00' },
    { kind: 'fact', label: '大写', value: '柒拾元整' },
  ],
}

/** The same again. */
export const reprintSlip: SlipDocument = {
  ...receiptSlip,
  openDrawer: false,
  reprint: { count: 1, at: '2026-03-12 15:10', by: '周晓岚', station: 'A1台' },
}

/** What a department gets. */
export const noticeSlip: SlipDocument = {
  title: '告知单',
  lines: [
    { kind: 'text', text: '工程部', align: 'center', size: 2 },
    { kind: 'rule', style: 'thick' },
    { kind: 'pair', left: '编号  DJ26-004216', right: '2026-03-12 13:58' },
    { kind: 'fact', label: '房号', value: '1808室' },
    { kind: 'fact', label: '事项', value: '空调不制冷，请尽快派人。' },
    { kind: 'feed', rows: 1 },
  ],
}

/** Characters a printer in Chinese mode has trouble with. */
export const oddCharactersSlip: SlipDocument = {
  title: '访客单',
  lines: [
    { kind: 'fact', label: '来访人', value: '𠮷田健太' },
    { kind: 'fact', label: '单位', value: 'Björn\u00a0& Café “甲乙” • 5 m² ¥12' },
    { kind: 'fact', label: '事由', value: '送 🎂 \u200b👍🏽' },
    { kind: 'text', text: '其后各行不受影响' },
  ],
}
