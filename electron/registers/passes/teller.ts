import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { addDays, dayOf, dayStart } from '../../../shared/rules/time'
import { inChinese, passesOf } from '../../../shared/rules/phrases'
import { formatNumber } from '../../store/numbers'
import { seriesPrefix } from '../../store/types'
import type { House } from '../house'
import { condition, ofWhom } from '../list-query'
import type { Teller } from '../tellers'
import { plainCode, typedNumbers } from './find'
import { listRecords, readPasses, views } from './list'
import type { ListedPass } from './rows'

type What = Extract<WaitingItem['what'], `pass-${string}`>

/** More than these wait for nobody at once. */
const WAITING = 500

const hit = (p: ListedPass): SearchHit => ({ kind: 'pass', id: p.id, title: `${p.no} ${p.holder}`, detail: [p.company, p.room].filter(Boolean).join('，'), state: p.state, at: p.at })

/** What passes tell of themselves on the pages that show all registers. */
export const passesTeller = (house: House): Teller => ({
  async timeline(of, viewer, limit) {
    if (!may(viewer.role, 'passes.read')) return []
    return (await readPasses(house, [ofWhom(of, 'p')], limit)).map((p): TimelineItem =>
      ({ register: 'passes', recordId: p.id, no: p.no, kind: 'pass', at: p.at, title: p.holder, state: p.state, room: p.room, amountFen: p.deposit_fen + p.fee_fen }))
  },

  /** To be handed out, to be renewed or taken back, to be filed: at the desk, which does all of it. */
  async waiting(viewer, of) {
    if (!may(viewer.role, of ? 'passes.read' : 'passes.write')) return []
    const today = dayOf(house.store.clock.now())
    const days = house.settings.current.passExpiryDays
    const place = of ? [ofWhom(of, 'p')] : []
    const [ready, expiring, expired, unfiled] = await Promise.all([
      readPasses(house, [condition(`p.state = 'ready'`), ...place], WAITING, 'p.id'),
      readPasses(house, [views.expiring(today, days)!, ...place], WAITING, 'p.id'),
      readPasses(house, [views.expired(today, days)!, ...place], WAITING, 'p.id'),
      readPasses(house, [views.unfiled(today, days)!, ...place], WAITING, 'p.id'),
    ])
    const endOf = (day: string): number => dayStart(addDays(day, 1))
    return [
      ...grouped(ready, 'pass-ready', (p) => ({ since: p.at, dueAt: null })), ...grouped(expiring, 'pass-expiring', (p) => ({ since: dayStart(addDays(p.valid_until, -days)), dueAt: endOf(p.valid_until) })),
      ...grouped(expired, 'pass-expired', (p) => ({ since: endOf(p.valid_until), dueAt: endOf(p.valid_until) })), ...grouped(unfiled, 'pass-unfiled', (p) => ({ since: p.issued_at ?? p.at, dueAt: null })),
    ]
  },

  async dayEnd() {
    const ready = await house.store.read<{ no: string }>(`SELECT no FROM pass WHERE state = 'ready' ORDER BY id`)
    return [{ what: 'passes-ready', count: ready.length, nos: ready.map(({ no }) => no) }]
  },

  async search(query, viewer, limit) {
    // One or two digits stand in every number.
    if (!may(viewer.role, 'passes.read') || query.trim() === '' || /^\d{1,2}$/.test(query.trim())) return []
    const byNumber = await readPasses(house, [condition('p.no IN (SELECT value FROM json_each(?))', JSON.stringify(typedNumbers(plainCode(query), house.store.clock.now())))], limit)
    const byText = await listRecords(house, { filter: { view: 'all', kinds: [], states: [], from: null, to: null, tenantId: null, unitId: null, applicationId: null, search: query }, before: null, limit })
    const known = new Set(byNumber.map(({ id }) => id))
    return [...(await byItsPaper(house, query)), ...[...byNumber, ...byText.filter(({ id }) => !known.has(id))].map(hit)].slice(0, limit)
  },
})

/** The pass of an application's or a declaration's number (BZ26-000012, zf26-3), and the permits of a number. */
async function byItsPaper(house: House, query: string): Promise<SearchHit[]> {
  const typed = plainCode(query)
  const [, prefix, year, serial] = /^(BZ|ZF)(\d{2})-?(\d{1,8})$/.exec(typed) ?? []
  if (prefix) {
    const series = prefix === seriesPrefix['pass-applications'] ? 'pass-applications' as const : 'void-declarations' as const
    const no = formatNumber(series, 2000 + Number(year), Number(serial))
    const found = series === 'pass-applications' ? condition('a.no = ?', no) : condition('p.id IN (SELECT pass_id FROM void_declaration WHERE no = ?)', no)
    // What is void stands last.
    const passes = await readPasses(house, [found], 200, `p.state = 'void', p.id`)
    return passes.slice(0, 1).map((p) => ({ ...hit(p), title: `${no} ${p.holder}`, people: passes.length }))
  }
  if (typed.length < 3) return []
  const permits = await house.store.read<{ id: number; no: string; contractor: string; tenant_name: string; room: string; at: number }>(
    'SELECT id, no, contractor, tenant_name, room, at FROM fit_out_permit WHERE instr(upper(no), ?) > 0 ORDER BY id DESC LIMIT 5', [typed],
  )
  return permits.map((f) => ({ kind: 'fit-out-permit', id: f.id, title: `${f.no} ${f.contractor}`, detail: [f.tenant_name, f.room].filter(Boolean).join('，'), state: '', at: f.at }))
}

/** Several that were asked for at once are one thing to do: one line for what belongs to one application, at its first pass; what ends on different days is told apart. */
function grouped(rows: readonly ListedPass[], what: What, times: (p: ListedPass) => Pick<WaitingItem, 'since' | 'dueAt'>): WaitingItem[] {
  const groups = new Map<string, ListedPass[]>()
  for (const row of rows) {
    const key = `${row.application_id} ${row.valid_until}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group): WaitingItem => {
    const [p] = group
    return { key: `${what}:${p!.id}`, register: 'passes', recordId: p!.id, no: p!.no, what, title: p!.holder, people: group.length, nameless: inChinese(passesOf(p!.kind, group.length)), detail: [p!.company, p!.room].filter(Boolean).join('，'), ...times(p!) }
  })
}
