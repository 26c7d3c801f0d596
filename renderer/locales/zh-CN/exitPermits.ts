/** 出门条: 大厦出门条 (chapter 14), at the desk. */
export default {
  title: '出门条',
  formName: '大厦出门条',
  strip: '货条不符 {n} 张，没有放行',
  stripDo: '去看',
  roomNo: '{room} 室',
  amount: '{n} {unit}',
  comma: '，',
  semicolon: '；',
  stop: '{words}。',
  reason: '事由',
  tab: { 'all': '全部', 'at-gate': '待放行', 'to-chase': '待追' },
  kind: { 'large': '大件', 'moving-out': '搬离', 'repair': '送修' },
  state: { 'held': '待签发', 'issued': '待放行', 'differs': '不符退回', 'released': '已放行', 'reconciled': '已核销', 'unused': '未用', 'void': '作废', 'late': '过期未用', 'not-back': '未交回' },
  list: {
    sum: '今日 {n} 张', search: '查找出门条', searchHint: '编号、人、单位、车牌、货物', pending: '待写申请人', goodsMore: '{first}{others}', others: '等 {n} 种', noSuchCode: '没有这张出门条，或已改条。请看新的那张。',
    yesterdayNone: '昨日没有出门条。', yesterdayAll: '昨日 {n} 张：门岗交回 {back} 联，都已核对。', yesterdayShort: '昨日 {n} 张：门岗交回 {back} 联，差 {no} {name}{more}。', yesterdayMore: '等 {n} 张',
    emptyFound: '没有符合的出门条。', emptyFoundHint: '换个词，或按 Esc 清除条件。', emptyHint: '大件、搬离、送修的货物出门，按 F6 开条。',
    empty: { 'all': '还没有出门条。', 'at-gate': '门岗没有等着的。', 'to-chase': '没有要追的。' },
  },
  menu: {
    back: '门岗交回', day: '当日核对', company: '签字人与欠费', gate: '门岗核对', numbers: '编号核对', exportXlsx: '导出 Excel', exportCsv: '导出 CSV', printRegister: '打印登记表', pdfRegister: '登记表存为 PDF',
    exported: '已导出 {rows} 条，号码均已遮盖。文件在 {path}。', printed: '出门条登记表 {rows} 条，已送 A4 打印。', saved: '出门条登记表 {rows} 条，已存为 PDF。文件在 {path}。',
  },
  form: {
    title: '开出门条', company: '单位', companyHint: '单位、房号或拼音', applicant: '申请人', phone: '手机', kind: '类别', room: '房号', vehicle: '车牌', vehicleHint: '没有车可留空', leavingOn: '出门日期', leavingHint: '今日，仅限当日', exit: '出口',
    goods: '货物', goodsHint: '写第一样', goodsNext: '再写一样', amount: '数量', amountHint: '12 张', remark: '备注', drop: '去掉',
    nth: { name: '第 {n} 行货物', amount: '第 {n} 行数量', remark: '第 {n} 行备注', drop: '去掉{name}' },
    save: '开条并打印', saveAgreed: '主管放行并打印', saveOnly: '仅开条', hold: '存为待签发', from: '由 {no} 发起，单位、申请人、号码随之带来。',
  },
  authority: {
    label: '凭据', signatory: '指定签字人', letter: '盖章函件', letterShort: '函件', sealSeen: '单位盖章函件已验', scan: '函件扫描', companyFirst: '先选单位，再看签字人留样。', none: '这家没有可用的签字人留样。先登记留样，或用盖章函件。', add: '登记留样',
    choose: '选签字人', until: '授权至 {day}', untilEnd: '授权至租期满', specimen: '留样', specimenOf: '{name} 的留样', specimenOn: '{day} 存', today: '今日签名', thatDay: '当日签名', matches: '与留样相符', companySeal: '单位章已验', notYet: '还没有签名或函件，签发时补。',
  },
  standing: {
    line: '{title} {amount}', more: '另 {n} 笔', hold: '{by} 欠费标记：{reason}', holdOf: '财务欠费标记 {amount}（{by}：{reason}）', days: '已欠 {n} 天', stop: '欠费 {amount}，已到红线，搬离不能签发。', stopHold: '财务有欠费标记，已到红线，搬离不能签发。', early: '搬离要提前申请，最早 {day}。再早要主管确认。',
    clear: '没有欠费', owes: '欠费 {amount}', marked: '财务有欠费标记', deposits: '押金 {amount}', passes: '未还证件 {n} 张', keys: '未还钥匙 {n} 把', reason: '放行事由', reasonHint: '为何欠费也放行', pay: '去收款',
  },
  slip: { title: '出门条', preview: '出门条预览', size: '80 mm，一式三联', copies: '三联', only: '只有联次不同', pending: '欠费 {amount}，主管确认后写明。', language: '小票用大厦的语言。' },
  copy: { label: '联次', desk: '前台联', guard: '门岗联', client: '客户联' },
  fault: {
    'company': '搬离要有单位。请选单位。', 'company-unknown': '没有这家单位。请从列出的里选，或清空。', 'applicant': '申请人未填。', 'room-unknown': '没有这个房号。请从列出的里选。', 'day': '日期应写作 2026-03-12。', 'past': '这一天已过。请写今日或以后。',
    'goods': '货物未写。一样一行，写清数量。', 'goods-name': '第 {line} 行货物未写。', 'goods-amount': '第 {line} 行数量应写作 12 张。', 'seal': '没有验过盖章函件。验过再勾。', 'signatory': '签字人未选。请选一位，或用盖章函件。', 'signature': '今日还没有签名。请在框内签，或按 Alt+W 记已签纸单。',
    'matches': '签名还没有与留样比对。相符再勾，不符不能开条。', 'approval': '{text}',
  },
  do: { issue: '签发', amend: '改条', back: '交回', chase: '追查', unused: '未用核销', reprint: '补打', void: '作废', 'undo-release': '撤销放行', 'undo-reconcile': '撤销交回' },
  undo: { 'undo-release': '误放行的，条改回待放行', 'undo-reconcile': '误收的，条改回已放行', reasonHint: '怎么弄错的' },
  issue: { do: '签发并打印' },
  amend: { do: '改条并打印', hint: '三联重打，旧条作废', reasonHint: '为何改', beyond: '{goods}不在原来的凭据里，要另有函件或签字。' },
  saved: { issued: '{no} 已签发。', amended: '{no} 已改条，旧条收回作废。', back: '{no} 的门岗联已交回。', chased: '{no} 已追查。', unused: '{no} 已按未用核销。', reprinted: '{no} 已送补打。', voided: '{no} 已作废，编号保留。', undone: '{no} 已撤销，记录保留。' },
  detail: {
    onlyOn: '{day} 当日', override: '主管放行', payments: '费用查核', paid: '已查，无欠费', owed: '欠费 {amount}', marked: '财务标记', checkedAt: '{time} 查', chased: '{n} 次，{time}', sum: '共 {kinds} {pieces}', kinds: '{n} 种', pieces: '{n} 件', checks: '放行记录', agrees: '相符，放行', differs: '不符，没有放行', undone: '放行已撤销', counted: '{name}：条上 {listed}，实点 {found}', extra: '条外：{what}',
    unusedHint: '为何没有用，三联收回没有', unusedDo: '未用核销', voidHint: '误开、重复开条', voidDo: '作废，编号保留',
  },
  side: { title: '有关', told: '已告知', toAcknowledge: '待收到', acknowledged: '{by} {time} 收到', linked: '关联', moveOut: '退租', way: '经过', print: '打印' },
  day: { title: '当日核对', none: '这一天没有出门条。', noneHint: '换一天再看。', chased: '已追 {n} 次', sum: { returned: '已交回', used: '已放行', unused: '未用核销', missing: '待追', open: '待办', void: '作废' } },
  back: {
    title: '门岗交回', sum: '已收 {n} 联', code: '扫门岗联', codeHint: '一张接一张地扫，或输编号按 Enter', none: '还没有交回的。', noneHint: '扫门岗联上的二维码，收一张列一张。', taken: '已交回',
    left: { 'not-found': '没有这张条', 'replaced': '旧条，已改条', 'back': '已交回过', 'held': '待签发，不能放行', 'issued': '没有放行记录', 'differs': '不符，没有放行', 'unused': '已按未用核销', 'void': '已作废', 'ambiguous': '不止一张，多输几位' },
  },
  companyView: { title: '签字人与欠费', choose: '选一家单位。', chooseHint: '看指定签字人和留样，看欠费、押金、未还的证件与钥匙。', standing: '欠费与未还', blocked: '搬离不能签发', deposits: '押金', open: '未还', openIs: '证件 {passes} 张，钥匙 {keys} 把' },
  hold: { title: '欠费标记', do: '设欠费标记', change: '改欠费标记', lift: '撤欠费标记', hint: '设了标记，搬离不能签发', amount: '金额', amountHint: '账外的欠费，账上的不算', amountWrong: '金额应写作 9960.00。', reason: '事由', liftHint: '为何撤', set: '已设欠费标记，搬离不能签发。', lifted: '欠费标记已撤。' },
  signatory: {
    title: '指定签字人', none: '还没有指定签字人。', add: '登记签字人', change: '改', name: '姓名', job: '职务', until: '授权至', untilHint: '租期满', state: '状态', active: '可签', nameMissing: '姓名未填。', specimenMissing: '还没有留样。请签字人在框内签。', keeps: '不签新的，仍用 {day} 的留样。', saved: '{name} 的留样已存。',
    is: { done: '可签', waiting: '没有留样', left: '停用或到期' },
  },
  field: {
    no: '编号', state: '状态', from: '原状态', to: '状态', kind: '类别', goods: '货物', authority: '凭据', vehicleNo: '车牌', leavingOn: '出门日期', exit: '出口', note: '说明', reason: '事由', tenantId: '单位', field: '项目', amountFen: '金额', applicant: '申请人', phone: '手机',
  },
  action: {
    'create': '开条', 'hold': '存为待签发', 'issue': '签发', 'release': '放行', 'differ': '不符', 'amend': '改条', 'reconcile': '交回', 'close-unused': '未用核销', 'void': '作废', 'chase': '追查', 'undo-release': '撤销放行', 'undo-reconcile': '撤销交回', 'move-out': '起退租', 'move-out-void': '退租作废', 'signatory': '登记签字人', 'hold.lift': '撤欠费标记', 'reveal': '显示号码', 'link': '关联', 'retention': '到期删除', 'export': '导出', 'print-register': '打印登记表',
  },
}
