import type { signs } from '../../../shared/contract/signs'
import { compareFloors, type SignKind } from '../../../shared/rules/sign'
import { dayOf } from '../../../shared/rules/time'
import type { Answer, Call, ParsedInput } from '../handlers'
import type { House } from '../house'
import { condition } from '../list-query'
import { putOnPaper } from '../paper-table'
import { directoryHtml } from './directory-html'
import { readSigns } from './list'
import type { ListedSign } from './rows'

export type Directory = Answer<typeof signs.directory>

/** Which of a company's signs says how it is called: the lobby's first. */
const precedence: SignKind[] = ['lobby-directory', 'floor-directory', 'lift-lobby', 'door-plate', 'other']

/** 楼层索引 (10.R3): a line for each company and room with a sign that hangs, floor by floor from the top down. */
export async function directoryOf(house: House): Promise<Directory> {
  const hanging = await readSigns(house, [condition(`s.state = 'installed'`)], -1)
  const lines = new Map<string, ListedSign>()
  for (const sign of hanging.sort((a, b) => precedence.indexOf(a.kind) - precedence.indexOf(b.kind) || b.id - a.id)) {
    const key = JSON.stringify([sign.floor, sign.room, sign.tenant_id ?? sign.name_zh])
    if (!lines.has(key)) lines.set(key, sign)
  }
  const floors = new Map<string, ListedSign[]>()
  for (const sign of lines.values()) floors.set(sign.floor, [...(floors.get(sign.floor) ?? []), sign])
  return [...floors].sort(([a], [b]) => compareFloors(a, b)).map(([floor, of]) => ({
    floor, lines: of.sort((a, b) => a.room.localeCompare(b.room, 'zh-CN', { numeric: true }) || a.id - b.id).map((s) => ({ signId: s.id, room: s.room, nameZh: s.name_zh, nameEn: s.name_en, amiss: s.amiss })),
  }))
}

/** The directory on A4, to hang; a client that is gone is marked until its sign is taken down (10.C4). @returns null when the user cancelled */
export async function printDirectory(house: House, { to }: ParsedInput<typeof signs.printDirectory>, call: Call): Promise<{ path: string | null; rows: number } | null> {
  const directory = await directoryOf(house)
  const today = dayOf(house.store.clock.now())
  const rows = directory.reduce((sum, { lines }) => sum + lines.length, 0)
  const put = await putOnPaper(house, directoryHtml({ tower: house.settings.current.tower, day: today }, directory), to, `楼层索引-${today}.pdf`)
  if (put === null) return null
  await house.store.write(call.scope, (tx) => tx.audit({ action: 'print-directory', register: 'signs', recordId: null, detail: { to, rows } }))
  return { ...put, rows }
}
