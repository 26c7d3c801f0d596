/** What every register's page says of its own record: written, saved, begun from another. */
export default {
  more: '更多',
  start: '由本条发起，内容随之带去，不必再写：',
  matter: '所说：{matter}',
  choose: '在左侧选一条，这里显示登记的内容。',
  history: '改动',
  erased: '个人信息已到期删除。',
  atStation: '{station} 台',
  reasonIs: '原因：{reason}',
  comma: '、',
  /** 改动: what the house itself notes of a record, whichever register's it is. */
  action: {
    'link': '关联', 'post': '记账', 'reveal': '显示号码',
    'notice': { acknowledge: '收到告知', remind: '再告知' },
    'print': { reprint: '补打', redirect: '改送', pdf: '存为 PDF', waiting: '再送打印', printing: '开始打印', printed: '已出纸', failed: '没有打出', unknown: '待看纸', cancelled: '不打了' },
  },
  list: { found: '按所选条件', narrow: '条件', clear: '清除条件', from: '起日', to: '止日', menu: '列表操作' },
  saved: {
    'saved': '已保存 {no}。',
    'waiting': '已保存 {no}，{title}等着打。',
    'waiting-reason': '已保存 {no}，{title}等着打：{reason}。',
    'printing': '已保存 {no}，{title}正在出纸。',
    'printed': '已保存 {no}，{title}已出纸。',
    'failed': '已保存 {no}，{title}没有打出，可补打。',
    'unknown': '已保存 {no}，{title}发出后没有回音，请先看纸。',
    'cancelled': '已保存 {no}，{title}不打了。',
    'slip': '小票',
  },
}
