import type { DeviceStatus } from '@shared/contract/system'
import { useI18n } from 'vue-i18n'

const DEPARTMENTS = new Set(['customer-service', 'engineering', 'security', 'finance', 'cleaning', 'leasing'])

/** Codes come with or without the device's own name before them (`reader.no-answer`). */
function bare(device: Pick<DeviceStatus, 'kind' | 'code'>): string {
  return device.code.startsWith(`${device.kind}.`) ? device.code.slice(device.kind.length + 1) : device.code
}

/** What a device is called, how it is and what to do, in the locale's words. */
export function useDeviceWords() {
  const { t, te } = useI18n()

  /** 小票机, 工程部打印机, 读卡器. A printer of an unknown role is called by its role. */
  function printerName(role: string): string {
    if (role === 'receipt' || role === 'documents') return t(`device.name.${role}`)
    return t('device.name.printer', { department: DEPARTMENTS.has(role) ? t(`common.department.${role}`) : role })
  }

  function name(device: DeviceStatus): string {
    return device.kind === 'printer' ? printerName(device.role) : t(`device.name.${device.kind}`)
  }

  /** The state in a word; a code without a word falls back to the kind of state. */
  function word(device: DeviceStatus): string {
    const key = `device.${device.kind}.${bare(device)}`
    return te(key) ? t(key) : t(`device.state.${device.state}`)
  }

  /** What to do, one sentence; empty where nothing is known. */
  function remedy(device: DeviceStatus): string {
    // What prints to the screen has neither paper nor cover.
    const key = device.address === 'preview' && device.state === 'ok' ? 'device.remedy.printer.preview' : `device.remedy.${device.kind}.${bare(device)}`
    return te(key) ? t(key) : ''
  }

  /** Its address as a person says it. */
  function where(device: DeviceStatus): string {
    if (device.address === 'preview' || device.address === 'demo' || device.address === 'keyboard') return t(`device.where.${device.address}`)
    if (device.kind === 'wedge' && device.address === '') return t('device.where.keyboard')
    if (device.kind === 'printer' && !/^(tcp:|file:|serial:)/.test(device.address)) return device.address === 'default' ? t('device.where.system') : device.address
    return device.address.replace(/^(tcp:\/\/|file:|serial:)/, '')
  }

  return { name, printerName, word, remedy, where }
}
