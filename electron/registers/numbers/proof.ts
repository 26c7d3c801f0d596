import { UserError } from '../../../shared/contract/errors'
import type { NumbersProof, ProvenSeries } from '../../../shared/contract/numbers'
import { stampOf } from '../../../shared/rules/time'
import { formatNumber } from '../../store/numbers'
import type { Store } from '../../store/store'
import { seriesPrefix } from '../../store/types'

interface Rows { table: string; voidBy: string; own: string }
const neverVoid = (table: string): Rows => ({ table: `(SELECT *, NULL AS void_at, NULL AS void_by, NULL AS void_reason FROM ${table})`, voidBy: `''`, own: '1' })

/** Where a series has its rows. `own` leaves out rows whose `day` is not the day their number was taken. */
const registers: Record<ProvenSeries, Rows> = {
  // The day of an appointment is the day it is for; who voided an entry stands in the audit chain.
  reception: { table: 'entry', voidBy: `coalesce((SELECT a.actor FROM audit a WHERE a.register = 'reception' AND a.record_id = r.id AND a.action = 'void' ORDER BY a.id DESC LIMIT 1), '')`, own: 'r.expected_at IS NULL' },
  repairs: { table: 'work_order', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  'paid-services': { table: 'paid_service', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  complaints: { table: 'complaint', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  receipts: { table: 'receipt', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  refunds: { table: 'receipt', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  // A count and a 日结 stand as they were signed: what was wrong is put right by the next one.
  'drawer-closes': neverVoid('drawer_close'),
  'drawer-floats': { table: 'drawer_float', voidBy: `r.void_by`, own: '1' },
  'day-closes': neverVoid('day_close'),
  'pass-applications': { table: 'pass_application', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  identity: { table: 'pass', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  construction: { table: 'pass', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  temporary: { table: 'pass', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  contractor: { table: 'pass', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  // A declaration is never void: what was declared lost stays so.
  'void-declarations': neverVoid('void_declaration'),
  'exit-permits': { table: 'exit_permit', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  'move-outs': { table: 'move_out', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  'key-loans': { table: 'key_loan', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  'key-cutting': { table: 'key_cutting', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  'key-custody': { table: 'key_custody', voidBy: `coalesce(r.void_by, '')`, own: '1' },
  signs: { table: 'sign', voidBy: `coalesce(r.void_by, '')`, own: '1' },
}

type Missing = NumbersProof['missing'][number]
type Void = NumbersProof['voids'][number]
interface Year { first: string; last: string; count: number; missing: Missing[]; voids: Void[] }
interface Skip { year: number; from: number; to: number; at: number }

const SERIAL = 'CAST(substr(r.no, 6) AS INTEGER)'

/**
 * Whether a series has a gap in a period (13.C4, 17.R6, M2), computed from the rows. A year's range begins right after
 * the last number that stands before the period's first, so that one missing between two periods is named in the later
 * of them, and one missing at the end as soon as the series knows of it.
 * @throws UserError end-before-start
 */
export async function proveNumbers(store: Store, series: ProvenSeries, from: string, to: string): Promise<NumbersProof> {
  if (to < from) throw new UserError('end-before-start', {}, 'to')
  // Read before the rows: what is saved meanwhile is a row more, never a number without one.
  const counters = await store.read<{ year: number; last: number }>('SELECT year, last FROM number_series WHERE series = ? ORDER BY year', [series])
  const skips = await skipped(store, series)
  const years: Year[] = []
  for (const counter of counters) {
    const year = await proveYear(store, series, counter, skips, from, to)
    if (year) years.push(year)
  }
  const missing = years.flatMap((year) => year.missing)
  return {
    series, from, to, at: store.clock.now(), ranges: years.map(({ first, last, count }) => ({ first, last, count })),
    count: years.reduce((sum, year) => sum + year.count, 0), voids: years.flatMap((year) => year.voids), missing, complete: missing.length === 0,
  }
}

async function proveYear(store: Store, series: ProvenSeries, counter: { year: number; last: number }, skips: readonly Skip[], from: string, to: string): Promise<Year | null> {
  const { table, voidBy, own } = registers[series]
  const { year } = counter
  const no = (serial: number): string => formatNumber(series, year, serial)
  const prefix = `${seriesPrefix[series]}${String(year % 100).padStart(2, '0')}-`
  // `.` follows `-`: all numbers of the year, by the index of the numbers.
  const ofYear = [prefix, `${prefix.slice(0, -1)}.`]
  const bounds = async (where: string) => (await store.read<{ first: number | null; last: number | null }>(
    `SELECT min(${SERIAL}) AS first, max(${SERIAL}) AS last FROM ${table} r WHERE ${where} AND +r.no >= ? AND +r.no < ?`, [from, to, ...ofYear]))[0]!
  const inPeriod = 'r.day BETWEEN ? AND ?'
  let { first, last } = await bounds(`${inPeriod} AND ${own}`)
  if (first === null || last === null) ({ first, last } = await bounds(inPeriod))
  if (first === null || last === null) return null

  const [around] = await store.read<{ before: number; after: number }>(
    `SELECT coalesce(max(iif(s < ?, s, 0)), 0) AS before, coalesce(sum(s > ?), 0) AS after FROM (SELECT ${SERIAL} AS s FROM ${table} r WHERE r.no >= ? AND r.no < ?)`, [first, last, ...ofYear])
  const begin = around!.before + 1
  // With no later row to begin a next period, the series itself says whether the newest number has its row.
  const end = around!.after > 0 ? last : Math.max(last, counter.last)
  const within = `r.no >= ? AND r.no < ? AND ${SERIAL} BETWEEN ? AND ?`
  const range = [...ofYear, begin, end]
  const [{ count }] = await store.read<{ count: number }>(`SELECT count(*) AS count FROM ${table} r WHERE ${within}`, range) as [{ count: number }]
  const gaps = await store.read<{ low: number; high: number }>(
    `SELECT before + 1 AS low, s - 1 AS high FROM (SELECT s, lag(s, 1, ?) OVER (ORDER BY s) AS before FROM (SELECT ${SERIAL} AS s FROM ${table} r WHERE ${within} UNION ALL SELECT ?)) WHERE s > before + 1`,
    [begin - 1, ...range, end + 1])
  const voids = await store.read<Void & Record<string, unknown>>(
    `SELECT r.no, coalesce(r.void_reason, '') AS reason, r.void_at AS at, ${voidBy} AS "by" FROM ${table} r WHERE ${within} AND r.void_at IS NOT NULL ORDER BY ${SERIAL}`, range)
  return { first: no(begin), last: no(end), count, voids, missing: gaps.flatMap((gap) => named(gap, skips.filter((skip) => skip.year === year), no)) }
}

/** A gap by name, a long one as a run (A–B); cut where a restored backup explains a part of it. */
function named({ low, high }: { low: number; high: number }, skips: readonly Skip[], no: (serial: number) => string): Missing[] {
  const name = (a: number, b: number): string => (a === b ? no(a) : `${no(a)}–${no(b)}`)
  const missing: Missing[] = []
  let next = low
  for (const { from, to, at } of skips) {
    const [a, b] = [Math.max(next, from + 1), Math.min(high, to)]
    if (a > b) continue
    if (a > next) missing.push({ no: name(next, a - 1), explained: '' })
    missing.push({ no: name(a, b), explained: stampOf(at) })
    next = b + 1
  }
  if (next <= high) missing.push({ no: name(next, high), explained: '' })
  return missing
}

/** Where a restored backup moved the series on: a number beyond `from` up to `to` may have been given out by the lost file. */
async function skipped(store: Store, series: ProvenSeries): Promise<Skip[]> {
  const lines = await store.read<{ at: number; detail: string }>(`SELECT at, detail FROM audit WHERE register = ? AND record_id IS NULL AND action = 'numbers.skip' ORDER BY id`, [series])
  return lines.map(({ at, detail }) => ({ ...(JSON.parse(detail) as Omit<Skip, 'at'>), at })).sort((a, b) => a.year - b.year || a.from - b.from)
}
