import type { exitPermits, MovingOut } from '../../../shared/contract/exit-permits'
import type { Answer, ParsedInput } from '../handlers'
import type { House } from '../house'
import type { PermitRecord } from './rows'

type Paper = MovingOut['lacks'][number]
type Moved = Pick<PermitRecord, 'id' | 'no' | 'authority' | 'payments_at' | 'released_at' | 'slip_back_at' | 'state' | 'move_out_id'>
interface Begun { id: number; no: string; day: string; tenant_name: string; room: string }

/** What of the papers of a permit was never there. One closed as unused let nothing out, so that it owes no release and no slip. */
function lacking(p: Moved): Paper[] {
  const out = p.state !== 'unused'
  const lacks = { authority: p.authority === null, payments: p.payments_at === null, release: out && p.released_at === null, slip: out && p.slip_back_at === null }
  return (Object.keys(lacks) as Paper[]).filter((paper) => lacks[paper])
}

/**
 * 搬离手续 (14.C2): whether the papers of each moving-out of a period are complete, computed from its permits: letter or
 * signature, payments looked up, let out at the gate, and the guard's slip back. Void ones are none.
 */
export async function movingPapers({ store }: House, { from, until }: ParsedInput<typeof exitPermits.movingPapers>): Promise<Answer<typeof exitPermits.movingPapers>> {
  const begun = await store.read<Begun & Record<string, unknown>>('SELECT id, no, day, tenant_name, room FROM move_out WHERE day BETWEEN ? AND ? AND void_at IS NULL ORDER BY id', [from, until])
  const permits = await store.read<Moved & Record<string, unknown>>(
    `SELECT id, no, authority, payments_at, released_at, slip_back_at, state, move_out_id FROM exit_permit WHERE state <> 'void' AND move_out_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [JSON.stringify(begun.map(({ id }) => id))],
  )
  const rows = begun.map(({ tenant_name: tenantName, ...one }): MovingOut => {
    const of = permits.filter((permit) => permit.move_out_id === one.id).map((permit) => ({ id: permit.id, no: permit.no, lacks: lacking(permit) }))
    return { ...one, tenantName, permits: of, lacks: [...new Set(of.flatMap(({ lacks }) => lacks))] }
  })
  return { from, until, rows, complete: rows.filter(({ lacks }) => lacks.length === 0).length }
}
