/** 设置, section by section; the last three but one are of this station, the last is only looked at. */
export const sections = ['tower', 'shifts', 'limits', 'records', 'passes', 'privacy', 'notify', 'station', 'printers', 'reader', 'status'] as const
export type Section = (typeof sections)[number]

export const ofStation = (section: Section): boolean => section === 'station' || section === 'printers' || section === 'reader'

/** Where a field is, by the first part of its name. */
const places: Partial<Record<string, Section>> = {
  shifts: 'shifts', noticeLimitMinutes: 'limits', answerLimitMinutes: 'limits', idleLockMinutes: 'limits', visitorRetentionDays: 'privacy', recordRetentionDays: 'privacy', purposeText: 'privacy',
  workOrderCopies: 'records', onTimeGoalPercent: 'records', complaintDueHours: 'records',
  passExpiryDays: 'passes', movingNoticeDays: 'passes', exits: 'passes',
  station: 'station', printers: 'printers', readerPath: 'reader',
}
export const sectionOf = (field: string): Section => places[field.split('.')[0]!] ?? 'tower'
