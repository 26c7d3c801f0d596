import type { StationConfig } from '@shared/contract/station'
import type { Faults } from './tower-form'
import { parsePrinterAddress } from '@shared/slip/printer-address'

export type OnOff = 'on' | 'off'

export interface PrinterRow {
  role: string
  kind: 'escpos' | 'system'
  address: string
  paper: '80' | '58'
  confirm: OnOff
  raster: 'never' | 'unprintable' | 'slip'
  /** Of a system printer. */
  name: string
}

/** station.json as typed. */
export interface StationForm {
  station: string
  locale: StationConfig['locale']
  theme: StationConfig['theme']
  kiosk: OnOff
  keyboardReader: OnOff
  printers: PrinterRow[]
  readerKind: 'none' | 'sam' | 'demo'
  readerPath: string
  baudRate: string
}

/** What a printer may be for: the desk's slips, A4, and a department's own. */
export const printerRoles = ['receipt', 'documents', 'customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing'] as const
export const baudRates = ['9600', '19200', '38400', '57600', '115200'] as const

const on = (value: boolean): OnOff => (value ? 'on' : 'off')

export function newPrinter(role: string): PrinterRow {
  return { role, kind: role === 'documents' ? 'system' : 'escpos', address: '', paper: '80', confirm: 'on', raster: 'never', name: 'default' }
}

export function toStationForm(config: StationConfig): StationForm {
  return {
    station: config.station, locale: config.locale, theme: config.theme, kiosk: on(config.kiosk), keyboardReader: on(config.keyboardReader),
    printers: Object.entries(config.printers).map(([role, printer]) => (printer.kind === 'system'
      ? { ...newPrinter(role), kind: 'system', name: printer.name }
      : { ...newPrinter(role), kind: 'escpos', address: printer.address, paper: printer.paper === 58 ? '58' : '80', confirm: on(printer.confirm), raster: printer.raster })),
    readerKind: config.idReader?.kind ?? 'none',
    readerPath: config.idReader?.kind === 'sam' ? config.idReader.path : '',
    baudRate: config.idReader?.kind === 'sam' ? String(config.idReader.baudRate) : '115200',
  }
}

/** What keeps the form from being saved, by field; printers as `printers.<index>.<field>`. */
export function stationFaults(form: StationForm): Faults {
  const faults: Faults = {}
  if (!form.station.trim()) faults.station = { code: 'needed' }
  form.printers.forEach((printer, index) => {
    if (form.printers.findIndex((other) => other.role === printer.role) < index) faults[`printers.${index}.role`] = { code: 'sameRole' }
    if (printer.kind === 'escpos' && !parsePrinterAddress(printer.address.trim())) faults[`printers.${index}.address`] = { code: 'badAddress' }
    if (printer.kind === 'system' && !printer.name.trim()) faults[`printers.${index}.name`] = { code: 'needed' }
  })
  if (form.readerKind === 'sam' && !form.readerPath.trim()) faults.readerPath = { code: 'needed' }
  return faults
}

/** The form as station.json, over what is not on screen (`store`); only call it when there are no faults. */
export function fromStationForm(form: StationForm, before: StationConfig): StationConfig {
  const printers: StationConfig['printers'] = {}
  for (const printer of form.printers) {
    printers[printer.role] = printer.kind === 'system'
      ? { kind: 'system', name: printer.name.trim() }
      : { kind: 'escpos', address: printer.address.trim(), paper: printer.paper === '58' ? 58 : 80, confirm: printer.confirm === 'on', raster: printer.raster }
  }
  return {
    ...before,
    station: form.station.trim(), locale: form.locale, theme: form.theme, kiosk: form.kiosk === 'on', keyboardReader: form.keyboardReader === 'on', printers,
    idReader: form.readerKind === 'none' ? null : form.readerKind === 'demo' ? { kind: 'demo' } : { kind: 'sam', path: form.readerPath.trim(), baudRate: Number(form.baudRate) as 115200 },
  }
}
