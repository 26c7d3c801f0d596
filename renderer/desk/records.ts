import type { LocationQueryRaw } from 'vue-router'
import type { RecordRef, RegisterName } from '@shared/contract/base'

/** Where a register's records are seen: every page takes `?entry=<id>`. */
const paths: Partial<Record<string, string>> = { 'repairs': '/repairs', 'paid-services': '/services', 'complaints': '/complaints', 'cashier': '/cashier' }

/** A record as other pages name it: `kind` tells a call from a visit. */
export interface RecordPlace { register: string; recordId: number; kind?: string }

/** The way to a record; null where its register has no page of its own. */
export function wayTo({ register, recordId, kind }: RecordPlace): { path: string; query: LocationQueryRaw } | null {
  const path = register === 'reception' ? (kind === 'visit' ? '/visits' : '/calls') : paths[register]
  return path ? { path, query: { entry: String(recordId) } } : null
}

const starters: readonly RegisterName[] = ['reception', 'repairs', 'complaints', 'paid-services']

/** `reception:123` in a route's query: the record something is started from (16.R3); null where there is none. */
export function originOf(from: unknown): RecordRef | null {
  const [name, id] = typeof from === 'string' ? from.split(':') : []
  const register = starters.find((each) => each === name)
  return register && /^[1-9]\d{0,14}$/.test(id ?? '') ? { register, id: Number(id) } : null
}

/** The query that starts a record from `record`. */
export const startQuery = ({ register, id }: RecordRef, more: LocationQueryRaw = {}): LocationQueryRaw => ({ from: `${register}:${id}`, new: '1', ...more })
