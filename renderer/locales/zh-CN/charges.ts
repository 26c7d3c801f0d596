/** What is charged for: lines, quotes, answers, payment (chapter 17). */
export default {
  add: '收费项目', addHint: '价目编号、项目或拼音首字母', unlisted: '未列价，另写', per: '{price}/{unit}',
  item: '收费项目', kind: '类别', code: '价目', price: '单价', quantity: '数量', quoted: '报量', actual: '实量', amount: '金额', amountYuan: '金额（元）', total: '合计', capitals: '大写', drop: '删去',
  unit: '单位',
  nth: { unit: '第 {n} 项 单位', item: '第 {n} 项 收费项目', kind: '第 {n} 项 类别', supplier: '第 {n} 项 谁供料', price: '第 {n} 项 单价', quantity: '第 {n} 项 数量', drop: '删去第 {n} 项' },
  kinds: { labour: '人工', material: '材料' },
  suppliers: { tower: '我方供料', client: '客户自备' },
  each: { labour: '{what}，每{unit}', material: '{what}，{unit}' },
  basis: { listed: '{code}', nearest: '比照 {code}', agreed: '协商' },
  fault: {
    name: '第 {line} 项没有写收费项目。', price: '第 {line} 项的单价应为 0 至 1,000,000 元，至多两位小数。', quantity: '第 {line} 项的数量应大于 0，至多三位小数；数量或金额过大也不行。', lines: '还没有收费项目。从价目里选，或另写一项。',
    actual: '实际数量应为 0 或以上，至多三位小数。', reason: '写明客户为何不同意。', tendered: '实收应是金额，例如 200 或 200.00。', tooLittle: '还差 {left}。',
  },
  quote: { title: '报价', again: '重新报价', do: '保存报价', print: '打印报价单' },
  decide: {
    title: '客户答复', sum: '共 {total}', answer: '答复', answers: { 'signed': '同意，签字', 'read-out': '电话念过，同意', 'refused': '不同意' }, by: '客户', reason: '原因', reasonHint: '客户的原话', unsigned: '在电话里答复的不必签字，照记姓名和原因。',
    do: { 'signed': '客户同意', 'read-out': '客户同意', 'refused': '客户不同意' },
  },
  answer: { agreed: '客户同意报价', refused: '客户不同意报价', spoken: { agreed: '电话念过，{name} 口头同意', refused: '{name} 口头不同意' } },
  actuals: { title: '实际用量', do: '记下用量' },
  pay: { title: '收款', do: '收款并打收据', due: '应收', change: '找零', kind: '付款', tendered: '实收', tenderedHint: '正好可留空', payer: '交款单位' },
  month: { title: '列入月结', sum: '{no}　{total}' },
  payment: { cash: '现金', card: '刷卡', transfer: '转账', wechat: '微信', alipay: '支付宝' },
  /** After the sentence that the paper is out. */
  also: { quoted: '等客户答复。', agreed: '客户已同意。', change: '找零 {change}。' },
  said: { quoted: '{no} 已报价，等客户答复。', agreed: '{no} 客户已同意。', refused: '{no} 已记客户不同意。', actuals: '{no} 已记实际用量。', paid: '已收款，收据 {no}。', paidChange: '已收款，收据 {no}，找零 {change}。', monthly: '{no} 已列入 {month} 月交款通知。' },
}
