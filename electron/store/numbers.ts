import { seriesPrefix, type SeriesName, type Sql } from './types'

type Query = <T>(sql: string, parameters?: Sql[]) => Promise<T[]>

/** DJ26-004218: series, year, six digits (more when a year needs them). */
export const formatNumber = (series: SeriesName, year: number, serial: number): string =>
  `${seriesPrefix[series]}${String(year % 100).padStart(2, '0')}-${String(serial).padStart(6, '0')}`

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
