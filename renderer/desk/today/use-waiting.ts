import { computed, onScopeDispose, shallowRef } from 'vue'
import type { WaitingItem } from '@shared/contract/overview'
import { addMonths, dayStart, type Day } from '@shared/rules/time'
import { client } from '../../client'
import { onLive, onLiveAgain } from '../../live'
import { useToday } from '../clock'
import { faces } from '../records'
import { useSession } from '../session'
import type { MonthToCheck } from './todo'

/** The month before that of `day`. */
export function lastMonthOf(day: Day): { month: string; over: number } {
  const month = day.slice(0, 7)
  return { month: addMonths(month, -1), over: dayStart(`${month}-01`) }
}

/** What waits for whoever is here, by their role, and the month that is to be checked (17.R5). Read anew as it changes. */
export function useWaiting() {
  const session = useSession()
  const today = useToday()
  const records = shallowRef<WaitingItem[]>([])
  const months = shallowRef<MonthToCheck[]>([])

  async function load(): Promise<void> {
    records.value = await client.overview.waiting()
    months.value = session.can('services.check') && session.can('services.read') ? await monthsToCheck() : []
  }
  async function monthsToCheck(): Promise<MonthToCheck[]> {
    const { month, over } = lastMonthOf(today.value)
    const { batch, rows } = await client.paidServices.monthSheet({ month })
    if (rows.length === 0 || (batch !== null && (batch.secondAt !== null || batch.checkedBy === session.session?.name))) return []
    return [{ month, second: batch !== null, since: batch?.checkedAt ?? over, count: rows.length }]
  }
  const told = new Set<string>(faces.map(({ register }) => register))
  for (const stop of [onLive('changed', ({ register }) => { if (told.has(register)) void load() }), onLiveAgain(() => void load())]) onScopeDispose(stop)
  void load()
  return { records, months, isEmpty: computed(() => records.value.length === 0 && months.value.length === 0) }
}
