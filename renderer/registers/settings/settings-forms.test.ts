import { describe, expect, test } from 'vitest'
import { settings } from '@shared/contract/system'
import { stationConfig } from '@shared/contract/station'
import { fromStationForm, newPrinter, stationFaults, toStationForm } from './station-form'
import { bounds, dueHourBounds, fromTowerForm, toTowerForm, towerFaults } from './tower-form'

const tower = settings.parse({
  tower: '云汇中心', company: '云汇物业服务有限公司', serviceCentre: '客户服务中心', closingTime: '18:00',
  shifts: [{ name: '早班', from: '08:00', to: '16:00' }], visitorRetentionDays: 30, noticeLimitMinutes: 30, answerLimitMinutes: 10, idleLockMinutes: 10,
  cardPrefix: 'T-', cardCount: 60, categoryDepartment: { repair: 'engineering' }, purposeText: '登记信息只用于来访管理',
  workOrderCopies: 2, onTimeGoalPercent: 95, complaintDueHours: [24, 24, 8], recordRetentionDays: 730, servicePhone: '8000', passExpiryDays: 14, exits: ['东门货运出口'], movingNoticeDays: 1,
})

describe('the tower\'s settings', () => {
  test('typed and read back are the same, and pass the contract', () => {
    expect(settings.parse(fromTowerForm(toTowerForm(tower)))).toEqual(tower)
    expect(towerFaults(toTowerForm(tower))).toEqual({})
  })

  test('P3 the retention period is a whole number of days within the contract\'s bounds', () => {
    for (const typed of ['0', '3651', '30.5', '', '三十', '-1']) expect(towerFaults({ ...toTowerForm(tower), visitorRetentionDays: typed }).visitorRetentionDays, typed).toMatchObject({ code: 'badNumber' })
    expect(towerFaults({ ...toTowerForm(tower), visitorRetentionDays: '3650' })).toEqual({})
  })

  test('every bound on screen is the contract\'s own', () => {
    for (const [field, [min, max]] of Object.entries(bounds)) {
      const accepts = (value: number) => settings.partial().safeParse({ [field]: value }).success
      expect([accepts(min - 1), accepts(min), accepts(max), accepts(max + 1)], field).toEqual([false, true, true, false])
    }
  })

  test('7.R6 every level has its hours, each told at its own field', () => {
    const [min, max] = dueHourBounds
    const accepts = (hours: number) => settings.partial().safeParse({ complaintDueHours: [24, hours, 8] }).success
    expect([accepts(min - 1), accepts(min), accepts(max), accepts(max + 1)]).toEqual([false, true, true, false])
    expect(Object.keys(towerFaults({ ...toTowerForm(tower), complaintDueHours: ['24', '0', ''] }))).toEqual(['complaintDueHours.1', 'complaintDueHours.2'])
  })

  test('a shift without a name or with an impossible time is told at its own field', () => {
    const form = toTowerForm(tower)
    form.shifts.push({ name: ' ', from: '24:00', to: '08:00' }, { name: '中班', from: '16:00', to: '24:00' })
    expect(Object.keys(towerFaults(form)).sort()).toEqual(['shifts.1.from', 'shifts.1.name'])
  })
})

describe('station.json on screen', () => {
  const config = stationConfig.parse({
    station: 'A1',
    printers: { receipt: { kind: 'escpos', address: 'tcp://127.0.0.1:9100', paper: 58, confirm: false }, documents: { kind: 'system', name: 'default' } },
    idReader: { kind: 'sam', path: '/dev/ttyUSB0', baudRate: 9600 },
  })

  test('typed and read back are the same, and pass the contract', () => {
    expect(stationConfig.parse(fromStationForm(toStationForm(config), config))).toEqual(config)
    expect(stationFaults(toStationForm(config))).toEqual({})
  })

  test.each(['', '192.168.1.60', 'tcp://', 'tcp://host:99999', 'lp0', 'http://host'])('a printer address "%s" is refused where it is typed', (address) => {
    const form = toStationForm(config)
    form.printers[0]!.address = address
    expect(stationFaults(form)).toMatchObject({ 'printers.0.address': { code: 'badAddress' } })
  })

  test('two printers for the same thing are refused', () => {
    const form = toStationForm(config)
    form.printers.push({ ...newPrinter('receipt'), address: 'preview' })
    expect(stationFaults(form)).toEqual({ 'printers.2.role': { code: 'sameRole' } })
  })

  test('a station without a reader has none, and a serial one needs its port', () => {
    expect(fromStationForm({ ...toStationForm(config), readerKind: 'none' }, config).idReader).toBeNull()
    expect(stationFaults({ ...toStationForm(config), readerPath: ' ' })).toEqual({ readerPath: { code: 'needed' } })
  })
})
