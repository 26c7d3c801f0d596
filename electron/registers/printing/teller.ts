import type { DayOpen } from '../../../shared/contract/cashier'
import type { Store } from '../../store/store'
import type { Teller } from '../tellers'

const kinds: [DayOpen['what'], string][] = [['prints-waiting', `state IN ('waiting', 'printing', 'failed')`], ['prints-unknown', `state = 'unknown'`]]

/** Slips that have not come out at the end of a day, and those nobody knows of whether they have. */
export const printingTeller = (store: Store): Teller => ({
  dayEnd: () => Promise.all(kinds.map(async ([what, where]) => {
    const jobs = await store.read<{ no: string; title: string }>(`SELECT no, title FROM print_job WHERE ${where} ORDER BY id`)
    return { what, count: jobs.length, nos: jobs.map(({ no, title }) => no || title) }
  })),
})
