/** 有偿服务 (chapter 17): the register's page, price list, month sheet. */
export default {
  title: '有偿服务', formName: '有偿服务单', client: '客户', phone: '电话', room: '房号', place: '地点', company: '单位', roomNo: '{room} 室', content: '服务内容', openedBy: '开单人', worker: '维修人',
  workerSign: '维修签字', clientSign: '客户签字', rating: '客户评价', comment: '客户意见', receipt: '收据', checked: '核对、复核', refused: '不同意', voidReason: '作废原因', voidHint: '号码保留。', voidDo: '作废本单',
  emergencyNote: '急修先做，后补单。', quotedWas: '报价 {amount} 元，与实际不同。', monthNote: '月结，列入 {month} 月交款通知',
  ratings: { satisfied: '满意', fair: '一般', dissatisfied: '不满意' },
  state: { quoted: '待同意', agreed: '已同意', refused: '不同意', done: '待付', monthly: '月结', paid: '已付', void: '作废' },
  tab: { all: '全部', open: '未结', due: '待付', monthly: '月结' },
  do: { decide: '客户答复', requote: '重新报价', actuals: '实际用量', complete: '完工', pay: '收款', month: '列入月结', void: '作废' },
  print: { quote: '打报价单', slip: '打服务单' },
  saved: { voided: '{no} 已作废，号码保留。', completed: '{no} 已完工，待付。' },
  step: { quote: '报价', requote: '重新报价', agree: '客户同意', refuse: '客户不同意', actuals: '实际用量', complete: '完工', pay: '收款', unpay: '收据作废', 'put-on-month': '列入月结', 'back-on-month': '收据作废，仍列月结', void: '作废', 'take-back': '撤回签字' },
  register: { 'reception': '来电来访', 'repairs': '维修工作令单', 'complaints': '客户投诉记录', 'paid-services': '有偿服务单' },
  fault: {
    title: '写明做什么。', client: '写客户姓名，或选单位。', room: '没有这个房号。从列出的里面选，或写在地点里。', 'company-unknown': '没有这家单位。从列出的里面选，或清空。', lines: '还没有收费项目。', name: '第 {line} 项没有写收费项目。', price: '第 {line} 项的单价不对。', quantity: '第 {line} 项的数量不对。', rating: '请选客户评价。',
  },
  form: { title: '有偿服务报价', save: '保存并打报价单', saveOnly: '仅保存', clear: '先放下', from: '由 {no} 发起，客户与内容已带来。', clientHint: '姓名或拼音', roomHint: '如 1808', contentHint: '例如更换门锁', emergency: '急修先做，后补单' },
  list: { search: '查有偿服务', searchHint: '编号、内容、客户、房号', pending: '未写内容', sum: '待付 {due}，月结 {monthly}。', empty: '还没有有偿服务单。', emptyHint: '在右边写报价，或按 F10。', emptyFound: '没有查到。', emptyFoundHint: '换几个字再查，Esc 清除。' },
  side: { related: '相关记录', none: '没有相关记录', way: '经过', print: '打印', more: '价目、月结与收款' },
  field: { state: '状态', from: '原状态', to: '状态', person: '人', note: '说明', client: '客户', comment: '客户意见', reason: '原因' },
  action: { 'create': '报价', 'quote': '报价', 'requote': '重新报价', 'agree': '客户同意', 'refuse': '客户不同意', 'actuals': '实际用量', 'complete': '完工', 'pay': '收款', 'unpay': '收据作废', 'put-on-month': '列入月结', 'back-on-month': '收据作废，仍列月结', 'void': '作废', 'take-back': '撤回签字' },
  prices: {
    title: '价目表', sum: '{n} 项', which: '哪些价目', now: '现行', every: '含停用、未生效', search: '查价目', searchHint: '编号、项目或拼音', code: '编号', category: '类别', name: '项目', content: '内容', kind: '类型', unit: '单位', price: '单价', withMaterial: '含材料', validFrom: '生效日', validTo: '失效日', open: '长期',
    add: '新增价目', edit: '改价目', save: '保存价目', end: '停用', again: '接着写新价', saved: '{code} 已保存。', ended: '{code} 用到 {day}。', empty: '还没有价目。', emptyHint: '按「新增价目」写，或从表格导入。', exportXlsx: '导出表格', exportCsv: '导出 CSV', print: '打印', pdf: '存 PDF', exported: '已写 {rows} 项：{path}', printed: '已送打印。', pdfSaved: '已存：{path}', import: '导入',
    badPrice: '单价应为 0 至 1,000,000 元，至多两位小数。', badDay: '日期写成 2026-03-12。', required: '这一格要写。',
  },
  month: {
    title: '月结核对', month: '月份', paid: '现收', monthly: '月结', sum: '{n} 单', unsettled: '未结，转下月', later: '列入以后月份', refused: '客户不同意', voids: '作废', check: '核对', second: '复核', export: '导出', checkedBy: '{name} 核对 {time}', secondBy: '{name} 复核 {time}', notChecked: '未核对', notOver: '本月未过完，下月核对', notSecond: '未复核，须由另一人复核', empty: '这个月没有已结的有偿服务单。', emptyHint: '按 ← → 换一个月份。', no: '编号', who: '客户', what: '内容', how: '付款', amount: '金额', exported: '已写 {rows} 行：{path}', saidChecked: '{month} 已核对。', saidSecond: '{month} 已复核。',
  },
}
