import type { TimelineItem, WaitingItem } from '../../../shared/contract/overview'
import { may, type Permission } from '../../../shared/contract/permissions'
import type { SearchHit } from '../../../shared/contract/system'
import { type CuttingState, STOCKTAKE_DAYS } from '../../../shared/rules/key'
import { addDays, dayOf, dayStart } from '../../../shared/rules/time'
import { inChinese, type Said, say } from '../../../shared/rules/phrases'
import type { SignedIn } from '../handlers'
import type { House } from '../house'
import { condition, ofWhom } from '../list-query'
import type { Teller, Whose } from '../tellers'
import { openCuttingStates } from './cutting'
import { listKeys } from './hooks'
import { listRecords } from './list'
import { LOANS } from './loans'
import type { CuttingRecord, CustodyRecord, ListedLoan, StocktakeLine, StocktakeRecord } from './rows'
import { outstanding } from './rows'

/** Whose turn a cutting is, and since when. */
const cuttingWaits: Partial<Record<CuttingState, { what: WaitingItem['what']; needs: Permission; since: (c: CuttingRecord) => number | null }>> = {
  requested: { what: 'cutting-requested', needs: 'keys.check', since: (c) => c.at },
  checked: { what: 'cutting-checked', needs: 'keys.approve', since: (c) => c.checked_at },
  approved: { what: 'cutting-approved', needs: 'keys.write', since: (c) => c.approved_at },
  cut: { what: 'cutting-cut', needs: 'keys.write', since: (c) => c.cut_at },
}

const listed = (...parts: string[]): string => parts.filter(Boolean).join('，')
const keyFace = (l: ListedLoan): string => listed(`${l.key_no} ${l.key_name}`.trim())

/** Keys due by the end of today wait for the desk, late ones first; of a company or unit all that are out. */
async function loansWaiting({ store }: House, of: Whose | undefined): Promise<WaitingItem[]> {
  const now = store.clock.now()
  const place = of ? ofWhom(of, 'l') : condition('l.due_at < ?', dayStart(addDays(dayOf(now), 1)))
  const loans = await store.read<ListedLoan & Record<string, unknown>>(`${LOANS} WHERE l.state = 'out' AND ${place.sql} ORDER BY l.id`, place.parameters)
  return loans.map((l) => {
    const what = outstanding(l) > 0 && l.due_at < now ? 'key-late' as const : 'key-out' as const
    // The client's name stands on the loan.
    return { key: `${what}:${l.id}`, register: 'keys', recordId: l.id, no: l.no, what, title: keyFace(l), detail: listed(l.room, l.company || l.tenant_name), since: l.at, dueAt: l.due_at }
  })
}

async function cuttingsWaiting({ store }: House, viewer: SignedIn, of: Whose | undefined): Promise<WaitingItem[]> {
  // A cutting is of a unit, not of a company.
  const place = of ? ofWhom({ ...of, tenantId: null }) : condition('1')
  const rows = await store.read<CuttingRecord & Record<string, unknown>>(`SELECT * FROM key_cutting WHERE state IN (${openCuttingStates.map(() => '?').join(', ')}) AND ${place.sql} ORDER BY id`, [...openCuttingStates, ...place.parameters])
  return rows.flatMap((c) => {
    const wait = cuttingWaits[c.state]!
    if (!of && !may(viewer.role, wait.needs)) return []
    return [{ key: `${wait.what}:${c.id}`, register: 'keys', recordId: c.id, no: c.no, what: wait.what, title: inChinese(say('keys-count', { name: c.name, n: c.count })), detail: listed(c.room, c.reason), since: wait.since(c) ?? c.at, dueAt: null }]
  })
}

async function custodiesWaiting({ store }: House, of: Whose | undefined): Promise<WaitingItem[]> {
  const place = of ? ofWhom(of) : condition('1')
  const rows = await store.read<CustodyRecord & Record<string, unknown>>(`SELECT * FROM key_custody WHERE state = 'unsealed' AND ${place.sql} ORDER BY id`, place.parameters)
  return rows.map((c) => ({ key: `custody-unsealed:${c.id}`, register: 'keys', recordId: c.id, no: c.no, what: 'custody-unsealed' as const, title: c.seal_no, detail: listed(c.room, c.tenant_name), since: (JSON.parse(c.events) as { at: number }[]).at(-1)?.at ?? c.at, dueAt: null }))
}

const DAY = 86_400_000
const severity: Record<number, Said> = { 1: say('slight'), 2: say('usual'), 3: say('serious') }
/** When somebody must have seen to it, by severity (11.R6): at once, the same day, within three days. */
const seenTo = (at: number, severity: number): number => (severity === 3 ? at : severity === 2 ? dayStart(addDays(dayOf(at), 1)) : at + 3 * DAY)

/** 损坏、遗失 that nobody has closed: who may check hears of it at once (11.R6, 11.R8). What is said of it may name somebody. */
async function incidentsWaiting({ store }: House): Promise<WaitingItem[]> {
  const rows = await store.read<{ id: number; at: number; keyId: number; loanId: number | null; no: string; name: string; room: string; place: string; kind: 'damage' | 'loss'; count: number; severity: number }>(
    `SELECT i.id, i.at, i.key_id AS keyId, i.loan_id AS loanId, k.no, k.name, k.room, k.place, i.kind, i.count, i.severity FROM key_incident i JOIN key_hook k ON k.id = i.key_id WHERE i.closed_at IS NULL ORDER BY i.id`)
  return rows.map((i) => ({
    key: `key-incident:${i.id}`, register: 'keys', recordId: i.loanId ?? i.keyId, no: i.no, what: 'key-incident', title: inChinese(say(`key-${i.kind}`, { name: i.name, n: i.count })), detail: listed(i.room || i.place, inChinese(severity[i.severity] ?? '')), since: i.at, dueAt: seenTo(i.at, i.severity),
  }))
}

/** Counts that another than who counted is to check (11.R8), and boards that nobody has counted for a month (11.R9). */
async function stocktakesWaiting({ store }: House, viewer: SignedIn): Promise<WaitingItem[]> {
  const [unchecked, boards] = await Promise.all([
    store.read<StocktakeRecord & Record<string, unknown>>('SELECT * FROM stocktake WHERE checked_at IS NULL AND by_id IS NOT ? ORDER BY id', [viewer.staffId]),
    // Never counted: from when its first hook was written down.
    store.read<{ board: string; id: number; last: number | null; since: number | null }>(
      `SELECT k.board, min(k.id) AS id, (SELECT max(at) FROM stocktake s WHERE s.board = k.board) AS last, (SELECT min(a.at) FROM audit a WHERE a.register = 'keys' AND a.action = 'create' AND a.record_id = min(k.id)) AS since
       FROM key_hook k WHERE k.active = 1 AND k.owned > 0 GROUP BY k.board ORDER BY k.board`),
  ])
  const due = boards.filter(({ last, since }) => (last ?? since ?? 0) < store.clock.now() - STOCKTAKE_DAYS * DAY)
  return [
    ...unchecked.map((s): WaitingItem => {
      const differing = (JSON.parse(s.lines) as StocktakeLine[]).filter(({ expected, found }) => expected !== found).length
      return { key: `stocktake-unchecked:${s.id}`, register: 'keys', recordId: s.id, no: s.no, what: 'stocktake-unchecked', title: inChinese(say('board-count', { board: s.board })), detail: differing > 0 ? inChinese(say('hooks-differ', { n: differing })) : '', since: s.at, dueAt: null }
    }),
    ...due.map(({ board, id, last, since }): WaitingItem => ({
      key: `stocktake-due:${id}`, register: 'keys', recordId: id, no: '', what: 'stocktake-due', title: inChinese(say('board-keys', { board })), detail: inChinese(last === null ? say('never-counted') : say('last-counted', { day: dayOf(last) })), since: (last ?? since ?? 0) + STOCKTAKE_DAYS * DAY, dueAt: (last ?? since ?? 0) + STOCKTAKE_DAYS * DAY,
    })),
  ]
}

/** Custodies by number or seal, cuttings and counts by number: what the paper in one's hand says. */
async function papersFound({ store }: House, query: string, limit: number): Promise<SearchHit[]> {
  const text = query.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/^QT1:/, '')
  const no = text.replace(/^(TG|PK|PD)(\d{2})-?0*(\d{1,8})$/, (_, series: string, year: string, serial: string) => `${series}${year}-${serial.padStart(6, '0')}`)
  const rows = await store.read<{ id: number; no: string; detail: string; state: string; at: number }>(
    `SELECT id, no, seal_no || '，' || room || '，' || tenant_name AS detail, state, at FROM key_custody WHERE no = ?1 OR upper(seal_no) = ?2
     UNION ALL SELECT id, no, name || '，' || room, '', at FROM key_cutting WHERE no = ?1 UNION ALL SELECT id, no, board, '', at FROM stocktake WHERE no = ?1 ORDER BY at DESC LIMIT ?3`, [no, text, limit])
  return rows.map(({ id, no: found, detail, state, at }) => ({ kind: 'key', id, title: found, detail: listed(...detail.split('，')), state, at }))
}

/** What the register of keys tells of itself on the pages that show them all. */
export const keysTeller = (house: House): Teller => {
  const { store } = house
  return {
    async timeline(of, viewer, limit) {
      if (!may(viewer.role, 'keys.read')) return []
      const [ofLoans, ofCustodies] = [ofWhom(of, 'l'), ofWhom(of)]
      const [loans, custodies] = await Promise.all([
        store.read<ListedLoan & Record<string, unknown>>(`${LOANS} WHERE ${ofLoans.sql} ORDER BY l.id DESC LIMIT ?`, [...ofLoans.parameters, limit]),
        store.read<CustodyRecord & Record<string, unknown>>(`SELECT * FROM key_custody WHERE ${ofCustodies.sql} ORDER BY id DESC LIMIT ?`, [...ofCustodies.parameters, limit]),
      ])
      return [
        ...loans.map((l): TimelineItem => ({ register: 'keys', recordId: l.id, no: l.no, kind: 'key-loan', at: l.at, title: keyFace(l), state: l.state, room: l.room, amountFen: l.deposit_amount })),
        ...custodies.map((c): TimelineItem => ({ register: 'keys', recordId: c.id, no: c.no, kind: 'key-custody', at: c.at, title: c.reason, state: c.state, room: c.room, amountFen: null })),
      ].sort((a, b) => b.at - a.at || b.recordId - a.recordId).slice(0, limit)
    },
    async waiting(viewer, of) {
      if (!may(viewer.role, 'keys.read')) return []
      const desk = of !== undefined || may(viewer.role, 'keys.write')
      const checks = of === undefined && may(viewer.role, 'keys.check')
      const waiting = await Promise.all([desk ? loansWaiting(house, of) : [], cuttingsWaiting(house, viewer, of), desk ? custodiesWaiting(house, of) : [], checks ? incidentsWaiting(house) : [], checks ? stocktakesWaiting(house, viewer) : []])
      return waiting.flat()
    },
    async dayEnd() {
      const out = await store.read<{ no: string }>(`SELECT no FROM key_loan WHERE state = 'out' ORDER BY id`)
      return [{ what: 'keys-out', count: out.length, nos: out.map(({ no }) => no) }]
    },
    async search(query, viewer, limit) {
      if (!may(viewer.role, 'keys.read')) return []
      const [papers, hooks, loans] = await Promise.all([
        papersFound(house, query, limit),
        listKeys(house, { search: query, unitId: null, limit }),
        listRecords(house, { filter: { view: 'all', keyId: null, tenantId: null, unitId: null, from: null, to: null, search: query }, before: null, limit }),
      ])
      return [
        ...papers,
        ...loans.map((l): SearchHit => ({ kind: 'key', id: l.id, title: l.no, detail: listed(keyFace(l), l.room, l.company || l.tenant_name), state: l.state, at: l.at })),
        ...hooks.map((k): SearchHit => ({ kind: 'key', id: k.id, title: k.no, detail: listed(k.name, k.room || k.place), state: k.out > 0 ? 'out' : '', at: null })),
      ].slice(0, limit)
    },
  }
}
