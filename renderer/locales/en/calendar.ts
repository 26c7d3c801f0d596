/** 工作日历: public holidays and the weekends worked for them. */
export default {
  title: 'Working calendar', weekdays: 'Mo Tu We Th Fr Sa Su', year: 'Year', before: 'The year before', after: 'The year after', days: 'Holidays and worked weekends', sum: '{n} days', add: 'Add days', addHint: 'as the State Council announces them', what: 'What', kind: { holiday: 'holiday', workday: 'worked', weekend: 'weekend', plain: '' }, mark: { holiday: 'off', workday: 'on' },
  name: 'Name', nameHint: 'Spring Festival', toHint: 'empty for one day', remove: 'Take off {day}', added: '{name} is added.', removed: '{day} is taken off.', notEntered: 'Nobody entered {year}: only weekends are known. Terms in working days go by it; a supervisor enters it.', empty: 'No holidays of {year} yet.', emptyHint: 'Press Alt+N to add the first.',
  fault: { day: 'Write the day as 2026-02-16.', year: 'It has to be a day of {year}.', order: 'It ends before it begins.', weekday: 'A worked day is a Saturday or Sunday.', many: 'At most 120 days a year; check both days.' },
}
