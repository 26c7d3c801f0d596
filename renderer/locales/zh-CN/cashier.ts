/** 收款: receipts, the drawer and its count. */
export default {
  receipts: '收据', receipt: '收据', search: '查收据', searchHint: '编号、交款单位、内容', sum: '{count} 张，作废 {voids}', sumSince: '清点后 {count} 张，作废 {voids}', empty: '还没有收据。', emptyHint: '在有偿服务单或报修单上收款，收据就在这里。', void: '作废', voidIt: '作废收据', voidReason: '作废原因', voidHint: '退回款项，号码保留，原单重新待付。', voided: '收据 {no} 已作废，原单重新待付。',
  roomNo: '{room} 室', subject: '收款事由', at: '收款', given: '实收 {tendered}，找零 {change}', reprint: '补打', byPayment: '清点后收款', times: '{n} 笔', nothing: '还没有收款', closes: '清点记录',
  refund: '退款收据', refunded: '退', receiver: '收款人', refundSubject: '退款事由', refundAt: '退款', refundFinal: '款已退出，不能作废。',
  menu: { printDay: '打印今日收据', pdfDay: '今日收据存 PDF', printed: '今日收据 {rows} 张已送打印。', saved: '已存：{path}' },
  drawer: {
    title: '钱箱清点', station: '{station} 台', since: '上次清点', never: '还没有清点过', newest: '看最近的', float: '上次留存', taken: '其后收现', returned: '其后退现', drawn: '其后领入', expected: '账上应有', note: '面值', pieces: '张数', piecesOf: '{note} 的张数', amount: '金额', counted: '实点', equal: '账实相符', over: '多 {amount}', short: '少 {amount}', reason: '差额原因', leave: '留存备用', close: '清点交款', closed: '{no} 已清点，交财务 {amount}。',
  },
  float: { title: '领备用金', what: '从财务领现金，放进本台钱箱', amount: '金额', note: '备注', from: '付款人', sign: '财务签名', do: '领款并打印', drawn: '{no} 已领备用金 {amount}。', list: '领备用金记录', voidIt: '作废领款', voided: '{no} 已作废，款退回财务。' },
  fault: { amount: '金额应在 0.01 到 {limit} 之间，例如 500.00。', pieces: '张数应是 0 或以上的整数。', float: '留存应是金额，例如 200.00。', floatTooMuch: '留存不能多于实点。', reason: '账实不符，写明差额原因。' },
}
