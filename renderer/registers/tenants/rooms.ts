import type { Unit } from '@shared/contract/tenants'

/** Rooms as typed (1808、1809) as unit ids; `unknown` is the first room that does not exist. */
export function parseRooms(typed: string, units: readonly Pick<Unit, 'id' | 'room'>[]): { unitIds: number[]; unknown: string | null } {
  const byRoom = new Map(units.map((unit) => [unit.room.toUpperCase(), unit.id]))
  const rooms = [...new Set(typed.normalize('NFKC').toUpperCase().split(/[\s,、;]+/).map((room) => room.replace(/室$/, '')).filter(Boolean))]
  const unknown = rooms.find((room) => !byRoom.has(room)) ?? null
  return { unitIds: rooms.flatMap((room) => byRoom.get(room) ?? []), unknown }
}

/** Storey of a floor's name: 18, B2 (−2), anything else at the ground. */
function storey(floor: string): number {
  const [, basement, number] = /^(B|-)?(\d+)/i.exec(floor.trim()) ?? []
  return number === undefined ? 0 : Number(number) * (basement ? -1 : 1)
}

/** Rooms by floor, highest first, as one reads a tower's board. */
export function byFloor(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => storey(b.floor) - storey(a.floor) || a.room.localeCompare(b.room, 'en', { numeric: true }))
}

/** Area as typed: null when empty, undefined when it is no positive number. */
export function parseArea(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim().replace(/,/g, '')
  if (text === '') return null
  return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}
