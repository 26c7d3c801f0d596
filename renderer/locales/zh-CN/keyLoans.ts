/** 钥匙: board, loans, custody, cutting, stocktaking (chapter 11). */
export default {
  title: '在借钥匙',
  formName: '钥匙借用登记表',
  key: '钥匙', count: '把数', room: '房间', roomNo: '房号', roomIs: '{room} 室', name: '名称', keyType: '种类', reason: '事由', borrower: '借用人', phone: '手机', company: '单位', pass: '证件', lentAt: '借出', due: '应还', time: '时间', deposit: '押金', why: '原因', which: '范围',
  tomorrow: '明日',
  hereOf: '在柜 {here}/{owned}',
  tagCount: '{no} {n} 把',
  tab: { out: '在借', today: '今日归还', custody: '托管', all: '全部' },
  state: { out: '在借', late: '逾期未还', returned: '已还', lost: '已遗失', void: '作废', sealed: '封存中', unsealed: '已启封', ended: '已终止' },
  type: { 'door': '房门', 'mailbox': '信箱', 'cabinet': '柜', 'plant-room': '机房', 'riser': '管井', 'lift': '电梯', 'car-park': '车库', 'other': '其他' },
  span: { 'hour': '1 小时', 'two-hours': '2 小时', 'day-end': '下班前', 'tomorrow': '明日' },
  depositState: { held: '在押', refunded: '已退', forfeited: '没收', moved: '已转', void: '作废', none: '' },
  link: { from: '由此发起', to: '由本条发起' },
  list: {
    sum: '{out} 笔', sumLate: '{out} 笔，{late} 笔逾期', search: '查找钥匙借用', searchHint: '钥匙、编号、借用人、房号', due: '{time} 还', seal: '封条 {no}', pending: '待选钥匙', foot: '归还：扫钥匙牌，或',
    emptyFound: '没有符合的借用。', emptyFoundHint: '换个词，或按 Esc 清除条件。', emptyHint: '借钥匙，扫钥匙牌或按 F7 登记。', custodyHint: '客户托管钥匙，按 Alt+N 登记。',
    empty: { out: '没有在借的钥匙。', today: '今天还没有归还的。', custody: '没有托管的钥匙。', all: '还没有借用。' },
  },
  menu: {
    newCustody: '收存托管', newCutting: '配制申请', newHook: '新钩位', count: '盘点', stocktakes: '盘点记录', cuttings: '配制', incidents: '损坏、遗失', incomplete: '缺项', import: '导入钥匙', numbers: '编号核对',
    exportXlsx: '导出 Excel', exportCsv: '导出 CSV', printRegister: '打印借用登记表', pdfRegister: '借用登记表存为 PDF',
    printTags: '打印钥匙牌', pdfTags: '钥匙牌存为 PDF', noTags: '板上还没有钥匙。先加新钩位，或导入。', printedTags: '{board} 板钥匙牌 {rows} 枚，已送 A4 打印。', savedTags: '{board} 板钥匙牌 {rows} 枚，已存为 PDF。文件在 {path}。',
    exported: '已导出 {rows} 条，号码均已遮盖。文件在 {path}。', printed: '钥匙借用登记表 {rows} 条，已送 A4 打印。', saved: '钥匙借用登记表 {rows} 条，已存为 PDF。文件在 {path}。',
  },
  chase: { title: '{key} 逾期未还', due: '{time} 应还', chased: '{time} 已催 {n} 次', never: '还没有催', again: '再催' },
  form: {
    title: '钥匙借用', save: '借出并打印', saveOnly: '仅借出', from: '由 {no} 发起，内容已带来', keyHint: '牌号、房号', here: '在柜 {n}', byKey: '随钥匙', byRecord: '随令单', reasonHint: '借来做什么',
    passHint: '扫证件，或输编号，可留空', passValid: '{holder}，有效至 {day}', passOther: '{holder} 的证，不是借用人的', passNot: '此证无效，不能凭此借', now: '此刻', span: '借多久', depositHint: '可留空', receipt: '押金收据 {no}。',
    borrowerSign: '借用人签名', returnerSign: '归还人签名', signLater: '归还时签', rule: '无签名不出柜。丢失或损坏当日上报，配制须先审批。',
  },
  fault: {
    'key': '还没有选钥匙。扫钥匙牌，或在右边的板上选。', 'key-unknown': '没有这块钥匙牌。请从列出的里选，或在板上选。', 'count': '把数应为 1 至 99。', 'count-here': '在柜只有 {left} 把。请改把数，或先收回。', 'reason': '事由未填。写明为何。', 'borrower': '借用人未填。写明交给谁。',
    'due': '应还时间未填。按 1 至 4 选，或写时间。', 'due-past': '应还时间已过，请改一个以后的时间。', 'due-day': '日期应写作 2026-03-12。', 'due-time': '时间应写作 17:00。',
    'deposit': '押金应是金额，例如 200 或 200.00。', 'deposit-max': '押金过大，一笔至多 ¥10,000.00。', 'tendered': '实收应是金额，不少于押金；正好可留空。', 'signature': '还没有签名，无签名不出柜。请在框内签，或按 Alt+W 记已签纸单。',
    'back': '在借 {left} 把，请照实点数。', 'receipt': '押金收据编号未填。照客户的收据输，或勾收据遗失。', 'incident': '把数应为 1 至 {n}。', 'board': '写明哪一块板，如 A。', 'hook': '钩位应为 1 至 999。', 'key-name': '名称未填，如正门。', 'room': '没有这个房号。请从列出的里选。', 'owned': '把数应为 1 至 999。', 'owned-kept': '把数应为 0 至 999。', 'responsible': '责任人未填。查不清的，写当班人。', 'finder': '交回人未填。写明谁交来的。', 'hooks': '写明钩上的钥匙交还客户，还是留在钩上。', 'cut-by': '写明谁配的。',
    'client': '客户未选。请从单位或房号里选。', 'keys': '还没有钥匙。选钩上的，或加客户带来的。', 'authorised': '启封授权人未填，至少一位。', 'person': '有证件号码，姓名未填。', 'document-kind': '证件种类未选。', 'seal': '封条号未填。照封条写。', 'purpose': '封存用途未说明。向客户说明后勾选。', 'client-seal': '客户封章未核。看过后勾选。', 'stamp': '封条还没盖客服章。盖过后勾选。', 'no-photo': '封条还没有照片。请拍照，或写明为何没有。', 'signed-by': '写明谁代客户签。', 'not-listed': '只有授权人能启封：{list}。',
  },
  do: { lend: '借出', return: '归还', extend: '续借', chase: '催还', chaseAgain: '再催', report: '损坏、遗失', cut: '配制', void: '作废' },
  saved: {
    returned: '{no} 已记归还。', returnedDeposit: '{no} 已归还，押金已退。', extended: '{no} 已续借。', chased: '{no} 已催还。', chasedKey: '{key} 已催 {who}。', voided: '{no} 已作废，编号保留。', hook: '{no} 已存。',
    check: '{no} 已核，待批。', approve: '{no} 已批，可以配。', refused: '{no} 已驳回。', cut: '{no} 已配好，待入柜。', registered: '{no} 已入柜。', cuttingVoid: '{no} 已作废，编号保留。',
    unseal: '{no} 已启封。', reseal: '{no} 已再封。', end: '{no} 已终止，钥匙已交还。', endKept: '{no} 已终止，钥匙留在钩上。', custodyVoid: '{no} 已作废，编号保留。', countChecked: '{no} 已核。',
  },
  detail: {
    late: '{time} 应还，已催 {n} 次。', depositLeft: '钥匙都有了着落，押金还没有退或没收。', counts: '{n} 把，已还 {back}', lost: '，遗失 {n}', chased: '{n} 次，最近 {time}', returned: '{by} 还 {n} 把，{to} 收', voidStop: '不是当日本人借出的，作废须主管同意。', voidHint: '误记、没有借走', voidDo: '作废，编号保留',
  },
  return: {
    which: '哪一把', whichHint: '扫钥匙牌，或输牌号、借用单号、借用人', find: '查找', none: '没有在借的「{what}」。看清牌号再输，或查全部。', left: '在借 {n} 把', depositOnly: '只退押金', count: '归还', by: '归还人', sign: '签名', do: '收回', doDeposit: '收回并退押金',
    receipt: '收据', receiptHint: '照押金收据输编号', payment: '退款', refund: '应退押金', receiptLost: '收据遗失', lostStop: '收据遗失，退押金须主管同意。', lostHow: '遗失说明',
  },
  incident: {
    what: '情形', damage: '损坏', loss: '遗失', found: '找回', severity: '程度', level: { 1: '轻微', 2: '一般', 3: '严重' }, reasonHint: '怎么坏的、在哪里丢的', responsible: '责任人', measure: '处理', measureHint: '换锁、赔偿，可留空', forfeit: '没收押金', doFound: '记找回', foundHint: '在哪里找到、怎么回来的', finder: '交回人', finderHint: '谁交来的', responsibleHint: '谁负责；查不清的，写当班人', forfeitStop: '因损坏没收押金，须主管同意。', do: '上报',
    open: '有损坏、遗失还没有了结。', line: '{kind} {n} 把：{reason}', responsibleIs: '责任 {name}', loan: '看借用', close: '了结', closed: '{no} 的事故已了结。', which: { open: '未了结', every: '全部' }, none: '没有未了结的损坏、遗失。', noneHint: '在借用或钩位上按「损坏、遗失」上报。',
  },
  board: {
    title: '钥匙柜 {name}', sum: '{hooks} 钩，共 {boards} 板', turn: '换板', here: '在柜', out: '在借', late: '逾期', sealed: '封存', off: '停用', none: '还没有钥匙板。', noneHint: '在列表操作里选「新钩位」，或导入。', see: '看此钩',
    counted: '{board} 板上次盘点 {day}，{by}点，{checker}核，差 {n}。', countedOnly: '{board} 板上次盘点 {day}，{by}点，待核，差 {n}。', neverCounted: '{board} 板还没有盘点过。',
  },
  sums: { title: '账实', agree: '相符', differ: '不符', counted: '盘点差 {n}', settle: '待查清', hook: '{no} {n}', owned: '应有', sealed: '在柜含封存 {n} 把。' },
  hook: {
    title: '钩位', add: '新钩位', edit: '更改', board: '板号', hook: '钩位', place: '部位', owned: '应有', remark: '备注', nameHint: '正门、信箱', counts: '应有 {owned} 把，在柜 {here}，在借 {out}', difference: '，盘点差 {n}', active: '在用', recountHint: '把数为何变了', loans: '近来借用', noLoans: '还没有借过。',
  },
  cuttingState: { requested: '待主管', checked: '待批准', approved: '待配', cut: '待入柜', registered: '已入柜', refused: '已驳回', void: '作废' },
  cuttingWay: { requested: '申请', checked: '主管核', approved: '批准', cut: '配好', registered: '入柜' },
  cutting: {
    voidHint: '误记、重复申请',
    title: '配制', formName: '钥匙配制申请', open: '配制待办', count: '{n} 件', line: '{key}，加配 {n} 把', save: '申请配制', keyHint: '新的可留空', reasonHint: '人员增加、遗失补配', applicant: '申请人', by: '配制人', refused: '驳回', newHook: '新钥匙，定好挂在哪里',
    rule: '主管核过、另一人批准后才能配；配好入柜，应有随之增加。', every: '全部', none: '没有待办的配制。', noneHint: '在列表操作里选「配制申请」。',
    do: { check: '核准', approve: '批准', refuse: '驳回', cut: '记配好', register: '入柜', void: '作废' },
  },
  custody: {
    voidHint: '误记、没有收存',
    title: '收存托管', formName: '钥匙托管书', save: '封存并打印', saveOnly: '仅封存', client: '客户', sealNo: '封条号', reasonHint: '假期无人、装修期间', keys: '封存的钥匙', keyHint: '扫牌，或在右边选', addOwn: '客户带来的', own: '自带', nameHint: '办公室正门', drop: '去掉{what}',
    authorised: '启封授权', addPerson: '加一位', person: '第 {n} 位', name: '姓名', jobTitle: '职务', documentKind: '证件', documentNumber: '号码', purposeExplained: '封存用途已向客户说明', clientSealSeen: '已核客户封章', stamped: '封条已盖客服章', sealPhoto: '封条照片', noPhoto: '无照片', noPhotoHint: '没拍的写明原因', checks: '已核', signedBy: '客户代表', clientSign: '客户签名', keeper: '经办', events: '经过',
    hooks: '钩上的', given: '交还客户', kept: '留在钩上', givenOver: '交还钩上 {n} 把', strangerStop: '此人不在授权人里，须主管同意。',
    present: '到场人', presentSign: '到场签名', may: '授权人：{list}', newSeal: '新封条的号', unsealReason: '为何启封', endReason: '不在授权人里，写明为何交给此人', print: '打印', pdf: '存为 PDF', printed: '钥匙托管书已送 A4 打印。', savedPdf: '钥匙托管书已存为 PDF。文件在 {path}。',
    do: { unseal: '启封', reseal: '再封', end: '终止交还', void: '作废' },
    event: { sealed: '封存', unsealed: '启封', resealed: '再封', ended: '终止' },
  },
  stock: {
    title: '盘点 {board} 板', formName: '钥匙盘点表', expected: '应在柜', found: '实点', foundOf: '{no} 实点把数', label: '标签', labelOk: '完好', labelBad: '标签不符', whyOf: '{no} 差异说明', why: '写明为何', save: '盘点完成', sums: '已点 {counted}/{hooks} 钩，实点 {found}，应在柜 {expected}，差异 {differing} 钩',
    elsewhere: '{no} 挂在 {board} 板，不在这块板上。请先放一边，写明差异。', fault: { moved: '{no} 点过之后有借还，现应在柜 {expected} 把。请再点这一钩。', found: '{no} 还没有点。扫牌或输把数，没有写 0。', explanation: '{no} 与应在柜的不符，写明为何。' },
    toCheck: '待核', checked: '已核', check: '核过', result: '实点 {found}，应在柜 {expected}，差 {difference}。', resultDiffers: '实点 {found}，应在柜 {expected}，差 {difference}，{n} 钩不符。', by: '盘点人', checker: '核对人', allFine: '{n} 钩都相符，标签完好。', none: '还没有盘点过。', noneHint: '在列表操作里选「盘点」。', line: '{board} 板　实点 {found}/{expected}', difference: '差 {n}，{hooks} 钩不符',
  },
  incomplete: { none: '这些天没有缺项的借用。', noneHint: '缺签名、缺事由的，逾期没有催的，列在这里。' },
  missing: { 'borrower-signature': '借用人未签', 'returner-signature': '归还人未签', 'reason': '事由空着', 'chase': '逾期未催', 'voided': '隔日作废' },
  field: {
    no: '编号', state: '状态', from: '原状态', to: '状态', dueAt: '应还', returned: '已还', lost: '遗失', depositFen: '押金', count: '把数', reason: '原因', note: '说明', board: '板号', hook: '钩位', unitId: '房号', room: '房号', place: '部位', type: '种类', name: '名称', owned: '应有', remark: '备注', active: '在用', sealNo: '封条号', borrower: '借用人', phone: '手机', company: '单位',
  },
  action: {
    'create': '建立', 'change': '更改', 'lend': '借出', 'return': '归还', 'extend': '续借', 'chase': '催还', 'damage': '损坏', 'loss': '遗失', 'found': '找回', 'void': '作废', 'deposit-void': '押金收据作废', 'reveal': '显示手机', 'retention': '到期删除', 'seal': '封存', 'unseal': '启封', 'reseal': '再封', 'end': '终止', 'incident': { close: '事故了结' }, 'link': '关联', 'print-custody': '打印托管书', 'print-tags': '打印钥匙牌', 'print-register': '打印登记表', 'export': '导出',
  },
}
