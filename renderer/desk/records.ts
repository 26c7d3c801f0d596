import type { LocationQueryRaw } from 'vue-router'
import type { RecordRef, RegisterName } from '@shared/contract/base'
import type { Permission } from '@shared/contract/permissions'
import type { SearchHit } from '@shared/contract/system'
import type { IconName } from '../components/icons'

/** A register's records, as every page that shows several registers shows them. */
export interface RegisterFace {
  register: RegisterName
  /** Every page takes `?entry=<id>`. */
  path: string
  icon: IconName
  needs: Permission
  /** Where the words of its states stand in the locale. */
  states: string
  /** What the command bar calls its records. */
  hit: SearchHit['kind']
  /** The prefixes of numbers whose QR code opens a record of it, by `?code=`. */
  codes?: readonly string[]
}

/** The registers beside that of calls and visits, which has two pages. */
export const faces: readonly RegisterFace[] = [
  { register: 'repairs', path: '/repairs', icon: 'wrench', needs: 'repairs.read', states: 'repairs.state', hit: 'order' },
  { register: 'paid-services', path: '/services', icon: 'hand-coins', needs: 'services.read', states: 'repairs.slipState', hit: 'service' },
  { register: 'complaints', path: '/complaints', icon: 'message-square-warning', needs: 'complaints.read', states: 'complaints.state', hit: 'complaint' },
  { register: 'passes', path: '/passes', icon: 'id-card', needs: 'passes.read', states: 'passes.state', hit: 'pass', codes: ['SF', 'SZ', 'LZ', 'XK'] },
  { register: 'exit-permits', path: '/exit-permits', icon: 'truck', needs: 'exit-permits.read', states: 'exitPermits.state', hit: 'exit-permit', codes: ['CM'] },
  { register: 'keys', path: '/keys', icon: 'key-round', needs: 'keys.read', states: 'keyLoans.state', hit: 'key', codes: ['YJ'] },
  { register: 'signs', path: '/signs', icon: 'signpost', needs: 'signs.read', states: 'signs.state', hit: 'sign' },
  { register: 'cashier', path: '/cashier', icon: 'receipt', needs: 'cashier.read', states: 'tenants.receipt', hit: 'receipt' },
]
/** What else the command bar finds, as those that open it: each takes `?entry=<id>`, but where `by` says otherwise. */
export const sideFaces: readonly (Pick<RegisterFace, 'register' | 'path' | 'icon' | 'states' | 'hit'> & { by?: string })[] = [
  { register: 'cashier', path: '/day-close', icon: 'calendar-days', states: 'command.state', hit: 'day-close' },
  { register: 'cashier', path: '/cashier', icon: 'banknote', states: 'command.state', hit: 'drawer-close', by: 'count' },
  { register: 'passes', path: '/fit-out-permits', icon: 'hard-hat', states: 'command.state', hit: 'fit-out-permit' },
  { register: 'handover', path: '/handover', icon: 'arrow-left-right', states: 'handover.state', hit: 'handover' },
]
/** How a record that the command bar found is shown; undefined for a place or a person. */
export const faceOfHit = (hit: SearchHit['kind']) => faces.find((face) => face.hit === hit) ?? sideFaces.find((face) => face.hit === hit)
export const faceOf = (register: string): RegisterFace | undefined => faces.find((face) => face.register === register)

/** The register whose record a scanned code is, of those that are opened by it (QT1:SZ26-000913:K7QD); null for any other. */
export function wayOfCode(text: string): Pick<RegisterFace, 'path' | 'needs'> | null {
  const prefix = /^QT1:([A-Z]{2})\d{2}-/.exec(text)?.[1]
  return (prefix && faces.find(({ codes }) => codes?.includes(prefix))) || null
}

/** A record as other pages name it: `kind` tells a call from a visit. */
export interface RecordPlace { register: string; recordId: number; kind?: string }

/** The way to a record; null where its register has no page of its own. */
export function wayTo({ register, recordId, kind }: RecordPlace): { path: string; query: LocationQueryRaw } | null {
  const path = register === 'reception' ? (kind === 'visit' ? '/visits' : '/calls') : faceOf(register)?.path
  return path ? { path, query: { entry: String(recordId) } } : null
}

/** `reception:123` in a route's query: the record something is started from (16.R3); null where there is none. A receipt starts nothing. */
export function originOf(from: unknown): RecordRef | null {
  const [name, id] = typeof from === 'string' ? from.split(':') : []
  const register = name === 'reception' ? name : faces.find((face) => face.register === name && name !== 'cashier')?.register
  return register && /^[1-9]\d{0,14}$/.test(id ?? '') ? { register, id: Number(id) } : null
}

/** The query that starts a record from `record`. */
export const startQuery = ({ register, id }: RecordRef, more: LocationQueryRaw = {}): LocationQueryRaw => ({ from: `${register}:${id}`, new: '1', ...more })
