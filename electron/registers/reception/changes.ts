import type { DataKey, Vault } from '../../store/vault'
import { change, type Change } from '../history'
import { unsealed } from '../personal'
import type { EntryRecord } from './rows'
import type { EntryValues } from './write'

/** The columns whose former values an entry's history keeps, by the names the page words them with. */
export const keptFields = {
  name: 'name', company: 'company', people: 'people', companions: 'companions', matter: 'matter', purpose: 'purpose', category: 'category', result: 'result',
  hostName: 'host_name', tenantName: 'tenant_name', room: 'room', cardNo: 'card_no', expectedAt: 'expected_at', validUntil: 'valid_until', leftAt: 'left_at', documentSeen: 'document_seen',
  notifiedDepartment: 'notified_department', notifiedPerson: 'notified_person', receptionist: 'receptionist', state: 'state',
} as const satisfies Record<string, keyof EntryRecord>
export type KeptField = keyof typeof keptFields

const words = (field: KeptField, value: string | number | null): string | number | null => (field === 'companions' ? (JSON.parse(String(value)) as string[]).join('、') : value)

/** What `values` changes of the entry, field by field; columns they leave alone don't count. */
export function changesOf(key: DataKey, entry: EntryRecord, values: EntryValues, fields = Object.keys(keptFields) as KeptField[]): Change[] {
  return fields.flatMap((field) => {
    const [from, to] = [entry[keptFields[field]], values[keptFields[field]]]
    return to === undefined || to === from || Buffer.isBuffer(to) ? [] : [change(key, field, words(field, from), words(field, to))]
  })
}

const ofAppointment: KeptField[] = ['name', 'company', 'people', 'matter', 'purpose', 'hostName', 'tenantName', 'room', 'receptionist']

/** What the appointment said and the visitor's arrival says otherwise; what it did not say is no change. */
export function changesOnArrival(vault: Vault, key: DataKey, expected: EntryRecord, values: EntryValues, phone: string): Change[] {
  const before = unsealed(vault, expected.data_key, expected.phone_enc, 'entry.phone_enc')
  return [
    ...changesOf(key, expected, values, ofAppointment.filter((field) => expected[keptFields[field]] !== '' && expected[keptFields[field]] !== null)),
    ...(before !== '' && before !== phone ? [change(key, 'phone', before, phone)] : []),
  ]
}
