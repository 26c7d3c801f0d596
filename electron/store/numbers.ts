import { seriesPrefix, type SeriesName, type Sql } from './types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** DJ26-004218: series, year, six digits (more when a year needs them). */
export const formatNumber = (series: SeriesName, year: number, serial: number): string =>
  `${seriesPrefix[series]}${String(year % 100).padStart(2, '0')}-${String(serial).padStart(6, '0')}`

/**
 * The numbers of these series that somebody typed: SJ26-000913 whole or short (sj26-913), or its digits in this year and
 * the last.
 */
export function typedNumbers(series: readonly SeriesName[], typed: string, now: number): string[] {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/^QT1:/, '')
  const whole = /^([A-Z]{2})(\d{2})-?(\d{1,8})$/.exec(plain)
  if (whole) return series.filter((name) => seriesPrefix[name] === whole[1]).map((name) => formatNumber(name, 2000 + Number(whole[2]), Number(whole[3])))
  if (!/^\d{1,8}$/.test(plain)) return []
  const year = new Date(now).getFullYear()
  return series.flatMap((name) => [year, year - 1].map((of) => formatNumber(name, of, Number(plain))))
}

/** The next number of the series in the local year of `at`; call it inside the transaction that saves (M2). */
export async function takeNumber(query: Query, series: SeriesName, at: number): Promise<string> {
  const year = new Date(at).getFullYear()
  const [row] = await query<{ last: number }>(
    `INSERT INTO number_series (series, year, last) VALUES (?, ?, 1)
     ON CONFLICT (series, year) DO UPDATE SET last = last + 1 RETURNING last`,
    [series, year],
  )
  return formatNumber(series, year, row!.last)
}
