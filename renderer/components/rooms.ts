import { client } from '../client'
import type { Unit } from '@shared/contract/tenants'

let units: { at: number; read: Promise<Unit[]> } | undefined
const FRESH = 60_000

/** Rooms that begin with, or hold, what is typed, at most eight; the tower's list is read once a minute. */
export async function findRooms(query: string): Promise<Unit[]> {
  if (!units || Date.now() - units.at > FRESH) {
    const read = client.tenants.units()
    units = { at: Date.now(), read }
    read.catch(() => { units = undefined })
  }
  const typed = query.trim()
  const known = await units.read
  return [...known.filter(({ room }) => room.startsWith(typed)), ...known.filter(({ room }) => !room.startsWith(typed) && room.includes(typed))].slice(0, 8)
}
