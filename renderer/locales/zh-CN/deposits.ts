/** 押金台账 (M1). */
export default {
  title: '押金台账', what: '收、退、没收，一笔不漏', anyKind: '全部种类', toRecord: '看 {no}', byKind: '按种类在押', heldCount: '在押 {n} 笔', refundedSum: '已退 {amount}', forfeitedSum: '没收 {amount}',
  kind: { identity: '身份确认卡', construction: '施工证', temporary: '临时证', contractor: '专业公司胸卡', key: '钥匙' },
  state: { held: '在押', refunded: '已退', forfeited: '没收', void: '收据作废' },
  tab: { held: '在押', refunded: '已退', forfeited: '没收', all: '全部' },
  column: { day: '日期', holder: '持有人、单位', kind: '种类', record: '单号', company: '单位', receipt: '收据', refund: '退款收据', amount: '金额', state: '状态', settled: '结清', reason: '事由' },
  list: { search: '查押金', searchHint: '单号、收据号、持有人、单位', emptyFound: '没有查到。', emptyFoundHint: '换几个字再查，Esc 清除。' },
  empty: { held: '没有在押的押金。', refunded: '还没有退过押金。', forfeited: '没有没收的押金。', all: '还没有收过押金。' },
  emptyHint: '办证按 F5，借钥匙按 F7，收的押金列在这里。',
  sums: '所列 {count} 笔：{parts}。', comma: '，',
  sum: { held: '在押 {amount}', refunded: '已退 {amount}', forfeited: '没收 {amount}' },
  proof: { title: '三处核对', rows: '台账在押', ledger: '总账押金', inUse: '在用证件 + 在借钥匙', parts: '证件 {passes}，钥匙 {keys}', agree: '台账 = 总账 = 在用证件 + 在借钥匙', differ: '三处不等。先不要收退押金，请找财务对账。' },
  menu: { print: '打印所列', pdf: '所列存 PDF', exportXlsx: '导出表格', exportCsv: '导出 CSV', printed: '押金台账 {rows} 笔已送打印。', saved: '已存：{path}', exported: '已写 {rows} 笔：{path}' },
}
