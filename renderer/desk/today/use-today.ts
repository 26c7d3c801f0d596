import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Notice } from '@shared/contract/notices'
import type { PrintJob } from '@shared/contract/printing'
import type { EntryCounts, EntryRow } from '@shared/contract/reception'
import { client } from '../../client'
import { onLive, onLiveAgain } from '../../live'
import { useNow, useToday } from '../clock'
import { useSettings } from '../settings'
import { todosOf } from './todo'
import { useWaiting } from './use-waiting'

/** What the desk sees of the day: what waits, who is inside, visits by hour, what is printing. Read anew as it changes. */
export function useTodayData() {
  const now = useNow()
  const today = useToday()
  const settings = useSettings()
  const { records, months } = useWaiting()
  const notices = shallowRef<Notice[]>([])
  const asked = shallowRef<EntryRow[]>([])
  const overdue = shallowRef<EntryRow[]>([])
  const withoutResult = shallowRef<EntryRow[]>([])
  const inside = shallowRef<EntryRow[]>([])
  const counts = shallowRef<EntryCounts | null>(null)
  const jobs = shallowRef<PrintJob[]>([])
  const loaded = shallowRef(false)

  const rowsOf = async (filter: Parameters<typeof client.reception.list>[0]['filter'], limit = 100): Promise<EntryRow[]> => (await client.reception.list({ filter, limit })).rows
  async function load(): Promise<void> {
    const [open, waiting, late, results, present, counted] = await Promise.all([
      client.notices.open({}), rowsOf({ kind: 'visit', states: ['asked'] }), rowsOf({ kind: 'visit', states: ['inside'], overdue: true }),
      rowsOf({ kind: 'call', states: ['notified'] }), rowsOf({ kind: 'visit', states: ['inside'] }, 200), client.reception.counts({ day: today.value }),
    ])
    notices.value = open
    asked.value = waiting
    overdue.value = late
    withoutResult.value = results
    inside.value = present
    counts.value = counted
    loaded.value = true
  }
  async function loadJobs(): Promise<void> {
    jobs.value = await client.printing.jobs({ limit: 200 })
  }
  const all = (): void => {
    void load()
    void loadJobs()
  }
  for (const stop of [
    onLive('changed', (event) => {
      if (event.register === 'reception' || event.register === 'notices') void load()
      if (event.register === 'printing') void loadJobs()
    }),
    onLiveAgain(all),
  ]) onScopeDispose(stop)
  void settings.load()
  all()

  const todos = computed(() => todosOf({
    notices: notices.value, asked: asked.value, overdue: overdue.value, withoutResult: withoutResult.value, records: records.value, months: months.value, answerLimitMinutes: settings.settings?.answerLimitMinutes ?? 15,
  }, now.value))
  /** The longest inside first. */
  const present = computed(() => [...inside.value].sort((a, b) => (a.insideAt ?? a.at) - (b.insideAt ?? b.at)))
  return { now, today, settings, todos, present, counts, jobs, loaded, load }
}
