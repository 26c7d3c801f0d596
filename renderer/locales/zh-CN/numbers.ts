/** 编号核对: that no number is missing (13.C4, 17.R6, M2). */
export default {
  title: '编号核对', series: '登记簿', from: '起日', to: '止日', do: '核对', print: '打印', pdf: '存 PDF', printed: '编号核对已送打印。', saved: '已存：{path}', badDay: '日期写成 2026-03-12。', badTo: '应是一天，且不早于起始日。',
  of: { 'repairs': '维修工作令单', 'paid-services': '有偿服务单', 'complaints': '投诉记录', 'receipts': '收据', 'reception': '来电来访', 'refunds': '退款收据', 'drawer-closes': '钱箱清点', 'drawer-floats': '备用金领款', 'day-closes': '日结', 'pass-applications': '办证单', 'identity': '身份确认卡', 'construction': '施工证', 'temporary': '临时证', 'contractor': '专业公司胸卡', 'void-declarations': '作废声明', 'exit-permits': '出门条', 'move-outs': '退租', 'key-loans': '钥匙借用', 'key-cutting': '钥匙配制', 'key-custody': '钥匙托管书', 'signs': '水牌' },
  sum: '{ranges}，{voids}。', range: '{first} 至 {last}，共 {count} 张', and: '；', voidCount: '作废 {n} 张', complete: '无断号。', gaps: '断号 {n} 处，其中没有说明的 {unexplained} 处。', none: '这段时间没有编号。改日期，或换一个登记簿。', missing: '断号', voids: '作废', unexplained: '没有说明', skipped: '{at} 恢复备份时跳过', erased: '原因已抹去', how: '{time} 由登记簿的每一行算出。',
}
