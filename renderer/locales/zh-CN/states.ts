/** States of entries, and ages in words. */
export default {
  inside: '在内',
  waiting: '等候',
  overdue: '逾期',
  expected: '预约',
  left: '已离开',
  done: '已告知',
  void: '作废',
  writing: '登记中',
  age: {
    now: '刚刚',
    minutes: '{minutes} 分',
    hours: '{hours} 时 {minutes} 分',
    days: '{days} 天',
    over: '超 {age}',
  },
}
