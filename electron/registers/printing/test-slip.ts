import { stampOf } from '../../../shared/rules/time'
import type { SlipDocument } from '../../../shared/slip/document'

/** 试打: shows on paper whether columns, sizes, Chinese, the QR code and the cutter are right. */
export function testSlip(input: { tower: string; printer: string; at: number; station: string; by: string }): SlipDocument {
  return {
    title: '试打',
    lines: [
      { kind: 'text', text: input.tower, align: 'center' },
      { kind: 'rule', style: 'thick' },
      { kind: 'pair', left: `打印机  ${input.printer}`, right: stampOf(input.at) },
      { kind: 'rule', style: 'thin' },
      { kind: 'text', text: '1808室   T-037', align: 'center', size: 2 },
      { kind: 'rule', style: 'thin' },
      { kind: 'fact', label: '汉字', value: '古丽娜尔·艾山江，博远（北京）国际供应链管理有限公司' },
      { kind: 'fact', label: '数字', value: '0123456789 ABCXYZ ¥1,250.00' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'qr', data: 'QT1:TEST' },
      { kind: 'text', text: '左右两端齐、二维码能扫、纸已切开，即为正常', align: 'center' },
      { kind: 'rule', style: 'dashed' },
      { kind: 'pair', left: `试打  ${input.by}`, right: `${input.station}台` },
    ],
  }
}
