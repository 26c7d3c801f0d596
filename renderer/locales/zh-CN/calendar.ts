/** 工作日历: public holidays and the weekends worked for them. */
export default {
  title: '工作日历', weekdays: '一 二 三 四 五 六 日', year: '年份', before: '上一年', after: '下一年', days: '放假与调休', sum: '{n} 天', add: '加日期', addHint: '照国务院办公厅的放假通知', what: '哪一种', kind: { holiday: '放假', workday: '调休上班', weekend: '周末', plain: '' }, mark: { holiday: '休', workday: '班' },
  name: '名称', nameHint: '春节', toHint: '只一天可留空', remove: '去掉 {day}', added: '{name} 已加。', removed: '{day} 已去掉。', notEntered: '{year} 年的放假安排还没有填，只知道周末。提前几个工作日的期限要按它算，请主管填好。', empty: '{year} 年还没有填放假和调休。', emptyHint: '按 Alt+N 加第一个假期。',
  fault: { day: '日期应写作 2026-02-16。', year: '应是 {year} 年的日子。', order: '止日早于起日。', weekday: '调休上班应是周六或周日。', many: '一年最多 120 天，请查起止日。' },
}
